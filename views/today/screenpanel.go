package today

import (
	"image/color"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

const (
	panelRow  float32 = 28 // pitch of a line in the panel
	panelGap  float32 = 12 // before a section's head
	barSide   float32 = 8  // thickness of the bar of the year
	partGap   float32 = 2
	laterDays float32 = 56 // the column of the days that are left
	doneGap   float32 = 32 // between the two columns of what was done
	doneRows  float32 = 3
)

// drawPanel draws what was done, how far the year is, and the days that no
// longer fit on the ruler.
func (s *Screen) drawPanel(sheet *kit.Sheet, g kit.Grid, a area, onRuler int) {
	left := g.X(8)
	sheet.Rect(left, a.top, g.Right+kit.Margin-left, a.bottom-a.top, kit.Colors.Panel)
	x, w, y := left+16, g.Right-left-16, a.top
	if why, _ := s.model.Empty(); why == "" {
		y = s.drawNote(sheet, line{x, y, w}, noteRoom(a.bottom-a.top-s.panelNeed(w, onRuler))) + panelGap
		y = s.drawDone(sheet, x, y, w) + panelGap
		y = s.drawProgress(sheet, x, y, w) + panelGap
	}
	s.drawLater(sheet, x, w, area{y, a.bottom}, onRuler)
}

// line is where a section's head stands.
type line struct{ x, y, w float32 }

// drawHead sets a section's head on the same line as those of the list beside
// it.
func drawHead(sheet *kit.Sheet, at line, title, fact string) {
	sheet.Text(title, at.x, at.y, kit.HeadHeight, kit.Strong())
	sheet.TextR(fact, at.x+at.w, at.y, kit.HeadHeight, kit.Quiet())
	sheet.Line(at.x, at.y+kit.HeadHeight-1, at.w, kit.Colors.HeadLine)
}

func (s *Screen) drawDone(sheet *kit.Sheet, x, y, w float32) (end float32) {
	sums, until := s.model.Done()
	drawHead(sheet, line{x, y, w}, "今天已办", until)
	y += kit.HeadHeight + 5
	half := kit.Whole((w - doneGap) / 2)
	for i, sum := range sums {
		at := x + float32(i%2)*(half+doneGap)
		sheet.Text(sum.Label, at, y+float32(i/2)*panelRow, panelRow, kit.Quiet())
		sheet.TextR(sum.Figure, at+half, y+float32(i/2)*panelRow, panelRow, kit.Strong())
	}
	return y + doneRows*panelRow
}

// panelNeed is how much height the panel wants besides the note itself.
func (s *Screen) panelNeed(w float32, onRuler int) (need float32) {
	done := kit.HeadHeight + 5 + doneRows*panelRow
	progress := kit.HeadHeight + 10 + barSide + 6 + 24
	if _, _, parts := s.model.Progress(); s.partsWidth(parts) > w {
		progress += 24
	}
	need = kit.HeadHeight + 8 + done + progress + 4*panelGap
	if _, later := s.model.Deadlines(onRuler); len(later) > 0 {
		need += kit.HeadHeight + 5 + float32(len(later))*panelRow
	}
	return need
}

// partsWidth is how wide all shares of the year are beside each other.
func (s *Screen) partsWidth(parts []Part) (wide float32) {
	for i, p := range parts {
		if wide += s.partWidth(p); i > 0 {
			wide += 16
		}
	}
	return wide
}

func (s *Screen) drawProgress(sheet *kit.Sheet, x, y, w float32) (end float32) {
	all, words, parts := s.model.Progress()
	drawHead(sheet, line{x, y, w}, "本年进度", words)
	y += kit.HeadHeight + 10
	at, each := x, w/float32(max(1, all))
	for i, p := range parts {
		if wide := float32(p.Count) * each; wide > 0 {
			sheet.Rect(at, y, max(1, wide-partGap), barSide, partColor(i))
			at += wide
		}
	}
	y += barSide + 6
	at = x
	for i, p := range parts {
		wide := s.partWidth(p)
		if at > x && at+wide > x+w {
			at, y = x, y+24
		}
		drawPart(sheet, p, i, at, y)
		at += wide + 16
	}
	return y + 24
}

// drawPart writes a share: its colour, its word, its figure.
func drawPart(sheet *kit.Sheet, p Part, i int, x, y float32) {
	sheet.Rect(x, y+8, barSide, barSide, partColor(i))
	x += barSide + 5
	x += sheet.Text(p.Label, x, y, 24, kit.Quiet()).MinSize().Width + 4
	sheet.Text(p.Figure, x, y, 24, kit.Strong())
}

func (s *Screen) partWidth(p Part) float32 {
	return barSide + 5 + kit.Quiet().Width(p.Label) + 4 + kit.Strong().Width(p.Figure)
}

// partColor is the colour of a share of the year, from the decided ones on.
func partColor(i int) color.Color {
	c := kit.Colors
	return [...]color.Color{c.Pass, c.AccentLine, c.Warn, c.HeadLine}[i]
}

// drawLater lists the days behind those on the ruler, as many as fit.
func (s *Screen) drawLater(sheet *kit.Sheet, x, w float32, a area, onRuler int) {
	_, later := s.model.Deadlines(onRuler)
	y := a.top + kit.HeadHeight + 5
	if len(later) == 0 || y+panelRow > a.bottom {
		return
	}
	drawHead(sheet, line{x, a.top, w}, "再往后", "")
	room, dated := w-laterDays, true
	for _, d := range later {
		dated = dated && kit.Style{}.Width(d.Name)+12+kit.Quiet().Width(d.Day) <= room
	}
	for _, d := range later {
		if y+panelRow > a.bottom {
			return
		}
		sheet.TextR(d.Days+" "+d.Unit, x+w, y, panelRow, kit.Quiet())
		if dated { // all of them or none: they stand in a column
			sheet.TextR(d.Day, x+room, y, panelRow, kit.Quiet())
		}
		sheet.TextIn(d.Name, x, y, room-12, panelRow, kit.Style{})
		y += panelRow
	}
}

// drawStrip is the panel in a narrow window: one line at the foot.
func (s *Screen) drawStrip(sheet *kit.Sheet, g kit.Grid, size fyne.Size) {
	y := size.Height - stripHeight
	sheet.Rect(0, y, size.Width, stripHeight, kit.Colors.Panel)
	sheet.Line(0, y, size.Width, kit.Colors.Hair)
	sums, _ := s.model.Done()
	x := g.Left + sheet.Text("今天", g.Left, y, stripHeight, kit.Strong()).MinSize().Width + 12
	for _, sum := range sums {
		x += sheet.Text(sum.Label, x, y, stripHeight, kit.Quiet()).MinSize().Width + 4
		x += sheet.Text(sum.Figure, x, y, stripHeight, kit.Strong()).MinSize().Width + 12
	}
	_, words, parts := s.model.Progress()
	right := g.Right
	for i := len(parts) - 1; i >= 0; i-- {
		right -= s.partWidth(parts[i])
		drawPart(sheet, parts[i], i, right, y+6)
		right -= 12
	}
	if room := kit.Strong().Width("本年 " + words); right-room > x+12 {
		sheet.TextR("本年 "+words, right-4, y, stripHeight, kit.Strong())
	}
}
