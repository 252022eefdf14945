package shelltest

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
	"gongkao/views/shell"
)

// elsewhere is a place that nobody in a test has a use for.
const elsewhere shell.Place = 99

// Away leaves the screen shown for so long that Fyne drops its renderers, and
// comes back. The test fails if it does not show what it showed, or nothing has
// the focus.
func (s *Stage) Away(t *testing.T) {
	t.Helper()
	left, before, focused := s.Shell.Screen(), s.Texts(), s.Canvas().Focused()
	s.Add(elsewhere, func() shell.Screen { return nowhere{} })
	s.Go(shell.Route{Place: elsewhere})
	kittest.Forget(t, left.Object())
	s.Shell.Back()
	s.Settle()
	if focused != nil && s.Canvas().Focused() == nil {
		t.Error("the keyboard is nowhere")
	}
	after := map[string]bool{}
	for _, text := range s.Texts() {
		after[text] = true
	}
	for _, text := range before {
		if !after[text] {
			t.Errorf("%q is gone; what is left: %q", text, s.Texts())
			return
		}
	}
}

// nowhere is an empty screen.
type nowhere struct{}

func (nowhere) Object() fyne.CanvasObject { return kit.NewSheet().Object() }
func (nowhere) Keys() *kit.Keys           { return nil }
func (nowhere) Open(shell.Route)          {}
func (nowhere) Route() shell.Route        { return shell.Route{Place: elsewhere} }
func (nowhere) Leave() error              { return nil }
func (nowhere) Help() shell.Help          { return shell.Help{} }
