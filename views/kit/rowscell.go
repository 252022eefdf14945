package kit

import (
	"image/color"
	"strconv"
	"strings"
)

// RowCell is what stands in one column of one row: a few parts, one behind the
// other. What does not fit ends in "…".
type RowCell struct {
	Parts []Part
	Marks []string    // flags behind the parts: as many as there is room for
	Tint  color.Color // ground of the cell, such as Colors.Fault; nil: none
}

// Part is a word of a cell, set plainly or framed.
type Part struct {
	Text  string
	Style Style // of plain words; chips and flags have their own
	Frame Frame
	Sign  Sign   // of a chip, or before plain words
	Icon  string // before plain words, in their colour
	Bar   Bar    // of a barred part
}

// Bar is a figure as a length, and under it, paler, another to compare it with.
// Both are parts, 0 to 1, of the cell's width.
type Bar struct{ Length, Before float32 }

// Frame is what stands round a part.
type Frame int

// The frames, drawn as Sheet.Chip and Sheet.Flag draw them.
const (
	Unframed Frame = iota
	Chipped
	Flagged
	Barred // a bar and no words
)

// Words is a cell of plain text.
func Words(text string) RowCell { return Styled(text, Style{}) }

// Styled is a cell of text in a style.
func Styled(text string, style Style) RowCell {
	if text == "" {
		return RowCell{}
	}
	return RowCell{Parts: []Part{{Text: text, Style: style}}}
}

// Status is a cell with a status chip.
func Status(word string, sign Sign) RowCell {
	return RowCell{Parts: []Part{{Text: word, Frame: Chipped, Sign: sign}}}
}

// Flags is a cell with marks: two at most, then how many more.
func Flags(words ...string) RowCell { return RowCell{Marks: words} }

// Bars is a cell with a bar.
func Bars(length, before float32) RowCell {
	return RowCell{Parts: []Part{{Frame: Barred, Bar: Bar{length, before}}}}
}

// Then returns the cell with another part behind it, without a gap.
func (c RowCell) Then(text string, style Style) RowCell {
	c.Parts = append(c.Parts[:len(c.Parts):len(c.Parts)], Part{Text: text, Style: style})
	return c
}

// Text returns what the cell says, as Ctrl+C takes it away.
func (c RowCell) Text() string {
	var words []string
	plain := false
	for _, p := range c.Parts {
		if plain && p.Frame == Unframed {
			words[len(words)-1] += p.Text
			continue
		}
		words, plain = append(words, p.Text), p.Frame == Unframed
	}
	return strings.Join(append(words, c.Marks...), " ")
}

// marksShown is how many flags a cell shows before it counts.
const marksShown = 2

// fitted returns the parts to draw in the room: fewer flags and a number when
// not all of them go in.
func (c RowCell) fitted(room float32) []Part {
	for _, p := range c.Parts {
		room -= p.width()
	}
	for n := min(marksShown, len(c.Marks)); n > 0; n-- {
		flags := flagParts(c.Marks, n)
		var width float32
		for _, p := range flags {
			width += p.width() + partGap
		}
		if width-partGap <= room || n == 1 {
			return append(c.Parts[:len(c.Parts):len(c.Parts)], flags...)
		}
	}
	return c.Parts
}

func flagParts(marks []string, n int) []Part {
	var parts []Part
	for _, mark := range marks[:n] {
		parts = append(parts, Part{Text: mark, Frame: Flagged})
	}
	if more := len(marks) - n; more > 0 {
		parts = append(parts, Part{Text: "+" + strconv.Itoa(more), Style: Quiet()})
	}
	return parts
}

// width is how much room the part would like.
func (p Part) width() float32 {
	switch p.Frame {
	case Chipped:
		return ChipWidth(p.Text, p.Sign)
	case Flagged:
		return FlagWidth(p.Text)
	}
	return p.iconRoom() + p.Style.Width(p.Text)
}

// Signed is a cell of text with a sign before it.
func Signed(sign Sign, text string, style Style) RowCell {
	return RowCell{Parts: []Part{{Text: text, Style: style, Sign: sign}}}
}

// icon returns what stands before plain words, and its colour.
func (p Part) icon() (name string, c color.Color) {
	if p.Icon != "" {
		return p.Icon, p.Style.color()
	}
	return p.Sign.Icon(), p.Sign.Color()
}

// iconRoom is how much room the icon takes, with the gap behind it.
func (p Part) iconRoom() float32 {
	switch name, _ := p.icon(); {
	case name == "":
		return 0
	case p.Text == "":
		return plainSignSide
	}
	return plainSignSide + plainSignGap
}
