package tray

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Screen draws the batch: its figures and columns above, the groups at the left,
// the rows at the right with the open one's field in them. A narrow window has the
// groups in a strip, and F6 lays them over the rows.
type Screen struct {
	w       *shell.Window
	m       *Model
	keys    *kit.Keys
	lane    *kit.Lane // opening a batch, taking rows in
	marking *kit.Lane // what changes nothing of the rows

	working *kit.ProgressShown // nil: nothing takes long
	opened  bool               // the batch has been read once

	enter, mark, back       *kit.Button
	mapping, choose, others *kit.Button
	strip, groups, rows     *pane
	columns, roll           *container.Scroll
	object                  *fyne.Container

	open     opening
	heights  heights
	entering bool      // rows are being written: that is not broken off by leaving
	stay     bool      // what was written does not do yet
	width    float32   // of the rows, as drawn last
	size     fyne.Size // of the page, likewise
	turned   bool      // in a narrow window: the groups are shown in place of the rows
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the page of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys()}
	s.lane, s.marking = w.Runner.NewLane(s.progress), w.Runner.NewLane(nil)
	s.enter = kit.NewButton("放入改好的行", "F8", true, s.takeIn)
	s.mark = kit.NewButton("标注原表，退给单位", "Ctrl+E", false, s.writeMarked)
	s.back = kit.NewButton("撤回整批", "F10", false, s.toTakeBack)
	s.mapping = kit.NewQuiet("列的对应", "F4", s.toMapping)
	s.others = kit.NewQuiet("", "F5", s.toWaits)
	s.choose = kit.NewButton("导入表格…", "Ctrl+O", true, s.toImport)
	for _, b := range s.buttons() {
		b.Join(w.Keys, func(bool) { s.toRows() })
	}
	s.makePanes()
	s.makeKeys()
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

func (s *Screen) buttons() []*kit.Button {
	return []*kit.Button{s.enter, s.mark, s.back, s.mapping, s.others, s.choose}
}

// makePanes makes the parts that are drawn as a whole.
func (s *Screen) makePanes() {
	s.strip = newPane(s.w.Keys, s.drawStrip)
	s.strip.measure = func(float32) fyne.Size { return s.stripSize() }
	s.columns = container.NewHScroll(s.strip)
	s.groups = newPane(s.w.Keys, s.drawGroups)
	s.groups.press, s.groups.key = s.pressGroup, s.groupKey
	s.rows = newPane(s.w.Keys, s.drawRows)
	s.rows.measure = func(float32) fyne.Size { return fyne.NewSize(0, s.heights.total()) }
	s.rows.press, s.rows.key, s.rows.letter = s.pressRow, s.rowKey, s.figure
	s.roll = container.NewVScroll(s.rows)
	s.roll.OnScrolled = func(fyne.Position) { s.rows.drawn.Refresh() }
}

func (s *Screen) makeKeys() {
	for key, does := range map[fyne.KeyName]func(){
		fyne.KeyF4: s.toMapping, fyne.KeyF5: s.toWaits, fyne.KeyF6: s.turn, fyne.KeyF7: s.toRegister, fyne.KeyF8: s.takeIn, fyne.KeyF9: func() { s.toSendBack(false) }, fyne.KeyF10: s.toTakeBack, fyne.KeyEscape: s.escape,
	} {
		s.keys.On(0, key, does)
	}
	s.keys.On(fyne.KeyModifierShift, fyne.KeyF9, func() { s.toSendBack(true) })
	for key, does := range map[fyne.KeyName]func(){fyne.KeyE: s.writeMarked, fyne.KeyZ: s.undo, fyne.KeyD: s.drop} {
		s.keys.On(fyne.KeyModifierControl, key, does)
	}
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open opens the batch asked for, or the one that was open, else the newest.
func (s *Screen) Open(r shell.Route) {
	id := r.Batch
	if id == "" {
		id = s.m.Batch()
	}
	s.read(id)
}

// Route remembers the batch.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Tray, Batch: s.m.Batch()} }

// Leave keeps what is half typed, and drops what is only being read.
func (s *Screen) Leave() error {
	if s.open.field != nil {
		s.open.field.Commit()
	}
	if !s.entering {
		s.lane.Leave()
	}
	return s.open.failed()
}

// Refresh reads again.
func (s *Screen) Refresh() { s.read(s.m.Batch()) }

// read opens a batch. One that is no more gives way to the newest.
func (s *Screen) read(id data.BatchID) {
	work := s.m.Open(id)
	kit.Run(s.lane, kit.Task[Opened]{
		Title: "正在读待处理的行",
		Work:  func(ctx context.Context, _ kit.Progress) (Opened, error) { return work(ctx) },
		Done: func(o Opened) {
			s.opened = true
			s.m.Show(o)
			s.settle()
		},
	})
}

func (s *Screen) progress(p *kit.ProgressShown) {
	s.working = p
	s.object.Refresh()
}

// settle brings everything into step with the model and puts the keyboard where
// the answer is written.
func (s *Screen) settle() {
	s.refresh()
	s.reveal()
	s.toRows()
}

// refresh draws everything anew. The caret stays where it is.
func (s *Screen) refresh() {
	s.openRow()
	s.enter.SetLabel(s.m.EnterLabel())
	s.able(s.enter, s.m.Ready() > 0)
	s.others.SetLabel(s.m.Others())
	s.others.Hidden = s.m.Others() == ""
	s.measure()
	s.object.Refresh()
	s.groups.drawn.Refresh()
	s.rows.Refresh()
	s.roll.Refresh()
	s.columns.Refresh()
	s.revealColumn()
}

func (s *Screen) able(b *kit.Button, able bool) {
	switch {
	case able == !b.Disabled():
	case able:
		b.Enable()
	default:
		b.Disable()
	}
}

// toRows gives the keyboard to the open row: to its field, or where it has none, to
// the rows.
func (s *Screen) toRows() {
	switch {
	case s.m.Empty():
		s.w.Focus(s.choose)
	case s.open.field != nil:
		s.w.Focus(s.open.field)
	default:
		s.w.Focus(s.rows)
	}
}

// turn gives the keyboard to the groups, and back.
func (s *Screen) turn() {
	if s.m.Empty() {
		return
	}
	if s.w.Canvas().Focused() == fyne.Focusable(s.groups) {
		s.toOpen()
		return
	}
	s.turned = true
	s.object.Refresh()
	s.w.Focus(s.groups)
}

// toOpen goes back from the groups to the rows.
func (s *Screen) toOpen() {
	s.turned = false
	s.object.Refresh()
	s.settle()
}

// escape stops what runs, leaves the groups, then goes back.
func (s *Screen) escape() {
	switch {
	case s.lane.Cancel():
	case s.turned:
		s.toOpen()
	default:
		s.w.Back()
	}
}

func (s *Screen) toImport() {
	if s.w.Import != nil {
		s.w.Import()
	}
}
