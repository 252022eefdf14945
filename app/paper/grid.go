package paper

import (
	"math"
	"slices"
)

// Rules inside a grid.
const (
	cellRule = 0.25
	hair     = 1e-6
)

// laidStrip is a strip with its place and the items its cells tell of, one a
// column of items.
type laidStrip struct {
	strip
	items []listItem
	pitch float64
	blank words // in the first place without an item
}

// grid draws the rows from the top. Rows whose condition does not hold are
// left out; a Fill row takes what height is left.
func (c *canvas) grid(g *grid) {
	y := g.Y
	free := c.freeHeight(g)
	for i, r := range g.Row {
		if !r.When.holds(c.view) {
			continue
		}
		if r.Each != "" {
			y = c.listRow(g, r, y, free)
			continue
		}
		c.rowRule(g, r.Rule, y, r.Cell, i == 0)
		c.cells(g, strip{r.H, r.Cell}, y)
		y += r.H
	}
	c.Frame(rect(g.X, g.Y, g.W, y-g.Y), g.Frame, solidLine)
}

// moved returns the grid further down.
func (g *grid) moved(dy float64) *grid {
	there := *g
	there.Y, there.Bottom = g.Y+dy, g.Bottom+dy
	return &there
}

// freeHeight is what the rows of fixed height leave for the Fill row.
func (c *canvas) freeHeight(g *grid) float64 {
	free := g.Bottom - g.Y
	for _, r := range g.Row {
		switch {
		case !r.When.holds(c.view) || r.Fill:
		case r.Each != "":
			free -= r.head() + float64(r.bands(len(itemsOf(c.view, r.Each))))*r.bandHeight()
		default:
			free -= r.H
		}
	}
	return free
}

// listRow draws the bands of a list and returns where the next row begins.
func (c *canvas) listRow(g *grid, r gridRow, y, free float64) float64 {
	items := itemsOf(c.view, r.Each)
	n, stretch := r.bands(len(items)), 1.0
	if r.Fill {
		n = int((free - r.head() + hair) / r.bandHeight())
		stretch = (free - r.head()) / (float64(n) * r.bandHeight())
	}
	if hold := n * max(r.Across, 1); r.Latest && len(items) > hold {
		c.goOn(r, r.lay(items[:len(items)-hold], 0))
		items = items[len(items)-hold:]
	}
	bands := r.lay(items, n)
	if len(bands) > n {
		c.goOn(r, bands[n:])
		bands = bands[:n]
	}
	top := y
	rule := r.Rule
	if r.Head != nil {
		c.rowRule(g, rule, y, r.Head.Cell, false)
		c.cells(g, *r.Head, y)
		y += r.Head.H
		rule = 0
	}
	for _, band := range bands {
		for _, s := range band {
			s.H *= stretch
			c.rowRule(g, rule, y, s.wide(), false)
			c.laid(g, s, y)
			y += s.H
			rule = 0
		}
	}
	if r.Label != nil {
		label := *r.Label
		c.rowRule(g, r.Rule, top, []textBox{label}, false)
		c.cells(g, strip{y - top, []textBox{label}}, top)
	}
	return y
}

func (r gridRow) head() float64 {
	if r.Head == nil {
		return 0
	}
	return r.Head.H
}

func (r gridRow) bandHeight() (h float64) {
	for _, s := range r.Strip {
		h += s.H
	}
	return h
}

// bands is how many bands a list of n items takes here.
func (r gridRow) bands(n int) int {
	across := max(r.Across, 1)
	most := r.Most
	if most == 0 {
		most = math.MaxInt
	}
	return min(max((n+across-1)/across, r.Least), most)
}

// lay spreads items over bands, at least n of them; places without an item
// print blank.
func (r gridRow) lay(items []listItem, n int) (bands [][]laidStrip) {
	across := max(r.Across, 1)
	if !r.Blank.empty() && len(items) < n*across {
		items = append(slices.Clone(items), listItem{blank: true})
	}
	for len(bands) < n || len(items) > 0 {
		mine := make([]listItem, across)
		items = items[copy(mine, items):]
		var band []laidStrip
		for _, s := range r.Strip {
			band = append(band, laidStrip{s, mine, r.Pitch, r.Blank})
		}
		bands = append(bands, band)
	}
	return bands
}

// wide returns all cells of a laid strip, each item's moved to its place.
func (s laidStrip) wide() (cells []textBox) {
	for i := range s.items {
		for _, cell := range s.Cell {
			cell.X += float64(i) * s.pitch
			cells = append(cells, cell)
		}
	}
	return cells
}

// laid draws a strip of items.
func (c *canvas) laid(g *grid, s laidStrip, y float64) {
	for i, cell := range s.wide() {
		c.view.item = s.items[i/len(s.Cell)]
		if c.view.item.blank && i%len(s.Cell) == 1 {
			cell.Text = s.blank
		}
		c.cells(g, strip{s.H, []textBox{cell}}, y)
	}
	c.view.item = listItem{}
}

// cells draws one line of cells: their words and the rules at their sides.
func (c *canvas) cells(g *grid, s strip, y float64) {
	for _, cell := range s.Cell {
		for _, x := range []float64{cell.X, cell.X + cell.W} {
			if x > g.X+hair && x < g.X+g.W-hair {
				c.rule(x, y, x, y+s.H, cellRule)
			}
		}
		cell.Y, cell.H = y, s.H
		pad := cellPad
		if cell.Align == "left" {
			pad = 2
		}
		cell.X, cell.W = cell.X+pad, cell.W-2*pad
		c.put(cell)
	}
}

// rowRule draws the rule above a row, as far as its cells reach.
func (c *canvas) rowRule(g *grid, width, y float64, cells []textBox, first bool) {
	if first || len(cells) == 0 {
		return
	}
	if width == 0 {
		width = cellRule
	}
	right := cells[len(cells)-1].X + cells[len(cells)-1].W
	c.rule(cells[0].X, y, right, y, width)
}

// rule adds a line unless the cell beside has drawn it already.
func (c *canvas) rule(x1, y1, x2, y2, width float64) {
	for _, l := range c.Lines[max(0, len(c.Lines)-8):] {
		if l.X1 == x1 && l.Y1 == y1 && l.X2 == x2 && l.Y2 == y2 && l.Width >= width {
			return
		}
	}
	c.Rule(x1, y1, x2, y2, width)
}
