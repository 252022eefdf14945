package review

import (
	"context"

	"fyne.io/fyne/v2"

	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// newKeys is what the keys do on this screen. − * and + are letters of the
// clauses, because over a scan they zoom; O and 0 are, because the letter of a key
// comes after the key, and would be typed into the field that the key has opened.
func (s *Screen) newKeys() {
	plain := map[fyne.KeyName]func(){
		fyne.KeyReturn: s.enter, fyne.KeyEnter: s.enter, fyne.KeyPageUp: func() { s.neighbour(-1) }, fyne.KeyPageDown: func() { s.neighbour(1) },
		fyne.KeyF4: s.toFilter, fyne.KeyF6: s.toScan, fyne.KeyF7: s.toSpotChecks, fyne.KeyEscape: s.escape, fyne.KeyR: s.turn, fyne.KeyO: s.toClauses, fyne.Key0: s.toClauses,
		fyne.KeyTab: func() { s.nextEvidence(kit.Mods()&fyne.KeyModifierShift != 0) },
	}
	for _, d := range decisions {
		plain[d.key] = func() { s.conclude(d.decision) }
	}
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9} {
		plain[key] = func() { s.choose(i + 1) }
	}
	for _, n := range Noted {
		plain[fyne.KeyName(n.Key)] = func() { s.noteState(n.State) }
	}
	for key, do := range plain {
		s.keys.On(0, key, do)
	}
	s.keys.On(fyne.KeyModifierControl, fyne.KeyZ, s.takeBack)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyReturn, s.agreedAll)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPaper)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyE, func() { s.ask(WhyCorrect) })
}

// toPaper goes to the review sheet of the person shown.
func (s *Screen) toPaper() {
	if number, open := s.m.Number(); open {
		s.w.Go(shell.Route{Place: shell.Papers, Paper: "review-sheet", Numbers: []data.IDNumber{number}})
	}
}

// enter is 相符, wherever the keyboard is; with nobody open, the next batch.
func (s *Screen) enter() {
	if _, open := s.m.Person(); !open {
		if !s.onward.Hidden {
			s.goOn()
		}
		return
	}
	s.agreed()
}

// escape drops what is being typed, leaves the scan, or goes back.
func (s *Screen) escape() {
	focused := s.w.Canvas().Focused()
	switch {
	case s.writing != Nothing && s.writing != s.m.Expects():
		s.writing = Nothing
		s.expect()
		s.redraw()
		s.focus()
	case focused != nil && focused != fyne.Focusable(s.clauses) && focused != fyne.Focusable(s.field()):
		s.focus()
	default:
		s.drop()
		s.w.Back()
	}
}

// drop forgets what is half typed: Esc means that it is not wanted.
func (s *Screen) drop() {
	s.line.SetValue("")
	s.pick.SetValue("")
}

// field is the field that asks.
func (s *Screen) field() interface {
	fyne.CanvasObject
	fyne.Focusable
} {
	if _, _, choices := s.m.Asks(s.writing); len(choices) > 0 {
		return s.pick
	}
	return s.line
}

// value is what stands in it.
func (s *Screen) value() string {
	if s.field() == fyne.Focusable(s.pick) {
		return s.pick.Value()
	}
	return s.line.Value()
}

// toClauses gives the clauses the keyboard, for the letter that follows.
func (s *Screen) toClauses() {
	if s.ticking() {
		s.focus()
	}
}

// ask opens the field for what is to be written.
func (s *Screen) ask(as Writing) {
	if _, open := s.m.Person(); !open || s.writing != Nothing {
		return
	}
	if err := s.m.MayWrite(as); err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.writing = as
	s.prepare()
	s.redraw()
	s.focus()
	if _, _, choices := s.m.Asks(as); len(choices) > 0 {
		s.pick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	}
}

// expect opens the field without which the open item cannot be done.
func (s *Screen) expect() {
	if _, open := s.m.Person(); !open {
		return
	}
	if s.writing = s.m.Expects(); s.writing != Nothing {
		s.prepare()
	}
}

