package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
)

func TestSomebodyHalfTypedComesBackWithAWordAndTheCaretWhereHeLacksSomething(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record})
	s.Type("411521197806210049")
	s.Press(fyne.KeyReturn)
	s.Compose("刘志强")
	s.Press(fyne.KeyReturn)
	s.Go(shell.Route{Place: shell.Applicants})
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	s.Settle()
	if !strings.Contains(s.Said(), "这是上次没有登记完的 刘志强") || !strings.Contains(s.Said(), "Ctrl+D") {
		t.Errorf("the window says %q", s.Said())
	}
	s.Type("x")
	if !s.Sees("411521 19780621 0049") {
		t.Errorf("a letter is typed over the number: %q", s.Texts())
	}
}
