package tray

import (
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// columnsOf are where the parts of a row stand in a width.
type columnsOf struct{ number, cell, name, written, text, state, right float32 }

const (
	stateRoom   float32 = 88
	writtenPart         = 0.45 // of what is left for the two texts
	cellTop     float32 = 13
	offerPitch  float32 = 30
	linePitch   float32 = 20
	openFoot    float32 = 14
	nameRoom    float32 = 72
)

func columnsIn(width float32) columnsOf {
	c := columnsOf{number: 48, cell: 64, name: 120, written: 120 + nameRoom + 8, right: width}
	rest := width - c.written - 8 - stateRoom
	c.text = kit.Whole(c.written + rest*writtenPart + 8)
	c.state = width - stateRoom + 8
	return c
}

// drawHeads writes what stands in the columns.
func (s *Screen) drawHeads(sheet *kit.Sheet, x, y, width float32) {
	c := columnsIn(width)
	sheet.TextR("行", x+c.number, y+4, 24, kit.Quiet())
	for at, word := range map[float32]string{c.cell: "格", c.name: "姓名", c.written + 8: "表里写的", c.text + 8: "改成"} {
		sheet.Text(word, x+at, y+4, 24, kit.Quiet())
	}
	sheet.TextR(s.m.Len(), x+width, y+4, 24, kit.Quiet())
	sheet.Line(x, y+columnsHeads-1, width, kit.Colors.Hair)
}

// drawRows draws the lines that are seen.
func (s *Screen) drawRows(_ *pane, sheet *kit.Sheet, size fyne.Size) {
	width := size.Width - kit.RowsBar
	from, to := s.roll.Offset.Y, s.roll.Offset.Y+s.roll.Size().Height
	if width <= 0 {
		return
	}
	if drawn := s.width; drawn != width {
		s.width = width
		s.measure()
	}
	for line := max(0, s.heights.at(from)); line < s.m.Lines() && s.heights.tops[line] < to; line++ {
		y := s.heights.tops[line]
		switch {
		case s.m.IsHead(line):
			s.drawLineHead(sheet, line, y, width)
		case line == s.m.Current():
			s.drawOpen(sheet, line, y, width)
		default:
			s.drawClosed(sheet, line, y, width)
		}
	}
}

// drawLineHead draws the head of a group, with its question where it has one.
func (s *Screen) drawLineHead(sheet *kit.Sheet, line int, y, width float32) {
	at := s.m.GroupOf(line)
	g, q := s.m.Groups()[at], s.m.Question(at)
	if line == s.m.Current() {
		sheet.Rect(0, y+8, width, headPitch-8, kit.Colors.AccentTint)
		sheet.Bar(0, y+8, headPitch-8, kit.Colors.Accent)
	}
	sheet.Sign(groupSign(g), 10, y+20, 16)
	x := 34 + kit.Whole(sheet.Text(g.Title, 34, y+14, 28, kit.Strong()).Size().Width) + 8
	right := width - 8
	for i := len(q.Choices) - 1; i >= 0; i-- {
		right -= kit.Whole(sheet.TextR(q.Choices[i], right, y+14, 28, kit.Style{}).Size().Width) + 8
		right -= sheet.KeyCapR(fmt.Sprint(i+1), right, y+17) + 20
	}
	sheet.TextIn(q.Words, x, y+14, right-x, 28, kit.Quiet())
	sheet.Line(0, y+headPitch-1, width, kit.Colors.HeadLine)
}

// drawPlace writes where a row stands and whose it is.
func (s *Screen) drawPlace(sheet *kit.Sheet, r Row, y float32, c columnsOf) {
	sheet.TextR(r.Number, c.number, y+cellTop, kit.FieldHeight, kit.Quiet())
	sheet.TextIn(r.Cell, c.cell, y+cellTop, c.name-c.cell-4, kit.FieldHeight, kit.Quiet())
	sheet.TextIn(r.Name, c.name, y+cellTop, nameRoom, kit.FieldHeight, kit.Style{})
}

// drawWritten writes what stands in the sheet, the fault itself marked.
func (s *Screen) drawWritten(sheet *kit.Sheet, r Row, y float32, c columnsOf) {
	width := c.text - 8 - c.written
	sign := kit.Warned
	if r.Grave {
		sign = kit.Blocked
	}
	sheet.Tint(c.written, y+cellTop, width, kit.FieldHeight, sign.Tint())
	sheet.Sign(sign, c.written+width-24, y+cellTop+7, 16)
	x, end := c.written+8, c.written+width-30
	if r.Written == "" {
		sheet.TextIn("（空着）", x, y+cellTop, end-x, kit.FieldHeight, kit.Quiet())
		return
	}
	runes, from := []rune(r.Written), 0
	put := func(to int, marked bool) {
		part := string(runes[from:to])
		wide := kit.Style{}.Width(part)
		if marked {
			wide = max(wide, 9)
			sheet.Rect(x, y+cellTop+5, min(wide, end-x), kit.FieldHeight-10, kit.Colors.Fault)
		}
		if x < end {
			sheet.TextIn(part, x, y+cellTop, end-x, kit.FieldHeight, kit.Style{})
		}
		x, from = x+wide, to
	}
	for _, f := range r.Faults {
		put(min(f.From, len(runes)), false)
		put(min(f.To, len(runes)), true)
	}
	put(len(runes), false)
}

// drawState says whether the row may enter.
func (s *Screen) drawState(sheet *kit.Sheet, ready bool, word string, y float32, c columnsOf) {
	sign := kit.Warned
	if ready {
		sign = kit.Passed
	}
	sheet.Sign(sign, c.state, y+cellTop+7, 16)
	sheet.Text(word, c.state+21, y+cellTop, kit.FieldHeight, kit.Style{Color: sign.Color()})
}

// drawClosed draws a row that one is not at.
func (s *Screen) drawClosed(sheet *kit.Sheet, line int, y, width float32) {
	r, c := s.m.Row(line), columnsIn(width)
	s.drawPlace(sheet, r, y, c)
	s.drawWritten(sheet, r, y, c)
	s.drawState(sheet, r.Ready, r.Word, y, c)
	sheet.Line(0, y+rowPitch-1, width, kit.Colors.Hair)
	wide := width - stateRoom - c.text
	if r.Fixed {
		sheet.TextIn(r.Hint, c.text+8, y+cellTop, wide-16, kit.FieldHeight, kit.Quiet())
		return
	}
	sheet.Rect(c.text, y+cellTop, wide, kit.FieldHeight, kit.Colors.FieldTint)
	ink, under, thick := kit.Style{}, kit.Colors.FieldLine, float32(1)
	text := r.Text
	if text == "" {
		text, ink = r.Hint, kit.Faint()
	}
	if !r.Ready {
		under, thick = kit.Colors.Warn, 2
	}
	sheet.Rect(c.text, y+cellTop+kit.FieldHeight-thick, wide, thick, under)
	room := wide - 16
	if r.Remark != "" {
		room -= sheet.TextR(r.Remark, c.text+wide-8, y+cellTop, kit.FieldHeight, kit.Quiet()).Size().Width + 8
	}
	sheet.TextIn(text, c.text+8, y+cellTop, room, kit.FieldHeight, ink)
}
