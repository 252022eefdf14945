package fees

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Measures of the page.
const (
	panelWidth  float32 = 304
	footHeight  float32 = 56
	barHeight   float32 = 44 // of the tabs and the unit
	stripHeight float32 = 36
	unitWidth   float32 = 232

	viewKeys = "1—5" // choose a tab
)

// draw places the parts: head, tabs, list and foot; at the right the panel, which
// becomes a strip beneath the tabs where there is less room.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	sheet.Put(s.ring.Object(), 0, 0, 0, 0)
	sheet.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	right := size.Width
	narrow := s.w.Shape() != shell.Wide
	if !narrow {
		right -= panelWidth
		sheet.Put(s.panel, right, kit.ScreenHeadHeight, panelWidth, size.Height-kit.ScreenHeadHeight)
	}
	x, y, width := kit.Margin, kit.ScreenHeadHeight, right-2*kit.Margin
	y = s.drawBar(sheet, x, y, width)
	if narrow {
		sheet.Put(s.strip, x, y, width, stripHeight)
		y += stripHeight
	}
	bottom := size.Height - footHeight
	if s.m.Count() == 0 {
		why, what := s.m.Empty()
		sheet.TextIn(why, x, y+16, width, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.Para(what, x, y+46, width, 20, kit.Quiet())
	} else {
		sheet.Put(s.rows, x, y, width+kit.RowsBar, bottom-y)
	}
	s.drawFoot(sheet, x, bottom, width)
}

// drawBar sets the tabs and, at the right, the unit.
func (s *Screen) drawBar(sheet *kit.Sheet, x, y, width float32) (end float32) {
	tabs := kit.Whole(s.tabs.MinSize().Width)
	sheet.Put(s.tabs, x, y, tabs, kit.TabHeight)
	if at := x + tabs + kit.Gutter; at+kit.KeyCapWidth(viewKeys)+kit.Margin < x+width-unitWidth {
		sheet.KeyCap(viewKeys, at, y+5)
	}
	if room := width - tabs - kit.Margin; room >= unitWidth*0.6 {
		wide := min(unitWidth, room)
		sheet.Put(s.unit, x+width-wide, y+2, wide, kit.FieldHeight)
		return y + barHeight
	}
	y += barHeight
	sheet.Put(s.unit, x, y, min(unitWidth*1.4, width), kit.FieldHeight)
	return y + kit.FieldPitch + 8
}

func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.reconcile)
	for _, b := range []*kit.Button{s.sheets, s.sums, s.books} {
		if b.Hidden {
			continue
		}
		wide := b.MinSize().Width
		right -= kit.Gutter + wide
		sheet.Put(b, right, 17, wide, kit.SmallHeight)
	}
	title, fact := s.m.Head()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 15, right-x-kit.Gutter, 28, kit.Lead())
}

// drawFoot sets what can be done with the current or the selected people.
func (s *Screen) drawFoot(sheet *kit.Sheet, x, y, width float32) {
	if s.m.Count() == 0 {
		return
	}
	sheet.Line(x, y, width, kit.Colors.Hair)
	sheet.ButtonsR(x+width, y+12, 8, s.pay, s.slip, s.correct)
	for _, b := range []*kit.Button{s.print, s.record} {
		wide := b.MinSize().Width
		sheet.Put(b, x, y+17, wide, kit.SmallHeight)
		x += wide + kit.Gutter
	}
}

// drawPanel sets the last day and the sums.
func (s *Screen) drawPanel(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	x, w, y := float32(16), size.Width-16-kit.Margin, float32(12)
	for _, d := range s.m.Deadlines() {
		y += s.drawDeadline(sheet, d, [3]float32{x, y, w}) + 12
	}
	sheet.Head("合计", "元", x, y, w)
	sheet.TextR("人", x+w-112, y+6, 24, kit.Quiet())
	y += kit.HeadHeight + 4
	y += drawSum(sheet, s.m.Sum(), [3]float32{x, y, w}) + 16
	parts := s.m.Parts(ByLevel)
	if len(parts) == 0 || y+kit.HeadHeight+float32(len(parts))*kit.SumRowHeight > size.Height {
		return
	}
	sheet.Head("按等级", "未缴", x, y, w)
	sheet.TextR("已缴", x+w-88, y+6, 24, kit.Quiet())
	y += kit.HeadHeight + 4
	province := false
	for _, p := range parts {
		sheet.TextIn(p.Name, x, y, 84, kit.SumRowHeight, kit.Quiet())
		sheet.TextR(p.Paid.String(), x+w-88, y, kit.SumRowHeight, kit.Style{})
		sheet.TextR(p.Owing.String(), x+w, y, kit.SumRowHeight, kit.Style{})
		y += kit.SumRowHeight
		province = province || strings.HasSuffix(p.Name, provinces)
	}
	if province && y+8+2*20 <= size.Height {
		sheet.Para("“省收”的两次费用都由省工考管理机构收缴。", x, y+8, w, 20, kit.Faint())
	}
}

// drawDeadline sets days left large; a day that is not in force says what to do.
func (s *Screen) drawDeadline(sheet *kit.Sheet, d Deadline, at [3]float32) float32 {
	x, y, w := at[0], at[1], at[2]
	if d.Days == "" {
		sheet.Sign(kit.Unconfirmed, x, y+4, 16)
		sheet.TextIn(d.Words, x+24, y, w-24, 24, kit.Strong())
		return 26 + sheet.Para(d.Hint, x, y+26, w, 20, kit.Quiet())
	}
	style := kit.Style{Size: kit.Days, Bold: true, Color: kit.Colors.Accent}
	if d.Over {
		style.Color = kit.Colors.Ink2
	}
	wide := kit.Whole(sheet.Text(d.Days, x, y, 40, style).MinSize().Width)
	return max(40, 10+sheet.Para(d.Words, x+wide+8, y+12, w-wide-8, 20, kit.Style{}))
}

// drawSum sets lines as a sum with people and money; the last one decides.
func drawSum(sheet *kit.Sheet, lines []Line, at [3]float32) float32 {
	x, y, w := at[0], at[1], at[2]
	for i, l := range lines {
		style := kit.Style{}
		if i == len(lines)-1 {
			sheet.Line(x, y, w, kit.Colors.HeadLine)
			style = kit.Strong()
		}
		sheet.TextIn(l.Label, x, y, 96, kit.SumRowHeight, kit.Quiet())
		sheet.TextR(l.People, x+w-112, y, kit.SumRowHeight, kit.Style{})
		sheet.TextR(l.Money, x+w, y, kit.SumRowHeight, style)
		y += kit.SumRowHeight
	}
	return y - at[1]
}

// drawStrip says in one line what the panel says.
func (s *Screen) drawStrip(sheet *kit.Sheet, size fyne.Size) {
	lines := s.m.Sum()
	last := lines[len(lines)-1]
	words := "应缴 " + lines[0].Money + "　已缴 " + lines[1].Money + "　未缴 " + last.Money
	sheet.TextIn(words, 0, 4, size.Width, 24, kit.Strong())
	at := kit.Strong().Width(words) + kit.Margin
	d := s.m.Deadlines()[0]
	sheet.TextIn(strings.TrimSpace(d.Days+" "+d.Words), at, 4, size.Width-at, 24, kit.Quiet())
}
