package paper

// record is one row of a table, measured: how high it is and which band it
// belongs to.
type record struct {
	entry  *Entry   // or
	line   *Line    // or
	item   *Item    // with its entry, or
	own    listItem // of a list of the one whom the table is about
	band   int      // runs of equal band value are numbered from 0
	plain  bool     // its run has no band
	height float64
	below  float64 // of it, the part under the row for a text too long for its cell
}

// run is the rows of one page.
type run struct{ from, to int }

// under is what a band adds above the record.
func (r *record) under(band float64) float64 {
	if r.plain {
		return 0
	}
	return band
}

// keepTogether is how many rows the page with the sign block should have, so
// that nobody signs an empty list.
const keepTogether = 3

// pagesOf spreads records over pages. Each page may hold full millimetres of
// rows and bands, the last one only last. A band is repeated at the top of a
// page and is never the last thing on one, since it always comes with a row.
func pagesOf(records []record, band, full, last float64) []run {
	pages := []run{{0, 0}}
	used := 0.0
	for i, r := range records {
		need := r.height
		if i == pages[len(pages)-1].from || r.band != records[i-1].band {
			need += r.under(band)
		}
		if used+need > full+hair && i > pages[len(pages)-1].from {
			pages = append(pages, run{i, i})
			used, need = 0, r.height+r.under(band)
		}
		used += need
		pages[len(pages)-1].to = i + 1
	}
	if used <= last+hair {
		return pages
	}
	end := pages[len(pages)-1]
	split := splitBefore(records[end.from:end.to], band, last) + end.from
	pages[len(pages)-1].to = split
	return append(pages, run{split, end.to})
}

// splitBefore returns which record opens the last page: as few as keep
// together and fit.
func splitBefore(records []record, band, last float64) int {
	split := len(records)
	height := 0.0
	for split > 0 && len(records)-split < min(keepTogether, len(records)-1) {
		r := records[split-1]
		need := r.height
		if split == len(records) || r.band != records[split].band {
			need += r.under(band)
		}
		if height+need > last+hair {
			break
		}
		height += need
		split--
	}
	return split
}
