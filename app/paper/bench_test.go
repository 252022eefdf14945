package paper

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"gongkao/data"
)

// The figures the office is promised: a roster of 10,000 in 0.6 s and 150 MB,
// a form with photo in 10 ms.

func BenchmarkRoster10000(b *testing.B)  { benchRoster(b, 10_000) }
func BenchmarkRoster100000(b *testing.B) { benchRoster(b, 100_000) }

func benchRoster(b *testing.B, n int) {
	papers := papersOf(b)
	job := jobFor("roster", crowd(n)...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := papers.Print(io.Discard, job); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-from-system")
}

func BenchmarkForm(b *testing.B) {
	papers := papersOf(b)
	e := liuDi()
	e.Photo = photograph(250, 350, 80)
	job := jobFor("registration", e)
	for b.Loop() {
		if _, err := papers.Print(io.Discard, job); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkForms1000(b *testing.B) {
	papers := papersOf(b)
	entries := crowd(1000)
	for i := range entries {
		entries[i].Photo = photograph(250, 350, uint8(i))
		entries[i].Person.IDNumber = data.WithCheckDigit(fmt.Sprintf("41150019700101%03d", i))
	}
	job := jobFor("registration", entries...)
	for b.Loop() {
		if _, err := papers.Print(io.Discard, job); err != nil {
			b.Fatal(err)
		}
	}
}
