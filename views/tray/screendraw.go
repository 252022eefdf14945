package tray

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// Measures of the page.
const (
	groupsWidth  float32 = 272
	groupPitch   float32 = 56
	figuresLine  float32 = 32
	stripHeight  float32 = 72
	stripSpace   float32 = 16  // below the columns
	leastRows    float32 = 760 // the rows' width, or the groups become a strip
	lowBelow     float32 = 520 // pages lower than this do without the columns
	columnsHeads float32 = 32
	groupStrip   float32 = 36
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	if s.m.Empty() {
		s.drawEmpty(sheet, size)
		return
	}
	s.drawHead(sheet, size)
	y := kit.ScreenHeadHeight
	width := size.Width - 2*kit.Margin
	s.drawFigures(sheet, kit.Margin, y, width)
	y += figuresLine
	if size.Height >= lowBelow {
		sheet.Rect(kit.Margin, y, width, stripHeight, kit.Colors.Panel)
		sheet.Put(s.columns, kit.Margin, y, width, stripHeight)
		y += stripHeight + stripSpace
	}
	x := kit.Margin
	switch {
	case width-groupsWidth-kit.Margin >= leastRows:
		s.turned = false
		s.drawProblems(sheet, x, y, size.Height)
		x += groupsWidth + kit.Margin
		width -= groupsWidth + kit.Margin
	case s.turned:
		s.drawProblems(sheet, x, y, size.Height)
		return
	default:
		s.drawGroupStrip(sheet, x, y, width)
		y += groupStrip
	}
	s.drawHeads(sheet, x, y, width)
	y += columnsHeads
	sheet.Put(s.roll, x, y, width+kit.RowsBar, size.Height-y)
	if s.size != size {
		s.size = size
		s.measure()
		s.reveal()
	}
}

// drawHead sets the title, the file and the buttons.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.enter, s.mark, s.back)
	title, file := s.m.Title()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	if s.working != nil {
		file = s.working.Title + "…　" + wording.Count(s.working.Done) + " / " + wording.Count(s.working.Total)
	}
	if !s.others.Hidden {
		wide := s.others.MinSize().Width
		right -= wide + 4
		sheet.Put(s.others, right, 17, wide, kit.SmallHeight)
	}
	sheet.TextIn(file, x, 15, right-x-12, 28, kit.Lead())
}

// drawFigures writes what became of the rows in one line.
func (s *Screen) drawFigures(sheet *kit.Sheet, x, y, width float32) {
	right := x + width
	wide := s.mapping.MinSize().Width
	sheet.Put(s.mapping, right-wide, y+5, wide, kit.SmallHeight)
	right -= wide + kit.Margin
	for _, f := range s.m.Figures() {
		sign, style := kit.SignOf(f.Mark), kit.Style{}
		if sign != kit.NoSign {
			style = style.In(sign.Color())
		}
		room := x + 24 + style.Width(f.Word+f.Number)
		if room > right {
			return
		}
		if sign != kit.NoSign {
			sheet.Sign(sign, x, y+8, 16)
			x += 20
		}
		x += kit.Whole(sheet.Text(f.Word, x, y, figuresLine, style).Size().Width) + 5
		x += kit.Whole(sheet.Text(f.Number, x, y, figuresLine, kit.Strong().In(style.Color)).Size().Width)
		switch {
		case f.Of == "":
		case sign == kit.NoSign && f.Word == "跳过":
			x += sheet.TextIn("："+f.Of, x, y, right-x, figuresLine, kit.Quiet()).Size().Width
		default:
			x += 5 + sheet.TextIn(f.Of, x+5, y, right-x, figuresLine, kit.Style{}).Size().Width
		}
		x = kit.Whole(x + kit.Margin)
	}
	if notes := s.m.Notes(); notes != "" && x < right-80 {
		sheet.TextIn(notes, x, y, right-x, figuresLine, kit.Quiet())
	}
}

// drawProblems draws the groups and, where there is room, their keys.
func (s *Screen) drawProblems(sheet *kit.Sheet, x, y, bottom float32) {
	sheet.Head("问题", "行", x, y, groupsWidth)
	y += kit.HeadHeight
	high := float32(len(s.m.Groups())) * groupPitch
	high = min(high, bottom-y)
	sheet.Put(s.groups, x, y, groupsWidth, high)
	y += high + 20
	for _, line := range keyLines {
		if y+28 > bottom-8 {
			return
		}
		at := x
		for _, k := range line {
			for _, cap := range k.caps {
				at += sheet.KeyCap(cap, at, y) + 8
			}
			at += kit.Whole(sheet.Text(k.does, at, y, kit.SmallHeight, kit.Quiet()).Size().Width) + 20
		}
		y += 28
	}
}

