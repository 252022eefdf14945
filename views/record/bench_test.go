package record_test

import (
	"testing"

	"gongkao/views/record"
)

// BenchmarkLeaveAField is all that happens when a field is left: reading it,
// writing it through to the disk, and judging by every rule.
func BenchmarkLeaveAField(b *testing.B) {
	d := practice(b, b.TempDir())
	m := somebody(b, d, "")
	texts := []string{"2019-06", "2020-06"}
	for i := 0; b.Loop(); i++ {
		if _, err := m.Leave(ctx, "current_cert_date", texts[i%2]); err != nil {
			b.Fatal(err)
		}
		m.Panel()
		for _, s := range m.Slots() {
			m.State(s.Key)
		}
	}
}

// BenchmarkOpen is opening a record, with all that is drawn but the timeline.
func BenchmarkOpen(b *testing.B) {
	d := practice(b, b.TempDir())
	drafts := draftsOf(b, d)
	id := somebody(b, d, "").ID()
	for b.Loop() {
		m, err := record.Open(d, drafts, id)
		if err != nil {
			b.Fatal(err)
		}
		m.Panel()
		for _, s := range m.Slots() {
			m.State(s.Key)
		}
	}
}

// BenchmarkTimeline is reading the whole history of one person.
func BenchmarkTimeline(b *testing.B) {
	d := practice(b, b.TempDir())
	m := somebody(b, d, "")
	for b.Loop() {
		if _, err := m.Timeline(ctx, func(string) string { return "" }); err != nil {
			b.Fatal(err)
		}
	}
}
