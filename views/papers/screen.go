package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/paper"
	"gongkao/app/preview"
	"gongkao/app/printer"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Screen draws the choice at the left, the pages in the middle, and at the right
// what to look at before printing, and printing itself. A narrow window has no
// right column: warnings become a strip, printing goes into the head.
type Screen struct {
	w       *shell.Window
	m       *Model
	printer printer.Printer
	keys    *kit.Keys
	form    *kit.Form // the scope, and the order of focus of all

	rows   *kit.Rows
	fields map[string]*kit.Lookup
	refuse map[string]kit.Finding
	scope  *container.Scroll

	making    *kit.Lane
	made      *kit.ProgressShown // nil: not long enough to say so
	held      bool               // pages are only made when asked for
	documents documents
	tidying   *kit.Lane
	document  *preview.Document // the one shown
	said      string            // of the pages shown, or why there are none
	fresh     bool              // the next pages are of something else: begin at the first
	view      *kit.PageView
	thumbs    *kit.Thumbs
	zoom      [2]*kit.Button
	now       *kit.Button // 现在排版
	widen     *kit.Button
	stopMade  *kit.Button

	warned   *container.Scroll
	links    []*kit.Button
	printing *kit.Lane
	going    *kit.ProgressShown
	stamped  *kit.Button // 收盖章件
	copies   *kit.Field
	print    *kit.Button
	save     *kit.Button
	each     *kit.Button
	stop     *kit.Button

	object, head, left, desk, right, strip *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the rosters of an office. The renderer is warmed by whoever
// owns it.
func NewScreen(w *shell.Window, desk *registration.Desk, papers *paper.Papers, at Machines) *Screen {
	s := &Screen{w: w, m: New(desk, papers), printer: at.Printer, keys: kit.NewKeys(), fields: map[string]*kit.Lookup{}, refuse: map[string]kit.Finding{}, fresh: true}
	s.documents.renderer = at.Renderer
	s.newScope()
	s.newPages()
	s.newPrinting()
	s.stamped = kit.NewLink("收盖章件", "F8", s.toStamped)
	s.newKeys()
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.left = kit.Drawn(fyne.Size{}, s.drawLeft)
	s.desk = kit.Drawn(fyne.Size{}, s.drawDesk)
	s.right = kit.Drawn(fyne.Size{}, s.drawRight)
	s.strip = kit.Drawn(fyne.NewSize(0, stripHeight), s.drawStrip)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	s.order()
	return s
}

// Machines are what turns a PDF into pictures and into paper.
type Machines struct {
	Renderer *preview.Renderer
	Printer  printer.Printer
}

func (s *Screen) newKeys() {
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPrinter)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyS, s.toFile)
	s.keys.On(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyS, s.toFolder)
	s.keys.On(0, fyne.KeyPageUp, func() { s.view.Turn(-1) })
	s.keys.On(0, fyne.KeyPageDown, func() { s.view.Turn(1) })
	s.keys.On(0, fyne.KeyF2, s.ownLayout)
	s.keys.On(0, fyne.KeyF5, s.anew)
	s.keys.On(0, fyne.KeyF6, s.toWarnings)
	s.keys.On(0, fyne.KeyF8, s.toStamped)
	s.keys.On(0, fyne.KeyEscape, s.escape)
	// A page view takes + and − as letters; a list and a button hand on the keys.
	for key, do := range map[fyne.KeyName]func(){
		fyne.KeyPlus: s.view.ZoomIn, fyne.KeyEqual: s.view.ZoomIn, fyne.KeyMinus: s.view.ZoomOut,
	} {
		zoom := func() {
			if s.w.Canvas().Focused() != fyne.Focusable(s.view) {
				do()
			}
		}
		s.keys.On(0, key, zoom)
		s.keys.On(fyne.KeyModifierShift, key, zoom)
		s.keys.On(fyne.KeyModifierControl, key, do)
	}
}

// toStamped goes to where stamped sheets come in.
func (s *Screen) toStamped() { s.w.Go(shell.Route{Place: shell.Stamped}) }

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// memo is what the page itself wants to find again.
type memo struct {
	paper string
	scope Scope
}

