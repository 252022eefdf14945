package shelltest

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Elsewhere stands in for the screens to which the one in question leads, and
// remembers how they were opened.
type Elsewhere struct {
	Routes []shell.Route

	object fyne.CanvasObject
}

var _ shell.Screen = (*Elsewhere)(nil)

// Elsewhere adds one stand-in for all of the places.
func (s *Stage) Elsewhere(places ...shell.Place) *Elsewhere {
	e := &Elsewhere{object: kit.NewSheet().Object()}
	for _, place := range places {
		s.Add(place, func() shell.Screen { return e })
	}
	return e
}

// Last returns how it was opened last; the zero Route when it never was.
func (e *Elsewhere) Last() shell.Route {
	if len(e.Routes) == 0 {
		return shell.Route{}
	}
	return e.Routes[len(e.Routes)-1]
}

// Object is blank.
func (e *Elsewhere) Object() fyne.CanvasObject { return e.object }

// Keys is nil: it has none.
func (e *Elsewhere) Keys() *kit.Keys { return nil }

// Open remembers the route.
func (e *Elsewhere) Open(r shell.Route) { e.Routes = append(e.Routes, r) }

// Route is where it was opened.
func (e *Elsewhere) Route() shell.Route { return e.Last() }

// Leave always may.
func (e *Elsewhere) Leave() error { return nil }

// Help is empty.
func (e *Elsewhere) Help() shell.Help { return shell.Help{} }

// Files answers every file dialog with a path, as if the clerk had chosen it.
type Files struct {
	Path  string
	Asked kit.FileAsk // what the last dialog asked
}

var _ kit.Files = (*Files)(nil)

// Open answers.
func (f *Files) Open(ask kit.FileAsk, chosen func(string)) { f.answer(ask, chosen) }

// Save answers.
func (f *Files) Save(ask kit.FileAsk, chosen func(string)) { f.answer(ask, chosen) }

// Folder answers.
func (f *Files) Folder(ask kit.FileAsk, chosen func(string)) { f.answer(ask, chosen) }

func (f *Files) answer(ask kit.FileAsk, chosen func(string)) {
	f.Asked = ask
	chosen(f.Path)
}
