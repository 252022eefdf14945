package paper

import (
	"testing"

	"pgregory.net/rapid"
)

// The rules of page breaks hold for any rows: nobody lost, nobody twice, no
// page fuller than it may be, and some rows beside the signatures.
func TestPagesHoldEveryRowOnceAndNoneIsTooFull(t *testing.T) {
	const band, full, last = 6.0, 130.0, 84.0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 80).Draw(t, "n")
		records := make([]record, n)
		for i := range records {
			records[i].height = rapid.SampledFrom([]float64{8, 8, 8, 11, 25}).Draw(t, "height")
			if i > 0 {
				records[i].band = records[i-1].band + rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "band")
			}
		}
		pages := pagesOf(records, band, full, last)
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
			if h := heightOf(records[p.from:p.to], band); h > room+hair {
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
		records[i].height = 8
	}
	pages := pagesOf(records, 6, 130, 84)
	if last := pages[len(pages)-1]; len(pages) != 2 || last.to-last.from != keepTogether {
		t.Errorf("%v", pages)
	}
}

func heightOf(records []record, band float64) (h float64) {
	for i, r := range records {
		if i == 0 || r.band != records[i-1].band {
			h += band
		}
		h += r.height
	}
	return h
}
