package record

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/wording"
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
	stepIndent float32 = 42
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

// drawFoot puts the buttons for the whole record and returns the height taken.
func (p *panelPart) drawFoot(sheet *kit.Sheet, size fyne.Size) float32 {
	right, y := size.Width-kit.Margin, size.Height-panelFoot
	if sheet.ButtonsR(right, y+10, 8, p.s.submit, p.s.print, p.s.discard) == right {
		return 0
	}
	sheet.Line(panelPad, y, size.Width-kit.Margin-panelPad, kit.Colors.Hair)
	return panelFoot
}

func (p *panelPart) drawBody(sheet *kit.Sheet, right float32) {
	v := p.s.model.Panel()
	y := float32(0)
	if v.Note != "" {
		y += sheet.Para(v.Note, panelPad, y+4, right-panelPad, 22, kit.Strong()) + 20
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

// lineRoom is where a finding ends at the right, and how it is set.
type lineRoom struct {
	right float32
	first bool // set larger
	goes  bool // leads to a field
	keyed bool // and is the first that does
}

// goes reports whether a finding is mended in a field of the form.
func (p *panelPart) goes(l Line) bool {
	return l.Key != "" && l.Mark >= wording.Warn && !p.s.form.locked[l.Key]
}

// drawLine sets a finding: what, why, what to do, where it is written.
func (p *panelPart) drawLine(sheet *kit.Sheet, l Line, y float32, room lineRoom) float32 {
	top, sign := y, kit.SignOf(l.Mark)
	x, style := panelPad, kit.Strong()
	if room.first && l.Mark >= wording.Warn {
		style.Size = kit.Large
	}
	y += 4
	if sign != kit.NoSign {
		sheet.Sign(sign, x, y+4, 16)
		x += signIndent
	}
	end := room.right
	if room.goes {
		end = p.drawGo(sheet, l.Key, y, room)
	}
	sheet.TextIn(l.Title, x, y, end-x, 24, style)
	y += 28
	width := room.right - panelPad
	y += sheet.Para(l.Fact, panelPad, y, width, 20, kit.Style{})
	for i, step := range l.Steps {
		if i == 0 {
			y += 4
			sheet.Text("要做", panelPad, y, 20, kit.Quiet())
		}
		y += sheet.Para(step, panelPad+stepIndent, y, width-stepIndent, 20, kit.Style{})
	}
	y += 4
	if l.Source != "" {
		y += sheet.Para(l.Source, panelPad, y, width, 20, kit.Faint()) + 4
	}
	color := sign.Color()
	if sign == kit.NoSign {
		color = kit.Colors.HeadLine
	}
	sheet.Bar(0, top, y-top, color)
	return y - top
}

// drawGo puts the link to the finding's field and returns where it begins.
func (p *panelPart) drawGo(sheet *kit.Sheet, key string, y float32, room lineRoom) float32 {
	cap := ""
	if room.keyed {
		cap = "F6"
	}
	link := p.s.link("去补", cap, func() { p.s.toField(key) })
	wide := link.MinSize().Width
	sheet.Put(link, room.right-wide, y+1, wide, kit.SmallHeight)
	return room.right - wide - 12
}

// drawMet lists what is met: with its figure where the policy has one, the
// others together.
func (p *panelPart) drawMet(sheet *kit.Sheet, met []Met, y, right float32) float32 {
	top := y
	sheet.Head(fmt.Sprintf("符合 %d 项", len(met)), "", panelPad, y, right-panelPad)
	y += kit.HeadHeight + 3
	var others []string
	for _, m := range met {
		if m.Want == "" {
			others = append(others, m.Title)
			continue
		}
		sheet.Sign(kit.Passed, panelPad, y+5, 16)
		title := sheet.Text(m.Title, panelPad+signIndent, y, 26, kit.Style{})
		want := sheet.TextR(m.Want, right, y, 26, kit.Style{})
		if m.Unconfirmed {
			at := right - max(want.Size().Width, 120) - 12
			at = max(at, panelPad+signIndent+title.Size().Width+12+kit.Quiet().Width("待核对"))
			sheet.TextR("待核对", min(at, right-want.Size().Width-8), y, 26, kit.Quiet())
		}
		y += 26
	}
	if len(others) > 0 {
		sheet.Sign(kit.Passed, panelPad, y+5, 16)
		y += sheet.Para(strings.Join(slices.Compact(others), "、"), panelPad+signIndent, y+3, right-panelPad-signIndent, 20, kit.Quiet()) + 6
	}
	return y - top
}
