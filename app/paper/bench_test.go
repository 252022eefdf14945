package paper

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"gongkao/data"
)

// The figures the office is promised: a roster of 10,000 in 0.6 s and 150 MB,
// a form with photo in 10 ms, 1,000 of them in 5 s and 300 MB. .ci/bench-papers
// measures others beside them.

func BenchmarkRoster10000(b *testing.B)  { benchPrint(b, jobFor("roster", crowd(10_000)...)) }
func BenchmarkRoster100000(b *testing.B) { benchPrint(b, jobFor("roster", crowd(100_000)...)) }

func BenchmarkForm(b *testing.B) { benchPrint(b, jobFor("registration", photographed(liuDi()))) }

func BenchmarkForms1000(b *testing.B) {
	entries := crowd(1000)
	for i := range entries {
		entries[i].Photo = photograph(250, 350, uint8(i))
		entries[i].Person.IDNumber = data.WithCheckDigit(fmt.Sprintf("41150019700101%03d", i))
	}
	benchPrint(b, jobFor("registration", entries...))
}

func benchPrint(b *testing.B, job Job) {
	papers := papersOf(b)
	b.ReportAllocs()
	began := processor(b)
	for b.Loop() {
		if _, err := papers.Print(io.Discard, job); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((processor(b)-began).Seconds()/float64(b.N), "processor-s/op")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-from-system")
}
