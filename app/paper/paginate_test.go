package paper

import (
	"testing"

	"pgregory.net/rapid"
)

// The rules of page breaks hold for any rows: nobody lost, nobody twice, no
// page fuller than it may be, and some rows beside the signatures.
func TestPagesHoldEveryRowOnceAndNoneIsTooFull(t *testing.T) {
	const band, over, full, last = 6.0, 7.0, 130.0, 84.0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 80).Draw(t, "n")
		records := make([]record, n)
		for i := range records {
			r := &records[i]
			r.height, r.above = rapid.SampledFrom([]float64{8, 8, 8, 11, 25}).Draw(t, "height"), band+over
			r.opens = rapid.SampledFrom([]float64{0, 0, 0, band, band + over}).Draw(t, "opens")
		}
		pages := pagesOf(records, full, last)
		next := 0
		for i, p := range pages {
			if p.from != next || p.to <= p.from {
				t.Fatalf("page %d holds %d–%d, expected it to begin at %d", i, p.from, p.to, next)
			}
			next = p.to
			room := full
			if i == len(pages)-1 {
				room = last
			}
			if h := heightOf(records[p.from:p.to]); h > room+hair {
				t.Fatalf("page %d is %.1f high, room %.1f", i, h, room)
			}
		}
		if next != n {
			t.Fatalf("%d of %d rows", next, n)
		}
	})
}

func TestLastPageIsNotLeftWithoutPeople(t *testing.T) {
	records := make([]record, 15)
	for i := range records {
		records[i].height, records[i].above = 8, 6
	}
	pages := pagesOf(records, 130, 84)
	if last := pages[len(pages)-1]; len(pages) != 2 || last.to-last.from != keepTogether {
		t.Errorf("%v", pages)
	}
}

func heightOf(records []record) (h float64) {
	for i, r := range records {
		if i == 0 {
			h += r.above
		} else {
			h += r.opens
		}
		h += r.height
	}
	return h
}
