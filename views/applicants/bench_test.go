package applicants_test

import (
	"testing"

	"gongkao/app/demo"
	"gongkao/views/applicants"
)

// BenchmarkList100000 is what happens between two keys on the largest list.
func BenchmarkList100000(b *testing.B) {
	d := practice(b, demo.Size{People: 100_000, Units: 1000, Seed: 1})
	m := applicants.New(d)
	for name, do := range map[string]func(i int){
		"search":     func(i int) { m.Search([]string{"刘", "lw", "0027", "小学 w"}[i%4]) },
		"search all": func(int) { m.Search("") },
		"sort name":  func(int) { m.SortBy("name") },
		"sort unit":  func(int) { m.SortBy("unit") },
		"row":        func(i int) { m.Row(i % m.Len()) },
		"level":      func(i int) { _ = m.SetFilter(applicants.LevelFilter, []string{"三级", "四级"}[i%2]) },
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
