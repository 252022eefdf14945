package applicants

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Where the parts stand, in pixels from the upper edge, and the room below the
// list that is the selection bar's: the list never moves for it.
const (
	tabsTop    = kit.ScreenHeadHeight
	filtersTop = tabsTop + kit.TabHeight + 13
	listTop    = filtersTop + kit.FieldHeight + 9
	footHeight = float32(52)
	lowFoot    = float32(42) // in a window that is not high
	lowWindow  = float32(480)
)

func (s *Screen) draw(p *kit.Sheet, size fyne.Size) {
	foot := footHeight
	if size.Height < lowWindow {
		foot = lowFoot
	}
	width, listHeight := size.Width-2*kit.Margin, size.Height-listTop-foot
	p.Put(s.ring.Object(), 0, 0, 0, 0)
	p.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	p.Put(s.tabs, kit.Margin, tabsTop, width, kit.TabHeight)
	save := s.buttons.save.MinSize()
	p.Put(s.buttons.save, size.Width-kit.Margin-save.Width, tabsTop+7, save.Width, save.Height)
	p.Put(s.sieve, 0, filtersTop, size.Width, kit.FieldHeight)
	p.Put(s.rows, kit.Margin, listTop, width+kit.RowsBar, listHeight)
	p.Put(s.empty, kit.Margin, listTop+kit.HeadHeight, width, listHeight-kit.HeadHeight)
	p.Put(s.foot, 0, size.Height-foot, size.Width, foot)
	s.tabs.Set(s.fitTabs(width-save.Width-kit.Margin), s.m.OpenView())
}

func (s *Screen) drawHead(p *kit.Sheet, size fyne.Size) {
	right := p.ButtonsR(size.Width-kit.Margin, 12, 12, s.headButtons()...)
	x := kit.Margin + p.Text(s.title.Title, kit.Margin, 14, 28, kit.Title()).Size().Width + 12
	if s.working == nil {
		p.Text(s.title.Fact, x, 14, 28, kit.Lead())
		return
	}
	words := s.working.Title + "…"
	if s.working.Stopping {
		words = "正在停下…"
	}
	x += p.TextIn(words, x, 15, right-x-60, 28, kit.Quiet()).Size().Width + 8
	p.KeyCap("Esc", x, 18)
	p.Text("取消", x+kit.KeyCapWidth("Esc")+6, 15, 28, kit.Quiet())
}

// headButtons stand in the head from the right; where there is little room, a
// template is filled by its key alone.
func (s *Screen) headButtons() []*kit.Button {
	b := s.buttons
	show(b.fill, !s.narrow())
	show(b.tray, s.waiting > 0)
	b.tray.SetLabel("待处理 " + wording.Count(s.waiting))
	if s.narrow() {
		return []*kit.Button{b.enter, b.write, b.take, b.tray}
	}
	return []*kit.Button{b.enter, b.fill, b.write, b.take, b.tray}
}

func (s *Screen) drawEmpty(p *kit.Sheet, size fyne.Size) {
	why, what := s.m.Empty()
	y := min(48, size.Height/8)
	y += p.Para(why, 8, y, min(size.Width-16, 720), 24, kit.Style{Size: kit.Large}) + 6
	p.Text(what, 8, y, 20, kit.Quiet())
	b := s.remedy()
	p.Put(b, 8, y+36, b.MinSize().Width, kit.ButtonHeight)
}

// showTabs shows the views, with how many people each has when that is known.
func (s *Screen) showTabs() {
	room := s.tabs.Size().Width - s.buttons.save.MinSize().Width - kit.Margin
	s.tabs.Set(s.fitTabs(room), s.m.OpenView())
}

// fitTabs writes the views as fully as there is room for: without the numbers
// when they are too many, then with short names.
func (s *Screen) fitTabs(room float32) (tabs []kit.Tab) {
	for _, name := range []float32{1000, 84, 56} {
		for _, numbers := range []bool{true, false} {
			tabs = s.tabsOf(name, numbers)
			if tabsWidth(tabs) <= room {
				return tabs
			}
		}
	}
	return tabs
}

func (s *Screen) tabsOf(name float32, numbers bool) (tabs []kit.Tab) {
	views := s.m.Views()
	for i, v := range views {
		t := kit.Tab{Label: kit.Fit(v.Name, name, kit.Normal, true)}
		if numbers && len(s.counts) == len(views) {
			t.Count = wording.Count(s.counts[i])
		}
		tabs = append(tabs, t)
	}
	return tabs
}

func tabsWidth(tabs []kit.Tab) float32 {
	t := kit.NewTabs(nil)
	t.Set(tabs, 0)
	return t.MinSize().Width
}

func (s *Screen) openView(i int) {
	s.list(func() { s.m.Show(s.m.Views()[i].Selects) })
}

// progress draws what takes long in the head.
func (s *Screen) progress(p *kit.ProgressShown) {
	s.working = p
	s.head.Refresh()
}

// narrow reports whether there is little room beside each other.
func (s *Screen) narrow() bool { return s.w.Shape() == shell.Narrow }
