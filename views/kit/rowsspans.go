package kit

import (
	"iter"
	"slices"
)

// Span is rows From to To, both included.
type Span struct{ From, To int }

// Spans is a set of rows as few spans, in order and apart from each other: all
// of 100,000 rows are one span.
type Spans []Span

// Has reports whether the row is in the set.
func (s Spans) Has(row int) bool {
	_, found := slices.BinarySearchFunc(s, row, func(span Span, row int) int {
		switch {
		case span.To < row:
			return -1
		case span.From > row:
			return 1
		}
		return 0
	})
	return found
}

// Len returns how many rows there are.
func (s Spans) Len() int {
	n := 0
	for _, span := range s {
		n += span.To - span.From + 1
	}
	return n
}

// All yields the rows in order.
func (s Spans) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, span := range s {
			for row := span.From; row <= span.To; row++ {
				if !yield(row) {
					return
				}
			}
		}
	}
}

// With returns the set with the rows from a to b, in either order, added.
func (s Spans) With(a, b int) Spans {
	added := Span{min(a, b), max(a, b)}
	var out Spans
	for i, span := range s {
		switch {
		case span.To < added.From-1:
			out = append(out, span)
		case span.From > added.To+1:
			return append(append(out, added), s[i:]...)
		default: // they touch: grow into one
			added = Span{min(added.From, span.From), max(added.To, span.To)}
		}
	}
	return append(out, added)
}

// Without returns the set with one row taken out.
func (s Spans) Without(row int) Spans {
	var out Spans
	for _, span := range s {
		if row < span.From || row > span.To {
			out = append(out, span)
			continue
		}
		if span.From < row {
			out = append(out, Span{span.From, row - 1})
		}
		if row < span.To {
			out = append(out, Span{row + 1, span.To})
		}
	}
	return out
}

// SpansOf returns the rows below count that are wanted.
func SpansOf(count int, wanted func(row int) bool) Spans {
	var out Spans
	for row := range count {
		if !wanted(row) {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].To == row-1 {
			out[last].To = row
			continue
		}
		out = append(out, Span{row, row})
	}
	return out
}
