package spread_test

import (
	"slices"
	"testing"

	"gongkao/data/spread"
)

func TestEveryPlaceIsWorkedOnOnceAndInOrder(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 7, 100, 100_001} {
		parts := spread.Over(n, func(from, to int) (all []int) {
			for i := from; i < to; i++ {
				all = append(all, i)
			}
			return all
		})
		got := slices.Concat(parts...)
		if len(got) != n || !slices.IsSorted(got) || n > 0 && (got[0] != 0 || got[n-1] != n-1) {
			t.Errorf("%d places came back as %d", n, len(got))
		}
	}
}
