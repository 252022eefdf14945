package units

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
)

// last is the field after which Enter goes back into the tree.
const last = "former"

// newForm makes the fields of a unit.
func (s *Screen) newForm() {
	s.form, s.fields, s.stops = kit.NewForm(s.w.Keys, s.w.Layer), map[string]*kit.Field{}, map[string]kit.Stop{}
	s.form.Headed, s.form.Pitch = true, unitPitch
	for _, f := range s.model.EveryField() {
		s.stops[f.Key] = s.newField(f)
	}
	s.fields["basis"].SetPlaceHolder(basisHint)
	s.scroll = container.NewVScroll(s.form.Object())
	s.form.Within(s.scroll)
	s.fields[last].TakesFirst(func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter || kit.Mods()&fyne.KeyModifierShift != 0 {
			return false
		}
		s.toTree()
		return true
	})
	s.order()
}

// order puts the fields that there are into the order of Enter, and all other
// stops after them: a new unit has no administrator yet.
func (s *Screen) order() {
	s.form.Clear()
	s.wide, s.fresh = 0, s.model.Fresh()
	group, line := "", -1
	var cells []kit.Cell
	for _, f := range s.model.Fields() {
		if f.Row != line && len(cells) > 0 {
			s.form.Row(cells...)
			cells = nil
		}
		if f.Group != group {
			s.form.Group(f.Group)
			group = f.Group
		}
		line = f.Row
		c := kit.Cell{Key: f.Key, Label: f.Label, At: s.stops[f.Key]}
		if f.Right {
			c.Track = 1
		}
		if f.Right || f.Wide {
			c.To = 1
		}
		cells = append(cells, c)
	}
	s.form.Row(cells...)
	s.form.Then(s.people, s.originals, s.confirm, s.formed, s.change, s.past, s.print, s.drop, s.take, s.add, s.filter, s.only, s.rows)
}

func (s *Screen) newField(f Field) kit.Stop {
	left := func(text string) { s.leave(f.Key, text) }
	if f.Choices != nil {
		l := kit.NewLookup(func() []kit.Choice { return s.choicesOf(f.Key) })
		l.Left = left
		s.fields[f.Key] = &l.Field
		return l
	}
	field := kit.NewField(kit.Spec{})
	field.Left = left
	s.fields[f.Key] = field
	return field
}

// choicesOf keeps the choices of a lookup, for it asks at every letter.
func (s *Screen) choicesOf(key string) []kit.Choice {
	if _, known := s.choices[key]; !known {
		s.choices[key] = kit.ChoicesOf(s.model.choices(key))
	}
	return s.choices[key]
}

// leave writes a field that the caret has left.
func (s *Screen) leave(key, text string) {
	fresh := s.model.Fresh()
	done, err := s.model.Leave(context.Background(), key, text)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.w.Done(done)
	if done.What == "" || s.model.Fresh() {
		s.fill()
		s.panel.Refresh()
		return
	}
	s.w.Wrote()
	if fresh {
		s.model.Reveal(s.model.Selected())
	}
	s.show()
}

// fill writes the unit shown into the form, with what is to be said of its
// fields.
func (s *Screen) fill() {
	if s.fresh != s.model.Fresh() {
		s.order()
	}
	findings := map[string]kit.Finding{}
	for _, f := range s.model.Fields() {
		field := s.fields[f.Key]
		field.SetValue(s.model.Text(f.Key))
		if field.Disabled() != f.ReadOnly {
			field.Lock(f.ReadOnly)
		}
		if f.Key == "admin.name" {
			field.SetPlaceHolder(s.model.Hint())
		}
		if mark, sentence := s.model.State(f.Key); mark != 0 {
			findings[f.Key] = kit.Finding{Sign: kit.SignOf(mark), Sentence: sentence}
		}
	}
	s.form.Find(findings)
	_, some := s.model.Opens()
	fresh := s.model.Fresh()
	s.originals.Hidden = !some
	s.people.Hidden, s.print.Hidden, s.drop.Hidden = !some, fresh || s.model.Prints() == "", !fresh
	s.fillYear()
}
