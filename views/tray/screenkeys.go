package tray

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// rowKey takes the keys that go through the rows.
func (s *Screen) rowKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		s.move(-1)
	case fyne.KeyDown:
		s.move(1)
	case fyne.KeyPageUp:
		s.move(-s.page())
	case fyne.KeyPageDown:
		s.move(s.page())
	case fyne.KeyTab:
		s.step(kit.Mods()&fyne.KeyModifierShift != 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.step(kit.Mods()&fyne.KeyModifierShift != 0)
	default:
		return false
	}
	return true
}

// page is how many rows PgDn goes: what is seen, but for the open one.
func (s *Screen) page() int {
	return max(1, int((s.roll.Size().Height-s.heights.of(s.m.Current()))/rowPitch))
}

// keep writes what is half typed before one goes elsewhere.
func (s *Screen) keep() {
	if s.open.field != nil {
		s.open.field.Commit()
	}
}

func (s *Screen) move(by int) {
	s.keep()
	s.m.Move(by)
	s.settle()
}

// next is move for the field, which asks where Tab goes.
func (s *Screen) next(back bool) { s.step(back) }

// step goes to what waits for an answer next.
func (s *Screen) step(back bool) {
	s.keep()
	if !s.m.Next(back) {
		s.allAnswered()
	}
	s.settle()
}

// allAnswered says what comes when nothing is left to be answered.
func (s *Screen) allAnswered() {
	if s.m.Settled() && s.m.Ready() > 0 {
		s.w.Say(kit.SayDone, "都答完了", "按 F8 放入改好的行")
	}
}

// groupKey takes the keys of the groups.
func (s *Screen) groupKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown:
		by := 1
		if ev.Name == fyne.KeyUp {
			by = -1
		}
		to := s.m.Group() + by
		if to >= 0 && to < len(s.m.Groups()) {
			s.m.ToGroup(to)
			s.refresh()
			s.reveal()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab, fyne.KeyRight:
		s.toOpen()
	default:
		return false
	}
	return true
}

// pressGroup goes to the group that was pressed.
func (s *Screen) pressGroup(at fyne.Position) {
	if group := int(at.Y / groupPitch); group >= 0 && group < len(s.m.Groups()) {
		s.keep()
		s.m.ToGroup(group)
		s.toOpen()
	}
}

// pressRow opens the row that was pressed, or takes the answer.
func (s *Screen) pressRow(at fyne.Position) {
	line := s.heights.at(at.Y)
	if line < 0 {
		return
	}
	if line == s.m.Current() {
		if n := s.offerAt(at); n >= 0 {
			s.pick(n)
			return
		}
		s.settle()
		return
	}
	s.keep()
	s.m.GoTo(line)
	s.settle()
}

// Help is what F1 tells.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "导入待处理",
		For:   "单位报来的表里没有进入的行，按问题归在一起。逐行改好，或退给单位；同样的写法答一次都改。每答一处就存一处，改好的按 F8 放入。",
		Keys: []shell.Key{
			{Cap: "↑ ↓", Does: "前后的行；PgUp、PgDn 翻页"},
			{Cap: "Tab", Does: "下一处要答的；Shift+Tab 上一处"},
			{Cap: "1…9", Does: "选列出的第几个；单位、工种也可以打汉字或拼音首字母找"},
			{Cap: "Enter", Does: "就这样改，到下一处"},
			{Cap: "F9", Does: "这一行退给单位，写明为什么；Shift+F9 这一组都退"},
			{Cap: "Ctrl+D", Does: "这一行不要：同一人在别处已经报了"},
			{Cap: "F7", Does: "单位库里没有的：登记成新单位"},
			{Cap: "F8", Does: "放入改好的行"},
			{Cap: "Ctrl+E", Does: "写出标注了问题的原表，发给单位"},
			{Cap: "F10", Does: "撤回整批：先说明谁撤出、谁留下"},
			{Cap: "F4", Does: "表的每一列对应哪一项；改了重新读"},
			{Cap: "F5 F6", Does: "换一批；到左边的问题，再按回到行"},
			{Cap: "Ctrl+Z", Does: "撤销刚才的改动"},
		},
	}
}
