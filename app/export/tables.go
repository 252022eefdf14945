package export

import (
	"context"
	"fmt"

	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// Roster is the table of everybody found, of all fields.
func Roster(d *registration.Desk, found []*data.Applicant) sheets.Table {
	return sheets.RosterTable(found, sheets.RosterHeading(d.Office.Profile))
}

// Summary is the table unit × level with its sum: the figures of the printed
// summary. It refuses a scope without anybody (nobody).
func Summary(ctx context.Context, d *registration.Desk, q registration.Query) (sheets.Table, error) {
	counted, err := printing.Summary(ctx, d, q)
	if err != nil {
		return sheets.Table{}, err
	}
	o := d.Office.Profile
	t := sheets.Table{Kind: sheets.Summary, Name: "汇总表", Foot: counted.Note, Columns: summaryColumns(), Heading: sheets.Heading{
		Title: fmt.Sprintf("%d年工勤技能岗位等级考核申报汇总表", o.Year),
		Line:  o.Marked(counted.Head) + "　" + d.Office.Today().Chinese() + "　单位：人、元",
	}}
	above := supervising(d)
	sum := counted.Sum()
	for i := range counted.Lines {
		l := &counted.Lines[i]
		t.Rows = append(t.Rows, append([]any{fmt.Sprint(i + 1), l.Name, above[l.Name]}, figures(l)...))
	}
	t.Total = append([]any{"", "合计", ""}, figures(&sum)...)
	return t, nil
}

// supervising are the supervising units, by the names of units.
func supervising(d *registration.Desk) map[string]string {
	names, above := map[data.UnitID]string{}, map[string]string{}
	for _, u := range d.EveryUnit() {
		names[u.ID] = u.Name
	}
	for _, u := range d.EveryUnit() {
		above[u.Name] = names[u.Supervising]
	}
	return above
}

// summaryFigures are the columns of figures of a summary.
var summaryFigures = []struct {
	sheets.Column
	of func(*paper.Line) any
}{
	{sheets.Column{Key: "level5", Head: "五级", Width: 3, Words: []string{"初级工", "五级(初级工)", "初级", "申报五级"}}, func(l *paper.Line) any { return l.Levels[5] }},
	{sheets.Column{Key: "level4", Head: "四级", Width: 3, Words: []string{"中级工", "四级(中级工)", "中级", "申报四级"}}, func(l *paper.Line) any { return l.Levels[4] }},
	{sheets.Column{Key: "level3", Head: "三级", Width: 3, Words: []string{"高级工", "三级(高级工)", "高级", "申报三级"}}, func(l *paper.Line) any { return l.Levels[3] }},
	{sheets.Column{Key: "level2", Head: "二级", Width: 3, Words: []string{"技师", "二级(技师)", "申报二级"}}, func(l *paper.Line) any { return l.Levels[2] }},
	{sheets.Column{Key: "level1", Head: "一级", Width: 3, Words: []string{"高级技师", "一级(高级技师)", "申报一级"}}, func(l *paper.Line) any { return l.Levels[1] }},
	{sheets.Column{Key: "people", Head: "合计", Width: 4, Words: []string{"人数", "申报人数", "合计人数", "总人数", "小计"}}, func(l *paper.Line) any { return l.People }},
	{sheets.Column{Key: "approved", Head: "审查通过", Width: 4, Words: []string{"通过", "通过人数", "审查通过人数", "合格人数"}, Aside: true}, func(l *paper.Line) any { return l.Approved }},
	{sheets.Column{Key: "due", Head: "应缴考核费", Width: 7, Words: []string{"应缴", "应缴费", "应缴费用", "应缴金额", "应缴费金额", "考核费", "缴费金额", "费用", "金额"}}, func(l *paper.Line) any { return l.Due }},
	{sheets.Column{Key: "paid", Head: "已缴考核费", Width: 7, Words: []string{"已缴", "已缴费", "已缴费用", "已缴金额", "实缴", "实缴金额"}}, func(l *paper.Line) any { return l.Paid }},
	{sheets.Column{Key: "commitments", Head: "容缺", Width: 3, Words: []string{"容缺人数", "容缺承诺", "承诺人数"}}, func(l *paper.Line) any { return l.Commitments }},
	{sheets.Column{Key: "originals", Head: "原件在管", Width: 4, Words: []string{"在管原件", "原件"}}, func(l *paper.Line) any { return l.Originals }},
}

func summaryColumns() []sheets.Column {
	all := []sheets.Column{
		sheets.SerialColumn,
		{Key: "unit", Head: "申报单位", Width: 18, Words: []string{"单位", "单位名称", "工作单位", "单位全称", "申报单位(主管部门)"}},
		{Key: "supervising_unit", Head: "主管部门", Width: 18, Words: []string{"主管单位", "上级主管部门", "主管局"}},
	}
	for _, f := range summaryFigures {
		all = append(all, f.Column)
	}
	return all
}

func figures(l *paper.Line) (all []any) {
	for _, f := range summaryFigures {
		all = append(all, f.of(l))
	}
	return all
}

// Textbooks is the table of the orders of an account: a supervising unit's, or the
// county's.
func Textbooks(d *registration.Desk, account *textbooks.Account) sheets.Table {
	lines := make([]sheets.BookLine, len(account.Lines))
	for i, line := range account.Lines {
		b := line.Book
		lines[i] = sheets.BookLine{Trade: b.Trade, Level: b.LevelName(), Title: b.Title, Copies: line.Copies, Price: line.Price, Amount: line.Amount}
	}
	return sheets.TextbookTable(lines, sheets.TextbookHeading(d.Office.Profile, account.Unit.Name))
}
