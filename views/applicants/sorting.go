package applicants

import (
	"slices"
	"strings"

	"gongkao/data"
)

// Key is a column the list is sorted by.
type Key struct {
	Column string
	Down   bool
}

// mostKeys is by how many columns a list is sorted at once.
const mostKeys = 2

// Sort sorts by these columns, the first one first.
func (m *Model) Sort(keys []Key) {
	m.keys = slices.Clone(keys[:min(len(keys), mostKeys)])
	m.arrange()
}

// Keys returns what the list is sorted by, the first key first.
func (m *Model) Keys() []Key { return slices.Clone(m.keys) }

// ranks gives each text of a column its place, so that sorting compares
// numbers: 100,000 rows are sorted in the time of a key press.
type ranks map[string]uint64

// rankBits is the room of one rank in a packed key; two ranks and a row number
// of 21 bits each fill 64.
const rankBits = 21

// arrange sorts the found people by the keys; equals stay in the order of
// entry.
func (m *Model) arrange() {
	if len(m.keys) == 0 || len(m.rows) < 2 {
		return
	}
	packed := make([]uint64, len(m.rows))
	for _, k := range m.keys {
		m.pack(packed, k)
	}
	for i := range packed {
		packed[i] = packed[i]<<rankBits | uint64(i)
	}
	slices.Sort(packed)
	sorted := make([]*data.Applicant, len(m.rows))
	for to, p := range packed {
		sorted[to] = m.rows[p&(1<<rankBits-1)]
	}
	m.rows = sorted
}

// pack appends everybody's place in a column to his packed key. A text that
// has no place yet is new: then the places are given anew.
func (m *Model) pack(packed []uint64, k Key) {
	order := m.orders(k.Column)
	known := m.ranked[k.Column]
	for i, a := range m.rows {
		r, ok := known[order(a)]
		if !ok {
			known = m.rank(k.Column, order)
			m.ranked[k.Column] = known
			for j, earlier := range m.rows[:i] {
				packed[j] = packed[j]>>rankBits<<rankBits | k.turn(known[order(earlier)])
			}
			r = known[order(a)]
		}
		packed[i] = packed[i]<<rankBits | k.turn(r)
	}
}

// turn is a rank seen from the other end, for a column sorted downwards.
func (k Key) turn(r uint64) uint64 {
	if k.Down {
		return 1<<rankBits - 1 - r
	}
	return r
}

// orders returns the text by which a column orders people. Names are ordered by
// their spelling, which rank finds once for each name.
func (m *Model) orders(column string) func(*data.Applicant) string {
	c := columnOf(column)
	switch {
	case c.text == nil:
		return func(a *data.Applicant) string { return m.cell(c, a) }
	case c.order != nil:
		return c.order
	}
	return c.text
}

// rank gives the texts of a column their places; what is not given stands last.
func (m *Model) rank(column string, order func(*data.Applicant) string) ranks {
	places := ranks{}
	for _, a := range m.everybody() {
		places[order(a)] = 0
	}
	texts := make([]string, 0, len(places))
	spelled := map[string]string{}
	for text := range places {
		if texts = append(texts, text); column == "name" {
			spelled[text] = spelling(text)
		}
	}
	slices.SortFunc(texts, func(a, b string) int {
		if c := strings.Compare(spelled[a], spelled[b]); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for i, text := range texts {
		places[text] = uint64(i + 1)
	}
	if _, empty := places[""]; empty {
		places[""] = uint64(len(texts) + 1)
	}
	return places
}
