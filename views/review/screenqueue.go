package review

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

const (
	queuePitch float32 = 36
	queueSign  float32 = 28 // the column of signs
	queueStep  float32 = 66
	queueHead  float32 = 72 // what narrows it
)

// newQueue makes the list at the left and what narrows it.
func (s *Screen) newQueue() {
	s.rows = kit.NewRows([]kit.Column{
		{Key: "name", Rest: true}, {Key: "step", Width: queueStep}, {Key: "state", Width: queueSign},
	}, s.queueCell)
	s.rows.Headless, s.rows.Bare, s.rows.Pitch, s.rows.Inset = true, true, queuePitch, kit.Margin-8
	s.rows.Join(s.w.Keys, func(bool) { s.focus() })
	s.rows.OnCurrent = s.toRow
	s.rows.OnOpen = func(int) { s.focus() }

	choices := [3]func() []wording.Choice{s.m.Queue.UnitChoices, s.m.Queue.LevelChoices, s.m.Queue.WhatChoices}
	for i := range s.filters {
		f := kit.NewLookupIn(kit.Spec{Filter: true}, func() []kit.Choice { return kit.ChoicesOf(choices[i]()) })
		f.On(s.w.Layer)
		f.Left = func(string) { s.narrow() }
		f.Join(s.w.Keys, func(back bool) { s.nextFilter(i, back) })
		s.filters[i] = f
	}
	s.up = s.link("上一人", "PgUp", func() { s.neighbour(-1) })
	s.dn = s.link("下一人", "PgDn", func() { s.neighbour(1) })
	s.spot = s.link("抽查", "F7", s.toSpotChecks)
	s.onward = kit.NewButton("审下一批", "Enter", true, s.goOn)
	s.onward.Join(s.w.Keys, func(bool) { s.w.Focus(s.filters[0]) })
}

// link is a word to press that gives the keyboard back to the clauses.
func (s *Screen) link(label, keycap string, do func()) *kit.Button {
	b := kit.NewLink(label, keycap, do)
	b.Join(s.w.Keys, func(bool) { s.focus() })
	return b
}

// nextFilter goes along the filters and back to the clauses.
func (s *Screen) nextFilter(from int, back bool) {
	to := from + 1
	if back {
		to = from - 1
	}
	if to < 0 || to >= len(s.filters) {
		s.focus()
		return
	}
	s.w.Focus(s.filters[to])
}

// toFilter opens the list of batches.
func (s *Screen) toFilter() {
	if s.left.Visible() && s.w.Canvas().Focused() != fyne.Focusable(s.filters[0]) {
		s.w.Focus(s.filters[0])
		s.filters[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	}
}

func (s *Screen) narrow() {
	was := *s.m.Queue
	s.m.Queue.Narrow(s.filters[0].Value(), s.filters[1].Value(), s.filters[2].Value())
	if now := s.m.Queue; now.Unit == was.Unit && now.Level == was.Level && now.What == was.What {
		s.showFilters()
		return
	}
	s.w.Errors.Show(s.m.OpenCurrent(context.Background()))
	s.writing = Nothing
	s.expect()
	s.redraw()
}

// showQueue brings the list into step with the model, which has moved on.
func (s *Screen) showQueue() {
	s.showing = true
	s.rows.Change(s.m.Queue.Len)
	s.rows.GoTo(s.m.Queue.Place())
	s.showing = false
}

func (s *Screen) showFilters() {
	unit, level, what := s.m.Queue.Words()
	for i, words := range []string{unit, level, what} {
		s.filters[i].SetValue(words)
	}
	s.filters[1].Mark(s.m.Queue.Level != 0)
	s.filters[2].Mark(s.m.Queue.What != AllWaiting)
	_, act := s.m.Empty()
	s.onward.SetLabel(act)
	s.onward.Hidden = act == ""
}

// toRow opens whoever was clicked on.
func (s *Screen) toRow(row int) {
	if s.showing || row < 0 || row == s.m.Queue.Place() || row >= s.m.Queue.Len() {
		return
	}
	s.neighbour(row - s.m.Queue.Place())
}

// neighbour opens somebody else of the queue.
func (s *Screen) neighbour(by int) {
	if err := s.settle(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	moved, err := s.m.Step(context.Background(), by)
	s.w.Errors.Show(err)
	if !moved {
		return
	}
	s.begin()
}

// toSpotChecks opens the samples that were drawn of those reviewed.
func (s *Screen) toSpotChecks() { s.w.Go(shell.Route{Place: shell.SpotCheck}) }

// goOn opens the next batch.
func (s *Screen) goOn() {
	s.w.Errors.Show(s.m.GoOn(context.Background()))
	s.begin()
}

// stateSigns are how states are drawn.
var stateSigns = map[State]kit.Sign{
	Untouched: kit.Open, Unsure: kit.Warned, Broken: kit.Blocked, Again: kit.Warned, Agreed: kit.Passed, SetAside: kit.Passed, Objected: kit.Blocked,
	Returned: kit.Returned, Waiting: kit.Unconfirmed,
}

func (s *Screen) queueCell(row int, column string) kit.RowCell {
	r := s.m.Queue.Row(row)
	style := kit.Style{Bold: row == s.m.Queue.Place()}
	switch column {
	case "name":
		return kit.Styled(r.Name, style)
	case "step":
		return kit.Styled(r.Step, style)
	}
	if r.State == Untouched {
		return kit.RowCell{}
	}
	return kit.Signed(stateSigns[r.State], "", kit.Style{})
}

// drawQueue draws the batch, and what was done today beneath it.
func (s *Screen) drawQueue(sheet *kit.Sheet, size fyne.Size) {
	c := kit.Colors
	sheet.Rect(0, queueHead-4, size.Width, size.Height-queueHead+4, c.Panel)
	at := s.m.Queue.At()
	room := size.Width - 16 - 12
	sheet.Put(s.filters[0], 16, 2, room, kit.FieldHeight)
	half := kit.Whole((room - 4) * 0.5)
	sheet.Put(s.filters[1], 16, 34, half, kit.FieldHeight)
	sheet.Put(s.filters[2], 16+half+4, 34, room-half-4, kit.FieldHeight)
	foot := size.Height - 36
	if s.m.Queue.Len() > 0 {
		sheet.Put(s.rows, 0, queueHead, size.Width, foot-queueHead)
	}
	sheet.Text(s.m.Decided(), kit.Margin, foot+4, 24, kit.Quiet())
	sheet.TextR(at, size.Width-16, foot+4, 24, kit.Quiet())
}