// prepare empties the field and says in it what is wanted.
func (s *Screen) prepare() {
	_, hint, _ := s.m.Asks(s.writing)
	s.drop()
	s.line.SetHint(hint)
	s.pick.SetHint(hint)
}

// take hands what was typed to the model: Enter or Tab in the field.
func (s *Screen) take() {
	as, text := s.writing, s.value()
	if as == Nothing {
		return
	}
	said, err := s.m.Write(context.Background(), as, text)
	if err == nil || data.HasCode(err, differs) {
		s.writing = Nothing
		s.expect()
		s.w.Wrote()
	}
	s.done(said, err)
	s.focus()
}

// settle takes what is half typed, if there is anything: of a list the choice
// that is marked, as Enter would.
func (s *Screen) settle() error {
	if s.field() == fyne.Focusable(s.pick) {
		s.pick.TakeMarked()
	}
	if s.writing == Nothing || s.value() == "" {
		return nil
	}
	_, err := s.m.Write(context.Background(), s.writing, s.value())
	if err == nil || data.HasCode(err, differs) {
		s.drop()
		s.writing = Nothing
		s.w.Wrote()
	}
	return err
}

// done says what a command did and draws what it changed.
func (s *Screen) done(said wording.Done, err error) {
	if err != nil {
		s.w.Errors.Show(err)
	} else {
		s.w.Done(said)
		s.w.Wrote()
	}
	s.redraw()
}

// ticking reports whether clauses can be ticked now: somebody is open, and
// nothing is being typed.
func (s *Screen) ticking() bool {
	_, open := s.m.Person()
	return open && s.writing == Nothing
}

func (s *Screen) agreed() { s.pass(s.m.Agree) }

func (s *Screen) agreedAll() { s.pass(s.m.AgreeAll) }

// pass ticks, or asks why where the rules warn.
func (s *Screen) pass(do func(context.Context) (wording.Done, error)) {
	if s.ticking() && s.m.WantsReason() {
		s.ask(WhyAside)
		return
	}
	s.tick(do)
}

func (s *Screen) takeBack() { s.tick(s.m.TakeBack) }

func (s *Screen) tick(do func(context.Context) (wording.Done, error)) {
	if !s.ticking() {
		return
	}
	said, err := do(context.Background())
	if err == nil {
		s.expect()
	}
	s.done(said, err)
	s.focus()
}

// choose ticks the reason of a key; 0 asks for another one.
func (s *Screen) choose(n int) {
	if !s.ticking() {
		return
	}
	if n == 0 {
		s.ask(AReason)
		return
	}
	if said, ok := s.m.Choose(n); ok {
		s.w.Say(kit.SayPlain, said.What, said.Next)
		s.enable()
		s.showClauses()
	}
}

// conclude records the conclusion; a return or refusal without a reason asks for
// one first.
func (s *Screen) conclude(d reviewing.Decision) {
	if _, open := s.m.Person(); !open {
		return
	}
	if err := s.settle(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	if err := s.m.May(d); err != nil {
		s.w.Errors.Show(err)
		return
	}
	if d != reviewing.Approve && len(s.m.Reasons()) == 0 {
		s.w.Errors.Show(data.Refuse("reason-missing", "", d.String()+"要有理由", "请选一条或写一句，再按一次"))
		s.ask(AReason)
		return
	}
	said, err := s.m.Conclude(context.Background(), d)
	if err != nil {
		s.done(said, err)
		return
	}
	s.begin()
	s.w.Done(said)
	s.w.Wrote()
}

// move opens the item above or below.
func (s *Screen) move(by int) {
	if _, open := s.m.Person(); open {
		s.leaving()
		s.m.Move(by)
		s.shown()
	}
}

// show opens an item that was clicked.
func (s *Screen) show(key string) {
	s.leaving()
	s.m.Show(key)
	s.shown()
}

// leaving takes what is half typed along before another item is opened.
func (s *Screen) leaving() { s.w.Errors.Show(s.settle()) }

func (s *Screen) shown() {
	s.expect()
	s.redraw()
	s.focus()
	s.w.Say(kit.SayPlain, s.m.nextWords(), "")
}
