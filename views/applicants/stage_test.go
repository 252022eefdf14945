package applicants_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	"gongkao/views/applicants"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

const (
	ctrl  = fyne.KeyModifierControl
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// stub is a screen that only remembers how it was opened.
type stub struct {
	place shell.Place
	got   shell.Route
	box   *fyne.Container
}

func (s *stub) Object() fyne.CanvasObject { return s.box }
func (s *stub) Keys() *kit.Keys           { return kit.NewKeys() }
func (s *stub) Open(r shell.Route)        { s.got = r }
func (s *stub) Route() shell.Route        { return shell.Route{Place: s.place} }
func (s *stub) Leave() error              { return nil }
func (s *stub) Help() shell.Help          { return shell.Help{} }

// files answers as if the clerk had chosen a path.
type files struct {
	path  string
	asked kit.FileAsk
}

func (f *files) Open(ask kit.FileAsk, chosen func(string)) { f.asked = ask; chosen(f.path) }
func (f *files) Save(ask kit.FileAsk, chosen func(string)) { f.asked = ask; chosen(f.path) }
func (f *files) Folder(kit.FileAsk, func(string))          {}

// stage is the list in its window.
type stage struct {
	*shelltest.Stage
	record, papers, today *stub
	files                 *files
}

func on(t testing.TB, desk *registration.Desk) *stage {
	s := &stage{Stage: shelltest.On(t, desk), files: &files{}}
	make := func(place shell.Place) *stub {
		made := &stub{place: place, box: fyne.NewContainerWithoutLayout()}
		s.Add(place, func() shell.Screen { return made })
		return made
	}
	s.record, s.papers, s.today = make(shell.Record), make(shell.Papers), make(shell.Today)
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
