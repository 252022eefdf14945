package settings

import (
	"fmt"
	"strconv"
	"strings"

	"gongkao/app/governing"
	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/views/wording"
)

// Policy is the year's policy as the screen shows it.
type Policy struct {
	Title   string // 2026 年度　信人技考函〔2026〕1号
	Notice  string // 信人技考函〔2026〕1号
	Overlay bool   // the office's own file is used
	Open    int    // rows nobody has held against the original
	Rules   []Rule
	Days    []Day
	Fees    []Fee
}

// Rule is a row of the conditions.
type Rule struct {
	Key                 string // names the row as long as it stands in the file
	Levels, Paths, Name string
	Asks, Counting      string
	AsOf                string
	Source              string
	Standing            string
	Mark                wording.Mark
	Text                string // the clause, or its gist
	Basis               string // the document that it was held against
}

// Day is a row of the calendar.
type Day struct {
	Name, From, To, Who, Clause, Left string
	Over                              bool
}

// Fee is what one step costs.
type Fee struct{ Level, Step, Yuan, When, Collector string }

// Short is the standing without who signed it off and when.
func (r Rule) Short() string {
	short, _, _ := strings.Cut(r.Standing, " ")
	return short
}

// HowTo says which file is used and how to change it.
func (p Policy) HowTo() []string {
	used := "现在用的是程序自带的政策。"
	if p.Overlay {
		used = "现在用的是本机构自己的政策文件。"
	}
	return []string{used, "日期和收费是通知写明的，这里不改。条件在“政策条件”里逐条改、逐条核对；新一年按 Ctrl+D 抄一份来填。"}
}

// Stands says where the row comes from, or who has signed it off against what.
func (r Rule) Stands() string {
	if r.Basis == "" {
		return r.Source + "　" + r.Standing
	}
	return r.Standing + "　依据 " + r.Basis
}

var countings = map[policy.Counting]string{policy.FullYears: "满整年", policy.CalendarDifference: "年份相减", policy.InclusiveYears: "年头"}

// Policy returns the year's policy as it is in force.
func (m *Model) Policy() Policy {
	p := m.office.Policy
	shown := Policy{Title: fmt.Sprintf("%d 年度　%s", p.Year, wording.Or(p.Notice.Number, "通知还没有录入，先不按条件核对")), Notice: p.Notice.Number, Overlay: p.Overlay}
	for _, r := range p.RuleRows {
		row := ruleOf(r)
		if !r.Confirmed() {
			shown.Open++
		}
		shown.Rules = append(shown.Rules, row)
	}
	today := m.office.Today()
	for _, d := range p.Deadlines {
		shown.Days = append(shown.Days, Day{d.Name, d.From.String(), d.To.String(), d.Who, d.Clause, left(today, d.To), today.DaysUntil(d.To) < 0})
	}
	for _, l := range p.Assessment.Levels {
		for _, f := range p.Fee(l) {
			shown.Fees = append(shown.Fees, Fee{l.Full(), fmt.Sprintf("第 %d 次", f.Step), f.Fen.String(), f.When, f.Collector})
		}
	}
	return shown
}

func left(today, to data.Date) string {
	switch days := today.DaysUntil(to); {
	case days < 0:
		return "已过"
	case days == 0:
		return "今天"
	default:
		return fmt.Sprintf("剩 %d 天", days)
	}
}

func ruleOf(r *policy.Rule) Rule {
	row := Rule{Key: r.Key(), Levels: governing.Levels(r), Paths: governing.Paths(r), Name: governing.Name(r), Asks: asks(r), Counting: countings[r.Counting], AsOf: r.AsOf.String(),
		Source: strings.TrimSpace(r.Source + " " + r.Clause), Standing: string(r.Status), Mark: wording.Unconfirmed, Text: r.Text, Basis: r.Basis}
	if r.LastYear > 0 && r.AsOf.IsZero() {
		row.AsOf = strconv.Itoa(r.LastYear)
	}
	if r.Confirmed() {
		row.Mark = wording.Pass
		if r.SignedBy != "" {
			row.Standing += " " + r.SignedBy + " " + r.SignedOn.String()
		}
	}
	return row
}

// asks is the number of a row, with its unit.
func asks(r *policy.Rule) string {
	var parts []string
	add := func(given bool, text string) {
		if given {
			parts = append(parts, text)
		}
	}
	add(r.Years > 0, fmt.Sprintf("%d 年", r.Years))
	add(r.Below > 0, fmt.Sprintf("未满 %d 年", r.Below))
	add(r.Excellent > 0, fmt.Sprintf("优秀 %d 年", r.Excellent))
	add(r.Days > 0, fmt.Sprintf("%d 天", r.Days))
	add(!r.Due.IsZero(), r.Due.String()+" 前")
	add(r.Pass > 0, fmt.Sprintf("%d 分合格，满分 %d", r.Pass, r.Full))
	add(r.Education != "", r.Education)
	add(r.Appointed > 0, r.Appointed.String())
	return strings.Join(parts, "，")
}
