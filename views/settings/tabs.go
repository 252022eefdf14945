package settings

import (
	"fmt"

	"gongkao/views/wording"
)

// Tab is one of the lists of the settings.
type Tab int

// The tabs, in the order of the screen.
const (
	Names Tab = iota
	Rules
	Days
	Fees
	Reviews
	Years
	Backups
)

// TabHead is the word of a tab and how much is in it.
type TabHead struct{ Label, Count string }

// Tabs returns the heads of all tabs.
func (m *Model) Tabs() []TabHead {
	p := m.Policy()
	return []TabHead{
		Names: {"本机构", ""}, Rules: {"政策条件", wording.Count(len(p.Rules))}, Days: {"政策日期", wording.Count(len(p.Days))},
		Fees: {"收费", wording.Count(len(p.Fees))}, Reviews: {"审查", ""}, Years: {"年度", ""}, Backups: {"备份与核验", ""},
	}
}

// Head returns the title and, beside it, what a tab is about.
func (m *Model) Head(t Tab) (title, fact string) {
	switch t {
	case Names:
		fact = wording.Or(m.office.Profile.Name, "还没有填机构全称")
	case Reviews:
		fact = "谁来审、抽多少复核；改了从下一个人起"
	case Years:
		fact = fmt.Sprintf("正在办理 %d 年度", m.office.Working())
	case Backups:
		fact = LastBackup(m.office)
	default:
		fact = m.Policy().Title
	}
	return "设置", fact
}

// Standing says how many rows of the policy nobody has held against the
// original.
func (m *Model) Standing() (mark wording.Mark, words string) {
	if n := m.Policy().Open; n > 0 {
		return wording.Unconfirmed, fmt.Sprintf("待核对 %d 条，只提醒，不拦人", n)
	}
	return wording.Pass, "条件都已核对"
}

// Fact is a label and what it says.
type Fact struct{ Label, Text string }

// Detail is what is known of the current row.
type Detail struct {
	Title    string
	Mark     wording.Mark
	Standing string
	Text     string // the clause, or its gist
	Facts    []Fact
}

// Detail returns what is to be read of a row of a tab.
func (p Policy) Detail(t Tab, row int) (d Detail, ok bool) {
	switch {
	case t == Rules && row >= 0 && row < len(p.Rules):
		return p.Rules[row].detail(), true
	case t == Days && row >= 0 && row < len(p.Days):
		r := p.Days[row]
		return Detail{Title: r.Name, Facts: facts("从", r.From, "到", r.To, "还有", r.Left, "谁来做", r.Who, "出处", p.Notice+" "+r.Clause)}, true
	case t == Fees && row >= 0 && row < len(p.Fees):
		r := p.Fees[row]
		return Detail{Title: r.Level + "　" + r.Step, Facts: facts("金额", r.Yuan+" 元", "什么时候缴", r.When, "谁收", r.Collector, "出处", p.Notice)}, true
	}
	return Detail{}, false
}

func (r Rule) detail() Detail {
	title := r.Levels
	if r.Paths != "" {
		title += "　" + r.Paths
	}
	return Detail{Title: title + "　" + r.Name, Mark: r.Mark, Standing: r.Standing, Text: r.Text,
		Facts: facts("要求", r.Asks, "怎么算", r.Counting, "算到", r.AsOf, "出处", r.Source)}
}

// facts makes pairs of labels and texts; a label without text is left out.
func facts(pairs ...string) (all []Fact) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			all = append(all, Fact{pairs[i], pairs[i+1]})
		}
	}
	return all
}

// Office returns what the tab of the names says beside its fields: what each is
// for, and where the data lies.
func (m *Model) Office() (uses, places []Fact) {
	for _, f := range m.Fields() {
		uses = append(uses, Fact{f.Label, f.Hint})
	}
	folder, backups := m.Place()
	return uses, []Fact{{"数据", folder}, {"备份", backups}}
}

// Locked says why the names cannot be changed; "" when they can.
func (m *Model) Locked() string {
	if m.office.Profile.Practice {
		return "这是演练县，名称是编造的，不能改。"
	}
	return ""
}
