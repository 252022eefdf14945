package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// searchWidth is of the search box where there is room.
const searchWidth float32 = 464

// frame is what stands round every screen: the bar above with the search box,
// the navigation at the left, the message bar below.
type frame struct {
	w      *Window
	sign   Sign
	top    *fyne.Container
	nav    *fyne.Container
	items  map[Place]*kit.NavItem
	search *search
	room   *fyne.Container // the screen's
	bar    fyne.CanvasObject
	object *fyne.Container
}

func newFrame(w *Window, sign Sign) *frame {
	f := &frame{w: w, sign: sign, items: map[Place]*kit.NavItem{}, search: newSearch(w), room: newFill(), bar: w.bar.Object()}
	for _, n := range navigated {
		f.items[n.place] = kit.NewNavItem(strconv.Itoa(int(n.place)), n.word, func() { w.Go(Route{Place: n.place}) })
	}
	f.top = kit.Drawn(fyne.NewSize(0, kit.TopBarHeight), f.drawTop)
	f.nav = kit.Drawn(fyne.NewSize(0, 0), f.drawNav)
	f.object = container.New(frameLayout{f}, f.nav, f.top, f.room, f.bar)
	return f
}

func (f *frame) narrow() bool { return f.w.Shape() != Wide }

func (f *frame) navWidth() float32 {
	if f.narrow() {
		return kit.NarrowNavWidth
	}
	return kit.NavWidth
}

type frameLayout struct{ f *frame }

func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	if f == nil { // container.New lays out before the frame is there
		return
	}
	nav, middle := f.navWidth(), size.Height-kit.TopBarHeight-kit.MessageHeight
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(f.top, 0, 0, size.Width, kit.TopBarHeight)
	place(f.nav, 0, kit.TopBarHeight, nav, middle)
	place(f.room, nav, kit.TopBarHeight, size.Width-nav, middle)
	place(f.bar, 0, size.Height-kit.MessageHeight, size.Width, kit.MessageHeight)
}

func (f *frame) drawNav(s *kit.Sheet, size fyne.Size) {
	c := kit.Colors
	s.Rect(0, 0, size.Width, size.Height, c.Bar)
	s.Rule(size.Width-1, 0, size.Height, c.Hair)
	y := float32(12)
	for _, n := range navigated {
		item := f.items[n.place]
		item.SetNarrow(f.narrow())
		item.SetCurrent(f.w.place.navigation() == n.place)
		// A free number keeps its row: the keys stand where they will stand.
		s.Put(item, 0, y, size.Width, kit.NavRowHeight)
		y += kit.NavRowHeight
	}
	foot := size.Height - 34
	if f.narrow() {
		s.KeyCap("F1", kit.Whole((size.Width-kit.KeyCapWidth("F1"))/2), foot)
		return
	}
	x := 16 + s.KeyCap("F1", 16, foot) + 10
	s.Text("此处帮助", x, foot, kit.SmallHeight, kit.Quiet())
}

func (f *frame) drawTop(s *kit.Sheet, size fyne.Size) {
	c := kit.Colors
	s.Rect(0, 0, size.Width, size.Height, c.Bar)
	left := f.navWidth() + kit.Margin
	right := f.drawSign(s, size.Width-kit.Margin)
	line := kit.Colors.Hair
	if f.sign.Practice {
		line = c.Accent
		s.Rect(0, size.Height-2, size.Width, 2, line)
		if !f.narrow() {
			s.Rect(0, 0, kit.NavWidth, size.Height, c.Accent)
			title := s.Text("演练", 16, 0, size.Height, kit.Style{Size: kit.Banner, Bold: true, Color: c.Paper})
			s.TextIn(f.sign.County, 16+title.MinSize().Width+10, 1, kit.NavWidth-title.MinSize().Width-34, size.Height, kit.Style{Color: c.Paper})
		}
	} else {
		s.Line(0, size.Height-1, size.Width, line)
		if !f.narrow() {
			title := s.Text("工考", 16, 0, size.Height, kit.Style{Size: kit.Large, Bold: true})
			s.TextIn(f.sign.County, 16+title.MinSize().Width+8, 1, kit.NavWidth-title.MinSize().Width-32, size.Height, kit.Quiet())
		}
	}
	width := min(searchWidth, right-left-kit.Margin)
	if f.w.Shape() == Narrow {
		width = min(400, width)
	}
	s.Put(f.search.field, left, 8, width, kit.ButtonHeight)
	if f.sign.Practice {
		f.drawPractice(s, left+width+kit.Gutter, right-kit.Margin, size)
	}
}

// drawPractice says what the county is, as fully as there is room for.
func (f *frame) drawPractice(s *kit.Sheet, left, right float32, size fyne.Size) {
	style := kit.Strong().In(kit.Colors.Accent)
	for _, words := range []string{"数据是编造的，不能上报，打印带“演练”字样", "编造的数据，不能上报", "演练"} {
		if style.Width(words) <= right-left {
			s.Text(words, left, 0, size.Height, style)
			return
		}
	}
}

// drawSign writes year, office and clerk and returns where they begin.
func (f *frame) drawSign(s *kit.Sheet, right float32) float32 {
	write := func(words string, style kit.Style) {
		if words == "" {
			return
		}
		right -= s.TextR(words, right, 0, kit.TopBarHeight, style).MinSize().Width + kit.Margin
	}
	year := strconv.Itoa(f.sign.Year) + " 年度"
	write(kit.Fit(f.sign.Clerk, 90, kit.Normal, true), kit.Strong())
	if f.sign.Working != 0 {
		return f.drawOver(s, right)
	}
	if !f.sign.Practice && f.w.Shape() == Wide {
		room := right - f.navWidth() - kit.Margin - searchWidth - 2*kit.Margin - kit.Style{}.Width(year)
		write(kit.Fit(f.sign.Office, room, kit.Normal, false), kit.Quiet())
	}
	write(year, kit.Style{})
	return right
}

// drawOver says that a year is looked at that is over, and which key leads back.
func (f *frame) drawOver(s *kit.Sheet, right float32) float32 {
	const key = "Ctrl+Y"
	right -= kit.KeyCapWidth(key)
	s.KeyCap(key, right, kit.Whole((kit.TopBarHeight-kit.SmallHeight)/2))
	right -= 8
	for _, t := range []struct {
		words string
		style kit.Style
	}{{strconv.Itoa(f.sign.Working) + " 年度", kit.Quiet()}, {"回到", kit.Quiet()}, {"只能看", kit.Style{Color: kit.Colors.Warn}}, {strconv.Itoa(f.sign.Year) + " 年度", kit.Strong().In(kit.Colors.Warn)}} {
		right -= kit.Whole(s.TextR(t.words, right, 0, kit.TopBarHeight, t.style).MinSize().Width) + 8
	}
	s.Sign(kit.Warned, right-16, kit.Whole((kit.TopBarHeight-16)/2), 16)
	return right - 16 - kit.Margin
}

// setCounts shows how much waits where; nothing waiting shows no figure.
func (f *frame) setCounts(counts map[Place]int) {
	for place, item := range f.items {
		count := ""
		if n := counts[place]; n > 0 {
			count = wording.Count(n)
		}
		item.SetCount(count)
	}
}
