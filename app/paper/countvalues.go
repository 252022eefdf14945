package paper

import (
	"fmt"
	"strings"

	"gongkao/data"
)

// tally counts the people of a band, a page or a table.
type tally struct {
	people, commitments, age int
	levels                   [6]int
	units                    int

	lines Line // what lines of counts come to
}

// tallyOf counts records. Units are counted by name, however often one comes
// back.
func tallyOf(records []record) tally {
	t := tally{people: len(records)}
	units := map[string]bool{}
	for _, r := range records {
		if r.line != nil {
			t.lines.add(r.line)
			continue
		}
		e := r.entry
		if e.Application.Level.Valid() {
			t.levels[e.Application.Level]++
		}
		if e.Application.Commitment {
			t.commitments++
		}
		if e.AgeThisYear {
			t.age++
		}
		units[e.Unit] = true
	}
	t.units = len(units)
	return t
}

// words lists the levels with their numbers, all or only those there are.
func (t tally) words(all bool) string {
	var parts []string
	for _, l := range data.Levels() {
		if n := t.levels[l]; all || n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", l, n))
		}
	}
	return strings.Join(parts, "　")
}

// countValues are counts of the rows really printed.
var countValues = map[string]func(*view) string{
	"count.people":         func(v *view) string { return fmt.Sprint(v.counted.people) },
	"count.levels":         func(v *view) string { return v.counted.words(true) },
	"count.levels_present": func(v *view) string { return v.counted.words(false) },
	"count.commitment":     func(v *view) string { return fmt.Sprint(v.counted.commitments) },
	"count.age":            func(v *view) string { return fmt.Sprint(v.counted.age) },
	"total.people":         func(v *view) string { return fmt.Sprint(v.total.people) },
	"total.levels":         func(v *view) string { return v.total.words(true) },
	"total.commitment":     func(v *view) string { return fmt.Sprint(v.total.commitments) },
	"total.age":            func(v *view) string { return fmt.Sprint(v.total.age) },
	"total.units":          func(v *view) string { return fmt.Sprint(v.total.units) },
}
