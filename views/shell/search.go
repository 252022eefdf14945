package shell

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// Scanner reads the code of a printed sheet, which a scanner types into the search
// box.
type Scanner interface {
	// Reads reports whether the text is such a code.
	Reads(text string) bool
	// Might reports whether it may be one, if it is nobody's name: eight letters.
	Might(text string) bool
	// Scan opens what the sheet is about.
	Scan(text string)
}

// search is the box above: what is typed there lists people at once, Enter
// opens the first, ↓ goes into the list.
type search struct {
	w     *Window
	field *kit.Field
}

func newSearch(w *Window) *search {
	s := &search{w: w, field: kit.NewField(kit.Spec{Hint: "姓名、拼音首字母、身份证尾号、单位", Search: "F3"})}
	s.field.Join(w.Keys, func(bool) { s.open() })
	s.field.Changed = s.typed
	s.field.TakesFirst(s.key)
	return s
}

// key goes into the list or leaves the box; every other key edits.
func (s *search) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyTab:
		s.toList()
	case fyne.KeyEscape:
		s.escape()
	default:
		return false
	}
	return true
}

func (s *search) searcher() (Searcher, bool) {
	found, ok := s.w.Screen().(Searcher)
	return found, ok
}

func (s *search) typed(text string) {
	if s.w.Scanner != nil && s.w.Scanner.Reads(text) {
		return // nobody is called so
	}
	if _, ok := s.searcher(); !ok {
		s.w.Go(Route{Place: Applicants})
	}
	if found, ok := s.searcher(); ok {
		found.Search(text)
	}
}

func (s *search) open() {
	text := s.field.Value()
	if text == "" {
		return
	}
	if s.w.Scanner != nil && s.w.Scanner.Reads(text) {
		s.escape() // the text has been read; the list is whole again
		s.w.Canvas().Unfocus()
		s.w.Scanner.Scan(text)
		return
	}
	if found, ok := s.searcher(); ok {
		s.w.Canvas().Unfocus()
		found.OpenFound()
	}
}

func (s *search) toList() {
	s.w.Canvas().Unfocus()
	if found, ok := s.searcher(); ok {
		found.ToList()
		return
	}
	s.w.Screen().Open(s.w.Screen().Route())
}

// escape empties the box; empty, it gives the focus back.
func (s *search) escape() {
	if s.field.Value() == "" {
		s.toList()
		return
	}
	s.field.SetValue("")
	if found, ok := s.searcher(); ok {
		found.Search("")
	}
}

// Searching reports whether the caret is in the search box.
func (w *Window) Searching() bool {
	return w.frame != nil && w.Canvas().Focused() == fyne.Focusable(w.frame.search.field)
}

// ShowSearch writes into the search box what a list is searched by.
func (w *Window) ShowSearch(text string) {
	if w.frame != nil && !w.Searching() && w.frame.search.field.Value() != text {
		w.frame.search.field.SetValue(text)
	}
}

func (w *Window) toSearch() {
	if w.frame != nil {
		w.Canvas().Focus(w.frame.search.field)
	}
}
