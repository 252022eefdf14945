package paper

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gongkao/app/paper/pdf"
)

// canvas draws one page about one subject.
type canvas struct {
	*pdf.Page
	paper  *definition
	view   *view
	report *report
	over   *[]overflow // what did not fit, for the continuation; nil: nowhere to go on
}

// Padding of cells, left and right.
const cellPad = 1.5

// air is the least white above and below the lines of a cell, as a part of its
// height.
const air = 0.08

// smallest is the size, in points, below which nobody can read; only a text
// that has nowhere to go on is shrunk that far.
const smallest = 4.5

// put sets the words of a box.
func (c *canvas) put(t textBox) {
	if !t.When.holds(c.view) {
		return
	}
	if t.Tick || t.Ticked.name != "" {
		t = c.tick(t)
	}
	if t.Text.empty() {
		return
	}
	paragraphs := c.clean(t.Text)
	style := c.style(t.Type)
	if t.Align == "label" {
		c.label(style, t, paragraphs)
		return
	}
	set := style.Fit(paragraphs, room(t))
	if !set.Whole {
		set = c.tooLong(style, t, paragraphs, set)
	} else if set.Shrunk && len(t.Text.names()) > 0 {
		c.report.warn(c.view, TextShrunk, fmt.Sprintf("“%s”%s", short(paragraphs[0]), Shrunk))
	}
	c.lines(set, t)
}

func room(t textBox) pdf.Room {
	r := pdf.Room{Width: t.W, Height: t.H * (1 - 2*air), Indent: t.Indent, Hang: t.Hang}
	switch t.Fit {
	case "line":
		r.Order = pdf.OneLine
	case "wrap":
		r.Order = pdf.WrapFirst
		r.Height = t.H
	case "name":
		r.Breaking = pdf.OfName
	}
	return r
}

// clean fills in the values and makes them printable.
func (c *canvas) clean(w words) []string {
	paragraphs, lost := pdf.Paragraphs(w.of(c.view))
	if len(lost) > 0 {
		c.report.warn(c.view, GlyphMissing, fmt.Sprintf("“%s”中有字库没有的字（%s），打印成了“〓”", short(strings.Join(paragraphs, "")), named(lost)))
	}
	return paragraphs
}

// named lists lost characters by their code points, since showing them is just
// what cannot be done.
func named(lost []rune) string {
	codes := make([]string, len(lost))
	for i, r := range lost {
		codes[i] = fmt.Sprintf("U+%04X", r)
		if r == utf8.RuneError {
			codes[i] = "已损坏"
		}
	}
	return strings.Join(codes, "、")
}

// short cuts a value for a message.
func short(s string) string {
	const most = 20
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (c *canvas) style(name string) pdf.Style {
	if name == "" {
		name = "value"
	}
	return c.paper.styles[name]
}

// tooLong deals with a text that does not fit at its least size: on a paper
// with a continuation it goes on there; otherwise it is set ever smaller.
func (c *canvas) tooLong(style pdf.Style, t textBox, paragraphs []string, set pdf.Set) pdf.Set {
	if t.Over != "" && c.over != nil {
		if n := c.view.item.number; n > 0 {
			paragraphs[0] = fmt.Sprintf("第 %d 项　%s", n, paragraphs[0])
		}
		c.carry(overflow{label: t.Over, paragraphs: paragraphs, indent: t.Indent})
		c.report.warn(c.view, TextContinued, fmt.Sprintf("“%s”写不下，全文印在续页", oneLine(t.Over)))
		return style.Fit([]string{"见续页"}, room(t))
	}
	style.Least = smallest
	r := room(t)
	r.Height = t.H * (1 - air)
	if r.Order == pdf.OneLine {
		r.Order = pdf.ShrinkFirst
	}
	set = style.Fit(paragraphs, r)
	if set.Whole {
		c.report.warn(c.view, TextShrunk, fmt.Sprintf("“%s”字数太多，已用很小的字打印", short(paragraphs[0])))
		return set
	}
	c.report.warn(c.view, TextCut, fmt.Sprintf("“%s”写不下，只印出了开头", short(paragraphs[0])))
	for n := len(set.Lines); !set.Whole && n > 1; n-- {
		set.Lines = set.Lines[:n]
		set.Whole = set.Height() <= r.Height
	}
	return set
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }

// lines places set lines in a box.
func (c *canvas) lines(set pdf.Set, t textBox) {
	em := set.Size * pdf.MM
	middle := t.Y + (t.H-float64(len(set.Lines)-1)*set.Pitch())/2
	if t.Valign == "top" {
		middle = t.Y + set.Pitch()/2
	}
	for _, l := range set.Lines {
		text := strings.TrimRight(l.Text, " ")
		left, width := t.X+l.Indent*em, t.W-l.Indent*em
		x, gap := place(set.Style, text, left, width, t.Align, l.Last)
		c.Texts = append(c.Texts, pdf.Text{X: x, Y: middle + set.Face.Baseline(set.Size), Face: set.Face, Size: set.Size, Gap: gap, Text: text})
		middle += set.Pitch()
	}
}

// hungBracket is how far centred text that ends in a full-width bracket moves
// right, in em: the bracket's ink fills only the left half of its square.
const hungBracket = 0.22

// place returns where a line begins and how far its gaps open.
func place(s pdf.Style, text string, left, width float64, align string, last bool) (x, gap float64) {
	natural := s.Face.Width(text, s.Size)
	switch align {
	case "left":
		return left, 0
	case "right":
		return left + width - natural, 0
	case "justify":
		if n := pdf.Openings(text); n > 0 && !last {
			return left, (width - natural) / float64(n)
		}
		return left, 0
	}
	x = left + (width-natural)/2
	if strings.HasSuffix(text, "）") && !strings.HasPrefix(text, "（") {
		x += hungBracket * s.Size * pdf.MM
	}
	return x, 0
}

// label sets a label's lines as they are broken in the definition. One of two
// or three characters is spread over the width of four; two with full-width
// blanks, so that it is still found as one word.
func (c *canvas) label(s pdf.Style, t textBox, lines []string) {
	em := s.Size * pdf.MM
	middle := t.Y + (t.H-float64(len(lines)-1)*s.Pitch())/2
	for _, l := range lines {
		gap := 0.0
		switch letters := []rune(l); len(letters) {
		case 2:
			l = string(letters[0]) + "　　" + string(letters[1])
		case 3:
			gap = (4*em - s.Face.Width(l, s.Size)) / 2
		}
		width := s.Face.Width(l, s.Size) + 2*gap
		c.Texts = append(c.Texts, pdf.Text{X: t.X + (t.W-width)/2, Y: middle + s.Face.Baseline(s.Size), Face: s.Face, Size: s.Size, Gap: gap, Text: l})
		middle += s.Pitch()
	}
}
