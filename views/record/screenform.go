package record

import (
	"fmt"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// formPart is the form: fields that live as long as the screen, laid out anew
// when slots come or go or the window gives way.
type formPart struct {
	s      *Screen
	form   *kit.Form
	scroll *container.Scroll
	folder *folderStrip
	fields map[string]field
	locked map[string]bool
	photo  *canvas.Image // nil when there is none

	slots       []Slot
	states      map[string]State
	left, right float32
	arranged    string // what the form was last laid out for
}

// field is what Field, Lookup and DateEntry have in common.
type field interface {
	kit.Stop
	Value() string
	SetValue(text string)
	Lock(locked bool)
	Propose(text string)
	SetLead(word string)
}

func newFormPart(s *Screen) *formPart {
	p := &formPart{s: s, fields: map[string]field{}, locked: map[string]bool{}}
	p.form = kit.NewForm(s.w.Keys, s.w.Layer)
	p.folder = newFolderStrip()
	p.folder.mark, p.folder.open, p.folder.arrived = s.markPaper, s.toPaperSheet, s.atPapers
	p.scroll = container.NewVScroll(container.New(beneath{}, p.form.Object(), p.folder))
	p.form.Within(p.scroll)
	return p
}

// field returns the field of a slot, made when it is first needed.
func (p *formPart) field(slot Slot) field {
	key := slot.Key
	if known := p.fields[key]; known != nil {
		return known
	}
	var f field
	var inner *kit.Field
	known := data.FieldByKey(key)
	switch {
	case p.s.model.hasChoices(key):
		l := kit.NewLookupIn(kit.Spec{Bare: slot.Year != 0}, func() []kit.Choice { return kit.ChoicesOf(p.s.model.Choices(key)) })
		f, inner = l, &l.Field
	case known != nil && known.Kind == data.MonthField:
		d := kit.NewMonth(kit.Spec{})
		f, inner = d, &d.Field
	default:
		inner = kit.NewField(kit.Spec{Bold: key == "name"})
		f = inner
	}
	inner.Changed = func(text string) { p.s.model.Typing(key, text) }
	inner.Left = func(text string) { p.s.left(key, text) }
	inner.Passed = inner.Left
	inner.Arrived = func() { p.s.arrived(key) }
	p.fields[key] = f
	return f
}

// fill writes the model's values and findings into the fields.
func (p *formPart) fill() {
	m := p.s.model
	p.slots, p.states = m.Slots(), m.States()
	for _, slot := range p.slots {
		f := p.field(slot)
		if p.locked[slot.Key] != slot.ReadOnly {
			p.locked[slot.Key] = slot.ReadOnly
			f.Lock(slot.ReadOnly)
		}
		if !m.BeingTyped(slot.Key) {
			f.SetValue(p.states[slot.Key].Text)
		}
		f.Propose(m.Proposed(slot.Key))
	}
}

// stand says between which edges the form stands.
func (p *formPart) stand(left, right float32) {
	p.left, p.right = left, right
	p.arrange()
}

// arrange lays the form out when anything has come, gone or moved, and shows the
// findings.
func (p *formPart) arrange() {
	first, second := p.tracks()
	years := p.years(second.Right - first.Field)
	stops := p.stops()
	shape := fmt.Sprintf("%v %v %v %v %p %d", p.slots, first, second, years, p.photo, len(stops))
	if p.right > 0 && shape != p.arranged {
		p.arranged = shape
		p.form.Clear()
		p.rows(years, p.photoRoom(second))
		p.form.Then(stops...)
		p.form.Columns(p.left, first, second)
		p.form.Object().Refresh()
	}
	p.form.Find(p.findings())
	p.folder.show(p.s.folder.Cells(), p.left, p.right)
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
}

// tracks are the two columns: word 72, label 96, a gap of 32, label 76.
func (p *formPart) tracks() (first, second kit.Track) {
	label, start := p.left+72, p.left+168
	rest := p.right - start - 32 - 76
	first = kit.Track{Label: label, Field: start, Right: start + kit.Whole(rest*0.48)}
	return first, kit.Track{Label: first.Right + 32, Field: first.Right + 108, Right: p.right}
}

const (
	photoWidth  float32 = 80
	photoHeight float32 = 112
	photoRows           = 4
)

// photoRoom is what the photo takes off the fields beside it; it gives way to
// them where they would become too short.
func (p *formPart) photoRoom(second kit.Track) float32 {
	if p.photo == nil || second.Right-second.Field < 224 {
		return 0
	}
	return photoWidth + kit.Gutter
}

func (p *formPart) rows(years yearCells, photo float32) {
	group, row := "", []kit.Cell(nil)
	for i, slot := range p.slots {
		if slot.Group != group {
			group = slot.Group
			p.form.Group(group)
		}
		c := kit.Cell{Key: slot.Key, Label: slot.Label, At: p.fields[slot.Key]}
		switch slot.Place {
		case AtRight:
			c.Track, c.To = 1, 1
			if slot.Row < photoRows {
				c.Short = photo
			}
		case WholeRow:
			c.To = 1
		case Fifth:
			c.Wide, c.After = years.widths[len(row)], len(row) > 0
			p.fields[slot.Key].SetLead(years.lead(slot.Year))
		}
		row = append(row, c)
		if i+1 == len(p.slots) || p.slots[i+1].Row != slot.Row {
			p.form.Row(row...)
			row = nil
		}
	}
	if photo > 0 {
		s := kit.NewSheet()
		s.Rect(0, 0, photoWidth, photoHeight, kit.Colors.HeadLine)
		s.Put(p.photo, 1, 1, photoWidth-2, photoHeight-2)
		p.form.Beside(p.slots[0].Key, s.Object(), p.right-photoWidth, photoWidth, photoHeight)
	}
}

// stops are the buttons behind the last field, where they are to be seen.
func (p *formPart) stops() []kit.Stop {
	c := p.s.model.Commands()
	for b, shown := range map[*kit.Button]bool{p.s.submit: c.Submit, p.s.print: c.Print, p.s.discard: c.Discard, p.s.other: c.Other, p.s.past: c.Other} {
		b.Hidden = !shown
	}
	if p.s.w.Shape() == shell.Narrow {
		return []kit.Stop{p.folder}
	}
	return []kit.Stop{p.folder, p.s.submit, p.s.print, p.s.other, p.s.past, p.s.discard}
}

func (p *formPart) findings() map[string]kit.Finding {
	found := map[string]kit.Finding{}
	for key, state := range p.states {
		if state.Mark != 0 || state.Note != "" {
			found[key] = kit.Finding{Sign: kit.SignOf(state.Mark), Note: state.Note, Sentence: state.Sentence}
		}
	}
	return found
}
