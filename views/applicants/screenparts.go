package applicants

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// buttons are everything on the list that can be pressed.
type buttons struct {
	take, write, enter *kit.Button // 导入, 导出, 新登记
	fill               *kit.Button // 套模板
	tray               *kit.Button // 待处理
	save               *kit.Button // 存为视图
	clear, columns     *kit.Button
	unmask             *kit.Button
	print, copy        *kit.Button // of the selection bar
	writeChosen, drop  *kit.Button
	widen, first       *kit.Button // in an empty list
}

// makeParts makes what lasts; where it stands is decided whenever it is drawn.
func (s *Screen) makeParts() {
	w := s.w
	s.buttons = buttons{
		take:        kit.NewButton("导入", "Ctrl+O", false, s.takeIn),
		write:       kit.NewButton("导出", "Ctrl+E", false, s.export),
		fill:        kit.NewButton("套模板", "Ctrl+Shift+E", false, s.toTemplate),
		enter:       kit.NewButton("新登记", "Ctrl+N", true, func() { w.Go(shell.Route{Place: shell.Record}) }),
		tray:        kit.NewQuiet("待处理", "F7", s.toTray),
		save:        kit.NewQuiet("存为视图", "Ctrl+S", s.saveView),
		clear:       kit.NewQuiet("清除筛选", "Esc", s.clearFilters),
		columns:     kit.NewQuiet("列", "", s.pickColumns),
		unmask:      kit.NewQuiet("", "F2", s.unmask),
		print:       kit.NewButton("打印申报表", "Ctrl+P", false, s.print),
		writeChosen: kit.NewButton("导出所选", "", false, s.export),
		drop:        kit.NewButton("取消选择", "Esc", false, s.drop),
		widen:       kit.NewButton("清除筛选", "Esc", false, s.clearFilters),
		first:       kit.NewButton("导入", "Ctrl+O", false, s.takeIn),
	}
	s.tabs = kit.NewTabs(s.openView)
	s.rows = s.newRows()
	s.buttons.copy = kit.NewButton("复制", "Ctrl+C", false, s.rows.Copy)
	s.makeFilters()
	s.head = kit.Drawn(fyne.Size{}, s.drawHead)
	s.sieve = kit.Drawn(fyne.Size{}, s.drawFilters)
	s.empty = kit.Drawn(fyne.Size{}, s.drawEmpty)
	s.foot = kit.Drawn(fyne.Size{}, s.drawFoot)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	s.joinAll()
	s.showUnmask()
}

// joinAll makes the order of focus, as the eye reads the page.
func (s *Screen) joinAll() {
	b := s.buttons
	s.ring = kit.NewForm(s.w.Keys, s.w.Layer)
	s.ring.Then(b.tray, b.take, b.write, b.fill, b.enter, s.tabs, b.save)
	for _, f := range s.filters {
		s.ring.Then(f.field)
	}
	s.ring.Then(b.clear, b.columns, s.rows, b.widen, b.first, b.print, b.copy, b.writeChosen, b.drop, b.unmask)
}

// tally is what is counted in the background.
type tally struct {
	views   []int // whom each view shows
	waiting int   // rows of imports that could not enter
}

// tallied is the work of counting.
func tallied(desk *registration.Desk, count func() []int) func(context.Context, kit.Progress) (tally, error) {
	return func(ctx context.Context, _ kit.Progress) (tally, error) {
		t := tally{views: count()}
		imports, err := desk.Imports(ctx)
		for _, b := range imports {
			if b.Void == "" {
				t.waiting += b.Waiting
			}
		}
		return t, err
	}
}

func (s *Screen) toTray() { s.w.Go(shell.Route{Place: shell.Tray}) }

func (s *Screen) takeIn() {
	if s.w.Import != nil {
		s.w.Import()
	}
}

func (s *Screen) drop() {
	s.rows.ClearSelection()
	s.toList()
}

// remedy is the button of an empty list.
func (s *Screen) remedy() *kit.Button {
	if s.m.Filtered() {
		return s.buttons.widen
	}
	return s.buttons.first
}

func (s *Screen) showEmpty() {
	none := s.m.Len() == 0
	s.empty.Hidden = !none
	show(s.buttons.widen, none && s.m.Filtered())
	show(s.buttons.first, none && !s.m.Filtered())
	s.empty.Refresh()
}

// show shows or hides; Enter and Tab pass what is hidden.
func show(b *kit.Button, shown bool) {
	if shown {
		b.Show()
		return
	}
	b.Hide()
}
