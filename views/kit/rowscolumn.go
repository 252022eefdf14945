package kit

import "slices"

// Column is one column of a list.
type Column struct {
	Key   string // what the cell function is asked for
	Head  string
	Width float32
	Right bool // figures: head and cells end at the right
	Rest  bool // takes the room that is left; one column of a list
	// Least is the room for which others leave, of a column that takes the rest;
	// 0 is little.
	Least float32
	// Spare says which columns leave first when there is no room: the highest.
	// 0 stays.
	Spare int
	// Lends gives its room to the column before it, in rows where it is empty.
	Lends  bool
	Sorted bool // a click on the head sorts by it
	Hidden bool // not shown until the clerk asks for it
}

// RowsLayout is what a clerk has made of the columns: which are shown and how
// wide. Columns it does not name are as the program made them.
type RowsLayout struct {
	Hidden map[string]bool
	Widths map[string]float32
}

// RowsMemory keeps layouts from one day to the next, by the list's name.
type RowsMemory interface {
	RowsLayout(list string) (RowsLayout, bool)
	KeepRowsLayout(list string, layout RowsLayout)
}

const (
	cellPad     float32 = 8  // between a column's edge and its text
	boxColumn   float32 = 36 // the column of boxes
	columnLeast float32 = 40 // no column is pulled narrower
	restLeast   float32 = 96 // nor squeezed, if it takes the rest
)

// laidColumn is a column where it stands now.
type laidColumn struct {
	*Column
	x, width float32
}

// layColumns places the shown columns from x to the right within room. When
// they do not fit, those marked Spare leave, the highest first.
func layColumns(columns []Column, x, room float32) []laidColumn {
	var shown []laidColumn
	for i := range columns {
		if !columns[i].Hidden {
			shown = append(shown, laidColumn{Column: &columns[i], width: columns[i].Width})
		}
	}
	for leastWidth(shown) > room {
		leaving := -1
		for i, c := range shown {
			if c.Spare > 0 && (leaving < 0 || c.Spare >= shown[leaving].Spare) {
				leaving = i
			}
		}
		if leaving < 0 {
			break
		}
		shown = slices.Delete(shown, leaving, leaving+1)
	}
	spread(shown, room)
	for i := range shown {
		shown[i].x = x
		x += shown[i].width
	}
	return shown
}

func (c laidColumn) least() float32 { return min(max(restLeast, c.Least), c.width) }

func leastWidth(shown []laidColumn) float32 {
	var sum float32
	for _, c := range shown {
		if c.Rest {
			sum += c.least()
			continue
		}
		sum += c.width
	}
	return sum
}

// spread gives the room that is left, or takes what is too much, to the column
// that takes the rest.
func spread(shown []laidColumn, room float32) {
	var fixed float32
	rest := -1
	for i, c := range shown {
		if c.Rest {
			rest = i
			continue
		}
		fixed += c.width
	}
	if rest >= 0 {
		shown[rest].width = max(shown[rest].least(), room-fixed)
	}
}

func (l RowsLayout) apply(columns []Column) {
	for i := range columns {
		c := &columns[i]
		if hidden, known := l.Hidden[c.Key]; known {
			c.Hidden = hidden
		}
		if width, known := l.Widths[c.Key]; known {
			c.Width = max(columnLeast, width)
		}
	}
}

func layoutOf(columns []Column) RowsLayout {
	l := RowsLayout{Hidden: map[string]bool{}, Widths: map[string]float32{}}
	for _, c := range columns {
		l.Hidden[c.Key], l.Widths[c.Key] = c.Hidden, c.Width
	}
	return l
}
