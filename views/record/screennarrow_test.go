package record_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// found is somebody of whom something is to be done in a field, and that field.
func found(t *testing.T, s *shelltest.Stage) (id data.ApplicationID, field string) {
	t.Helper()
	for _, id := range pending(s) {
		m, err := record.Open(s.Office, draftsOf(t, s.Office), id)
		if err != nil {
			t.Fatal(err)
		}
		m.LookAll()
		if field := m.NextFinding("note"); field != "" && field != "note" && len(m.Panel().Lines[0].Steps) > 0 {
			return id, field
		}
	}
	t.Fatal("nobody has a finding")
	return "", ""
}

func TestWithoutRoomThePanelOpensOverTheForm(t *testing.T) {
	s := stage(t)
	id, field := found(t, s)
	s.At150()
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "note"})
	s.At("展开")
	if s.Sees("要做") {
		t.Error("the panel is there before F6")
	}
	if at := s.At("备注"); at.Y < 0 || at.Y > 470 {
		t.Errorf("the field with the caret stands at %v", at)
	}
	s.Press(fyne.KeyF6)
	s.At("要做")
	s.Press(fyne.KeyEscape)
	if s.Sees("要做") || s.Shell.Screen().Route().Person != id {
		t.Error("Esc did not close the panel alone")
	}
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyF6)
	if r := s.Shell.Screen().Route(); s.Sees("要做") || r.Field != field {
		t.Errorf("the second F6 led to %q, not %q", r.Field, field)
	}
}
