package statistics

// Line is a line of a table as it is read down a page: with two dimensions, a
// line with the sum of each value of the first and under it those of the second.
type Line struct {
	Label string
	Sum   bool // of the lines under it
	Under bool // a line under a sum
	Count
}

// Lines returns the table by lines. Of more than two dimensions the later ones
// stand together in the lower line.
func (t Table) Lines() []Line {
	var lines []Line
	sum := -1
	for i, row := range t.Rows {
		if len(row.Values) < 2 {
			lines = append(lines, Line{Label: joined(row.Values), Count: row.Count})
			continue
		}
		if i == 0 || row.Values[0] != t.Rows[i-1].Values[0] {
			sum = len(lines)
			lines = append(lines, Line{Label: row.Values[0].Label, Sum: true})
		}
		lines[sum].Count = lines[sum].Plus(row.Count)
		lines = append(lines, Line{Label: joined(row.Values[1:]), Under: true, Count: row.Count})
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

// Largest is the greatest number of people on a line that is no sum of others;
// bars are drawn against it. With sums it is the greatest sum.
func Largest(lines []Line) (n int) {
	for _, l := range lines {
		n = max(n, l.People, l.Before)
	}
	return n
}
