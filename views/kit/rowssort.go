package kit

import "slices"

// SortKey is one order of a list.
type SortKey struct {
	Column string
	Down   bool
}

// sortKeysMost is how many orders a list keeps: by unit, within it by name.
const sortKeysMost = 2

// sortBy returns the orders after a click on a head. A new column comes first
// and what was first becomes the second; a click on the first turns it round.
func sortBy(keys []SortKey, column string) []SortKey {
	if len(keys) > 0 && keys[0].Column == column {
		turned := slices.Clone(keys)
		turned[0].Down = !turned[0].Down
		return turned
	}
	chosen := SortKey{Column: column}
	out := []SortKey{chosen}
	for _, k := range keys {
		if k.Column == column {
			out[0].Down = k.Down
			continue
		}
		if len(out) < sortKeysMost {
			out = append(out, k)
		}
	}
	return out
}

// rank returns the place of a column among the orders, from 1; 0 means none.
func rank(keys []SortKey, column string) int {
	return 1 + slices.IndexFunc(keys, func(k SortKey) bool { return k.Column == column })
}
