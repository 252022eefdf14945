package settings

import (
	"strings"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

const listPitch float32 = 32

// newLists makes a list for each tab that has one.
func (s *Screen) newLists() {
	columns := map[Tab][]kit.Column{
		Rules: {{Key: "levels", Head: "等级", Width: 128}, {Key: "paths", Head: "途径", Width: 56}, {Key: "name", Head: "规则", Width: 176, Rest: true, Least: 176},
			{Key: "asks", Head: "要求", Width: 124, Right: true}, {Key: "counting", Head: "怎么算", Width: 88, Spare: 1}, {Key: "asof", Head: "算到", Width: 104, Spare: 2},
			{Key: "source", Head: "来源", Width: 264, Spare: 3}, {Key: "standing", Head: "状态", Width: 96}, {Key: "people", Head: "涉及", Width: 72, Right: true}},
		Days: {{Key: "name", Head: "做什么", Rest: true}, {Key: "from", Head: "从", Width: 104, Right: true}, {Key: "to", Head: "到", Width: 104, Right: true},
			{Key: "left", Head: "还有", Width: 88, Right: true}},
		Fees: {{Key: "level", Head: "等级", Width: 152}, {Key: "step", Head: "第几次", Width: 80}, {Key: "when", Head: "什么时候缴", Rest: true},
			{Key: "collector", Head: "谁收", Width: 136, Spare: 1}, {Key: "yuan", Head: "金额（元）", Width: 104, Right: true}},
		Backups: {{Key: "when", Head: "时间", Width: 176}, {Key: "why", Head: "为什么", Rest: true}, {Key: "size", Head: "大小", Width: 112, Right: true}},
	}
	for tab, c := range columns {
		rows := kit.NewRows(c, func(row int, column string) kit.RowCell { return s.cell(tab, row, column) })
		rows.Pitch = listPitch
		rows.OnCurrent = func(int) { s.read() }
		if tab == Rules {
			rows.ID = func(row int) string { return s.policy.Rules[row].Key }
			rows.OnCurrent = func(int) { s.rules.show(); s.rules.panel.Refresh() }
			rows.OnOpen = func(int) { s.rules.enter() }
		}
		rows.OnCopy = func(n int) { s.w.Say(kit.SayDone, "已复制 "+wording.Count(n)+" 行", "可以粘贴到表格里") }
		s.lists[tab] = rows
	}
}

// read draws what there is to read of another row.
func (s *Screen) read() {
	if s.panel != nil {
		s.scroll.ScrollToTop()
		s.panel.Refresh()
	}
}

// count is how many rows a list has.
func (s *Screen) count(tab Tab) int {
	switch tab {
	case Rules:
		return len(s.policy.Rules)
	case Days:
		return len(s.policy.Days)
	case Fees:
		return len(s.policy.Fees)
	case Years:
		return len(s.years.all)
	}
	return len(s.kept)
}

func (s *Screen) cell(tab Tab, row int, column string) kit.RowCell {
	switch tab {
	case Rules:
		r := s.policy.Rules[row]
		if column == "people" {
			return kit.Words(wording.Count(s.m.Editing().Count(r.Key)))
		}
		return ruleCell(r, column)
	case Days:
		return dayCell(s.policy.Days[row], column)
	case Fees:
		f := s.policy.Fees[row]
		return kit.Words(map[string]string{"level": f.Level, "step": f.Step, "yuan": f.Yuan, "when": f.When, "collector": f.Collector}[column])
	}
	b := s.kept[row]
	return kit.Words(map[string]string{"when": b.When, "why": b.Why, "size": b.Size}[column])
}

func ruleCell(r Rule, column string) kit.RowCell {
	switch column {
	case "asks":
		return askCell(r.Asks)
	case "standing":
		return kit.Signed(kit.SignOf(r.Mark), r.Short(), kit.Style{Color: kit.SignOf(r.Mark).Color()})
	}
	return kit.Words(map[string]string{"levels": r.Levels, "paths": r.Paths, "name": r.Name, "counting": r.Counting, "asof": r.AsOf, "source": r.Source}[column])
}

// askCell sets a number bold and its unit plainly.
func askCell(asks string) kit.RowCell {
	number, unit, ok := strings.Cut(asks, " ")
	if !ok || strings.Contains(unit, " ") {
		return kit.Words(asks)
	}
	return kit.Styled(number, kit.Strong()).Then(" "+unit, kit.Style{})
}

func dayCell(d Day, column string) kit.RowCell {
	text := map[string]string{"name": d.Name, "from": d.From, "to": d.To, "left": d.Left}[column]
	if d.Over {
		return kit.Styled(text, kit.Faint())
	}
	return kit.Words(text)
}
