package settings

import (
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Measures of the page.
const (
	fieldPitch  float32 = 40
	formTop     float32 = 16
	labelWide   float32 = 96
	panelInset  float32 = 16
	panelWide   float32 = 392 // with its inset and the margin at its right
	panelSlim   float32 = 336
	panelLow    float32 = 148 // below the list, in a narrow window
	factLabel   float32 = 88
	lineHeight  float32 = 22
	sectionGap  float32 = 20
	columnGap   float32 = 40 // between two columns of the panel
	tabsTop             = kit.ScreenHeadHeight
	contentFrom         = tabsTop + kit.TabHeight
)

// room is where the tab's own part and the panel stand.
func (s *Screen) room(size fyne.Size) (left fyne.Size, panel fyne.Position, panelSize fyne.Size) {
	high := size.Height - contentFrom
	wide := panelWide
	switch s.w.Shape() {
	case shell.Medium:
		wide = panelSlim
	case shell.Narrow:
		low := min(panelLow, high/2)
		return fyne.NewSize(size.Width-2*kit.Margin+kit.RowsBar, high-low), fyne.NewPos(0, size.Height-low), fyne.NewSize(size.Width, low)
	}
	return fyne.NewSize(size.Width-wide-kit.Margin-kit.Gutter, high), fyne.NewPos(size.Width-wide, contentFrom), fyne.NewSize(wide, high)
}

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	sheet.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	if s.tab == Rules {
		s.drawRules(sheet, size)
		return
	}
	left, at, panel := s.room(size)
	sheet.Put(s.panel, at.X, at.Y, panel.Width, panel.Height)
	sheet.Put(s.tabs, kit.Margin, tabsTop, size.Width-2*kit.Margin, kit.TabHeight)
	if rows := s.lists[s.tab]; rows != nil {
		if s.tab == Backups && len(s.kept) == 0 {
			sheet.Text("还没有备份", kit.Margin, contentFrom+formTop, 24, kit.Style{Size: kit.Large, Bold: true})
			sheet.Para("按 Ctrl+B 现在备份一份。每份备份都会重新打开、逐条核对过才算数。", kit.Margin, contentFrom+formTop+32, left.Width, lineHeight, kit.Quiet())
			return
		}
		sheet.Put(rows, kit.Margin, contentFrom, left.Width, left.Height)
		return
	}
	if s.tab == Reviews {
		s.reviewing.draw(sheet, left)
		return
	}
	s.drawNames(sheet, left)
}

// drawRules draws the conditions over the whole width, and beneath them the row
// that is being changed.
func (s *Screen) drawRules(sheet *kit.Sheet, size fyne.Size) {
	low := rulesHeight(size.Height - contentFrom)
	sheet.Put(s.tabs, kit.Margin, tabsTop, size.Width-2*kit.Margin, kit.TabHeight)
	s.drawStanding(sheet, size)
	sheet.Put(s.lists[Rules], kit.Margin, contentFrom, size.Width-2*kit.Margin+kit.RowsBar, size.Height-contentFrom-low)
	sheet.Put(s.rules.panel, 0, size.Height-low, size.Width, low)
}

// drawStanding says at the right of the tabs what is still to be held against
// the original.
func (s *Screen) drawStanding(sheet *kit.Sheet, size fyne.Size) {
	mark, words := s.m.Standing()
	right := size.Width - kit.Margin
	if kit.Margin+s.tabs.MinSize().Width+kit.Margin+kit.Quiet().Width(words) > right {
		return
	}
	right -= kit.Whole(sheet.TextR(words, right, tabsTop, kit.TabHeight, kit.Quiet()).MinSize().Width) + 24
	sheet.Sign(kit.SignOf(mark), right, tabsTop+10, 16)
}

// drawHead draws title and fact, and what can be done with backups.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	right := size.Width - kit.Margin
	if s.tab == Backups {
		right = sheet.ButtonsR(right, 12, 8, s.now, s.out, s.check)
	}
	if s.tab == Years {
		s.years.open.SetLabel(fmt.Sprintf("开启 %d 年度", s.m.office.Working()+1))
		s.years.back.SetLabel(fmt.Sprintf("退回 %d 年度", s.m.office.Working()))
		right = sheet.ButtonsR(right, 12, 8, s.years.open, s.years.back)
	}
	if s.tab == Reviews {
		right = sheet.ButtonsR(right, 12, 8, s.reviewing.add)
	}
	if s.ofPolicy() {
		s.rules.copy.SetLabel(fmt.Sprintf("抄成 %d 年度", s.m.Editing().NextYear()))
		right = sheet.ButtonsR(right, 12, 8, s.rules.copy)
	}
	title, fact := s.m.Head(s.tab)
	x := kit.Margin
	x += kit.Whole(sheet.Text(title, x, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 14, max(0, right-x-kit.Gutter), 28, kit.Lead())
}

// drawNames draws the form of the names.
func (s *Screen) drawNames(sheet *kit.Sheet, left fyne.Size) {
	s.ring.Columns(0, kit.Track{Label: 0, Field: labelWide, Right: min(left.Width, 640)})
	form := s.ring.Object()
	y := contentFrom + formTop
	sheet.Put(form, kit.Margin, y, left.Width, form.MinSize().Height)
	y += form.MinSize().Height + 8
	if why := s.m.Locked(); why != "" {
		sheet.Para(why, kit.Margin+labelWide, y, left.Width-labelWide, lineHeight, kit.Quiet())
	}
}

// drawPanel draws what there is to read; more than there is room for scrolls.
func (s *Screen) drawPanel(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	inset := panelInset
	if s.w.Shape() == shell.Narrow {
		inset = kit.Margin
		sheet.Line(0, 0, size.Width, kit.Colors.HeadLine)
	}
	inside := kit.NewSheet()
	s.drawReading(newColumn(inside, size.Width-inset-kit.Margin, s.w.Shape() == shell.Narrow))
	s.scroll.Content = inside.Object()
	sheet.Put(s.scroll, inset, 8, size.Width-inset-kit.Margin+kit.RowsBar, max(0, size.Height-16))
	s.scroll.Refresh()
}
