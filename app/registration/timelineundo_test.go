package registration_test

import (
	"strings"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// writes puts records of one application, as the packages that own them do.
func writes(t *testing.T, d *registration.Desk, id data.ApplicationID, op data.Op, write func(*store.Tx) error) registration.Event {
	t.Helper()
	if _, err := d.Office.Store.Update(ctx, op, "", write); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Renew(ctx, id); err != nil {
		t.Fatal(err)
	}
	return timeline(t, d, id)[0]
}

func TestPapersPromisesAndNotesAreToldAndTakenBack(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{Statuses: []data.Status{data.Draft, data.Submitted}})[0]
	id := a.Application.ID
	document := data.Document{ID: data.DocumentID(string(id) + "/id-card"), Application: id, Slot: "id-card", State: data.DocumentSeen, By: "张"}
	promise := data.Commitment{ID: "c1", Application: id, Years: []int{2025}, Reason: "正在备案", Consent: true, Made: data.Date{Year: 2026, Month: 4, Day: 1}, Due: data.Date{Year: 2026, Month: 9, Day: 30}}
	for _, c := range []struct {
		name, words string
		op          data.Op
		write       func(*store.Tx) error
		back        func(a *data.Applicant) bool
	}{
		{"a document", "见原件：身份证", data.OpDocument, func(tx *store.Tx) error { return tx.PutDocument(document) },
			func(a *data.Applicant) bool { return a.Dossier.Documents[0].State == data.DocumentOpen }},
		{"a commitment", "容缺承诺：2025 年度考核，2026年9月30日前补交，单位已同意（正在备案）", data.OpCommit, func(tx *store.Tx) error { return tx.PutCommitment(promise) },
			func(a *data.Applicant) bool {
				c := a.Dossier.Commitments
				return !c[len(c)-1].Withdrawn.IsZero()
			}},
		{"a violation", "违规：伪造证明，限制申报至2028年4月1日", data.OpViolation, func(tx *store.Tx) error {
			return tx.PutViolation(data.Violation{ID: "v1", Person: a.Person.ID, What: "伪造证明", Found: data.Date{Year: 2026, Month: 4, Day: 2}, Until: data.Date{Year: 2028, Month: 4, Day: 1}})
		}, func(a *data.Applicant) bool { return !a.Dossier.Violations[0].Withdrawn.IsZero() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := writes(t, d, id, c.op, c.write)
			if e.Words != c.words || !e.CanUndo() {
				t.Fatalf("told as %q (may be undone: %v), wanted %q", e.Words, e.CanUndo(), c.words)
			}
			back, err := d.Undo(ctx, id, e)
			if err != nil || !c.back(back) {
				t.Fatalf("not back: %+v, %v", back, err)
			}
			if told := timeline(t, d, id)[0]; told.Words != "撤销“"+c.words+"”" || told.CanUndo() {
				t.Errorf("the undo is told as %q (may be undone: %v)", told.Words, told.CanUndo())
			}
			if _, err := d.Undo(ctx, id, e); !data.HasCode(err, "undo-stale") && !data.HasCode(err, "undo-none") {
				t.Errorf("undone again: %v", err)
			}
		})
	}
}

func TestANoteIsStruckOutAndStays(t *testing.T) {
	d := practice(t)
	id := d.Register.Find(registration.Query{})[0].Application.ID
	if err := d.Remark(ctx, id, "  单位电话说明年再报 "); err != nil {
		t.Fatal(err)
	}
	e := timeline(t, d, id)[0]
	if e.Words != "备注：单位电话说明年再报" {
		t.Fatalf("told as %q", e.Words)
	}
	if _, err := d.Undo(ctx, id, e); err != nil {
		t.Fatal(err)
	}
	events := timeline(t, d, id)
	if !strings.Contains(events[0].Words, "撤销") || !events[1].Undone || events[1].Words != e.Words {
		t.Errorf("%q after %q", events[0].Words, events[1].Words)
	}
	for _, text := range []string{"  ", strings.Repeat("字", data.MaxNote+1)} {
		if err := d.Remark(ctx, id, text); !data.HasCode(err, "note-missing") && !data.HasCode(err, "note-long") {
			t.Errorf("a note of %d bytes: %v", len(text), err)
		}
	}
}

func TestWhatCannotBeTakenBackSaysWhatToDoInstead(t *testing.T) {
	d := practice(t)
	for _, a := range d.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}}) {
		for _, e := range timeline(t, d, a.Application.ID) {
			if e.CanUndo() {
				continue
			}
			_, err := d.Undo(ctx, a.Application.ID, e)
			refusal, ok := data.AsRefusal(err)
			if !ok || refusal.Code != "undo-none" || refusal.Hint == "" {
				t.Fatalf("%s: %v", e.Words, err)
			}
		}
	}
}

func TestAsItWasOnADay(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{Statuses: []data.Status{data.Draft, data.Submitted}})[0]
	events := timeline(t, d, a.Application.ID)
	came := data.DateOf(events[len(events)-1].At)
	if _, err := d.Amend(ctx, a.Application.ID, map[string]string{"phone": "13900000000"}, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		day   data.Date
		phone string
		code  string
	}{
		{came.AddDays(-1), "", "not-yet"},
		{d.Office.Today().AddDays(-1), a.Person.Phone, ""},
		{d.Office.Today(), "13900000000", ""},
	} {
		then, err := d.AsOf(ctx, a.Application.ID, c.day)
		switch {
		case c.code != "":
			if !data.HasCode(err, c.code) {
				t.Errorf("%s: %v", c.day, err)
			}
		case err != nil:
			t.Errorf("%s: %v", c.day, err)
		case then.Person.Phone != c.phone || then.Unit != a.Unit:
			t.Errorf("%s: %s of %s, wanted %s", c.day, then.Person.Phone, then.Unit, c.phone)
		}
	}
}
