package textbooks

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// Measures of the page.
const (
	unitsShare   float32 = 0.45 // of the page's width
	mostUnits    float32 = 640
	footHeight   float32 = 56
	sumsHeight   float32 = 3*kit.SumRowHeight + 20
	sumWidth     float32 = 152
	capitalsLine float32 = 28
	leastRows    float32 = 3 // that stay to be seen above the sums
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	switch {
	case s.catalogue || s.empty():
		s.drawCatalogue(sheet, size)
	default:
		s.drawOrders(sheet, size)
	}
}

func (s *Screen) drawOrders(sheet *kit.Sheet, size fyne.Size) {
	top := kit.ScreenHeadHeight
	title, fact := s.m.Head()
	s.drawHead(sheet, size, [2]string{title, fact}, s.order)
	left := min(mostUnits, kit.Whole(size.Width*unitsShare))
	sheet.Rect(0, top, left, size.Height-top, kit.Colors.Panel)
	sheet.Put(s.units, 0, top, left, size.Height-top)
	s.drawUnit(sheet, left+kit.Margin, size)
}

// drawHead sets the title, and the buttons at its right.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size, words [2]string, buttons ...*kit.Button) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, buttons...)
	for _, b := range []*kit.Button{s.fees, s.turn} {
		wide := b.MinSize().Width
		right -= wide + 12
		sheet.Put(b, right, 17, wide, kit.SmallHeight)
	}
	x := kit.Margin + kit.Whole(sheet.Text(words[0], kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(words[1], x, 15, right-12-x, 28, kit.Lead())
}

// drawUnit draws the unit shown: its name, the tabs, what they open, the sums and
// the buttons.
func (s *Screen) drawUnit(sheet *kit.Sheet, x float32, size fyne.Size) {
	y, width := kit.ScreenHeadHeight, size.Width-kit.Margin-x
	name, fact := s.m.Name()
	factRoom := kit.Whole(kit.Quiet().Width(fact)) + 2
	sheet.TextIn(name, x, y, width-factRoom-12, 28, kit.Style{Size: kit.Large, Bold: true})
	sheet.TextR(fact, x+width, y+1, 28, kit.Quiet())
	y += 30
	sheet.Put(s.tabs, x, y, s.tabs.MinSize().Width, kit.TabHeight)
	sheet.KeyCapR("F7", x+width, y+7)
	sheet.Line(x, y+kit.TabHeight-1, width, kit.Colors.Hair)
	y += kit.TabHeight
	bottom := size.Height - footHeight
	sums := sumsHeight
	beside := width - 2*sumWidth - 2*kit.Margin
	form := sumsBeside
	switch {
	case bottom-y-sumsHeight < kit.HeadHeight+leastRows*kit.RowPitch:
		form, sums = sumsShort, 2*capitalsLine
	case kit.Style{}.Width(s.capitals()) > beside:
		form, sums = sumsAbove, sumsHeight+capitalsLine
	}
	rows := s.views[s.m.View()]
	sheet.Put(rows, x, y, width+kit.RowsBar, bottom-sums-y)
	if rows.Count() == 0 {
		why, what := s.nothing()
		at := y + kit.HeadHeight + 20
		at += sheet.Para(why, x, at, width, 24, kit.Style{Size: kit.Large, Bold: true}) + 4
		sheet.Para(what, x, at, width, 20, kit.Quiet())
	}
	s.drawSums(sheet, [3]float32{x, bottom - sums, width}, form)
	sheet.Line(x, bottom, width, kit.Colors.Hair)
	sheet.ButtonsR(x+width, bottom+12, 8, s.money, s.hand)
	for _, b := range []*kit.Button{s.void, s.print} {
		wide := b.MinSize().Width
		sheet.Put(b, x, bottom+17, wide, kit.SmallHeight)
		x += wide + kit.Margin
	}
}

// nothing says why there is nothing to see, and what to do.
func (s *Screen) nothing() (why, what string) {
	switch {
	case s.m.View() == Slips:
		return "还没有收款，也没有发书", "单位交来书款按 F8，书发给单位、有人签字按 F9。"
	case s.m.unit == "":
		return "还没有人订教材", "教材自愿征订。在左边选单位，按 Ctrl+N 登记一笔；单位报来的征订表按 Ctrl+O 导入。"
	}
	return "这个单位还没有订教材", "教材自愿征订。按 Ctrl+N 登记一笔，人或单位都可以；单位报来的征订表按 Ctrl+O 导入。"
}

func (s *Screen) capitals() string {
	_, capitals := s.m.Total()
	return capitals
}

// How the sums stand to the total: beside it, above it where it is too long, or
// only what is left of each where the window is low.
const (
	sumsBeside = iota
	sumsAbove
	sumsShort
)

// drawSums sets money and books as sums, and the total as the order form has it.
func (s *Screen) drawSums(sheet *kit.Sheet, at [3]float32, form int) {
	x, y, width := at[0], at[1]+10, at[2]
	money, over := s.m.Money()
	figures, capitals := s.m.Total()
	if form == sumsShort {
		books := s.m.Books()
		sheet.TextIn(money[2][0]+" "+money[2][1]+" 元　"+books[2][0]+" "+books[2][1]+" 册", x, at[1], width, capitalsLine, kit.Style{})
		sheet.TextIn("合计 "+figures+"　"+capitals, x, at[1]+capitalsLine-4, width, capitalsLine, kit.Strong())
		return
	}
	sheet.Sum(sumRows(money), x+width-sumWidth, y, sumWidth)
	if over {
		sheet.Sign(kit.Warned, x+width-sumWidth-22, y+2*kit.SumRowHeight+4, 16)
	}
	sheet.Sum(sumRows(s.m.Books()), x+width-2*sumWidth-kit.Margin, y, sumWidth)
	if form == sumsAbove {
		sheet.TextIn("合计 "+figures+"　"+capitals, x, y+3*kit.SumRowHeight+4, width, capitalsLine, kit.Strong())
		return
	}
	sheet.Text("征订合计", x, y, kit.SumRowHeight, kit.Quiet())
	sheet.Text(figures, x, y+kit.SumRowHeight, kit.SumRowHeight, kit.Strong())
	sheet.Text(capitals, x, y+2*kit.SumRowHeight, kit.SumRowHeight, kit.Style{})
}

func sumRows(rows [3][2]string) []kit.SumRow {
	all := make([]kit.SumRow, len(rows))
	for i, r := range rows {
		all[i] = kit.SumRow{Label: r[0], Figure: r[1]}
	}
	return all
}

// drawCatalogue draws the catalogue over the whole page.
func (s *Screen) drawCatalogue(sheet *kit.Sheet, size fyne.Size) {
	title, fact := s.m.CatalogueHead()
	s.drawHead(sheet, size, [2]string{title, fact}, s.add, s.take)
	width := size.Width - 2*kit.Margin
	if s.empty() {
		sheet.Text("目录里还没有教材", kit.Margin, 80, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.Para("书名和单价以当年的书目为准，程序不带。按 Ctrl+N 登记一本，或按 Ctrl+O 导入书目表，表头写：工种、等级、书名、单价。", kit.Margin, 112, width, 20, kit.Quiet())
		return
	}
	bottom := size.Height - footHeight
	sheet.Put(s.titles, kit.Margin, kit.ScreenHeadHeight, width+kit.RowsBar, bottom-kit.ScreenHeadHeight)
	sheet.Line(kit.Margin, bottom, width, kit.Colors.Hair)
	wide := s.drop.MinSize().Width
	sheet.Put(s.drop, kit.Margin, bottom+17, wide, kit.SmallHeight)
	x := kit.Margin + wide + kit.Margin
	sheet.TextIn("改价：先把原来那一条作废，再登记新价。已订的仍按订时的价。", x, bottom+12, size.Width-kit.Margin-x, kit.ButtonHeight, kit.Quiet())
}
