package tray_test

import (
	"testing"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/views/tray"
)

// shown is the newest batch of an office as its page holds it.
func shown(t *testing.T, d *registration.Desk) *tray.Model {
	t.Helper()
	m := tray.New(d)
	o, err := m.Open("")(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m.Show(o)
	return m
}

func TestOneBeginsAtTheFirstRowThatWaits(t *testing.T) {
	m := shown(t, county(t, mixed))
	row, field, ok := m.At()
	if !ok || field != "unit" || m.Row(m.Current()).Cell != "E4" || m.Settled() {
		t.Errorf("it begins at row %d, %s, %+v", row, field, m.Row(m.Current()))
	}
	if answered, err := m.Answer(ctx, row, field, "没有这个单位"); err != nil || answered.Ready || !answered.Said {
		t.Errorf("words that are no unit: %+v, %v", answered, err)
	}
	if m.Filled() != "没有这个单位" {
		t.Errorf("what was typed is %q", m.Filled())
	}
	if answered, err := m.Answer(ctx, row, field, m.Filled()); err != nil || answered.Said {
		t.Errorf("the same once more: %+v, %v", answered, err)
	}
}

func TestTheSameBatchOpenedAgainStaysAtItsRow(t *testing.T) {
	m := shown(t, county(t, mixed))
	m.Move(3)
	at := m.Row(m.Current())
	o, err := m.Open(m.Batch())(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m.Show(o)
	if now := m.Row(m.Current()); now.Number != at.Number {
		t.Errorf("row %s after row %s", now.Number, at.Number)
	}
}

func TestWhatIsSkippedIsSaidWithItsReason(t *testing.T) {
	m := shown(t, county(t, mixed))
	for _, f := range m.Figures() {
		if f.Word == "跳过" && (f.Number != "1" || f.Of != "说明") {
			t.Errorf("%+v", f)
		}
	}
}

func TestAFieldBelongsToOneColumn(t *testing.T) {
	d := county(t, mixed)
	m := shown(t, d)
	batches, err := d.Imports(ctx)
	if err != nil || m.Batch() == "" {
		t.Fatal(err)
	}
	batch := batches[len(batches)-1]
	tables, err := intake.TablesOf(ctx, d, batch)
	if err != nil {
		t.Fatal(err)
	}
	told := tray.NewMapping(d, tray.Source{Batch: batch}, tables)
	if err := told.Say(0, "xm"); err != nil {
		t.Fatal(err)
	}
	columns := told.Columns()
	if columns[0].Field != "姓名" || columns[2].Field != "" {
		t.Errorf("%+v", columns[:3])
	}
	if words, _ := told.Need(); words != "有 1 列不知道是什么：选一项，或选“不用”" {
		t.Errorf("it needs %s", words)
	}
	if err := told.Say(0, "没有这一项"); err == nil {
		t.Error("any word is a field")
	}
	counts, err := told.Count()(ctx)
	if err != nil || counts.Good > 14 {
		t.Errorf("%+v, %v", counts, err)
	}
}
