package paper

import (
	"slices"
	"strings"

	"gongkao/app/paper/pdf"
)

// overflow is what did not fit a form: the bands of a list, or a long text.
type overflow struct {
	label      string
	head       *strip
	bands      [][]laidStrip
	paragraphs []string
	indent     float64
}

// Measures of continuation sheets; they share the forms' label column.
const (
	overLabel   = 20.0
	overLines   = 24   // lines of a long text that stay together
	overLeading = 1.5  // em
	overPad     = 2.5  // above and below them
	overRule    = 0.35 // between blocks
)

// carry puts a text on the continuation, once where both halves of a sheet have it.
func (c *canvas) carry(o overflow) {
	same := func(other overflow) bool {
		return other.label == o.label && slices.Equal(other.paragraphs, o.paragraphs)
	}
	if !slices.ContainsFunc(*c.over, same) {
		*c.over = append(*c.over, o)
	}
}

// goOn puts the rest of a list on the continuation.
func (c *canvas) goOn(r gridRow, rest [][]laidStrip) {
	if c.over == nil {
		c.report.warn(c.view, TextCut, "“"+oneLine(r.Over)+"”写不下，请另附页")
		return
	}
	*c.over = append(*c.over, overflow{label: r.Over, head: r.Head, bands: rest})
	c.report.warn(c.view, TextContinued, "“"+oneLine(r.Over)+"”写不下，其余印在续页")
}

// block is one piece of a continuation that is not parted: strips, or lines of
// text.
type block struct {
	strips []laidStrip
	set    pdf.Set
	height float64
}

// blocks cuts an overflow into pieces.
func (c *canvas) blocks(o overflow, width float64) (all []block) {
	for _, band := range o.bands {
		b := block{strips: band}
		for _, s := range band {
			b.height += s.H
		}
		all = append(all, b)
	}
	if o.paragraphs == nil {
		return all
	}
	style := c.style("")
	style.Leading = overLeading
	set := style.Fit(o.paragraphs, pdf.Room{Width: width, Height: 1e9, Indent: o.indent, Order: pdf.WrapFirst})
	for lines := set.Lines; len(lines) > 0; lines = lines[min(overLines, len(lines)):] {
		part := set
		part.Lines = lines[:min(overLines, len(lines))]
		all = append(all, block{set: part, height: float64(len(part.Lines))*part.Pitch() + 2*overPad})
	}
	return all
}

// continuations draws as many continuation sheets as the overflows take.
// newPage opens the next one.
func continuations(overs []overflow, g *grid, newPage func() *canvas) {
	c := newPage()
	y := g.Y
	for _, o := range overs {
		blocks := c.blocks(o, g.W-overLabel-2*2)
		for len(blocks) > 0 {
			n := roomFor(blocks, o.head, g.Bottom-y)
			if n == 0 { // a fresh page holds any block
				c.Frame(rect(g.X, g.Y, g.W, y-g.Y), g.Frame, solidLine)
				c, y = newPage(), g.Y
				n = max(roomFor(blocks, o.head, g.Bottom-y), 1)
			}
			y = c.overflow(g, o, blocks[:n], y)
			blocks = blocks[n:]
		}
	}
	c.Frame(rect(g.X, g.Y, g.W, y-g.Y), g.Frame, solidLine)
}

// roomFor is how many blocks fit the height below their head.
func roomFor(blocks []block, head *strip, height float64) (n int) {
	if head != nil {
		height -= head.H
	}
	for n < len(blocks) && blocks[n].height <= height+hair {
		height -= blocks[n].height
		n++
	}
	return n
}

// overflow draws blocks beside their label.
func (c *canvas) overflow(g *grid, o overflow, blocks []block, y float64) float64 {
	top := y
	if top > g.Y {
		c.rule(g.X, top, g.X+g.W, top, overRule)
	}
	if o.head != nil {
		c.cells(g, *o.head, y)
		y += o.head.H
	}
	for i, b := range blocks {
		for j, s := range b.strips {
			if y > top {
				c.rowRule(g, 0, y, s.wide(), i == 0 && j == 0 && o.head == nil)
			}
			c.laid(g, s, y)
			y += s.H
		}
		if b.strips == nil {
			box := textBox{X: g.X + overLabel + 2, Y: y, W: g.W - overLabel - 4, H: b.height, Align: "left"}
			c.lines(b.set, box)
			y += b.height
		}
	}
	c.rule(g.X+overLabel, top, g.X+overLabel, y, cellRule)
	c.label(c.style("label"), textBox{X: g.X, Y: top, W: overLabel, H: y - top}, strings.Split(o.label, "\n"))
	return y
}
