package record_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestTheKeyThatOpensASheetWritesNothing(t *testing.T) {
	s := stage(t)
	a := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Submitted}})[0]
	for act, hint := range map[string]string{"3": "例如：提供虚假考核材料", "4": "例如：来过电话，年度考核表下周送来", "5": "如 2026-04-07"} {
		s.Go(shell.Route{Place: shell.Record, Person: a.Application.ID, Field: "ethnicity"})
		s.Press(fyne.KeyF2)
		s.Type(act)
		s.At(hint) // which an empty field shows
		s.Press(fyne.KeyEscape)
	}
}

func TestTheKeyOfARefusedActWritesNothingIntoTheFieldBehind(t *testing.T) {
	s := stage(t)
	var complete *data.Applicant // has nothing to promise
	for _, a := range s.Office.Select(registration.Selection{Statuses: []data.Status{data.Submitted}}) {
		if a.Person.Appraisals[2025] == data.Qualified && a.Application.Level > 2 {
			complete = a
		}
	}
	s.Go(shell.Route{Place: shell.Record, Person: complete.Application.ID, Field: "ethnicity"})
	s.Press(fyne.KeyF2)
	s.Type("1")
	if s.Shell.Laid() {
		t.Fatalf("there is something to promise: %q", s.Texts())
	}
	s.Press(fyne.KeyTab) // leaves the field, which writes it
	if now := person(s, complete.Application.ID); now.Person.Ethnicity != complete.Person.Ethnicity {
		t.Errorf("%q is now %q", complete.Person.Ethnicity, now.Person.Ethnicity)
	}
}

func TestTheReviewSheetIsOneOfTheActs(t *testing.T) {
	s := stage(t)
	elsewhere := s.Elsewhere(shell.Papers)
	a := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Submitted}})[0]
	s.Go(shell.Route{Place: shell.Record, Person: a.Application.ID})
	s.Press(fyne.KeyF2)
	s.Picture("record-acts")
	s.Type("8")
	if r := elsewhere.Last(); r.Paper != "review-sheet" || len(r.Numbers) != 1 || r.Numbers[0] != a.Person.IDNumber {
		t.Errorf("8 leads to %+v", r)
	}
}
