package paper

import "gongkao/app/paper/pdf"

// piece is what is not parted in a letter: a line, a row of the table, a block.
type piece struct {
	gap, height float64 // gap: above it, but not at the top of a page
	lowest      float64 // how far down it may reach; 0: the text area's end
	row         *record // of the table
	number      int     // of the row, from 1
	glued       bool    // stays with the piece before it
	fresh       bool    // begins a page
	draw        func(c *canvas, y float64)
}

// placed is a piece where it stands.
type placed struct {
	*piece
	y float64
}

// flow places pieces on pages, the head of the table above the first row of each
// page.
type flow struct {
	head  float64 // of the table
	pages [][]placed
	y     float64 // where the next piece may begin
}

// flowOf places all pieces.
func flowOf(pieces []piece, head float64) *flow {
	f := &flow{head: head}
	f.open()
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && pieces[to].glued {
			to++
		}
		f.together(pieces[from:to])
		from = to
	}
	return f
}

func (f *flow) open() {
	f.pages, f.y = append(f.pages, nil), letterTop
}

// together places pieces on one page. Those that no page can hold are parted.
func (f *flow) together(pieces []piece) {
	last := len(f.pages) - 1
	if pieces[0].fresh && len(f.pages[last]) > 0 {
		f.open()
		last++
	}
	page, y := f.pages[last], f.y
	for i := range pieces {
		var fits bool
		if page, y, fits = f.put(page, y, &pieces[i]); fits {
			continue
		}
		switch {
		case len(f.pages[last]) > 0:
			f.open()
			f.together(pieces)
			return
		case i > 0:
			f.together(pieces[:i])
			f.together(pieces[i:])
			return
		}
	}
	f.pages[last], f.y = page, y
}

// put adds a piece to a page whose next piece may begin at y, and reports whether
// it ends where it may.
func (f *flow) put(page []placed, y float64, p *piece) (_ []placed, end float64, fits bool) {
	if len(page) > 0 {
		y += p.gap
	}
	if p.row != nil && (len(page) == 0 || page[len(page)-1].row == nil) {
		y += f.head
	}
	lowest := p.lowest
	if lowest == 0 {
		lowest = letterBottom
	}
	end = y + p.height
	return append(page, placed{p, y}), end, end <= lowest+hair
}

// keep glues a piece to so many before it.
func keep(pieces []piece, at, lines int) {
	for i := max(at-lines+1, 1); i <= at; i++ {
		pieces[i].glued = true
	}
}

// rowsFrom is how many rows of the table stand together from a place on.
func rowsFrom(page []placed) (n int) {
	for n < len(page) && page[n].row != nil {
		n++
	}
	return n
}

// letterStyle is a type as letters set it: on the pitch of the standard.
type letterStyle struct {
	pdf.Style
	set pdf.Style // the narrower type by which lines are broken
}

func (c *canvas) letterStyle(name string) letterStyle {
	if name == "" {
		name = "letter"
	}
	s := c.style(name)
	narrow := s
	narrow.Size *= letterEm / (letterSize * pdf.MM)
	narrow.Least = 0 // a letter never shrinks
	return letterStyle{s, narrow}
}

// lines breaks paragraphs into lines.
func (s letterStyle) lines(paragraphs []string, width, indent float64) []pdf.SetLine {
	return s.set.Fit(paragraphs, pdf.Room{Width: width, Height: 1e9, Indent: indent, Order: pdf.WrapFirst}).Lines
}

// even breaks a name into lines of much the same length, as few as hold it.
func (s letterStyle) even(name []string) []pdf.SetLine {
	lines := s.lines(name, fromWidth, 0)
	for width := fromWidth - letterEm; width > letterEm; width -= letterEm {
		narrower := s.lines(name, width, 0)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// width is how wide words stand on the pitch.
func (s letterStyle) width(text string) float64 { return s.set.Face.Width(text, s.set.Size) }
