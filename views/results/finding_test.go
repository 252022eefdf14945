package results_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
)

func TestTheListIsFoundInLedThroughAndPrinted(t *testing.T) {
	s, elsewhere := stage(t, seasoned(t))
	all := s.Texts()
	s.Type("一级")
	if !s.Sees("一级") || s.Sees("三级") {
		t.Errorf("一级 shows %q", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if len(s.Texts()) < len(all)-2 {
		t.Error("Esc does not show everybody again")
	}
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place != shell.Record || len(r.List) == 0 {
		t.Errorf("Enter opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyF5)
	if r := elsewhere.Last(); r.Place != shell.Settings {
		t.Errorf("F5 opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != "pass-notice" || len(r.Numbers) != 1 {
		t.Errorf("Ctrl+P opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	tab(s, 2)
	if slices.Contains(s.Texts(), "Ctrl+P") {
		t.Error("a key is shown for a paper there is not")
	}
}
