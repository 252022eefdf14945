package kit

// picking is which rows are selected and how a clerk changes that. It draws
// nothing. A range made with Shift grows and shrinks from where it began and
// leaves alone what was selected before.
type picking struct {
	spans   Spans
	anchor  int
	ranging bool
	before  Spans // what was selected when the range began
}

// move ends a range: the current row went elsewhere without Shift.
func (p *picking) move(to int) { p.anchor, p.ranging = to, false }

// extend selects from where the range began to the row.
func (p *picking) extend(to int) {
	if !p.ranging {
		p.ranging, p.before = true, p.spans
	}
	p.spans = p.before.With(p.anchor, to)
}

// toggle turns one row over.
func (p *picking) toggle(row int) {
	p.move(row)
	if p.spans.Has(row) {
		p.spans = p.spans.Without(row)
		return
	}
	p.spans = p.spans.With(row, row)
}

// all selects all rows, or none when all are.
func (p *picking) all(count int) {
	p.ranging = false
	if count == 0 || p.spans.Len() == count {
		p.spans = nil
		return
	}
	p.spans = Spans{{0, count - 1}}
}

// set takes a selection over and keeps only rows that exist.
func (p *picking) set(spans Spans, count int) {
	p.ranging, p.spans = false, nil
	for _, span := range spans {
		if from, to := max(span.From, 0), min(span.To, count-1); from <= to {
			p.spans = p.spans.With(from, to)
		}
	}
}
