// Package shelltest puts a screen into the window it will stand in, with a
// practice county behind it, for tests and for pictures of its states. Open a
// Stage, Add the screens, Go somewhere, then drive it with the methods of
// kittest.Desk; Settle waits for what runs in the background.
package shelltest

import (
	"io"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
	"gongkao/views/shell"
)

// Stage is a window with an office behind it.
type Stage struct {
	*kittest.Desk
	Shell  *shell.Window
	Office *registration.Desk

	t        testing.TB
	queue    *kit.Queue
	pictures string // the folder of Picture
}

// Open opens a window of 1366×768 on a practice county of so many people.
func Open(t testing.TB, people int) *Stage {
	t.Helper()
	return On(t, demotest.Desk(t, people))
}

// On opens a window on an office; nil is none.
func On(t testing.TB, office *registration.Desk) *Stage {
	t.Helper()
	a := kittest.App(t)
	practice := office != nil && office.Office.Profile.Practice
	kit.Dress(a, practice)
	d := kittest.Open(t, a, container.NewWithoutLayout(), 1366, 768)
	s := &Stage{Desk: d, Office: office, t: t, queue: &kit.Queue{}, pictures: Pictures(t)}
	now := time.Now
	if office != nil {
		now = office.Office.Now
	}
	s.Shell = shell.New(d.Window, io.Discard, now)
	s.Shell.Runner.Do = s.queue.Do
	s.Shell.Memory = shell.ReadMemory(filepath.Join(t.TempDir(), "window.json"), func(err error) { t.Error(err) })
	s.Shell.Makers = map[shell.Place]func() shell.Screen{}
	d.Window.Resize(fyne.NewSize(1366, 768))
	if office != nil {
		p := office.Office.Profile
		s.Shell.Open(shell.Sign{County: p.County, Office: p.Name, Clerk: office.Office.Clerk, Year: p.Year, Practice: practice})
	}
	t.Cleanup(s.Settle)
	return s
}

// Add says what a place shows.
func (s *Stage) Add(place shell.Place, maker func() shell.Screen) *Stage {
	s.Shell.Makers[place] = maker
	return s
}

// Go opens a route and waits until it stands.
func (s *Stage) Go(r shell.Route) {
	s.Shell.Go(r)
	s.Settle()
}

// Settle waits until nothing runs in the background, and lets what it brought
// happen.
func (s *Stage) Settle() {
	s.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if s.queue.Drain() == 0 && s.Shell.Runner.Running() == 0 && s.queue.Drain() == 0 {
			return
		}
	}
	s.t.Error("work in the background does not end: look for a task that waits for something the test never does")
}

// Said returns what the message bar says.
func (s *Stage) Said() string {
	_, what, next := s.Shell.Message()
	return what + " " + next
}

// Resize gives the window another size at 100 %.
func (s *Stage) Resize(width, height float32) { s.Window.Resize(fyne.NewSize(width, height)) }

// At125 and At150 show the window of 1366×768 as the system's scale would.
func (s *Stage) At125() { s.scaled(1.3) }

// At150 is At125 at 150 %.
func (s *Stage) At150() { s.scaled(1.5) }

func (s *Stage) scaled(scale float32) {
	s.Scale(scale)
	kit.Scale = scale
	s.t.Cleanup(func() { kit.Scale = 1 })
	s.Window.Resize(fyne.NewSize(1366/scale, 768/scale))
	s.Window.Content().Refresh()
}
