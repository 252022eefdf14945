package photos

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Screen draws the pictures at the left and the current one at the right, under its
// frame.
type Screen struct {
	w           *shell.Window
	m           *Model // what is shown: one of the two
	all, single *Model // a folder's pictures; one person's, chosen meanwhile
	keys        *kit.Keys

	tabs         *kit.Tabs
	rows, people *kit.Rows // pictures; who is missing
	easel        *easel    // holds the keyboard while the frame is moved

	folder, file         *kit.Button
	put, accept, leave   *kit.Button
	missing, copy, taken *kit.Button

	looking, putting *kit.Lane
	drawing          *kit.Lane
	going            *kit.ProgressShown // nil: nothing takes long
	shown            *Shown             // nil: nothing is drawn yet
	object           *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the page of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, all: New(desk), single: New(desk), keys: kit.NewKeys()}
	s.m = s.all
	s.looking, s.putting, s.drawing = w.Runner.NewLane(s.progress), w.Runner.NewLane(s.progress), w.Runner.NewLane(nil)
	s.makeLists()
	s.makeButtons()
	s.makeKeys()
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

func (s *Screen) makeLists() {
	s.tabs = kit.NewTabs(func(i int) { s.choose(Filter(i)) })
	s.tabs.Join(s.w.Keys, func(bool) { s.toList() })
	s.rows = kit.NewRows([]kit.Column{
		{Key: "state", Head: "照片", Width: 96}, {Key: "name", Head: "姓名", Width: 92}, {Key: "says", Head: "说明", Width: 180, Rest: true},
	}, s.cell)
	s.rows.ID = func(row int) string { return s.m.File(row) }
	s.rows.Inset = kit.Margin - 8
	s.rows.OnOpen = func(int) { s.acceptOne() }
	s.rows.OnCurrent = func(int) { s.drawCurrent() }
	s.rows.Typed = s.typed
	s.rows.Join(s.w.Keys, func(back bool) { s.w.Focus(s.beside(back)) })
	s.people = kit.NewRows([]kit.Column{
		{Key: "unit", Head: "单位", Width: 220, Rest: true}, {Key: "name", Head: "姓名", Width: 108}, {Key: "trade", Head: "工种", Width: 120, Spare: 2}, {Key: "level", Head: "等级", Width: 76, Spare: 1},
	}, s.personCell)
	s.people.Inset = kit.Margin - 8
	s.people.OnOpen = func(row int) { s.toRecord() }
	s.people.Join(s.w.Keys, func(bool) { s.w.Focus(s.tabs) })
	s.easel = newEasel(s)
}

// beside is where Tab goes from the list: to the picture, or back to the tabs.
func (s *Screen) beside(back bool) fyne.Focusable {
	if back && s.m.One() == nil {
		return s.tabs
	}
	return s.easel
}

func (s *Screen) makeButtons() {
	s.folder = kit.NewButton("选文件夹", "F2", false, s.chooseFolder)
	s.file = kit.NewButton("选压缩包", "F4", false, s.chooseFile)
	s.put = kit.NewButton("放入", "F8", true, s.putAll)
	s.accept = kit.NewButton("放这一张", "Enter", false, s.acceptOne)
	s.leave = kit.NewLink("不放", "Del", s.leaveOut)
	s.taken = kit.NewLink("取下照片", "Del", s.leaveOut)
	s.missing = kit.NewLink("缺照片", "F6", s.toMissing)
	s.copy = kit.NewButton("复制名单", "Ctrl+C", false, s.copyMissing)
	for _, b := range []*kit.Button{s.folder, s.file, s.put, s.accept, s.leave, s.taken, s.missing, s.copy} {
		b.Join(s.w.Keys, func(bool) { s.toList() })
	}
}

