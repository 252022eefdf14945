// Package shell is the window around the screens: the frame with navigation,
// search box and message bar, the way from screen to screen and back, the keys
// that work everywhere, questions, help, and what the window remembers from one
// day to the next. It knows no screen by name: whoever assembles the program
// (package views) gives it a maker for each Place.
//
// A screen is handed a *Window and uses Go, Back, Say, Done, Wrote, Ask, Shape
// and the parts of kit that a window has one of: Keys, Layer, Runner, Files,
// Errors, Memory.
package shell

import (
	"io"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// Sign is what the frame says of the office.
type Sign struct {
	County, Office, Clerk string
	Year                  int
	Practice              bool
	Working               int // the year in work, while Year is one that is over; else 0
}

// Shape is how much room the window has; screens give way by it.
type Shape int

// The shapes, from the canvas's own width.
const (
	Wide   Shape = iota
	Medium       // under 1200: the navigation shows keys only
	Narrow       // under 1000: side panels become a strip
)

// Window is the program's window.
type Window struct {
	Keys   *kit.Keys
	Layer  *kit.Layer
	Lists  *kit.Layer // above it: the lists of choices of fields that stand on a sheet laid over the screen
	Errors *kit.ErrorShower
	Runner *kit.Runner
	Files  kit.Files
	Memory *Memory
	Now    func() time.Time

	// Makers make the screens of places, when one is first opened.
	Makers map[Place]func() Screen
	// Counts returns the work of counting what waits in the places of the
	// navigation. It is asked on the window's goroutine, the work is not.
	Counts func() func() map[Place]int
	// LastBackup says when the last backup was made: 备份 今天 08:31.
	LastBackup func() string
	// Import is what Ctrl+O does; nil: nothing.
	Import func()
	// Scanner is asked of what is typed into the search box; nil: nobody is.
	Scanner Scanner
	// Return is what Ctrl+Y does while a year is looked at that is over.
	Return func()

	window  fyne.Window
	bar     *kit.MessageBar
	body    *fyne.Container // what is shown between the bars
	root    *fyne.Container
	frame   *frame // nil while no office is open
	alone   Screen // the screen without a frame, nil while there is one
	screens map[Place]Screen
	place   Place
	history []Route
	counts  *kit.Lane
	asked   *question
	savedAt string
}

// New dresses a window; Open or Alone says what is shown in it.
func New(w fyne.Window, log io.Writer, now func() time.Time) *Window {
	s := &Window{Keys: kit.NewKeys(), Layer: kit.NewLayer(), Lists: kit.NewLayer(), Now: now, window: w, screens: map[Place]Screen{}, bar: kit.NewMessageBar()}
	s.Errors = &kit.ErrorShower{Bar: s, Log: log, Now: now}
	s.Runner = &kit.Runner{Errors: s.Errors}
	s.Files = kit.NewFiles(w, s.Runner, s.askPath)
	s.counts = s.Runner.NewLane(nil)
	s.body = newFill()
	s.root = newRoot(s)
	w.SetPadded(false)
	w.SetContent(s.root)
	s.Keys.Bind(w.Canvas())
	s.everywhereKeys()
	return s
}

// Canvas returns the window's canvas.
func (w *Window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Native returns the window itself, for what only the system can do with it.
func (w *Window) Native() fyne.Window { return w.window }

// Shape returns how much room there is now.
func (w *Window) Shape() Shape {
	switch width := w.root.Size().Width; {
	case width < kit.NarrowBelow:
		return Narrow
	case width < kit.MediumBelow:
		return Medium
	}
	return Wide
}

// Foot returns the message bar, 32 high: a screen shown alone puts it at its own
// foot, since there is no frame to do so.
func (w *Window) Foot() fyne.CanvasObject { return w.bar.Object() }

// Say shows a message in the bar at the foot.
func (w *Window) Say(kind kit.Kind, what, next string) { w.bar.Say(kind, what, next) }

// Message returns what the bar says.
func (w *Window) Message() (kind kit.Kind, what, next string) { return w.bar.Message() }

// Done says what a command did; a Done without words says nothing.
func (w *Window) Done(d wording.Done) {
	if d.What != "" || d.Next != "" {
		w.Say(kit.SayDone, d.What, d.Next)
	}
}

// Wrote is called after every change of the records: the bar says that it is
// saved, and the navigation counts again.
func (w *Window) Wrote() {
	w.savedAt = w.Now().Format("15:04")
	w.BackedUp()
	w.Recount()
}

// BackedUp shows anew when something was last written and backed up.
func (w *Window) BackedUp() {
	backup := ""
	if w.LastBackup != nil {
		backup = w.LastBackup()
	}
	w.bar.Saved(w.savedAt, backup)
}

// Focus puts the focus somewhere, unless somebody is typing into the search box
// or a question is open.
func (w *Window) Focus(f fyne.Focusable) {
	if w.Searching() || w.asked != nil {
		return
	}
	w.Canvas().Focus(f)
}
