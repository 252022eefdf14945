package paper

import (
	"cmp"
	"fmt"
	"strings"

	"gongkao/data"
)

// letterValues tell of a letter and of what it says of each person (item.…). What
// stands under room.… is left to be written by hand where the letter does not know
// it.
var letterValues = map[string]func(*view) string{
	"letter.title":    func(v *view) string { return v.letter.Title },
	"letter.to":       func(v *view) string { return v.letter.To },
	"letter.number":   letterNumber,
	"letter.from":     func(v *view) string { return v.letter.From },
	"letter.on":       func(v *view) string { return v.letter.On.Chinese() },
	"letter.start":    func(v *view) string { return v.letter.Start.Chinese() },
	"letter.until":    func(v *view) string { return v.letter.Until.Chinese() },
	"letter.span":     letterSpan,
	"letter.days":     func(v *view) string { return orNothing(v.letter.Days) },
	"room.until":      func(v *view) string { return orRoom(v.letter.Until) },
	"room.place":      func(v *view) string { return cmp.Or(v.letter.Place, strings.Repeat("　", 8)) },
	"letter.place":    func(v *view) string { return v.letter.Place },
	"letter.clause":   func(v *view) string { return v.letter.Clause },
	"letter.text":     func(v *view) string { return v.letter.Text },
	"letter.level":    letterLevel,
	"letter.count":    func(v *view) string { return fmt.Sprint(len(v.letter.Items)) },
	"letter.attached": func(v *view) string { return yes(v.attached()) },
	"item.what":       func(v *view) string { return v.about.What },
	"item.clause":     func(v *view) string { return v.about.Clause },

	"item.row":     func(v *view) string { return orNothing(v.about.Spot.Row) },
	"item.cell":    func(v *view) string { return v.about.Spot.Cell },
	"item.name":    func(v *view) string { return v.about.Person.Name },
	"item.written": func(v *view) string { return v.about.Spot.Written },
	"item.advice":  func(v *view) string { return v.about.Spot.Advice },

	"letter.left":  func(v *view) string { return daysLeft(v.letter.Days) },
	"letter.those": letterThose,
	"item.due":     itemDue,
}

// attached reports whether the letter's table is an attachment.
func (v *view) attached() bool {
	l := v.paper.Letter
	return v.letter != nil && l != nil && l.Table != nil && l.Attach > 0 && len(v.letter.Items) > l.Attach
}

// letterLevel is the level that the people of a letter apply for, where it is one.
func letterLevel(v *view) string {
	var level data.Level
	for i, item := range v.letter.Items {
		if i > 0 && item.Application.Level != level {
			return ""
		}
		level = item.Application.Level
	}
	return level.Full()
}

// letterNumber is 发文字号, or its year with room before and behind.
func letterNumber(v *view) string {
	if v.letter.Number != "" {
		return v.letter.Number
	}
	return fmt.Sprintf("　　　　　〔%d〕　　　号", v.job.Year)
}

// letterSpan is 2026年3月16日至3月20日, or room for the days.
func letterSpan(v *view) string {
	from, to := v.letter.Start, v.letter.Until
	switch {
	case from.IsZero() && to.IsZero():
		return fmt.Sprintf("%d年　　月　　日至　　月　　日", v.job.Year)
	case from.IsZero():
		return fmt.Sprintf("%d年　　月　　日至%s", to.Year, to.Chinese())
	case to.IsZero():
		return from.Chinese() + "至　　月　　日"
	}
	return from.Chinese() + "至" + within(from.Year, to)
}

// within leaves the year out where it is said already.
func within(year int, d data.Date) string {
	if d.Year == year {
		return fmt.Sprintf("%d月%d日", d.Month, d.Day)
	}
	return d.Chinese()
}
