package tray

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// mappingSheet lies over a screen and tells columns apart: letter, head, the first
// values, and what we take it for.
type mappingSheet struct {
	w *shell.Window
	m *Mapping
	a Asking

	counting, applying *kit.Lane
	wait               *time.Timer // until nothing more is said for a moment
	lookups            []*kit.Lookup
	apply, other       *kit.Button
	ring               *kit.Form
	list               *pane
	roll               *container.Scroll
	top                *fyne.Container
	over               bool
	shown              float32 // height of the list
}

const (
	mappingWidth float32 = 1080
	mapPitch     float32 = 38
	mapField     float32 = 216
	mapHead      float32 = 220
	mapLetter    float32 = 44
	mapMostRows          = 14
	mapAround    float32 = 250 // what stands above and below the list, and around the sheet
	countPause           = 350 * time.Millisecond
)

// Asking is what is to be told, and what follows.
type Asking struct {
	Source Source
	Tables []intake.Table
	Label  string              // of the button that applies it
	Then   func(intake.Result) // when it was
	Not    func()              // when it was left as it is; nil: nothing
}

// Ask lays the columns of a source over the window to be told.
func Ask(w *shell.Window, desk *registration.Desk, a Asking) {
	s := &mappingSheet{w: w, m: NewMapping(desk, a.Source, a.Tables), a: a}
	s.counting, s.applying = w.Runner.NewLane(nil), w.Runner.NewLane(nil)
	s.apply = kit.NewButton(a.Label, "F8", true, s.take)
	s.top = kit.Drawn(fyne.Size{}, s.drawTop)
	s.list = newPane(w.Keys, s.drawList)
	s.list.measure = func(float32) fyne.Size { return fyne.NewSize(0, float32(len(s.lookups))*mapPitch) }
	s.roll = container.NewVScroll(s.list)
	if s.m.Tables() > 1 {
		s.other = kit.NewButton("下一张表", "F7", false, s.next)
	}
	s.fill()
	s.lay()
}

// fill makes a field for every column of the table shown.
func (s *mappingSheet) fill() {
	s.lookups = nil
	s.ring = kit.NewForm(s.w.Keys, s.w.Lists)
	choices := kit.ChoicesOf(s.m.Choices())
	for i, c := range s.m.Columns() {
		f := kit.NewLookup(func() []kit.Choice { return choices })
		f.SetValue(c.Field)
		f.SetHint("没有对应")
		f.Left = func(text string) { s.said(i, text) }
		f.Arrived = func() { s.reveal(i) }
		f.Within = func() fyne.CanvasObject { return s.list }
		s.lookups = append(s.lookups, f)
		s.ring.Then(f)
		f.Wheel(s.roll.Scrolled)
	}
	s.ring.Then(s.apply)
	if s.other != nil {
		s.ring.Then(s.other)
	}
	s.mark()
}

// lay lays the sheet and begins at the first column that nobody has claimed.
func (s *mappingSheet) lay() {
	keys := kit.NewKeys()
	s.w.Lay(mappingWidth, keys, s.draw)
	keys.On(0, fyne.KeyF1, s.w.Help)
	keys.On(0, fyne.KeyF8, s.take)
	keys.On(0, fyne.KeyEscape, s.leave)
	if s.other != nil {
		keys.On(0, fyne.KeyF7, s.next)
	}
	at := 0
	for i, c := range s.m.Columns() {
		if c.Field == "" {
			at = i
			break
		}
	}
	if len(s.lookups) > 0 {
		s.w.Canvas().Focus(s.lookups[at])
		s.reveal(at)
	}
	s.count()
}

// next turns to the next table.
func (s *mappingSheet) next() {
	s.m.Show((s.m.At() + 1) % s.m.Tables())
	s.fill()
	s.lay()
}

// said takes what a field says; the field that lost its word shows it.
func (s *mappingSheet) said(column int, text string) {
	if s.over {
		return
	}
	if err := s.m.Say(column, text); err != nil {
		s.w.Errors.Show(err)
	}
	for i, c := range s.m.Columns() {
		s.lookups[i].SetValue(c.Field)
	}
	s.mark()
	s.top.Refresh()
	s.later()
}

// mark signs the columns that hold something and are nothing yet.
func (s *mappingSheet) mark() {
	for i, c := range s.m.Columns() {
		s.lookups[i].SetFinding(kit.SignOf(c.Mark), "")
	}
}

// later counts when nothing more was said for a moment.
func (s *mappingSheet) later() {
	if s.wait != nil {
		s.wait.Stop()
	}
	s.wait = time.AfterFunc(countPause, func() { s.w.Runner.Post(s.count) })
}

// count tries how many rows would enter.
func (s *mappingSheet) count() {
	if s.over {
		return
	}
	work := s.m.Count()
	kit.Run(s.counting, kit.Task[Counts]{
		Title: "正在试读",
		Work:  func(ctx context.Context, _ kit.Progress) (Counts, error) { return work(ctx) },
		Done: func(c Counts) {
			s.m.Counted(c)
			s.top.Refresh()
		},
	})
}

