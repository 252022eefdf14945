package record_test

import (
	"testing"

	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/views/record"
)

func TestWhoeverCameOverAppliesByTradeAndLevel(t *testing.T) {
	d := practice(t, t.TempDir())
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	a := d.Register.Find(registration.Query{})[0]
	m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
	if err != nil || m.Decided() {
		t.Fatalf("his record is closed %v: %v", m.Decided(), err)
	}
	if _, err := m.Submit(ctx, nil); !data.HasCode(err, "status") {
		t.Errorf("handed in without having applied: %v", err)
	}
	leave(t, m, "trade", "农艺工")
	if got := m.Applicant().Application.Status; got != data.Carried {
		t.Errorf("the trade alone makes him %s", got)
	}
	leave(t, m, "level", "四级")
	if got := m.Applicant().Application.Status; got != data.Draft {
		t.Errorf("trade and level make him %s", got)
	}
}
