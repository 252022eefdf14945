package record_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/wording"
)

var ctx = context.Background()

// morning is when every test sits down at the desk.
var morning = time.Date(2026, 4, 2, 9, 42, 0, 0, time.FixedZone("CST", 8*3600))

// practice is a small county opened in the folder.
func practice(t testing.TB, folder string) *registration.Desk {
	t.Helper()
	if !office.Exists(folder) {
		if _, err := demo.Fill(ctx, folder, demo.Size{People: 40, Units: 12, Seed: 5}); err != nil {
			t.Fatal(err)
		}
	}
	at := morning
	return demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { at = at.Add(time.Second); return at }})
}

func draftsOf(t testing.TB, d *registration.Desk) *registration.Drafts {
	t.Helper()
	drafts, err := registration.OpenDrafts(ctx, d.Office)
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

func leave(t testing.TB, m *record.Model, key, text string) record.Left {
	t.Helper()
	left, err := m.Leave(ctx, key, text)
	if err != nil {
		t.Fatalf("leaving %s with %q: %v", key, text, err)
	}
	return left
}

// somebody opens a person of the county who is not decided on.
func somebody(t testing.TB, d *registration.Desk, text string) *record.Model {
	t.Helper()
	found := d.Select(registration.Selection{Text: text, Statuses: registration.Undecided})
	if len(found) == 0 {
		t.Fatalf("nobody is found by %q", text)
	}
	m, err := record.Open(d, draftsOf(t, d), found[0].Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// newcomer types a new person up to the field before the last required one.
func newcomer(t testing.TB, d *registration.Desk) *record.Model {
	t.Helper()
	m := record.New(d, draftsOf(t, d), record.Carried{})
	leave(t, m, "id_number", "411521197806140040")
	leave(t, m, "name", "刘𬱖")
	leave(t, m, "unit", d.AllUnits()[3].Name)
	leave(t, m, "level", "3")
	return m
}

func TestAWrongCheckDigitIsExplainedBesideTheField(t *testing.T) {
	d := practice(t, t.TempDir())
	m := record.New(d, draftsOf(t, d), record.Carried{})
	leave(t, m, "id_number", "411503198109010020")
	s := m.State("id_number")
	if s.Mark != wording.Block || s.Sentence != "末位校验不符：请对照身份证原件，第 18 位应为 7" || s.Text != "411503198109010020" {
		t.Errorf("the field shows %+v", s)
	}
	leave(t, m, "id_number", "41150319810901 0027")
	if s := m.State("id_number"); s.Mark != wording.Plain || s.Text != "411503 19810901 0027" {
		t.Errorf("mended, the field shows %+v", s)
	}
	if got := m.Text("sex"); got != "女　1981-09-01" {
		t.Errorf("the ID number filled in %q", got)
	}
}

func TestANewPersonEntersWhenNothingRequiredIsMissing(t *testing.T) {
	d := practice(t, t.TempDir())
	before := d.Register.Len()
	m := record.New(d, draftsOf(t, d), record.Carried{})
	left := leave(t, m, "id_number", "41150319810901 0027")
	if left.Entered || !strings.Contains(left.What, "姓名") {
		t.Errorf("with the number alone: %+v", left)
	}
	leave(t, m, "name", "刘𬱖")
	leave(t, m, "unit", d.AllUnits()[3].Name)
	leave(t, m, "level", "3")
	left = leave(t, m, "trade", "qcj")
	if !left.Entered || m.IsNew() || d.Register.Len() != before+1 || !strings.Contains(left.What, "刘𬱖") {
		t.Fatalf("after the last required field: %+v", left)
	}
	if m.Text("trade") != "汽车驾驶员" || m.Text("level") != "三级（高级工）" || m.Heading().Status != "草稿" {
		t.Errorf("typed by initials: %q %q, status %s", m.Text("trade"), m.Text("level"), m.Heading().Status)
	}
	if draftsOf(t, d).Has("") {
		t.Error("the draft is still there")
	}
}

func TestNothingHalfTypedIsLost(t *testing.T) {
	folder := t.TempDir()
	d := practice(t, folder)
	m := newcomer(t, d)
	m.Typing("phone", "1387")
	if err := m.Keep(ctx); err != nil {
		t.Fatal(err)
	}
	d.Office.Close()
	d = practice(t, folder)
	again := record.New(d, draftsOf(t, d), record.Carried{Trade: "农艺工"})
	for key, want := range map[string]string{"id_number": "411521197806140040", "name": "刘𬱖", "level": "三级（高级工）", "phone": "1387", "trade": ""} {
		if got := again.Text(key); got != want {
			t.Errorf("%s came back as %q, want %q", key, got, want)
		}
	}
	if again.State("id_number").Mark != wording.Block {
		t.Error("the wrong number is no longer marked")
	}
}

func TestAnUnreadableDateOfSomebodyKnownWaitsInItsField(t *testing.T) {
	folder := t.TempDir()
	d := practice(t, folder)
	m := somebody(t, d, "")
	id := m.ID()
	was := m.Applicant().Person.WorkStart
	leave(t, m, "work_start", "1998-13")
	d.Office.Close()
	d = practice(t, folder)
	m, err := record.Open(d, draftsOf(t, d), id)
	if err != nil {
		t.Fatal(err)
	}
	if s := m.State("work_start"); s.Text != "1998-13" || s.Mark != wording.Block || m.Applicant().Person.WorkStart != was {
		t.Errorf("opened again: %+v, record %s", s, m.Applicant().Person.WorkStart)
	}
	leave(t, m, "work_start", "1998-11")
	if m.Text("work_start") != "1998-11" || draftsOf(t, d).Has(id) {
		t.Error("mended, it still waits")
	}
}

func TestWhatWasTypedWhenTheWindowClosedIsTakenOnEnter(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	m.Typing("post", "门卫")
	if err := m.Keep(ctx); err != nil {
		t.Fatal(err)
	}
	m, err := record.Open(d, draftsOf(t, d), m.ID())
	if err != nil {
		t.Fatal(err)
	}
	if s := m.State("post"); s.Text != "门卫" || s.Mark != wording.Warn {
		t.Errorf("opened again: %+v", s)
	}
	if left := leave(t, m, "post", "门卫"); !left.Changed || m.Applicant().Application.Post != "门卫" {
		t.Errorf("left: %+v", left)
	}
}

func TestUnitTradeAndLevelAreCarriedOver(t *testing.T) {
	d := practice(t, t.TempDir())
	drafts := draftsOf(t, d)
	m := record.New(d, drafts, somebody(t, d, "").Carry())
	if m.Text("unit") == "" || m.Text("supervising_unit") == "" || m.Text("trade") == "" || m.Text("level") == "" {
		t.Errorf("carried over: %q %q %q", m.Text("unit"), m.Text("trade"), m.Text("level"))
	}
	if err := m.Keep(ctx); err != nil || drafts.Has("") {
		t.Errorf("what was only carried over became a draft (%v)", err)
	}
}

func TestUndoBringsBackWhatStoodBefore(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	was := m.Text("phone")
	leave(t, m, "phone", "13800001111")
	leave(t, m, "phone", "13900002222")
	for _, want := range []string{"13800001111", was} {
		left, err := m.Undo(ctx)
		if err != nil || m.Text("phone") != want {
			t.Fatalf("undone to %q, want %q (%+v, %v)", m.Text("phone"), want, left, err)
		}
	}
	if _, err := m.Undo(ctx); !data.HasCode(err, "undo-none") {
		t.Errorf("a third undo: %v", err)
	}
	moments, err := m.Timeline(func(string) string { return "" })(ctx)
	if err != nil || len(moments) != 5 || moments[3].Strong != "13800001111" || !moments[3].Undone || moments[4].Words != "登记" {
		t.Errorf("the timeline: %+v, %v", moments, err)
	}
}

func TestAYearOfAppraisalIsAFieldOfItsOwn(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	leave(t, m, "appraisals.2025", "wba")
	if got := m.Applicant().Person.Appraisals[2025]; got != data.Unrecorded {
		t.Fatalf("2025 is %q", got)
	}
	leave(t, m, "appraisals.2021", "合格")
	leave(t, m, "appraisals.2025", "")
	if p := m.Applicant().Person.Appraisals; p[2025] != "" || p[2021] != data.Qualified {
		t.Errorf("appraisals are %v", p)
	}
}
