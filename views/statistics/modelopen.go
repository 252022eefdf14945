package statistics

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/statistics"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/views/wording"
)

// applied are the statuses of those who are counted.
var applied = append([]data.Status{data.Rejected, data.Cancelled, data.Lapsed}, registration.Running...)

// narrowing says how a list is narrowed to a value of a dimension. What is not
// in it no list can be narrowed by.
var narrowing = map[string]func(*registration.Selection, statistics.Value){
	"level":            func(s *registration.Selection, v statistics.Value) { s.Levels = []data.Level{data.Level(v.Code.(int))} },
	"trade":            func(s *registration.Selection, v statistics.Value) { s.Trade = v.Code.(string) },
	"unit":             func(s *registration.Selection, v statistics.Value) { s.Unit = v.Code.(string) },
	"supervising_unit": func(s *registration.Selection, v statistics.Value) { s.Unit = v.Code.(string) },
	"status": func(s *registration.Selection, v statistics.Value) {
		s.Statuses = []data.Status{data.Status(v.Code.(string))}
	},
}

// Opens returns the list of the people a line counts. It refuses (no-list) what
// lists cannot be narrowed by.
func (m *Model) Opens(row int) (s registration.Selection, err error) {
	if row < 0 || row >= len(m.lines) {
		return s, data.Refuse("no-list", "", "没有选中一行", "用 ↑↓ 选一行再按 Enter")
	}
	s.Statuses = applied
	for i, v := range m.lines[row].By {
		d := m.table.By[i]
		narrow := narrowing[d.Key]
		if narrow == nil || v.Code == "" || v.Code == 0 {
			return s, data.Refuse("no-list", "", "申报人员的名单不能按“"+d.Label+"："+v.Label+"”筛选", "按等级、工种、单位、主管部门或状态统计时，Enter 打开名单")
		}
		narrow(&s, v)
	}
	if n := len(m.desk.Select(s)); n != m.lines[row].People {
		return s, data.Refuse("no-list", "", fmt.Sprintf("%s 还管着别的单位，名单会连它们的人一起列出（%s 人）", m.lines[row].Label, wording.Count(n)), "按主管部门统计，就能连下属单位一起打开")
	}
	return s, nil
}

// ExportName is the name proposed for a sheet of the table.
func (m *Model) ExportName() string {
	p := m.desk.Office.Profile
	return p.Marked(fmt.Sprintf("%s%d年统计 按%s.xlsx", p.County, p.Year, m.What()))
}

// Export returns the work of writing the table as a sheet, as it is now.
func (m *Model) Export(path string) func(context.Context) (wording.Done, error) {
	table, profile := m.table, m.desk.Office.Profile
	heading := sheets.Heading{
		Title: fmt.Sprintf("%d年工勤技能岗位等级考核申报统计表", profile.Year),
		Line:  profile.Marked(profile.Name) + "　按" + m.What() + "　" + m.desk.Office.Today().Chinese(),
	}
	return func(context.Context) (wording.Done, error) {
		var file bytes.Buffer
		if err := sheets.ExportCounts(&file, countsOf(table), heading); err != nil {
			return wording.Done{}, err
		}
		if err := disk.Save(path, file.Bytes()); err != nil {
			return wording.Done{}, err
		}
		return wording.Done{What: fmt.Sprintf("已导出 %s 行：%s", wording.Count(len(table.Rows)), path)}, nil
	}
}

// countsOf is the table as a sheet: one column a dimension, so that it can be
// sorted and filtered there.
func countsOf(t statistics.Table) sheets.Counts {
	c := sheets.Counts{Name: "统计", Words: len(t.By)}
	for _, d := range t.By {
		c.Heads = append(c.Heads, d.Label)
	}
	c.Heads = append(c.Heads, "人数")
	if t.Year {
		c.Heads = append(c.Heads, "上年人数", "增减")
	}
	c.Heads = append(c.Heads, "通过", "教材册数", "应缴（元）", "已缴（元）")
	figures := func(words []any, n statistics.Count) []any {
		row := append(words, n.People)
		if t.Year {
			row = append(row, n.Before, n.People-n.Before)
		}
		return append(row, n.Approved, n.Copies, n.Due, n.Paid)
	}
	for _, row := range t.Rows {
		var words []any
		for _, v := range row.Values {
			words = append(words, strings.TrimSpace(v.Label))
		}
		c.Rows = append(c.Rows, figures(words, row.Count))
	}
	total := make([]any, len(t.By))
	for i := range total {
		total[i] = ""
	}
	total[0] = "合计"
	c.Total = figures(total, t.Total)
	return c
}
