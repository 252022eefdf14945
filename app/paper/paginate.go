package paper

// record is one row of a table, measured: how high it is and which bands it
// stands under.
type record struct {
	entry  *Entry   // or
	line   *Line    // or
	item   *Item    // with its entry, or
	own    listItem // of a list of the one whom the table is about
	band   int      // runs of equal band value are numbered from 0
	over   int      // likewise of the bands over them
	plain  bool     // its run has no band
	height float64
	below  float64 // of it, the part under the row for a text too long for its cell
	opens  float64 // height of the bands that begin with it
	above  float64 // height of all bands it stands under, which the top of a page repeats
	// oneLine has a bit for each column whose words stand on one line at their
	// full size, as nearly all do: they need not be fitted a second time.
	oneLine uint64
}

// run is the rows of one page.
type run struct{ from, to int }

// keepTogether is how many rows the page with the sign block should have, so
// that nobody signs an empty list.
const keepTogether = 3

// pagesOf spreads records over pages. Each page may hold full millimetres of
// rows and bands, the last one only last. Bands are repeated at the top of a
// page and are never the last thing on one, since they always come with a row.
func pagesOf(records []record, full, last float64) []run {
	pages := []run{{0, 0}}
	used := 0.0
	for i, r := range records {
		need := r.height + r.opens
		if i == pages[len(pages)-1].from {
			need = r.height + r.above
		}
		if used+need > full+hair && i > pages[len(pages)-1].from {
			pages = append(pages, run{i, i})
			used, need = 0, r.height+r.above
		}
		used += need
		pages[len(pages)-1].to = i + 1
	}
	if used <= last+hair {
		return pages
	}
	end := pages[len(pages)-1]
	split := splitBefore(records[end.from:end.to], last) + end.from
	pages[len(pages)-1].to = split
	return append(pages, run{split, end.to})
}

// splitBefore returns which record opens the last page: as few as keep
// together and fit.
func splitBefore(records []record, last float64) int {
	split := len(records)
	for len(records)-split < min(keepTogether, len(records)-1) && pageHeight(records[split-1:]) <= last+hair {
		split--
	}
	return split
}

// pageHeight is how high records are that fill a page by themselves.
func pageHeight(records []record) (h float64) {
	for i, r := range records {
		h += r.height
		if i > 0 {
			h += r.opens
		}
	}
	return h + records[0].above
}
