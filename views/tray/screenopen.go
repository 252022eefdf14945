package tray

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// opening is the open row: its field, and the answers that may be chosen.
type opening struct {
	row    int
	key    string
	field  *kit.Field // nil: nothing can be written
	offers []Offer
	marked int   // the offer that Enter takes; -1: none
	typed  bool  // something was typed since it was opened
	fault  error // what kept an answer from being written
}

// failed is why what was typed could not be kept.
func (o *opening) failed() error { return o.fault }

// openRow makes a field for the row one is at, unless it has it already.
func (s *Screen) openRow() {
	row, key, ok := s.m.At()
	if !ok {
		s.open = opening{row: row, marked: -1, offers: s.m.Offers("")}
		return
	}
	if s.open.field != nil && s.open.row == row && s.open.key == key {
		if !s.open.typed {
			s.open.field.SetValue(s.m.Filled())
			s.offer()
		}
		return
	}
	s.open = opening{row: row, key: key, field: kit.NewField(kit.Spec{Hint: s.m.Hint()})}
	f := s.open.field
	f.SetValue(s.m.Filled())
	f.Join(s.w.Keys, s.next)
	f.TakesFirst(s.fieldKey)
	f.TakesLetters(s.figure)
	f.Wheel(s.roll.Scrolled)
	f.Changed = s.typing
	f.Left = func(text string) { s.left(row, key, text) }
	s.offer()
}

// offer lists the likely answers, the one that stands marked.
func (s *Screen) offer() {
	s.open.offers, s.open.marked = s.m.Offers(""), -1
	for i, o := range s.open.offers {
		if o.Text == s.open.field.Value() && !o.Return {
			s.open.marked = i
		}
	}
}

// typing looks up what is typed and says whether it will do.
func (s *Screen) typing(text string) {
	s.open.typed = true
	if text == "" {
		s.offer()
	} else if s.open.offers, s.open.marked = s.m.Offers(text), -1; len(s.open.offers) > 0 {
		s.open.marked = 0
	}
	s.measure()
	s.rows.Refresh()
	s.roll.Refresh()
	s.reveal()
}

// fieldKey takes the keys that go through the rows before the field has them.
func (s *Screen) fieldKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		s.take()
		return true
	}
	return s.rowKey(ev)
}

// take writes what stands in the field, or the marked choice where something was
// looked up, and goes on to what waits next.
func (s *Screen) take() {
	s.stay = false
	if s.open.typed && s.open.marked >= 0 {
		s.write(s.open.offers[s.open.marked].Text)
	} else {
		s.open.field.Commit()
	}
	if s.stay {
		s.settle()
		return
	}
	s.step(false)
}

// figure chooses the answer of a figure: of a group's head, of the open row.
func (s *Screen) figure(letter rune) bool {
	n := int(letter - '1')
	if n < 0 || n > 8 {
		return false
	}
	if s.m.Asks() {
		s.answerHead(n)
		return true
	}
	if s.open.field != nil && (!s.m.Listed() && s.open.typed || len(s.open.offers) == 0) {
		return false
	}
	s.pick(n)
	return true
}

// pick takes an offer.
func (s *Screen) pick(n int) {
	if n >= len(s.open.offers) {
		return
	}
	switch o := s.open.offers[n]; {
	case o.Do != nil:
		s.done(o.Do(context.Background()))
	case o.Return:
		s.toSendBack(false)
	default:
		s.write(o.Text)
		s.settle()
	}
}

// write lets the open row's field hold a text, and keeps it.
func (s *Screen) write(text string) {
	s.open.field.SetValue(text)
	s.open.field.CursorColumn = len([]rune(text))
	s.left(s.open.row, s.open.key, text)
}

// left keeps what a field holds when it is left.
func (s *Screen) left(row int, key, text string) {
	answered, err := s.m.Answer(context.Background(), row, key, text)
	if s.open.row == row && s.open.key == key {
		s.open.typed, s.open.fault = false, err
	}
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.stay = answered.Said && !answered.Ready // its next problem, or the same
	if answered.Said {
		s.w.Wrote()
		s.tell(answered)
	}
	s.refresh()
}

// tell says what came of an answer.
func (s *Screen) tell(a Answered) {
	if a.Ready {
		s.w.Done(a.Done)
		return
	}
	s.w.Say(kit.SayWarn, a.What, a.Next)
}

// tried is the text that Enter would write.
func (s *Screen) tried() string {
	if s.open.marked >= 0 {
		return s.open.offers[s.open.marked].Text
	}
	return s.open.field.Value()
}

// judged says whether the open row may enter, also while it is typed.
func (s *Screen) judged(r Row) (ready bool, word string) {
	if !s.open.typed || s.open.field == nil {
		return r.Ready, r.Word
	}
	if ready, _ = s.m.Try(s.tried()); ready {
		return true, "可进入"
	}
	return false, "待答"
}

// trouble is what is wrong with the open row, also while it is typed.
func (s *Screen) trouble(r Row) string {
	if s.open.typed && s.open.field != nil {
		_, trouble := s.m.Try(s.tried())
		return trouble
	}
	if r.Ready || r.Todo == "" {
		return r.Trouble
	}
	return r.Trouble + "：" + r.Todo
}
