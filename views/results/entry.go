package results

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
)

// entry is the field in which a score is typed: it lies over the cell of a row for
// as long as somebody types there.
type entry struct {
	s     *Screen
	field *kit.Field
	open  bool
	row   int
}

func newEntry(s *Screen) *entry {
	e := &entry{s: s, field: kit.NewField(kit.Spec{})}
	e.field.Join(s.w.Keys, func(bool) { e.commit() })
	e.field.TakesFirst(e.key)
	return e
}

// typed takes a letter that was typed on a list of scores: figures begin a score,
// − is 缺考, * corrects, any other letter searches.
func (e *entry) typed(letter rune) bool {
	s := e.s
	row, ok := s.current()
	switch {
	case letter == '*' || letter == '＊' || letter == '×':
		s.star()
	case ok && s.m.Stage() <= Evaluation && strings.ContainsRune("0123456789０１２３４５６７８９", letter):
		e.begin(row)
		e.field.Entry.TypedRune(letter) // the key went down in the list: the field would take it for an input method's
	case ok && s.m.Stage() <= Evaluation && strings.ContainsRune("-−—－", letter):
		e.begin(row)
		e.field.SetValue("缺考")
		e.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	case letter > ' ' && !strings.ContainsRune("0123456789+-.", letter):
		s.w.Focus(s.filter)
		s.filter.TypedRune(letter)
	default:
		return false
	}
	return true
}

// begin opens the field over a row's cell.
func (e *entry) begin(row int) {
	e.open, e.row = true, row
	e.field.SetValue("")
	e.field.SetFinding(kit.NoSign, "")
	e.s.object.Refresh()
	e.s.w.Focus(e.field)
}

// key leaves the field without writing, or goes to another row when it is written.
func (e *entry) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		e.end()
	case fyne.KeyDown:
		e.commit()
	case fyne.KeyUp:
		if row := e.row; e.write() {
			e.s.rows().GoTo(row - 1)
		}
	default:
		return false
	}
	return true
}

// commit writes the score and goes to the next person without one.
func (e *entry) commit() {
	row := e.row
	if !e.open || !e.write() {
		return
	}
	if next := e.s.m.Next(row); next >= 0 {
		e.s.rows().GoTo(next)
	}
}

// write writes what was typed; what cannot be stays in the field with the reason.
func (e *entry) write() (written bool) {
	text := e.field.Value()
	if strings.TrimSpace(text) == "" {
		e.end()
		return false
	}
	done, err := e.s.m.Enter(context.Background(), e.row, text)
	if err != nil {
		if _, refused := data.AsRefusal(err); refused {
			e.field.SetFinding(kit.Blocked, "")
			e.field.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed next replaces it
		}
		e.s.w.Errors.Show(err)
		return false
	}
	e.end()
	e.s.wrote(done)
	return true
}

// elsewhere is another row made current, by the mouse: what was typed is written to
// its own row, and what cannot be brings the clerk back to it.
func (e *entry) elsewhere(row int) {
	if !e.open || row == e.row {
		return
	}
	if !e.write() && e.open {
		e.s.rows().GoTo(e.row)
		e.s.w.Focus(e.field)
	}
}

// end takes the field away.
func (e *entry) end() {
	e.open = false
	e.s.object.Refresh()
	e.s.toList()
}

// leave writes what is half typed, before the page is left.
func (e *entry) leave() error {
	if !e.open || strings.TrimSpace(e.field.Value()) == "" {
		e.open = false
		return nil
	}
	done, err := e.s.m.Enter(context.Background(), e.row, e.field.Value())
	if err != nil {
		return err
	}
	e.open = false
	e.s.wrote(done)
	return nil
}

// draw lays the field over the cell, as long as the row is to be seen.
func (e *entry) draw(sheet *kit.Sheet, x, y float32) {
	if !e.open {
		return
	}
	at, size, seen := e.s.rows().CellAt(e.row, scoreColumn)
	if !seen {
		return
	}
	sheet.Put(e.field, x+at.X, y+at.Y, size.Width, size.Height)
}
