package record_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/record"
	"gongkao/views/shell"
)

// BenchmarkLeaveAField is all that happens when a field is left: reading it,
// writing it through to the disk, and judging by every rule.
func BenchmarkLeaveAField(b *testing.B) {
	d := practice(b, b.TempDir())
	m := somebody(b, d, "")
	folder := folderOf(b, d, m)
	texts := []string{"2019-06", "2020-06"}
	for i := 0; b.Loop(); i++ {
		if _, err := m.Leave(ctx, "current_cert_date", texts[i%2]); err != nil {
			b.Fatal(err)
		}
		m.Panel()
		folder.Cells()
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
		if _, err := m.Timeline(func(string) string { return "" })(ctx); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScreenOpen is PgDn: another record on the screen, without the pixels.
func BenchmarkScreenOpen(b *testing.B) {
	s := stage(b)
	ids := pending(s)
	for i := 0; b.Loop(); i++ {
		s.Shell.Replace(shell.Route{Place: shell.Record, Person: ids[i%2], List: ids, Field: "phone"})
	}
}

// BenchmarkScreenLeaveAField is a date typed and left by Enter, with everything
// drawn anew that hangs on it, without the pixels.
func BenchmarkScreenLeaveAField(b *testing.B) {
	s := stage(b)
	s.Go(shell.Route{Place: shell.Record, Person: pending(s)[0], Field: "current_cert_date"})
	dates := []string{"2019.6", "2020.6"}
	for i := 0; b.Loop(); i++ {
		s.Type(dates[i%2])
		s.Press(fyne.KeyReturn)
		s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	}
}
