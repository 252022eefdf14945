package tray

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// said is what stands below the cell of the open row.
type said struct {
	text  string
	style kit.Style
}

// sayings are what is wrong with the open row and what to do, who follows it, and
// what of it does not fit into its line.
func (s *Screen) sayings(r Row, c columnsOf) (all []said) {
	if words := s.trouble(r); words != "" {
		if r.Label != "" && !strings.Contains(words, r.Label) {
			words = r.Label + "　" + words
		}
		all = append(all, said{words, kit.Quiet()})
	}
	if r.More > 0 {
		all = append(all, said{fmt.Sprintf("改好这一处，还有 %d 处", r.More), kit.Quiet()})
	}
	if also := s.m.Alike(); also != "" {
		all = append(all, said{also, kit.Quiet()})
	}
	if long := (kit.Style{}).Width(r.Written) > c.text-8-c.written-38; long && !strings.Contains(s.trouble(r), r.Written) {
		all = append(all, said{"全文：" + r.Written, kit.Quiet()})
	}
	return all
}

// belowName is what stands below the name: the whole of one that was cut, sheet and
// file.
func (s *Screen) belowName(r Row) (all []string) {
	if (kit.Style{}).Width(r.Name) > nameRoom {
		all = append(all, r.Name)
	}
	if r.Where != "" {
		all = append(all, r.Where)
	}
	return all
}

// openHeight is how high the open row is.
func (s *Screen) openHeight() float32 {
	width := s.width
	if width <= 0 || s.m.Lines() == 0 {
		return rowPitch
	}
	r, c := s.m.Row(s.m.Current()), columnsIn(width)
	if b, ok := s.m.Beside(); ok {
		return s.besideHeight(b, width)
	}
	left, middle := float32(0), float32(0)
	for _, text := range s.belowName(r) {
		left += float32(len(kit.Lines(text, c.written-16-12, kit.Normal, false))) * linePitch
	}
	for _, line := range s.sayings(r, c) {
		middle += float32(len(kit.Lines(line.text, s.sayingRoom(c), kit.Normal, false)))*linePitch + 2
	}
	below := max(left, middle, float32(len(s.open.offers))*offerPitch)
	if below == 0 {
		return rowPitch
	}
	return cellTop + kit.FieldHeight + 6 + below + openFoot
}

// sayingRoom is the width of what is said: to the field where answers stand under
// it, else to the end.
func (s *Screen) sayingRoom(c columnsOf) float32 {
	if len(s.open.offers) > 0 {
		return c.text - 8 - c.written
	}
	return c.right - c.written - 8
}

// drawOpen draws the row one is at, with its field.
func (s *Screen) drawOpen(sheet *kit.Sheet, line int, y, width float32) {
	high := s.heights.of(line)
	sheet.Rect(0, y, width, high-1, kit.Colors.Panel)
	sheet.Bar(0, y, high-1, kit.Colors.Accent)
	sheet.Line(0, y+high-1, width, kit.Colors.Hair)
	r, c := s.m.Row(line), columnsIn(width)
	if b, ok := s.m.Beside(); ok {
		s.drawBeside(sheet, r, b, y, width)
		return
	}
	s.drawPlace(sheet, r, y, c)
	s.drawWritten(sheet, r, y, c)
	at := y + cellTop + kit.FieldHeight + 6
	for _, text := range s.belowName(r) {
		at += sheet.Para(text, 16, at, c.written-16-12, linePitch, kit.Quiet())
	}
	at = y + cellTop + kit.FieldHeight + 6
	for _, line := range s.sayings(r, c) {
		at += sheet.Para(line.text, c.written, at, s.sayingRoom(c), linePitch, line.style) + 2
	}
	wide := width - stateRoom - c.text
	ready, word := s.judged(r)
	if s.open.field == nil {
		sheet.KeyCap("F9", c.text+8, y+cellTop+4)
		sheet.TextIn("退给单位　Shift+F9 这一组都退", c.text+8+kit.KeyCapWidth("F9")+8, y+cellTop, wide-48, kit.FieldHeight, kit.Quiet())
	} else {
		sheet.Put(s.open.field, c.text, y+cellTop, wide, kit.FieldHeight)
		s.drawOffers(sheet, c.text, y+cellTop+kit.FieldHeight+4, width-c.text-8)
	}
	s.drawState(sheet, ready, word, y, c)
}

// drawOffers draws the answers that may be chosen, each with its figure.
func (s *Screen) drawOffers(sheet *kit.Sheet, x, y, width float32) {
	if n := len(s.open.offers); n > 0 {
		sheet.Rect(x, y, width, float32(n)*offerPitch, kit.Colors.Paper)
	}
	for i, o := range s.open.offers {
		top, style := y+float32(i)*offerPitch, kit.Style{}
		if i == s.open.marked {
			sheet.Rect(x, top, width, offerPitch, kit.Colors.AccentTint)
			style = kit.Strong()
		}
		sheet.KeyCap(fmt.Sprint(i+1), x+8, top+4)
		room := width - 38 - 12
		if o.Why != "" {
			why := kit.Fit(o.Why, max(90, room-style.Width(o.Text)-12), kit.Normal, false)
			room -= sheet.TextR(why, x+width-16, top, offerPitch, kit.Quiet()).Size().Width + 12
		}
		sheet.TextIn(o.Text, x+38, top, room, offerPitch, style)
	}
}

// offerAt is the answer that was pressed; -1 for none.
func (s *Screen) offerAt(at fyne.Position) int {
	if b, ok := s.m.Beside(); ok {
		return s.besideOfferAt(b, at)
	}
	c, top := columnsIn(s.width), s.heights.tops[s.m.Current()]+cellTop+kit.FieldHeight+4
	n := int((at.Y - top) / offerPitch)
	if at.X < c.text || at.Y < top || n >= len(s.open.offers) {
		return -1
	}
	return n
}
