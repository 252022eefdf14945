package paper

import "testing"

// TestEveryValueOfAPersonHasAName: whoever is told that a sheet is void is told what
// has changed.
func TestEveryValueOfAPersonHasAName(t *testing.T) {
	papers := papersOf(t)
	for _, id := range papers.IDs() {
		d := papers.papers[id]
		for _, name := range d.known() {
			if labelOf(name) == labelOf("") {
				t.Errorf("%s: {%s} has no label", id, name)
			}
		}
		for _, l := range d.repeated {
			if toldLists[l] == nil && lists[l].of == perEntry && !beginsOneOf(l, unsummed) {
				t.Errorf("%s: nobody tells what has changed in the list %s", id, l)
			}
		}
	}
}
