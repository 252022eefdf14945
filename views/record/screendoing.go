package record

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// left is the caret leaving a field: the model takes its text.
func (s *Screen) left(key, text string) {
	if s.model == nil || s.model.Decided() {
		return
	}
	left, err := s.model.Leave(context.Background(), key, text)
	s.wrote(left, err)
	if err == nil && left.Changed && !s.model.IsNew() {
		s.next = s.leadsTo(key)
	}
}

// leadsTo is the sheet that a field's 是 leads to: the field alone says too
// little.
func (s *Screen) leadsTo(key string) func() {
	if s.model.Text(key) != "是" {
		return nil
	}
	switch key {
	case "commitment":
		if _, stands := s.folder.Promised(); !stands && len(s.folder.Promisables()) > 0 {
			return s.toPromise
		}
	case "consent":
		if slot := s.folder.ConsentPaper(); slot != "" {
			return func() { s.toPaperSheet(slot) }
		}
	}
	return nil
}

// wrote shows what a change did.
func (s *Screen) wrote(left Left, err error) {
	if err != nil {
		s.w.Errors.Show(err)
	}
	s.said, s.saidAs = left.Done, kit.SayDone
	if left.Lacking {
		s.saidAs = kit.SayPlain
	}
	if s.said.What != "" {
		s.w.Say(s.saidAs, s.said.What, s.said.Next)
	}
	if left.Changed {
		s.w.Wrote()
		s.readTimeline()
	}
	s.redraw()
}

// arrived is the caret coming into a field: the bar says what to write there,
// after what the field before has done.
func (s *Screen) arrived(key string) {
	if s.model == nil {
		return
	}
	s.at = key
	if next := s.next; next != nil {
		s.next = nil
		defer next()
	}
	hint := s.model.Advice(key)
	said := s.said
	s.said = wording.Done{}
	_, now, _ := s.w.Message()
	switch {
	case said.What != "":
		s.w.Say(s.saidAs, said.What, strings.Trim(said.Next+"。"+hint, "。"))
		s.hint = said.What
	case hint != "":
		s.w.Say(kit.SayPlain, hint, "")
		s.hint = hint
	case now == s.hint:
		s.w.Say(kit.SayPlain, "", "")
	}
}

// commit takes the field with the caret as if it were left.
func (s *Screen) commit() {
	if s.w.Searching() {
		return
	}
	key := s.form.form.Current()
	s.w.Canvas().Unfocus()
	if key != "" {
		s.focus(key)
	}
}

func (s *Screen) neighbour(by int) {
	if s.model == nil {
		return
	}
	id, row, ok := s.model.Neighbour(by)
	if !ok {
		s.w.Say(kit.SayPlain, s.model.AtEnd(by), "")
		return
	}
	s.w.Replace(shell.Route{Place: shell.Record, Person: id, List: row.IDs, Field: s.at})
}

// toFinding goes to the next field that has a finding; without room for the
// panel it opens the panel first.
func (s *Screen) toFinding() {
	if s.model == nil {
		return
	}
	if s.w.Shape() == shell.Narrow && !s.over {
		s.unroll(true)
		return
	}
	s.commit()
	s.model.LookAll()
	s.redraw()
	key := s.model.NextFinding(s.form.form.Current())
	if key == "" {
		s.w.Say(kit.SayPlain, "没有要补的栏", "")
		return
	}
	s.toField(key)
}

func (s *Screen) toField(key string) {
	s.model.LookAll()
	s.redraw()
	if s.over {
		s.unroll(false)
	}
	s.focus(key)
}

// unroll lays the panel over the form, or takes it away.
func (s *Screen) unroll(over bool) {
	s.over = over
	s.panel.whole = s.panel.whole && over
	s.root.Refresh()
	s.strip.Refresh()
	s.panel.object.Refresh()
}

// toWhole shows all that happened in the panel's place, or the rules again.
func (s *Screen) toWhole() {
	if s.model == nil || s.model.IsNew() {
		return
	}
	s.panel.whole = !s.panel.whole
	s.panel.scroll.Offset = fyne.Position{}
	if s.w.Shape() == shell.Narrow && !s.over {
		s.over = true
		s.root.Refresh()
		s.strip.Refresh()
	}
	s.panel.object.Refresh()
	s.focus(s.at)
}

func (s *Screen) toTwin() {
	if s.model == nil {
		return
	}
	if id := s.model.Namesake(); id != "" {
		s.w.Go(shell.Route{Place: shell.Record, Person: id})
	}
}

func (s *Screen) undo() {
	if s.model == nil {
		return
	}
	left, err := s.model.Undo(context.Background())
	s.wrote(left, err)
}

func (s *Screen) takeBack(m Moment) {
	left, err := s.model.UndoEvent(context.Background(), m.Event)
	s.wrote(left, err)
	s.focus(s.at)
}

// toPaper goes to the preview of this person's form.
func (s *Screen) toPaper() {
	if s.model == nil {
		return
	}
	s.commit()
	if err := s.model.Printable(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.toPaperOf("registration")
}

// toPaperOf goes to a paper about this person.
func (s *Screen) toPaperOf(paper string) {
	number := s.model.Applicant().Person.IDNumber
	s.w.Go(shell.Route{Place: shell.Papers, Paper: paper, Numbers: []data.IDNumber{number}})
}

// toPhoto goes to the page where this person's photo is chosen; one that is not
// entered yet has none.
func (s *Screen) toPhoto() {
	if s.model == nil {
		return
	}
	s.commit()
	if !s.model.can(ActPhoto) {
		s.w.Say(kit.SayPlain, "现在不能放照片", "没有登记的先登记；审结的先办“更正”")
		return
	}
	s.w.Go(shell.Route{Place: shell.Photos, Person: s.model.applicant.Application.ID})
}

// throwAway asks before what was typed of a new person is gone.
func (s *Screen) throwAway() {
	if s.model == nil || !s.model.Commands().Discard {
		return
	}
	title, words := s.model.Discarding()
	s.w.Ask(shell.Question{Title: title, Words: words, Yes: "放弃", Do: func() {
		if err := s.model.Discard(context.Background()); err != nil {
			s.w.Errors.Show(err)
			return
		}
		s.show()
		s.form.form.Afresh()
		s.focus("")
	}})
}

// escape closes what lies over the form, else goes back.
func (s *Screen) escape() {
	switch {
	case s.model != nil && s.over:
		s.unroll(false)
	case s.present != nil:
		s.lookBack(nil)
	case s.model != nil && s.panel.whole:
		s.toWhole()
	default:
		s.w.Back()
	}
}