// keyLines are the keys printed below the groups.
var keyLines = [][]struct {
	caps []string
	does string
}{
	{{[]string{"↑", "↓"}, "换行"}, {[]string{"Tab"}, "下一处要答的"}},
	{{[]string{"F9"}, "退给单位"}, {[]string{"Ctrl+D"}, "这一行不要"}},
	{{[]string{"Ctrl+Z"}, "撤销刚才的改动"}},
	{{[]string{"F6"}, "到问题，再按回到行"}},
}

func groupSign(g Group) kit.Sign {
	switch {
	case g.Done:
		return kit.Passed
	case g.Grave:
		return kit.Blocked
	}
	return kit.Warned
}

// drawGroups draws the problems one below the other.
func (s *Screen) drawGroups(p *pane, sheet *kit.Sheet, size fyne.Size) {
	for i, g := range s.m.Groups() {
		y := float32(i) * groupPitch
		style := kit.Style{}
		if g.Current {
			sheet.Rect(0, y, size.Width, groupPitch, kit.Colors.AccentTint)
			bar := kit.Colors.Accent
			if !p.inside {
				bar = kit.Colors.AccentLine
			}
			sheet.Bar(0, y, groupPitch, bar)
			style = kit.Strong()
		}
		sheet.Sign(groupSign(g), 12, y+11, 16)
		count := sheet.TextR(g.Count, size.Width-12, y+6, 26, kit.Strong()).Size().Width
		sheet.TextIn(g.Title, 36, y+6, size.Width-36-24-count, 26, style)
		sheet.TextIn(g.Advice, 36, y+27, size.Width-48, 22, kit.Quiet())
		sheet.Line(0, y+groupPitch-1, size.Width, kit.Colors.Hair)
	}
}

// drawGroupStrip is the groups where there is no room for them: the one that one is
// in, and the key that shows the others.
func (s *Screen) drawGroupStrip(sheet *kit.Sheet, x, y, width float32) {
	groups, at := s.m.Groups(), s.m.Group()
	if at < 0 {
		return
	}
	g := groups[at]
	sheet.Rect(x, y, width, groupStrip-4, kit.Colors.AccentTint)
	sheet.Bar(x, y, groupStrip-4, kit.Colors.Accent)
	sheet.Sign(groupSign(g), x+12, y+8, 16)
	at2 := x + 36
	at2 += kit.Whole(sheet.Text(g.Title, at2, y, groupStrip-4, kit.Strong()).Size().Width) + 8
	at2 += kit.Whole(sheet.Text(g.Count, at2, y, groupStrip-4, kit.Strong()).Size().Width) + 16
	right := x + width - 8
	if more := len(groups) - 1; more > 0 {
		right -= sheet.KeyCapR("F6", right, y+5) + 8
		right -= sheet.TextR("另有 "+wording.Count(more)+" 种问题", right, y, groupStrip-4, kit.Quiet()).Size().Width + 16
	}
	sheet.TextIn(g.Advice, at2, y, right-at2, groupStrip-4, kit.Quiet())
}

// drawEmpty says that nothing waits.
func (s *Screen) drawEmpty(sheet *kit.Sheet, size fyne.Size) {
	title, file := s.m.Title()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	if s.working != nil {
		file = s.working.Title + "…"
	}
	sheet.TextIn(file, x, 15, size.Width-x-kit.Margin, 28, kit.Lead())
	if !s.opened {
		return
	}
	y := kit.ScreenHeadHeight + 12
	width := size.Width - 2*kit.Margin
	sheet.Sign(kit.Passed, kit.Margin, y+4, 16)
	sheet.Text("没有等着处理的行", kit.Margin+24, y, 24, kit.Style{Size: kit.Large, Bold: true})
	y += 32
	y += sheet.Para("单位报来的表里没有能进入的行，会留在这里：逐行改好放入，或退给单位。原表怎么写的一直留着。", kit.Margin+24, y, width-24, 22, kit.Quiet()) + 12
	sheet.Put(s.choose, kit.Margin+24, y, s.choose.MinSize().Width, kit.ButtonHeight)
}
