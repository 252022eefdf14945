package applicants_test

import (
	"testing"

	"gongkao/app/demo"
	"gongkao/views/applicants"
	"gongkao/views/shell"
)

// BenchmarkSearchBox100000 is what a letter in the search box takes of the
// window, but for its painting.
func BenchmarkSearchBox100000(b *testing.B) {
	s := on(b, practice(b, demo.Size{People: 100_000, Units: 1000, Seed: 1}))
	s.Go(shell.Route{Place: shell.Applicants})
	box := s.Shell.Screen().(shell.Searcher)
	for i := 0; b.Loop(); i++ {
		box.Search([]string{"刘", "lw", "", "小学 w"}[i%4])
	}
}

// BenchmarkList100000 is what happens between two keys on the largest list.
func BenchmarkList100000(b *testing.B) {
	d := practice(b, demo.Size{People: 100_000, Units: 1000, Seed: 1})
	m := applicants.New(d)
	for name, do := range map[string]func(i int){
		"search":     func(i int) { m.Search([]string{"刘", "lw", "0027", "小学 w"}[i%4]) },
		"search all": func(int) { m.Search("") },
		"sort name":  func(i int) { m.Sort([]applicants.Key{{Column: "name", Down: i%2 == 0}, {Column: "unit"}}) },
		"sort birth": func(i int) { m.Sort([]applicants.Key{{Column: "birth", Down: i%2 == 0}, {Column: "flags"}}) },
		"row": func(i int) {
			for _, c := range applicants.Columns() {
				_ = m.Text(i%m.Len(), c.Key)
			}
		},
		"jump":   func(i int) { m.Jump([]string{"zzz", "l"}[i%2]) },
		"new":    func(int) { applicants.New(d) },
		"counts": func(int) { m.Counting()() },
		"level":  func(i int) { _ = m.SetFilter(applicants.LevelFilter, []string{"三级", "四级"}[i%2]) },
	} {
		b.Run(name, func(b *testing.B) {
			m.Search("")
			_ = m.SetFilter(applicants.LevelFilter)
			do(0)
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				do(i)
			}
		})
	}
}
