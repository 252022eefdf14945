package tray

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

const (
	stripLine  float32 = 20
	stripPad   float32 = 8
	stripGap   float32 = 20
	stripMost  float32 = 150 // of a column
	stripLeast float32 = 36
	stripTop   float32 = 6
	signSide   float32 = 14
)

// columnWidth is the room of a column of the strip.
func columnWidth(c Column) float32 {
	field := kit.Strong().Width(c.Field)
	if kit.SignOf(c.Mark) != kit.NoSign {
		field += signSide + 4
	}
	return kit.Whole(max(stripLeast, min(stripMost, max(kit.Style{}.Width(c.Head), field)))) + 1
}

func (s *Screen) stripSize() fyne.Size {
	width := stripPad
	for _, c := range s.m.Columns() {
		width += columnWidth(c) + stripGap
	}
	return fyne.NewSize(width, stripHeight)
}

// stripGapIn is what lies between two columns in a width: a few stand at ease.
func (s *Screen) stripGapIn(width float32) float32 {
	n, free := len(s.m.Columns()), width-s.stripSize().Width
	if n == 0 || free <= 0 {
		return stripGap
	}
	return stripGap + min(28, free/float32(n))
}

// revealColumn scrolls the column of the open row's cell into view.
func (s *Screen) revealColumn() {
	room := s.columns.Size().Width
	x, gap := stripPad, s.stripGapIn(s.strip.Size().Width)
	for _, c := range s.m.Columns() {
		wide := columnWidth(c)
		offset := s.columns.Offset
		switch {
		case !c.Current || room == 0:
		case x-stripPad < offset.X:
			offset.X = x - stripPad
		case x+wide+stripPad > offset.X+room:
			offset.X = x + wide + stripPad - room
		}
		if offset != s.columns.Offset {
			s.columns.ScrollToOffset(offset)
		}
		x = kit.Whole(x + wide + gap)
	}
}

// drawStrip draws the columns of the sender's sheet: letter, his head, our field.
func (s *Screen) drawStrip(_ *pane, sheet *kit.Sheet, size fyne.Size) {
	x, gap := stripPad, s.stripGapIn(size.Width)
	for _, c := range s.m.Columns() {
		wide := columnWidth(c)
		head, field := kit.Quiet(), kit.Strong()
		if c.Current {
			sheet.Rect(x-stripPad, 0, wide+2*stripPad, size.Height, kit.Colors.AccentTint)
		}
		if c.Unused {
			head, field = kit.Faint(), kit.Faint()
		}
		sheet.Text(c.Letter, x, stripTop, stripLine, kit.Faint())
		sheet.TextIn(c.Head, x, stripTop+stripLine, wide, stripLine, head)
		at := x
		if sign := kit.SignOf(c.Mark); sign != kit.NoSign {
			sheet.Sign(sign, at, stripTop+2*stripLine+3, signSide)
			at += signSide + 4
			field = kit.Style{Color: sign.Color()}
		}
		sheet.TextIn(c.Field, at, stripTop+2*stripLine, wide-(at-x), stripLine, field)
		x = kit.Whole(x + wide + gap)
	}
}
