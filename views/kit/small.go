package kit

import "image/color"

const (
	capPad  float32 = 6 // beside the word in a keycap
	flagPad float32 = 7 // beside the word in a chip or flag
)

// KeyCapWidth returns how wide a key is drawn.
func KeyCapWidth(key string) float32 {
	return max(SmallHeight, round(Quiet().Width(key)+2*capPad))
}

// KeyCap prints a key at x and returns its width. y is the top of its 22
// pixels.
func (s *Sheet) KeyCap(key string, x, y float32) float32 {
	return s.keyCap(key, x, y, capLook{Colors.Paper, Colors.HeadLine, Colors.Ink2})
}

// KeyCapR prints a key so that it ends at right.
func (s *Sheet) KeyCapR(key string, right, y float32) float32 {
	return s.KeyCap(key, right-KeyCapWidth(key), y)
}

type capLook struct{ ground, line, ink color.Color }

func (s *Sheet) keyCap(key string, x, y float32, look capLook) float32 {
	w := KeyCapWidth(key)
	s.Box(x, y, w, SmallHeight, look.ground, look.line)
	style := Quiet().In(look.ink)
	s.Text(key, x+floor((w-style.Width(key))/2), y, SmallHeight, style)
	return w
}

// Chip draws a status: 待审 outlined in the accent colour, 通过 and 退回 with
// their signs on their tints, a draft in grey. It returns the width.
func (s *Sheet) Chip(word string, sign Sign, x, y float32) float32 {
	switch sign {
	case NoSign:
		style := Style{Color: Colors.Accent}
		w := ChipWidth(word, sign)
		s.Box(x, y, w, SmallHeight, Colors.Paper, Colors.AccentLine)
		s.Text(word, x+flagPad, y, SmallHeight, style)
		return w
	case Open:
		w := ChipWidth(word, sign)
		s.Tint(x, y, w, SmallHeight, Colors.Bar)
		s.Text(word, x+flagPad, y, SmallHeight, Quiet())
		return w
	}
	w := ChipWidth(word, sign)
	s.Tint(x, y, w, SmallHeight, sign.Tint())
	s.Sign(sign, x+5, y+4, 14)
	s.Text(word, x+23, y, SmallHeight, Style{Color: sign.Color()})
	return w
}

// ChipWidth returns how wide a status is drawn.
func ChipWidth(word string, sign Sign) float32 {
	w := round(Style{}.Width(word))
	if sign == NoSign || sign == Open {
		return w + 2*flagPad
	}
	return w + 23 + flagPad
}

// Flag draws a derived mark, outlined in grey. It returns the width.
func (s *Sheet) Flag(word string, x, y float32) float32 {
	w := FlagWidth(word)
	s.Box(x, y, w, SmallHeight, Colors.Paper, Colors.HeadLine)
	s.Text(word, x+flagPad, y, SmallHeight, Quiet())
	return w
}

// FlagWidth returns how wide a flag is drawn.
func FlagWidth(word string) float32 { return round(Style{}.Width(word)) + 2*flagPad }

// Head draws a section's head, 32 high: a bold word, a fact at the right, a
// line beneath.
func (s *Sheet) Head(title, fact string, x, y, w float32) {
	s.Text(title, x, y+6, 24, Strong())
	if fact != "" {
		s.TextR(fact, x+w, y+6, 24, Quiet())
	}
	s.Line(x, y+HeadHeight-1, w, Colors.HeadLine)
}

// SumRow is one line of a sum.
type SumRow struct{ Label, Figure string }

// Sum sets rows as a sum: labels left, figures right, a line above the last
// one, whose figure decides and is bold. It returns the height.
func (s *Sheet) Sum(rows []SumRow, x, y, w float32) float32 {
	for i, row := range rows {
		top := y + float32(i)*SumRowHeight
		style := Style{}
		if i == len(rows)-1 {
			s.Line(x, top, w, Colors.HeadLine)
			style = Strong()
		}
		s.TextR(row.Figure, x+w, top, SumRowHeight, style)
		s.TextIn(row.Label, x, top, w-style.Width(row.Figure)-8, SumRowHeight, Quiet())
	}
	return float32(len(rows)) * SumRowHeight
}

// Bar draws the upright bar of 4 pixels at the left of what is selected, open
// or found.
func (s *Sheet) Bar(x, y, h float32, c color.Color) { s.Rect(x, y, 4, h, c) }
