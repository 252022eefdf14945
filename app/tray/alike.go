package tray

import (
	"slices"

	"gongkao/app/sheets"
)

// tells are the columns by which rows of a ledger may be about the same: what is
// put in one of them can change what is said of the other.
var tells = []string{"id_number", "name", "reference", "unit", "book"}

// alike returns open rows and those that have to be judged again with them. A row
// of people is judged by itself; whom else it claims is looked up when it is asked.
func (t *Tray) alike(at []int) []int {
	said := map[string]bool{}
	catalogue := false
	for _, i := range at {
		r := &t.rows[i]
		if r.kind == sheets.People || r.kind == sheets.Units {
			continue
		}
		for _, key := range tells {
			if text := r.texts[key]; text != "" {
				said[r.kind+key+text] = true
			}
		}
		catalogue = catalogue || nobodys(r)
	}
	all := slices.DeleteFunc(slices.Clone(at), func(i int) bool { return !t.rows[i].open() })
	if len(said) == 0 {
		return all
	}
	for i := range t.rows {
		r := &t.rows[i]
		same := catalogue && r.kind == sheets.Textbooks || nobodys(r)
		for _, key := range tells {
			same = same || said[r.kind+key+r.texts[key]]
		}
		if same && r.open() {
			all = append(all, i)
		}
	}
	return merge(all, nil)
}

// nobodys reports whether a row is a book of a catalogue: every order is judged by
// it.
func nobodys(r *row) bool {
	return r.kind == sheets.Textbooks && r.texts["name"]+r.texts["id_number"]+r.texts["unit"]+r.texts["copies"] == ""
}

// merge returns the places of both, each once and in order.
func merge(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
