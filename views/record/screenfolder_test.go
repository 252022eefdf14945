package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// onStrip opens somebody undecided with the focus on his papers, the first of
// them taken back.
func onStrip(t testing.TB, s *shelltest.Stage) data.ApplicationID {
	t.Helper()
	id := returned(t, s)
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "phone"})
	s.Press(fyne.KeyF10)
	s.Type("0")
	s.Settle()
	return id
}

// marked is what the record says of papers.
func marked(s *shelltest.Stage, id data.ApplicationID) (states []data.DocumentState) {
	for _, d := range person(s, id).Dossier.Documents {
		if d.State != data.DocumentOpen {
			states = append(states, d.State)
		}
	}
	return states
}

func TestFiguresMarkPapersOnlyOnTheStrip(t *testing.T) {
	s := stage(t)
	id := onStrip(t, s)
	before := len(marked(s, id))
	s.Type("1")
	if got := marked(s, id); len(got) != before+1 || !strings.Contains(s.Said(), "见原件") {
		t.Fatalf("marked %v; said %q", got, s.Said())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	s.Settle()
	if got := marked(s, id); len(got) != before {
		t.Errorf("Ctrl+Z left %v; said %q", got, s.Said())
	}
	s.Shell.Go(shell.Route{Place: shell.Record, Person: id, Field: "phone"})
	s.Type("1")
	if got := marked(s, id); len(got) != before || !shows(s, "1") {
		t.Errorf("typed into the phone: %v", got)
	}
}

func TestEnterOpensAPaperAndEscReturnsToTheStrip(t *testing.T) {
	s := stage(t)
	id := onStrip(t, s)
	before := len(marked(s, id))
	s.Press(fyne.KeyReturn)
	s.At("存入扫描件")
	s.Type("2")
	if got := marked(s, id); len(got) != before+1 {
		t.Errorf("2 on the open paper: %v", got)
	}
	s.Press(fyne.KeyEscape)
	s.Type("0")
	if got := marked(s, id); len(got) != before || s.Shell.Laid() {
		t.Errorf("back on the strip, 0 left %v", got)
	}
}

func TestYesInTheFieldLeadsToTheCommitment(t *testing.T) {
	s := stage(t)
	id := named(t, s, person(s, returned(t, s)).Person.Name)
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "appraisals.2025"})
	s.Type("wba")
	s.Press(fyne.KeyReturn)
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "commitment"})
	s.Type("1")
	s.Press(fyne.KeyReturn)
	s.At("承诺补")
	s.Press(fyne.KeyEscape)
	if r := s.Shell.Screen().Route(); r.Field == "" || s.Shell.Laid() {
		t.Errorf("after Esc the caret is in %q", r.Field)
	}
}

func TestWhatIsWrongStandsOnTheSheetAndNothingIsLost(t *testing.T) {
	s := stage(t)
	id := returned(t, s)
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "phone"})
	s.Press(fyne.KeyF2)
	s.Press(fyne.Key3)
	s.Compose("提供虚假材料")
	s.Press(fyne.KeyTab)
	s.Type("2026.3")
	s.Press(fyne.KeyTab)
	s.Compose("信人技考函〔2026〕9号")
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyReturn)
	if !s.Sees("只有年月") || !s.Sees("提供虚假材料") || len(person(s, id).Dossier.Violations) != 0 {
		t.Errorf("the sheet shows %q", s.Texts())
	}
	s.NothingMissing()
}

func TestTheDayOfThePastIsReadAndEscComesBack(t *testing.T) {
	s := stage(t)
	id := pending(s)[0]
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "phone"})
	s.Press(fyne.KeyF2)
	s.Press(fyne.Key5)
	s.Type(s.Office.Office.Today().String())
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.At("回到现在")
	if shows(s, "交审") || shows(s, "打印") {
		t.Error("the past can be handed in")
	}
	s.Press(fyne.KeyEscape)
	if r := s.Shell.Screen().Route(); s.Sees("回到现在") || r.Person != id || r.Field != "phone" {
		t.Errorf("Esc led to %+v", r)
	}
}

func TestADecidedRecordIsReopenedByItsKey(t *testing.T) {
	s := stage(t)
	a := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Approved}})[0]
	s.Go(shell.Route{Place: shell.Record, Person: a.Application.ID})
	s.At("更正")
	s.Press(fyne.KeyE, fyne.KeyModifierControl)
	s.Compose("单位来函，电话登记有误")
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if shows(s, "更正") || person(s, a.Application.ID).Application.Status == data.Approved {
		t.Errorf("it is %s; said %q", person(s, a.Application.ID).Application.Status, s.Said())
	}
}

func TestPapersComeBackAfterALongTimeAway(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record, Person: returned(t, s), List: pending(s), Field: "phone"})
	s.At("材料")
	s.Away(t)
}
