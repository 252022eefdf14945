package record_test

import (
	"strings"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
)

func TestTheRecordAsItWasIsReadAndNotWritten(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	leave(t, m, "phone", "13800001111")
	past, err := m.AsOf(ctx, "2026-04-01")
	if err != nil {
		t.Fatal(err)
	}
	if past.Text("phone") == "13800001111" || m.Text("phone") != "13800001111" {
		t.Errorf("then %q, now %q", past.Text("phone"), m.Text("phone"))
	}
	if _, err := past.Leave(ctx, "phone", "1"); !data.HasCode(err, "decided") {
		t.Errorf("written into the past: %v", err)
	}
	if !strings.Contains(past.Panel().Note, "2026年4月1日") || past.Commands() != (record.Commands{}) || past.Acts() != nil && past.Acts()[0].Act != record.ActPast {
		t.Errorf("the panel says %q; %+v, %+v", past.Panel().Note, past.Commands(), past.Acts())
	}
	for day, says := range map[string]string{"2026-04-03": "还没有到", "2020-01-01": "还没有登记", "四月": "没有读懂", "2026-04": "只有年月"} {
		if _, err := m.AsOf(ctx, day); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", day, err)
		}
	}
}

func TestANoteStandsInTheTimelineAndCanBeStruckOut(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	left, err := m.Remark(ctx, "来过电话，考核表下周送来")
	wrote(t, left, err)
	moments, err := m.Timeline(func(string) string { return "" })(ctx)
	if err != nil || !strings.Contains(moments[0].Words, "考核表下周送来") || !moments[0].CanUndo {
		t.Fatalf("%+v, %v", moments, err)
	}
	if _, err := m.UndoEvent(ctx, moments[0].Event); err != nil {
		t.Error(err)
	}
	if _, err := m.Remark(ctx, "  "); err == nil {
		t.Error("an empty note was taken")
	}
}

func TestAClosedRecordIsReopenedWithAReasonOnly(t *testing.T) {
	d := practice(t, t.TempDir())
	a := d.Select(registration.Selection{Statuses: []data.Status{data.Approved}})[0]
	m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Reopen(ctx, " "); !data.HasCode(err, "reason-missing") {
		t.Errorf("without a reason: %v", err)
	}
	left, err := m.Reopen(ctx, "单位来函，电话登记有误")
	wrote(t, left, err)
	if m.Decided() {
		t.Fatalf("reopened, it is %s", m.Applicant().Application.Status)
	}
	leave(t, m, "phone", "13900001111")
}