// take keeps what was said, and reads a batch again.
func (s *mappingSheet) take() {
	s.w.Canvas().Focus(s.apply) // a field commits when the caret leaves
	s.close()
	work := s.m.Apply()
	kit.Run(s.applying, kit.Task[intake.Result]{
		Title: "正在照新的对应重新读",
		Work: func(ctx context.Context, progress kit.Progress) (intake.Result, error) {
			return work(ctx, progress)
		},
		Done: func(r intake.Result) {
			s.w.Wrote()
			s.w.Done(s.m.Applied(r))
			s.a.Then(r)
		},
	})
}

// leave leaves everything as it is.
func (s *mappingSheet) leave() {
	s.close()
	if s.a.Not != nil {
		s.a.Not()
	}
}

// close takes the sheet away.
func (s *mappingSheet) close() {
	s.over = true
	s.counting.Leave()
	if s.wait != nil {
		s.wait.Stop()
	}
	s.w.Close()
}

// reveal scrolls a column into view.
func (s *mappingSheet) reveal(column int) {
	offset, high := s.roll.Offset, s.roll.Size().Height
	top := float32(column) * mapPitch
	switch {
	case top < offset.Y:
		offset.Y = top
	case top+mapPitch > offset.Y+high:
		offset.Y = top + mapPitch - high
	default:
		return
	}
	s.roll.ScrollToOffset(offset)
}

func (s *mappingSheet) draw(p *kit.Sheet, x, y, width float32) float32 {
	top := y
	title, fact := s.m.Title()
	at := x + kit.Whole(p.Text(title, x, y, 28, kit.Title()).MinSize().Width) + 12
	p.TextIn(fact, at, y+1, x+width-at-40, 28, kit.Lead())
	p.KeyCapR("Esc", x+width, y+3)
	y += 36
	p.Put(s.top, x, y, width, 52)
	y += 56
	p.Text("列", x, y, 24, kit.Quiet())
	p.Text("表头", x+mapLetter, y, 24, kit.Quiet())
	p.Text("前几行写的", x+mapLetter+mapHead, y, 24, kit.Quiet())
	p.Text("读成", x+width-mapField+8, y, 24, kit.Quiet())
	p.KeyCapR("F4", x+width, y)
	p.Line(x, y+27, width, kit.Colors.HeadLine)
	y += 28
	rows := min(mapMostRows, len(s.lookups), int((s.w.Layer.Size().Height-mapAround)/mapPitch))
	s.shown = float32(max(2, rows)) * mapPitch
	p.Put(s.roll, x, y, width+kit.RowsBar, s.shown)
	y += s.shown + 12
	p.Put(s.ring.Object(), x, y, 0, 0)
	right := p.ButtonsR(x+width, y, 8, s.apply, s.other)
	p.TextIn("Enter 到下一列；打拼音首字母或汉字找。记住以后，同样表头的表不再问。", x, y, right-x-8, kit.ButtonHeight, kit.Quiet())
	return y + kit.ButtonHeight - top
}

// drawTop says what is missing, and how many rows would enter.
func (s *mappingSheet) drawTop(p *kit.Sheet, size fyne.Size) {
	words, mark := s.m.Need()
	sign := kit.SignOf(mark)
	p.Sign(sign, 0, 4, 16)
	p.TextIn(words, 24, 0, size.Width-24, 24, kit.Style{Color: sign.Color()})
	p.TextIn(s.m.CountWords(), 24, 25, size.Width-24, 24, kit.Strong())
}

// drawList draws the columns with their fields.
func (s *mappingSheet) drawList(_ *pane, p *kit.Sheet, size fyne.Size) {
	width := size.Width - kit.RowsBar
	if width <= 0 {
		return
	}
	for i, c := range s.m.Columns() {
		y := float32(i) * mapPitch
		p.Text(c.Letter, 0, y, mapPitch-1, kit.Quiet())
		p.TextIn(c.Head, mapLetter, y, mapHead-12, mapPitch-1, kit.Style{})
		p.TextIn(c.First, mapLetter+mapHead, y, width-mapField-mapLetter-mapHead-16, mapPitch-1, kit.Quiet())
		p.Put(s.lookups[i], width-mapField, y+4, mapField, kit.FieldHeight)
		p.Line(0, y+mapPitch-1, width, kit.Colors.Hair)
	}
}

// toMapping tells the columns of the batch apart.
func (s *Screen) toMapping() {
	s.keep()
	if s.m.Batch() == "" || s.m.Empty() {
		return
	}
	batch, desk, sheet := s.m.tray.Batch(), s.m.desk, s.m.SheetAt()
	kit.Run(s.marking, kit.Task[[]intake.Table]{
		Title: "正在读原表",
		Work: func(ctx context.Context, _ kit.Progress) ([]intake.Table, error) {
			return intake.TablesOf(ctx, desk, batch)
		},
		Done: func(tables []intake.Table) {
			if len(tables) == 0 {
				s.w.Errors.Show(data.Refuse("layout-unknown", "", "这一批是以前的版本导入的，没有记下表头", "请撤回整批，再导入一次"))
				return
			}
			tables = append(tables[min(sheet, len(tables)):], tables[:min(sheet, len(tables))]...)
			Ask(s.w, desk, Asking{Source: Source{Batch: batch}, Tables: tables, Label: "照这样重新读", Then: s.again})
		},
	})
}

// again opens the batch that was read anew.
func (s *Screen) again(r intake.Result) { s.read(r.Batch) }