func (s *Screen) makeKeys() {
	for key, does := range map[fyne.KeyName]func(){
		fyne.KeyF2: s.chooseFolder, fyne.KeyF4: s.chooseFile, fyne.KeyF6: s.toMissing, fyne.KeyF8: s.putAll, fyne.KeyDelete: s.leaveOut, fyne.KeyEscape: s.escape,
		fyne.KeyLeft: func() { s.turnTab(-1) }, fyne.KeyRight: func() { s.turnTab(1) },
	} {
		s.keys.On(0, key, does)
	}
	s.keys.On(fyne.KeyModifierControl, fyne.KeyC, s.copyMissing)
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open goes on with the pictures that were chosen; with a person it is about that
// photo alone, and the others wait.
func (s *Screen) Open(r shell.Route) {
	if s.m = s.all; r.Person != "" {
		s.m = s.single
		s.w.Errors.Show(s.m.For(r.Person))
	}
	s.show()
	s.toList()
}

// Refresh draws again: records were written behind the page's back.
func (s *Screen) Refresh() { s.object.Refresh() }

// Route is the page itself, or the one person it is about.
func (s *Screen) Route() shell.Route {
	r := shell.Route{Place: shell.Photos}
	if a := s.m.One(); a != nil {
		r.Person = a.Application.ID
	}
	return r
}

// Leave stops looking. What is being put on record goes on.
func (s *Screen) Leave() error {
	s.looking.Leave()
	s.drawing.Leave()
	return nil
}

func (s *Screen) progress(p *kit.ProgressShown) {
	s.going = p
	s.object.Refresh()
}

// show brings lists, tabs and buttons into step with the model.
func (s *Screen) show() {
	words, counts := s.m.Tabs()
	var tabs []kit.Tab
	for i, word := range words {
		tabs = append(tabs, kit.Tab{Label: word, Count: counts[i]})
	}
	s.tabs.Set(tabs, int(s.m.Filter()))
	switch {
	case s.m.One() != nil: // no list
	case s.m.Filter() == Missing:
		s.people.Change(s.m.Len)
	default:
		s.rows.Change(s.m.Len)
	}
	s.drawCurrent()
}

// current is the picture one stands at; nil for none.
func (s *Screen) current() *Row {
	if s.m.One() != nil {
		return s.m.Row(0)
	}
	return s.m.Row(s.rows.Current())
}

// drawCurrent draws the current picture under its frame, in the background.
func (s *Screen) drawCurrent() {
	s.showButtons()
	r := s.current()
	if r == nil || r.Kind == "" || s.m.source == nil {
		s.drawing.Leave()
		s.shown = nil
		s.object.Refresh()
		return
	}
	if s.shown != nil && s.shown.of != r {
		s.shown = nil
	}
	work := s.m.Draw(r, s.shown)
	kit.Run(s.drawing, kit.Task[*Shown]{
		Title: "正在画照片",
		Work:  func(ctx context.Context, _ kit.Progress) (*Shown, error) { return work(ctx) },
		Done: func(shown *Shown) {
			s.shown = shown
			s.object.Refresh()
		},
	})
	s.object.Refresh()
}

// toList gives the keyboard to the list; where there is none, to the picture or the
// button that brings pictures.
func (s *Screen) toList() {
	switch {
	case s.m.One() != nil && s.m.Len() > 0:
		s.w.Focus(s.easel)
	case s.m.One() != nil:
		s.w.Focus(s.file)
	case s.m.plan == nil:
		s.w.Focus(s.folder)
	case s.m.Filter() == Missing && s.m.Len() > 0:
		s.w.Focus(s.people)
	case s.m.Len() > 0:
		s.w.Focus(s.rows)
	default:
		s.w.Focus(s.tabs)
	}
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "照片",
		For:   "单位报来的照片，一个文件夹或一个 .zip 一次放入。按文件名里的身份证号、姓名、单位认人，认不准的列出来，不猜；照规定的大小裁好，头在上面。没有疑问的不用一张张看，F8 一起放入。",
		Keys: []shell.Key{
			{Cap: "F2 F4", Does: "选文件夹；选 .zip 或一张图片"},
			{Cap: "Enter", Does: "放这一张，到下一张要看的"},
			{Cap: "Tab", Does: "到照片上：← → ↑ ↓ 挪裁切框，按住 Shift 细挪"},
			{Cap: "+ − 0", Does: "放大、缩小、还原"},
			{Cap: "R", Does: "转四分之一圈"},
			{Cap: "1…9", Does: "分不清的：指明是哪一个人"},
			{Cap: "Del", Does: "这一张不放，再按拿回来；一个人的页上：取下照片"},
			{Cap: "F8", Does: "把写着“放”的都放入"},
			{Cap: "← →", Does: "列表里：换一个标签（要看一眼、全部、缺照片、对不上）"},
			{Cap: "F6", Does: "缺照片的人；Ctrl+C 复制名单发给单位"},
			{Cap: "Esc", Does: "停下；从照片回到列表；返回"},
		},
	}
}
