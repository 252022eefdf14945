package record_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
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

func TestADayOfAnEarlierYearHasRoomBesideWhatHappened(t *testing.T) {
	s := stageAt(t, func() time.Time { return time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local) })
	s.Go(shell.Route{Place: shell.Record, Person: pending(s)[0]})
	s.Settle()
	s.Press(fyne.KeyF7)
	day := "2026年3月12日"
	if right, words := s.At(day).X+kit.Quiet().Width(day), s.At("登记").X; right > words {
		t.Errorf("the day ends at %v, what happened begins at %v", right, words)
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
