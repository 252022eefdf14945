package paper

import "gongkao/app/paper/pdf"

// form lays out one set of pages about one person: the sides, the continuation
// sheets they need, and a blank back when paper would be shared with the next
// form.
func (p *Papers) form(d *definition, v *view, r *report) ([]*pdf.Page, error) {
	var pages []*pdf.Page
	var sides [][]*page // what stands on each of them
	var over []overflow
	draw := func(side *page) *canvas {
		if !side.Same {
			pages, sides = append(pages, d.newPage()), append(sides, nil)
		}
		last := len(pages) - 1
		c := &canvas{Page: pages[last], paper: d, view: v, report: r}
		if d.Continuation != nil {
			c.over = &over
		}
		sides[last] = append(sides[last], side)
		c.furniture(side, 0)
		return c
	}
	for v.sheet = 1; v.sheet <= d.sheets(v); v.sheet++ {
		for i := range d.Page {
			c := draw(&d.Page[i])
			if d.Page[i].Grid != nil {
				c.grid(d.Page[i].Grid)
			}
		}
	}
	if len(over) > 0 {
		continuations(over, d.Continuation.Grid, func() *canvas { return draw(d.Continuation) })
	}
	if d.Duplex && len(pages)%2 == 1 && d.Blank != nil {
		draw(d.Blank)
	}
	qr, err := qrCode(&p.house, d, v)
	if err != nil {
		return nil, err
	}
	v.pages = len(pages)
	for i := range pages {
		v.page = i + 1
		c := &canvas{Page: pages[i], paper: d, view: v, report: r}
		for _, side := range sides[i] {
			if !side.Same || !side.Foot.empty() {
				c.foot(&p.house, side, qr)
			}
		}
	}
	return pages, nil
}
