package record_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

func TestWhatIsCarriedOverSaysSoUntilTheClerkHasBeenThere(t *testing.T) {
	s := stage(t)
	unit := s.Office.AllUnits()[0].Name
	s.Go(shell.Route{Place: shell.Record})
	s.Type("411521197806140044")
	s.Press(fyne.KeyReturn)
	s.Compose("张三")
	for _, field := range []struct{ key, text string }{{"unit", unit}, {"level", "3"}, {"trade", "byy"}} {
		s.Shell.Go(shell.Route{Place: shell.Record, Field: field.key})
		s.Compose(field.text)
		s.Press(fyne.KeyTab)
	}
	s.Settle()
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	s.Settle()
	if marks := count(s, "同上一人"); marks != 3 {
		t.Fatalf("%d fields say that they are carried over, want 3: %q; said %q", marks, s.Texts(), s.Said())
	}
	s.Picture("record-carried")
	s.Shell.Go(shell.Route{Place: shell.Record, Field: "unit"})
	s.Press(fyne.KeyReturn)
	if marks := count(s, "同上一人"); marks != 2 {
		t.Errorf("after the unit was looked at %d fields say so, want 2", marks)
	}
}

func TestAUnitIsFoundByItsShortName(t *testing.T) {
	s := stage(t)
	for _, u := range s.Office.AllUnits() {
		if u.Short == "" {
			continue
		}
		s.Go(shell.Route{Place: shell.Record, Field: "unit"})
		s.Compose(u.Short)
		if !s.Sees(u.Name) {
			t.Errorf("%s does not find %s: %q", u.Short, u.Name, s.Texts())
		}
		return
	}
	t.Fatal("no unit has a short name")
}

func count(s *shelltest.Stage, text string) (n int) {
	for _, seen := range s.Texts() {
		if seen == text {
			n++
		}
	}
	return n
}
