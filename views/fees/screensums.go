package fees

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// sumsSheet lies over the page: the sums cut by level, unit or day.
type sumsSheet struct {
	s     *Screen
	cut   Cut
	parts []Part
	tabs  *kit.Tabs
	rows  *kit.Rows
	close *kit.Button
	keys  *kit.Keys
	ring  *kit.Form
}

const (
	sumsWidth float32 = 880
	sumsShown int     = 13
)

// toSums opens the sheet.
func (s *Screen) toSums() {
	p := &sumsSheet{s: s}
	p.tabs = kit.NewTabs(func(i int) { p.show(Cut(i)) })
	p.rows = kit.NewRows([]kit.Column{
		{Key: "name", Head: "", Width: 264, Rest: true}, {Key: "people", Head: "人", Width: 88, Right: true},
		{Key: "due", Head: "应缴", Width: 128, Right: true}, {Key: "paid", Head: "已缴", Width: 128, Right: true}, {Key: "owing", Head: "未缴", Width: 128, Right: true},
		{Key: "forgone", Head: "自动放弃", Width: 128, Right: true}, {Key: "over", Head: "多缴", Width: 104, Right: true},
	}, p.cell)
	p.rows.OnCopy = func(n int) {
		s.w.Done(wording.Done{What: "已复制 " + wording.Count(n) + " 行，可以粘贴到表格里"})
	}
	p.close = kit.NewButton("看完了", "Esc", false, s.w.Close)
	p.keys = kit.NewKeys()
	p.keys.On(0, fyne.KeyF1, p.s.w.Help)
	for i := range cuts {
		p.keys.On(0, fyne.KeyName('1'+rune(i)), func() { p.show(i) })
	}
	p.ring = kit.NewForm(s.w.Keys, s.w.Layer)
	p.ring.Then(p.rows, p.tabs, p.close)
	p.show(ByLevel)
}

func (p *sumsSheet) show(c Cut) {
	p.cut, p.parts = c, p.s.m.Parts(c)
	tabs := make([]kit.Tab, len(cutWords))
	for i, word := range cutWords {
		tabs[i] = kit.Tab{Label: word}
	}
	p.tabs.Set(tabs, int(c))
	p.rows.SetCount(len(p.parts) + 1)
	sum := p.s.m.sum
	for column, shown := range map[string]bool{"due": c != ByDay, "owing": c != ByDay, "forgone": c != ByDay && sum.Forgone > 0, "over": c != ByDay && sum.Over > 0} {
		p.rows.ShowColumn(column, shown)
	}
	p.s.w.Lay(sumsWidth, p.keys, p.draw)
	p.s.w.Canvas().Focus(p.rows)
}

// whole is the first line: the sum of the others.
func (p *sumsSheet) whole() Part {
	whole := partOf("合计", p.s.m.sum)
	if p.cut == ByDay {
		whole.People = wording.Count(p.s.m.payments())
	}
	return whole
}

func (p *sumsSheet) cell(row int, column string) kit.RowCell {
	part, style := Part{}, kit.Style{}
	if row == 0 { // where it is seen, however many units there are
		part, style = p.whole(), kit.Strong()
	} else {
		part = p.parts[row-1]
	}
	return kit.Styled(part.word(column), style)
}

func (p *sumsSheet) draw(sheet *kit.Sheet, x, y, width float32) float32 {
	top := y
	title := "缴费汇总"
	at := x + kit.Whole(sheet.Text(title, x, y, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(wording.Or(p.s.m.Unit(), "全部单位"), at, y+1, x+width-at, 28, kit.Lead())
	y += 40
	sheet.Put(p.tabs, x, y, kit.Whole(p.tabs.MinSize().Width), kit.TabHeight)
	if p.cut == ByDay {
		sheet.TextR("“人”是缴费的笔数", x+width, y+6, 24, kit.Quiet())
	}
	y += kit.TabHeight + 8
	room := p.s.w.Layer.Size().Height - 80 - (y - top) - 2*kit.ButtonHeight
	fits := max(3, min(sumsShown, len(p.parts)+1, int((room-kit.HeadHeight)/kit.RowPitch)))
	high := kit.HeadHeight + float32(fits)*kit.RowPitch
	sheet.Put(p.ring.Object(), x, y, 0, 0)
	sheet.Put(p.rows, x, y, width+kit.RowsBar, high)
	y += high + 16
	sheet.TextIn("按 1 2 3 换一种；Ctrl+A 再 Ctrl+C 复制到表格。", x, y, width-140, kit.ButtonHeight, kit.Quiet())
	sheet.ButtonsR(x+width, y, 8, p.close)
	return y + kit.ButtonHeight - top
}
