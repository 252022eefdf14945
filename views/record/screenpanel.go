package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
)

// panelPart is the verdict at the right: its head, what deserves a word, what is
// met, what happened, and what can be done with the whole record.
type panelPart struct {
	s       *Screen
	object  *fyne.Container
	scroll  *container.Scroll
	lane    *kit.Lane
	moments []Moment
	reading string // said while the timeline is being read
	whole   bool   // all that happened, in the place of the rules
}

const (
	panelPad   float32 = 16
	panelFoot  float32 = 52
	signIndent float32 = 24
)

func newPanelPart(s *Screen) *panelPart {
	p := &panelPart{s: s}
	p.scroll = container.NewVScroll(kit.NewSheet().Object())
	p.lane = s.w.Runner.NewLane(p.progress)
	p.object = kit.Drawn(fyne.NewSize(0, 0), p.draw)
	return p
}

func (p *panelPart) draw(sheet *kit.Sheet, size fyne.Size) {
	if p.s.model == nil {
		return
	}
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	right := size.Width - kit.Margin
	body := kit.NewSheet()
	if p.whole {
		p.drawWholeHead(sheet, right)
		p.drawWhole(body, right)
	} else {
		p.drawHead(sheet, right)
		p.drawBody(body, right)
	}
	p.scroll.Content = body.Object()
	sheet.Put(p.scroll, 0, formTop, size.Width, size.Height-formTop-p.drawFoot(sheet, size))
	p.scroll.Refresh()
}

// drawHead writes the verdict.
func (p *panelPart) drawHead(sheet *kit.Sheet, right float32) {
	v := p.s.model.Panel()
	x := panelPad
	if sign := kit.SignOf(v.Mark); sign != kit.NoSign {
		sheet.Sign(sign, x, 17, 22)
		x += 32
	}
	facts := sheet.TextR(strings.Join(v.Facts, "　"), right, 14, 28, kit.Quiet())
	room := right - facts.Size().Width - 12 - x
	style := kit.Title()
	if style.Width(v.Title) > room {
		style.Size = kit.Large
	}
	sheet.TextIn(v.Title, x, 14, room, 28, style)
}

// drawFoot puts the buttons for the whole record and returns the height taken;
// what does not fit beside them stands above.
func (p *panelPart) drawFoot(sheet *kit.Sheet, size fyne.Size) float32 {
	const row float32 = 30
	right, y := size.Width-kit.Margin, size.Height-panelFoot
	left := sheet.ButtonsR(right, y+10, 8, p.s.submit, p.s.print, p.s.discard)
	height := panelFoot
	if !p.s.other.Hidden {
		wide, at := p.s.other.MinSize().Width, y+15
		if panelPad+wide > left {
			at, y, height, left = y-row+10, y-row, height+row, right
		}
		sheet.Put(p.s.other, panelPad, at, wide, kit.SmallHeight)
		x, years := panelPad+wide+kit.Margin, p.s.past.MinSize().Width
		if p.s.past.Hidden = x+years > left; !p.s.past.Hidden {
			sheet.Put(p.s.past, x, at, years, kit.SmallHeight)
		}
	} else if left == right {
		return 0
	}
	sheet.Line(panelPad, y, size.Width-kit.Margin-panelPad, kit.Colors.Hair)
	return height
}

func (p *panelPart) drawBody(sheet *kit.Sheet, right float32) {
	v := p.s.model.Panel()
	y := float32(0)
	if v.Note != "" {
		y += p.drawNote(sheet, v.Note, y, right)
	}
	if v.Lacks != "" && v.Twin == "" {
		y += sheet.Para(v.Lacks, panelPad, y+4, right-panelPad, 20, kit.Quiet()) + 20
	}
	if v.Twin != "" {
		y += p.drawTwin(sheet, v.Twin, y, right)
	}
	keyed := false
	for i, line := range v.Lines {
		room := lineRoom{right: right, first: i == 0, goes: p.goes(line)}
		room.keyed = room.goes && !keyed
		keyed = keyed || room.goes
		y += p.drawLine(sheet, line, y, room) + panelPad
	}
	if len(v.Met) > 0 {
		y += p.drawMet(sheet, v.Met, y, right) + panelPad
	}
	p.drawRecent(sheet, y, right)
}

// drawNote says why nothing can be changed, and how it still can.
func (p *panelPart) drawNote(sheet *kit.Sheet, note string, y, right float32) float32 {
	end := right
	if p.s.model.can(ActCorrect) {
		link := p.s.link("更正", "Ctrl+E", p.s.toCorrect)
		wide := link.MinSize().Width
		sheet.Put(link, right-wide, y+4, wide, kit.SmallHeight)
		end -= wide + 12
	}
	return sheet.Para(note, panelPad, y+4, end-panelPad, 22, kit.Strong()) + 20
}

// drawTwin leads to whoever has this ID number already.
func (p *panelPart) drawTwin(sheet *kit.Sheet, twin string, y, right float32) float32 {
	open := kit.NewButton("打开已有的那一份", "F5", true, p.s.toTwin)
	open.Join(p.s.w.Keys, func(bool) { p.s.focus(p.s.at) })
	top := y
	y += 4
	y += sheet.Para(twin, panelPad, y, right-panelPad, 20, kit.Strong())
	y += sheet.Para("同一人一年只能申报一次。", panelPad, y+2, right-panelPad, 20, kit.Style{}) + 10
	sheet.Put(open, panelPad, y, open.MinSize().Width, kit.ButtonHeight)
	y += kit.ButtonHeight + 4
	sheet.Bar(0, top, y-top, kit.Blocked.Color())
	return y - top + panelPad
}
