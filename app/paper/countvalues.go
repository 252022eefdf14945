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
	collected                int // certificates

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
		if !e.Certificate.Collected.IsZero() {
			t.collected++
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

// ofLevels is the levels with their numbers behind a colon; "" on a list by level,
// whose bands say it themselves.
func ofLevels(v *view) string {
	if levels := v.counted.words(false); levels != "" && v.job.Order != byLevel {
		return "：" + levels
	}
	return ""
}

// figure writes a number, or room for one on a sheet to be filled in by hand.
func (v *view) figure(n int) string {
	if v.job.ByHand {
		return "　　"
	}
	return fmt.Sprint(n)
}

// countValues are counts of the rows really printed.
var countValues = map[string]func(*view) string{
	"count.people":         func(v *view) string { return v.figure(v.counted.people) },
	"count.levels":         func(v *view) string { return v.counted.words(true) },
	"count.levels_present": func(v *view) string { return v.counted.words(false) },
	"count.commitment":     func(v *view) string { return fmt.Sprint(v.counted.commitments) },
	"count.age":            func(v *view) string { return fmt.Sprint(v.counted.age) },
	"count.of_levels":      ofLevels,
	"count.units":          func(v *view) string { return fmt.Sprint(v.counted.units) },
	"count.collected":      func(v *view) string { return collectedWords(v.counted.collected) },
	"total.people":         func(v *view) string { return v.figure(v.total.people) },
	"total.levels":         func(v *view) string { return v.total.words(true) },
	"total.commitment":     func(v *view) string { return fmt.Sprint(v.total.commitments) },
	"total.age":            func(v *view) string { return fmt.Sprint(v.total.age) },
	"total.units":          func(v *view) string { return fmt.Sprint(v.total.units) },
}
