package units_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/dossier"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestOriginalsComeInAndGoOutOnSignedSlipsByKeyboard(t *testing.T) {
	s, elsewhere := stage(t, forty)
	kept, err := dossier.New(s.Office)
	if err != nil {
		t.Fatal(err)
	}
	balance := func() dossier.Balance {
		b, err := kept.Balance(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	before := balance()
	here, err := kept.Held(t.Context(), s.Office.Office.Today())
	if err != nil {
		t.Fatal(err)
	}
	waiting := s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})
	waiting = slices.DeleteFunc(waiting, func(a *data.Applicant) bool { // whose unit has nothing here yet
		return slices.ContainsFunc(here, func(l dossier.Lying) bool { return l.Applicant.Unit == a.Unit || l.Applicant.Supervising == a.Unit })
	})
	s.Go(shell.Route{Place: shell.Units, Unit: waiting[0].Application.Unit})
	s.Press(fyne.KeyF6)
	s.Picture("units-originals")
	if !s.Sees("原件收退") || !s.Sees(before.String()) {
		t.Fatalf("the sheet: %q", s.Texts())
	}
	s.Press(fyne.KeyF8)
	if balance() != before || !strings.Contains(s.Said(), "签字") {
		t.Errorf("taken in unsigned: %s, said %q", balance(), s.Said())
	}
	s.Type("王会计") // the caret stands on the line for the signature
	s.Press(fyne.KeyF8)
	if got := balance(); got.Received != before.Received+1 || !strings.Contains(s.Said(), "收到原件 1 件，王会计签字") {
		t.Errorf("after taking one in: %s, said %q", got, s.Said())
	}
	s.Press(fyne.KeyF9)
	if got := balance(); got.Returned != before.Returned+1 || got.Held != before.Held || !strings.Contains(s.Said(), "退还原件 1 件") {
		t.Errorf("after giving it back: %s, said %q", got, s.Said())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if got := balance(); got.Returned != before.Returned || got.Held != before.Held+1 || !strings.Contains(s.Said(), "作废") {
		t.Errorf("after making the slip void: %s, said %q", got, s.Said())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if !strings.Contains(s.Said(), "还没有登记过") {
		t.Errorf("said %q", s.Said())
	}
	s.Resize(911, 460)
	s.Picture("units-originals-150-460")
	s.Press(fyne.KeyEscape)
	if s.Sees("办完了") {
		t.Error("Esc does not close the sheet")
	}
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != "custody-slip" || len(r.Numbers) != 1 || s.Sees("办完了") {
		t.Errorf("Ctrl+P leads to %+v", r)
	}
}

func TestWhoOwesWhatWasPromisedIsOneKeyAway(t *testing.T) {
	s, elsewhere := stage(t, forty)
	kept, err := dossier.New(s.Office)
	if err != nil {
		t.Fatal(err)
	}
	owing := kept.Radar(s.Office.Office.Today())
	if len(owing) == 0 {
		t.Fatal("nobody in the practice county owes anything")
	}
	s.Go(shell.Route{Place: shell.Units, Unit: owing[0].Applicant.Application.Unit})
	s.Press(fyne.KeyF6)
	if !s.Sees("容缺未补") || !s.Sees(owing[0].Applicant.Person.Name) {
		t.Fatalf("the sheet: %q", s.Texts())
	}
	s.Press(fyne.KeyF1)
	if !s.Sees("换一个单位") {
		t.Errorf("F1 shows %q", s.Texts())
	}
	s.Picture("units-originals-help")
	s.Press(fyne.KeyEscape)
	s.Picture("units-originals-again")
	s.Press(fyne.KeyF5)
	if r := elsewhere.Last(); r.Place != shell.Applicants || r.Select == nil || len(r.Select.Flags) != 1 {
		t.Errorf("it opened %+v", r)
	}
}
