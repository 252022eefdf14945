package record_test

import (
	"strings"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/wording"
)

func TestANumberRegisteredAlreadyLeadsToItsOwner(t *testing.T) {
	d := practice(t, t.TempDir())
	other := somebody(t, d, "")
	m := record.New(d, draftsOf(t, d), record.Carried{})
	leave(t, m, "id_number", string(other.Applicant().Person.IDNumber))
	if s := m.State("id_number"); s.Mark != wording.Block || !strings.Contains(s.Sentence, other.Applicant().Person.Name) || m.Namesake() != other.ID() {
		t.Errorf("%+v, owner %s", s, m.Namesake())
	}
}

func TestADecidedRecordTakesNoChange(t *testing.T) {
	d := practice(t, t.TempDir())
	a := d.Select(registration.Selection{Statuses: []data.Status{data.Approved}})[0]
	m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Leave(ctx, "phone", "1"); !data.HasCode(err, "decided") || m.Panel().Note == "" {
		t.Errorf("left with %v; note %q", err, m.Panel().Note)
	}
	for _, s := range m.Slots() {
		if !s.ReadOnly {
			t.Errorf("%s can be typed in", s.Key)
		}
	}
}

func TestWhatStandsInNoListIsMarked(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	leave(t, m, "ethnicity", "13800001111")
	if s := m.State("ethnicity"); s.Mark != wording.Warn || s.Note != "不在表里" {
		t.Errorf("a number as 民族: %+v", s)
	}
	leave(t, m, "ethnicity", "hz")
	if s := m.State("ethnicity"); s.Mark != wording.Plain && s.Text == "汉族" {
		t.Errorf("by initials: %+v", s)
	}
}

func TestNothingIsProposedThatAVerdictHangsOnAlone(t *testing.T) {
	d := practice(t, t.TempDir())
	m := newcomer(t, d)
	for key, want := range map[string]string{
		"ethnicity": "汉族", "current_level": "四级（中级工）", "path": "", "retirement_category": "", "current_cert_date": "", "appraisals.2021": "", "name": "",
	} {
		if got := m.Proposed(key); got != want {
			t.Errorf("%s: proposed %q, want %q", key, got, want)
		}
	}
	leave(t, m, "current_level", "4")
	leave(t, m, "appraisals.2021", "1")
	leave(t, m, "appraisals.2023", "wba")
	if m.Proposed("path") != "晋级" || m.Proposed("appraisals.2022") != "合格" || m.Proposed("appraisals.2024") != "" {
		t.Errorf("proposed %q, %q and %q", m.Proposed("path"), m.Proposed("appraisals.2022"), m.Proposed("appraisals.2024"))
	}
	if known := somebody(t, d, ""); known.Proposed("note") != "" || known.Proposed("path") != "" {
		t.Error("something is proposed for somebody who is registered")
	}
}

func TestFindingsOfSeveralYearsAreSaidOnce(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	leave(t, m, "level", "2")
	leave(t, m, "commitment", "2")
	for _, key := range []string{"appraisals.2023", "appraisals.2024", "appraisals.2025"} {
		leave(t, m, key, "")
	}
	said := 0
	for _, s := range m.States() {
		if s.Sentence != "" {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d sentences", said)
	}
}
