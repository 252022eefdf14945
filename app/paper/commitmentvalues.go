package paper

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// Promise is what somebody promises to bring later (容缺承诺书).
type Promise struct {
	Items  []PromisedItem
	Reason string // without a full stop
	Clause string // what happens otherwise rests on it
}

// PromisedItem is one document and the day by which it is due; zero: not known.
type PromisedItem struct {
	What string
	Due  data.Date
}

// listedFrom is from how many items on they stand in a numbered list.
const listedFrom = 4

// promiseValues tell of a commitment.
var promiseValues = map[string]func(*view) string{
	"promise.reason": func(v *view) string { return v.entry.Promise.Reason },
	"promise.clause": func(v *view) string { return v.entry.Promise.Clause },
	"promise.inline": func(v *view) string { return v.entry.Promise.words(false) },
	"promise.list":   func(v *view) string { return v.entry.Promise.words(true) },
	"promise.due":    func(v *view) string { return v.entry.Promise.due() },
	"promise.holder": promiseHolder,
}

// words names the items: in a sentence, or numbered when there are many; "" when
// they stand the other way.
func (p *Promise) words(list bool) string {
	if list != (len(p.Items) >= listedFrom) {
		return ""
	}
	if len(p.Items) == 0 {
		return strings.Repeat("　", 12) // to be written by hand
	}
	_, one := p.day()
	var lines []string
	for i, item := range p.Items {
		what := item.What
		if !one && !item.Due.IsZero() {
			what += fmt.Sprintf("（%s前）", item.Due.Chinese())
		}
		if list {
			what = fmt.Sprintf("（%d）%s", i+1, what)
		}
		lines = append(lines, what)
	}
	if list {
		return strings.Join(lines, "；\n")
	}
	return strings.Join(lines, "、")
}

// day is the one day by which all is due; one is false when there are several.
func (p *Promise) day() (due data.Date, one bool) {
	if len(p.Items) == 0 {
		return data.Date{}, true
	}
	due = p.Items[0].Due
	return due, !slices.ContainsFunc(p.Items, func(i PromisedItem) bool { return i.Due != due })
}

// due is the day of all items, or that each has its own; room to write where no day
// is known.
func (p *Promise) due() string {
	due, one := p.day()
	if !one {
		return "上列日期"
	}
	return orRoom(due)
}

// orRoom is a day, or room to write one.
func orRoom(d data.Date) string {
	if d.IsZero() {
		return "　　　年　　月　　日"
	}
	return d.Chinese()
}

// promiseHolder is who somebody is: 罗山县农业技术推广中心农艺工（三级）.
func promiseHolder(v *view) string {
	p := &v.entry.Person
	if p.CurrentTrade == "" || p.CurrentLevel == 0 {
		return v.entry.Unit + "工勤人员"
	}
	return fmt.Sprintf("%s%s（%s）", v.entry.Unit, p.CurrentTrade, p.CurrentLevel)
}
