package fees_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/fees/feestest"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell/shelltest"
)

var longest = strings.Repeat("阿不都热合曼·", 7) + "艾"

func TestPicturesOfTheFees(t *testing.T) {
	s, _ := stage(t)
	s.Picture("fees-normal")
	signOff(t, s, data.MustDate(2026, 5, 20))
	named(t, s)
	s.Shell.Reread()
	s.Type("5")
	s.Picture("fees-all")
	s.Rooms("fees")
	s.Resize(1366, 768)
	s, _ = stage(t)
	signOff(t, s, data.MustDate(2026, 4, 20))
	s.Shell.Reread()
	s.Type("4")
	s.Picture("fees-given-up")
	s.Press(fyne.KeyF5)
	s.Press(fyne.KeyF1)
	s.Press(fyne.KeyEscape)
	s.Picture("fees-sums")
	s.Type("2")
	s.Picture("fees-sums-units")
	s.Type("3")
	s.Picture("fees-sums-days")
	s.Press(fyne.KeyEscape)
	s.Type("3")
	s.Picture("fees-differing")
}

// named gives the first who has to pay a name of 50 characters, and lets one of
// level 1 enter the evaluation.
func named(t *testing.T, s *shelltest.Stage) {
	t.Helper()
	all := s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})
	if len(all) < 3 {
		t.Fatal("too few are approved")
	}
	feestest.Change(t, s.Office, all[:3], func(i int, a *data.Applicant) {
		if i == 0 {
			a.Person.Name = longest
			return
		}
		a.Application.Level = 1 // who has paid the first fee by another level's table
		a.Ledger.Evaluation = &data.Evaluation{ID: a.Application.ID, Entered: data.MustDate(2026, 4, 24)}
	})
}

func TestAYearInWhichNobodyIsApprovedSaysWhatComesFirst(t *testing.T) {
	s := shelltest.Open(t, 0)
	enter(s)
	s.Picture("fees-empty")
	if !s.Sees("还没有人要缴费") {
		t.Errorf("it shows %q", s.Texts())
	}
}

func TestTheFeesAreThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t)
	s.Away(t)
}

func TestALargeCountysMoneyIsAtHand(t *testing.T) {
	s := shelltest.Open(t, shelltest.Large(t))
	enter(s)
	s.Type("5")
	s.Picture("fees-large")
}
