package paper

import "gongkao/app/paper/pdf"

// form lays out one set of pages about one person: the sides, the continuation
// sheets they need, and a blank back when paper would be shared with the next
// form.
func (p *Papers) form(d *definition, v *view, r *report) ([]*pdf.Page, error) {
	var pages []*pdf.Page
	var feet []words
	var over []overflow
	newPage := func(side *page) *canvas {
		c := &canvas{Page: d.newPage(), paper: d, view: v, report: r}
		if d.Continuation != nil {
			c.over = &over
		}
		pages, feet = append(pages, c.Page), append(feet, side.Foot)
		c.furniture(side, 0)
		return c
	}
	for i := range d.Page {
		c := newPage(&d.Page[i])
		if d.Page[i].Grid != nil {
			c.grid(d.Page[i].Grid)
		}
	}
	if len(over) > 0 {
		continuations(over, d.Continuation.Grid, func() *canvas { return newPage(d.Continuation) })
	}
	if d.Duplex && len(pages)%2 == 1 && d.Blank != nil {
		newPage(d.Blank)
	}
	qr, err := qrCode(&p.house, d, v)
	if err != nil {
		return nil, err
	}
	v.pages = len(pages)
	for i, page := range pages {
		v.page = i + 1
		c := &canvas{Page: page, paper: d, view: v, report: r}
		c.foot(&p.house, feet[i], qr)
	}
	return pages, nil
}
