package statistics

// Line is a line of a table as it is read down a page: with two dimensions, a
// line with the sum of each value of the first and under it those of the second.
type Line struct {
	Label string
	By    []Value // what the people on it agree in
	Sum   bool    // of the lines under it
	Under bool    // a line under a sum
	Count
}

// Lines returns the table by lines. Of more than two dimensions the later ones
// stand together in the lower line.
func (t Table) Lines() []Line {
	var lines []Line
	sum := -1
	for i, row := range t.Rows {
		if len(row.Values) < 2 {
			lines = append(lines, Line{Label: joined(row.Values), By: row.Values, Count: row.Count})
			continue
		}
		if i == 0 || row.Values[0] != t.Rows[i-1].Values[0] {
			sum = len(lines)
			lines = append(lines, Line{Label: row.Values[0].Label, By: row.Values[:1], Sum: true})
		}
		lines[sum].Count = lines[sum].Plus(row.Count)
		lines = append(lines, Line{Label: joined(row.Values[1:]), By: row.Values, Under: true, Count: row.Count})
	}
	return lines
}

func joined(values []Value) (label string) {
	for i, v := range values {
		if i > 0 {
			label += " · "
		}
		label += v.Label
	}
	return label
}

// Largest is the greatest number of people, this year or before, on a line that
// sums no others up; bars are drawn against it. It is at least 1.
func Largest(lines []Line) int {
	n := 1
	for _, l := range lines {
		if !l.Sum {
			n = max(n, l.People, l.Before)
		}
	}
	return n
}
