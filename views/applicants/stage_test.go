package applicants_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	"gongkao/views/applicants"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

const (
	ctrl  = fyne.KeyModifierControl
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// stage is the list in its window.
type stage struct {
	*shelltest.Stage
	record, papers, today, tray *shelltest.Elsewhere
	files                       *shelltest.Files
}

func on(t testing.TB, desk *registration.Desk) *stage {
	s := &stage{Stage: shelltest.On(t, desk), files: &shelltest.Files{}}
	s.record, s.papers, s.today = s.Elsewhere(shell.Record), s.Elsewhere(shell.Papers), s.Elsewhere(shell.Today)
	s.tray = s.Elsewhere(shell.Tray)
	s.Shell.Files = s.files
	s.Shell.Import = func() { applicants.ImportFiles(s.Shell, desk) }
	s.Add(shell.Applicants, func() shell.Screen { return applicants.NewScreen(s.Shell, desk) })
	return s
}

func opened(t testing.TB, people int) *stage {
	s := on(t, practice(t, demo.Size{People: people, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	return s
}

func (s *stage) sees(t testing.TB, words ...string) {
	t.Helper()
	for _, w := range words {
		if !s.Sees(w) {
			t.Errorf("%q is not to be seen in %q", w, s.Texts())
		}
	}
	s.NothingMissing()
}

// commit is a word from the input method, and the moment until its Enter is over.
func (s *stage) commit(word string) {
	s.Compose(word)
	time.Sleep(40 * time.Millisecond)
}

func (s *stage) shown() registration.Selection { return *s.Shell.Screen().Route().Select }

// long is a name of fifty characters.
var long = strings.Repeat("买买提·艾合买提江·阿卜杜热依木", 3) + "阿卜"

// named is a county in which somebody has a very long name.
func named(t testing.TB) *registration.Desk {
	d := practice(t, demo.Size{People: 40, Units: 12, Seed: 5})
	m := applicants.New(d)
	if _, err := d.Amend(ctx, m.ID(8), map[string]string{"name": long}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Amend(ctx, m.ID(3), map[string]string{"name": "刘𬱖"}, ""); err != nil {
		t.Fatal(err)
	}
	return d
}