// Open takes the paper and the people of a route, or stays with those it has,
// and makes the pages anew.
func (s *Screen) Open(r shell.Route) {
	paper, scope := s.m.Chosen(), s.m.Scope()
	if was, ok := r.Memo.(memo); ok {
		paper, scope = was.paper, was.scope
	}
	if r.Paper != "" {
		paper = r.Paper
	}
	switch {
	case r.Paper != "" || r.UnitOf != "" || len(r.Numbers) > 0:
		scope = Scope{Unit: r.UnitOf, Numbers: r.Numbers}
	case r.Memo == nil:
		scope.Numbers = nil // people were selected for one errand, which is over
	}
	s.fresh = s.fresh || len(r.By) > 0 || paper != s.m.Chosen() || !scope.Equal(s.m.Scope())
	s.m.Choose(paper)
	if r.Paper != "" {
		s.m.CountBy(r.By)
	}
	s.m.SetScope(scope)
	s.showPapers()
	s.w.Focus(s.rows)
	s.changed()
}

// Refresh makes the pages anew: something was imported.
func (s *Screen) Refresh() {
	s.m.Choose(s.m.Chosen())
	s.changed()
}

// Route remembers what was chosen.
func (s *Screen) Route() shell.Route {
	return shell.Route{Place: shell.Papers, Memo: memo{s.m.Chosen(), s.m.Scope()}}
}

// Leave stops making pages. Printing goes on: it was asked for.
func (s *Screen) Leave() error {
	s.making.Leave()
	return nil
}

// changed draws another choice and has its pages made.
func (s *Screen) changed() {
	s.held = false
	s.order()
	s.layOut(false)
	s.redraw()
}

// redraw draws all parts anew.
func (s *Screen) redraw() {
	s.rows.Refresh()
	for _, part := range []*fyne.Container{s.head, s.left, s.desk, s.right, s.strip} {
		part.Refresh()
	}
}

// escape stops what runs, or goes back.
func (s *Screen) escape() {
	if s.printing.Cancel() {
		return
	}
	if s.made != nil && s.making.Cancel() {
		return
	}
	s.w.Back()
}

// follow goes to where a warning leads.
func (s *Screen) follow(to Warning) {
	if len(to.Opens) > 0 {
		s.w.Go(shell.Route{Place: shell.Record, Person: to.Opens[0], List: to.Opens})
		return
	}
	s.w.Go(shell.Route{Place: shell.Applicants, Select: &to.List})
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _ := s.m.Head()
	return shell.Help{Title: title, For: "先选一种表，再选给谁打。中间看到的就是要打印的 PDF；“打印之前”说出哪里要先看一眼。打印和存成 PDF 都会记进每个人的经过。",
		Keys: []shell.Key{
			{Cap: "↑ ↓", Does: "选一种表"},
			{Cap: "Tab", Does: "到范围、页面、份数"},
			{Cap: "PgUp PgDn", Does: "上一页、下一页"},
			{Cap: "+ −", Does: "放大、缩小（在格子里按 Ctrl）"},
			{Cap: "F5", Does: "重新排版"},
			{Cap: "F2", Does: "取出这张表的版式文件来改，改好按 F5 看"},
			{Cap: "F6", Does: "到“打印之前”"},
			{Cap: "F8", Does: "收盖章件：盖好章的纸回来，扫二维码登记"},
			{Cap: "Ctrl+P", Does: "打印；有字印不出来时要按两次"},
			{Cap: "Ctrl+S", Does: "存成 PDF"},
			{Cap: "Ctrl+Shift+S", Does: "每个单位存一个 PDF，附打印报告"},
			{Cap: "Esc", Does: "停下排版或打印；没有在做就回去"},
		}}
}

// refused shows beneath a field why it was not taken.
func (s *Screen) refused(key string, err error) {
	refusal, ok := data.AsRefusal(err)
	if !ok {
		s.w.Errors.Show(err)
		return
	}
	s.refuse[key] = kit.Finding{Sign: kit.Blocked, Sentence: refusal.Message + "，" + refusal.Hint}
}
