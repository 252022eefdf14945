package today

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Screen draws the morning page: the ruler of days above, the queues below it,
// and at the right what was done and how far the year is.
type Screen struct {
	Print func(pdf []byte) error // hands the day's note to the printer; nil: there is none

	w     *shell.Window
	model *Model
	lane  *kit.Lane
	press *kit.Lane // printing
	keys  *kit.Keys
	ring  *kit.Form // the order of focus

	queues    []Queue
	rows      *kit.Rows
	take, add *kit.Button
	count     *kit.Button
	note      *kit.Button
	toWrite   *kit.Button        // where the page has no room for the note
	begin     *kit.Button        // take on the first day: what one came for
	written   *kit.Field         // by hand
	reading   *kit.ProgressShown // nil: not long enough to say so
	object    *fyne.Container
	head      *fyne.Container
	started   bool   // the first queue to begin with has been chosen
	wanted    string // the queue to come back to
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the morning page of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, model: New(desk), keys: kit.NewKeys()}
	s.lane = w.Runner.NewLane(s.progress)
	s.press = w.Runner.NewLane(nil)
	s.keys.On(0, fyne.KeyEscape, s.escape)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.print)
	s.rows = s.newQueueRows()
	take := func() {
		if w.Import != nil {
			w.Import()
		}
	}
	s.take, s.begin = kit.NewButton("导入", "Ctrl+O", false, take), kit.NewButton("导入", "Ctrl+O", true, take)
	s.add = kit.NewButton("新登记", "Ctrl+N", false, func() { w.Go(shell.Route{Place: shell.Record}) })
	toStatistics := func() { w.Go(shell.Route{Place: shell.Statistics}) }
	s.count = kit.NewButton("统计", "F7", false, toStatistics)
	s.keys.On(0, fyne.KeyF7, toStatistics)
	s.note = kit.NewButton("打印便条", "Ctrl+P", false, s.print)
	s.begin.Hidden = true
	s.written = s.newNote()
	s.toWrite = kit.NewButton("便条", "F6", false, s.toNote)
	s.keys.On(0, fyne.KeyF6, s.toNote)
	s.ring = kit.NewForm(w.Keys, w.Layer)
	s.ring.Then(s.rows, s.written, s.begin, s.toWrite, s.note, s.count, s.take, s.add)
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open counts anew what waits; the old page stands until the new one is there.
func (s *Screen) Open(r shell.Route) {
	s.wanted, _ = r.Memo.(string)
	s.w.Focus(s.rows)
	s.readNote()
	s.Refresh()
}

// Route remembers the queue one was at.
func (s *Screen) Route() shell.Route {
	r := shell.Route{Place: shell.Today}
	if at := s.rows.Current(); at >= 0 {
		r.Memo = s.queues[at].ID
	}
	return r
}

// Leave stops counting and keeps what is half written.
func (s *Screen) Leave() error {
	s.lane.Leave()
	_, err := s.model.Write(context.Background(), s.written.Value())
	return err
}

// Refresh counts what waits.
func (s *Screen) Refresh() {
	kit.Run(s.lane, kit.Task[today.Page]{
		Title: "正在清点",
		Work:  func(ctx context.Context, _ kit.Progress) (today.Page, error) { return s.model.Read(ctx) },
		Done:  s.show,
	})
}

func (s *Screen) show(page today.Page) {
	s.model.Show(page)
	s.rows.Change(func() int {
		s.queues = s.model.Queues()
		return len(s.queues)
	})
	s.toQueue()
	why, _ := s.model.Empty()
	s.begin.Hidden, s.take.Hidden, s.count.Hidden, s.note.Hidden, s.rows.Hidden = why == "", why != "", why != "", why != "", why != ""
	s.object.Refresh()
	s.head.Refresh()
	switch s.w.Canvas().Focused() {
	case nil, s.rows, s.begin: // where there may be nothing any more
		s.focus()
	}
}

// toQueue makes the queue current that one came from, or else, the first time,
// the one to begin with.
func (s *Screen) toQueue() {
	if !s.started {
		s.rows.GoTo(s.model.Start())
	}
	for i, q := range s.queues {
		if q.ID == s.wanted {
			s.rows.GoTo(i)
		}
	}
	s.started, s.wanted = true, ""
}

// focus puts the keyboard where work begins.
func (s *Screen) focus() {
	if why, _ := s.model.Empty(); why != "" {
		s.w.Focus(s.begin)
		return
	}
	s.w.Focus(s.rows)
}

// print prints the day's note.
func (s *Screen) print() {
	if !s.model.Shown() || s.Print == nil || s.press.Busy() {
		return
	}
	s.written.Commit()
	sheet := s.model.Note()
	kit.Run(s.press, kit.Task[int]{
		Title: "正在打印",
		Work: func(context.Context, kit.Progress) (int, error) {
			pdf, pages, err := sheet()
			if err == nil {
				err = s.Print(pdf)
			}
			return pages, err
		},
		Done: func(pages int) { s.w.Say(kit.Passed, fmt.Sprintf("今日便条已打印，%d 页", pages), "") },
	})
}

// open opens what a queue counts.
func (s *Screen) open(row int) {
	q := s.queues[row]
	switch q.Opening {
	case People:
		s.w.Go(shell.Route{Place: shell.Applicants, Select: &q.Opens})
	case Review:
		s.w.Go(shell.Route{Place: shell.Review, Select: &q.Opens})
	case Reprints:
		s.w.Go(shell.Route{Place: shell.Reprints})
	case Tray:
		s.w.Go(shell.Route{Place: shell.Tray})
	case Units:
		s.w.Go(shell.Route{Place: shell.Units, Owing: q.ID})
	default:
		why := s.model.WhyNot(q)
		s.w.Say(kit.SignOf(q.Mark), why.What, why.Next)
	}
}

func (s *Screen) progress(p *kit.ProgressShown) {
	s.reading = p
	s.rows.SetStale(p != nil)
	s.head.Refresh()
}

// escape stops the counting, goes from the note to the queues, or back.
func (s *Screen) escape() {
	switch {
	case s.lane.Cancel():
	case s.written.Focused():
		s.focus()
	default:
		s.w.Back()
	}
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _, _ := s.model.Head()
	return shell.Help{
		Title: title,
		For:   "每天先看这一页：离哪个截止日期最近，哪些人、哪些单位还等着办。每个数都能打开它的名单。",
		Keys: []shell.Key{
			{Cap: "日程", Does: s.model.Calendar()},
			{Cap: "↑ ↓", Does: "换一项；各项的先后不变，手会记住"},
			{Cap: "Enter", Does: "打开这一项的名单"},
			noteKey,
			{Cap: "F7", Does: "统计：人数和钱，按等级、单位等分开数"},
			{Cap: "Ctrl+P", Does: "打印今日便条：日程、等着办的、今天已办，不写人名，再加手写的"},
			{Cap: "Tab", Does: "到今日便条，再到右上角的按钮"},
			{Cap: "Esc", Does: "正在清点时：停下；否则返回"},
		},
	}
}
