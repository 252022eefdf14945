package today

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

const (
	noteLine   float32 = 20
	noteEdges  float32 = 12  // above the first line and below the last
	noteLeast  float32 = 2   // lines
	noteMost   float32 = 9   // what is longer scrolls
	noteSheet  float32 = 560 // width of the sheet in a narrow window
	noteFact           = "手写的，随便条一起打印"
	noteHint           = "记一条：09:30 送原件…"
	noteTitled         = "今日便条"
)

// newNote makes the place for what is written by hand.
func (s *Screen) newNote() *kit.Field {
	f := kit.NewField(kit.Spec{Lines: true, Hint: noteHint})
	lines := 0
	f.Arrived = func() { lines = strings.Count(f.Value(), "\n") }
	f.Changed = func(text string) { // a line that is done is kept at once, whatever happens to the machine
		if n := strings.Count(text, "\n"); n != lines {
			lines = n
			s.write(text)
		}
	}
	f.Left = s.write
	return f
}

// write keeps what is written.
func (s *Screen) write(text string) {
	wrote, err := s.model.Write(context.Background(), text)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	if wrote {
		s.w.Wrote()
	}
	if !s.written.Focused() { // it was written on the sheet over the page
		s.written.SetValue(text)
	}
}

// readNote shows what is written on the day, unless somebody is writing.
func (s *Screen) readNote() {
	if s.written.Focused() && s.written.Value() != s.model.Written() {
		return
	}
	if err := s.model.OpenNote(context.Background()); err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.written.SetValue(s.model.Written())
	s.written.Lock(!s.model.MayWrite())
}

// toNote goes to the note, or lays it over the page where that has no room for it.
func (s *Screen) toNote() {
	if !s.written.Hidden {
		s.w.Focus(s.written)
		return
	}
	f := s.newNote()
	f.SetValue(s.model.Written())
	f.Lock(!s.model.MayWrite())
	done := func() {
		s.w.Canvas().Unfocus()
		s.w.Close()
	}
	f.TakesFirst(func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			done()
		}
		return ev.Name == fyne.KeyEscape
	})
	leave := kit.NewButton("写好了", "Esc", true, done)
	s.w.Lay(noteSheet, nil, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.Head(noteTitled, noteFact, x, y, width)
		y += kit.HeadHeight + 8
		high := noteRoom(noteMost * noteLine)
		sheet.Put(f, x, y, width, high)
		y += high + 16
		sheet.ButtonsR(x+width, y, 8, leave)
		return y + kit.ButtonHeight - top
	})
	kit.NewRing(s.w.Keys, s.w.Canvas().Focus, done, nil, f, leave).First()
}

// drawNote sets the note into a place that others leave it, and returns where it
// ends.
func (s *Screen) drawNote(sheet *kit.Sheet, at line, high float32) (end float32) {
	drawHead(sheet, at, noteTitled, "")
	sheet.KeyCapR("F6", at.x+at.w, at.y+5)
	sheet.TextR(noteFact, at.x+at.w-kit.KeyCapWidth("F6")-8, at.y, kit.HeadHeight, kit.Quiet())
	y := at.y + kit.HeadHeight + 8
	sheet.Put(s.written, at.x, y, at.w, high)
	return y + high
}

// noteRoom is how high the note may be when everything else in the panel has its
// place: whole lines. The days behind the ruler give way to its least.
func noteRoom(left float32) float32 {
	lines := float32(int((left - noteEdges) / noteLine))
	return noteEdges + noteLine*max(noteLeast, min(noteMost, lines))
}

// noteKey is what the help says of the note.
var noteKey = shell.Key{Cap: "F6", Does: "到今日便条：手写几句，写完一行就存；行首写时间（09:30）的，印出来时间排成一列"}
