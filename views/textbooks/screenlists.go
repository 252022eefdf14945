package textbooks

import (
	"gongkao/views/kit"
)

// newLists makes the lists of both pages and their order of focus.
func (s *Screen) newLists() {
	s.units = kit.NewRows([]kit.Column{
		{Key: "name", Head: "主管部门", Width: 168, Rest: true, Least: 120}, {Key: "copies", Head: "订", Width: 52, Right: true},
		{Key: "due", Head: "应缴", Width: 96, Right: true, Spare: 1}, {Key: "paid", Head: "已缴", Width: 104, Right: true, Spare: 2},
		{Key: "waiting", Head: "未发", Width: 52, Right: true},
	}, s.unitCell)
	s.units.Bare, s.units.Inset = true, kit.Margin-8
	s.units.Letters = s.m.Jump
	s.units.OnCurrent = s.choose
	s.units.OnOpen = func(int) { s.toView(false) }
	s.units.ID = func(row int) string { return string(s.m.Units()[row].ID) }
	s.units.Join(s.w.Keys, s.toView)
	s.views = [...]*kit.Rows{
		Form: kit.NewRows([]kit.Column{
			{Key: "trade", Head: "工种", Width: 120, Spare: 1}, {Key: "level", Head: "等级", Width: 56}, {Key: "title", Head: "书名", Width: 208, Rest: true},
			{Key: "copies", Head: "册数", Width: 60, Right: true}, {Key: "price", Head: "单价", Width: 68, Right: true, Spare: 2},
			{Key: "amount", Head: "金额", Width: 104, Right: true},
		}, s.lineCell),
		Orders: kit.NewRows([]kit.Column{
			{Key: "who", Head: "谁订", Width: 92}, {Key: "unit", Head: "单位", Width: 160, Spare: 2}, {Key: "title", Head: "书名", Width: 160, Rest: true},
			{Key: "copies", Head: "册数", Width: 60, Right: true}, {Key: "amount", Head: "金额", Width: 88, Right: true, Spare: 3},
			{Key: "note", Head: "要看的", Width: 132, Spare: 1},
		}, s.entryCell),
		Slips: kit.NewRows([]kit.Column{
			{Key: "on", Head: "日期", Width: 88}, {Key: "kind", Head: "事项", Width: 72}, {Key: "what", Head: "内容", Width: 200, Rest: true},
			{Key: "hand", Head: "经手签字", Width: 96}, {Key: "void", Head: "要看的", Width: 144, Spare: 1},
		}, s.paperCell),
	}
	s.views[Orders].ID = func(row int) string { return string(s.entries[row].ID) }
	s.views[Slips].ID = func(row int) string { return string(s.papers[row].ID) }
	s.views[Form].OnOpen = func(int) { s.see(Orders) }
	s.views[Orders].OnOpen = s.toRecord
	s.views[Slips].OnOpen = s.tellPaper
	for _, rows := range s.views {
		rows.Join(s.w.Keys, func(bool) { s.w.Focus(s.units) })
	}
	s.tabs = kit.NewTabs(func(i int) { s.see(View(i)) })
	s.tabs.Join(s.w.Keys, s.toView)
	s.titles = kit.NewRows([]kit.Column{
		{Key: "trade", Head: "工种", Width: 148}, {Key: "level", Head: "等级", Width: 68}, {Key: "title", Head: "书名", Width: 240, Rest: true},
		{Key: "price", Head: "单价", Width: 84, Right: true}, {Key: "ordered", Head: "已订", Width: 68, Right: true},
		{Key: "source", Head: "出处", Width: 248, Spare: 2}, {Key: "void", Head: "要看的", Width: 152, Spare: 1},
	}, s.titleCell)
	s.titles.ID = func(row int) string { return string(s.books[row].ID) }
	s.titles.Join(s.w.Keys, func(bool) { s.w.Focus(s.add) })
}

func (s *Screen) unitCell(row int, column string) kit.RowCell {
	u := s.m.Units()[row]
	switch column {
	case "name":
		return kit.Styled(u.Name, kit.Style{Bold: u.ID == ""})
	case "copies":
		return figure(u.Copies, kit.Style{})
	case "due":
		return figure(u.Due, kit.Quiet())
	case "paid":
		switch {
		case u.Over:
			return kit.Signed(kit.Warned, u.Paid, kit.Style{Color: kit.Warned.Color()})
		case !u.Owes && u.Due != noMoney:
			return kit.Signed(kit.Passed, u.Paid, kit.Style{})
		}
		return figure(u.Paid, kit.Style{})
	}
	return figure(u.Waiting, kit.Style{})
}

// noMoney is an amount of nothing as it is written.
const noMoney = "0.00"

// figure sets a figure; nothing is faint.
func figure(text string, style kit.Style) kit.RowCell {
	if text == "0" || text == noMoney {
		style = kit.Faint()
	}
	return kit.Styled(text, style)
}

func (s *Screen) lineCell(row int, column string) kit.RowCell {
	l := s.lines[row]
	return kit.Words(map[string]string{"trade": l.Trade, "level": l.Level, "title": l.Title, "copies": l.Copies, "price": l.Price, "amount": l.Amount}[column])
}

func (s *Screen) entryCell(row int, column string) kit.RowCell {
	e := s.entries[row]
	style := kit.Style{}
	if e.Void {
		style = kit.Faint()
	}
	switch column {
	case "who":
		if e.Own {
			return kit.Styled(e.Who, kit.Quiet())
		}
		return kit.Styled(e.Who, style)
	case "unit":
		return kit.Styled(e.Unit, kit.Quiet())
	case "title":
		return kit.Styled(e.Title, style)
	case "copies":
		return kit.Styled(e.Copies, style)
	case "amount":
		return kit.Styled(e.Amount, style)
	}
	return note(e.Note, e.Void)
}

// note sets what is to be looked at: why something is void, or what is doubtful.
func note(text string, void bool) kit.RowCell {
	switch {
	case void:
		return kit.Styled("作废："+text, kit.Faint())
	case text != "":
		return kit.Signed(kit.Warned, text, kit.Style{Color: kit.Warned.Color()})
	}
	return kit.RowCell{}
}

func (s *Screen) paperCell(row int, column string) kit.RowCell {
	p := s.papers[row]
	if column == "void" {
		return note(p.Void, p.Void != "")
	}
	style := kit.Style{}
	if p.Void != "" {
		style = kit.Faint()
	}
	return kit.Styled(map[string]string{"on": p.On, "kind": p.Kind, "what": p.What, "hand": p.Hand}[column], style)
}

func (s *Screen) titleCell(row int, column string) kit.RowCell {
	t := s.books[row]
	style := kit.Style{}
	if t.Void != "" {
		style = kit.Faint()
	}
	switch column {
	case "void":
		return note(t.Void, t.Void != "")
	case "source":
		return kit.Styled(t.Source, kit.Quiet())
	case "ordered":
		return figure(t.Ordered, style)
	}
	return kit.Styled(map[string]string{"trade": t.Trade, "level": t.Level, "title": t.Title, "price": t.Price}[column], style)
}
