package results

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

func (s *Screen) makeButtons() {
	s.buttons = buttons{
		correct: kit.NewButton("更正…", "*", false, s.toCorrect),
		admit:   kit.NewButton("进入评审", "F8", true, s.admit),
		issue:   kit.NewButton("发证…", "F8", true, s.toIssue),
		collect: kit.NewButton("领取签字…", "F9", false, s.toCollect),
		void:    kit.NewButton("作废…", "*", false, s.toVoid),
		file:    kit.NewButton("逐项登记…", "Enter", false, s.toFile),
		fileAll: kit.NewButton("归档选中的…", "F8", true, s.toFileAll),
		print:   kit.NewButton("", "Ctrl+P", false, s.toPaper),
	}
	for _, b := range s.atFoot() {
		b.Join(s.w.Keys, func(bool) { s.toList() })
	}
	for _, b := range []*kit.Button{s.todo, s.settings} {
		b.Join(s.w.Keys, func(bool) { s.toList() })
	}
}

func (s *Screen) atFoot() []*kit.Button {
	b := s.buttons
	return []*kit.Button{b.admit, b.issue, b.fileAll, b.collect, b.file, b.correct, b.void, b.print}
}

// bind says what the page's keys do; each asks the stage whether it is its own.
func (s *Screen) bind() {
	on := func(key fyne.KeyName, does func()) { s.keys.On(0, key, does) }
	on(fyne.KeyF5, s.toSettings)
	on(fyne.KeyF6, s.toggleTodo)
	on(fyne.KeyF7, s.toRecord)
	on(fyne.KeyF8, func() {
		switch s.m.Stage() {
		case Evaluation:
			s.admit()
		case Certificates:
			s.toIssue()
		case Archive:
			s.toFileAll()
		}
	})
	on(fyne.KeyF9, s.toCollect)
	on(fyne.KeyEscape, s.back)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyZ, s.undo)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPaper)
	s.keys.On(fyne.KeyModifierAlt, fyne.KeyDown, func() { s.w.Focus(s.filter) })
	for i, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight} {
		s.keys.On(fyne.KeyModifierControl, key, func() { s.tabs.Open(s.tabs.Opened() + 2*i - 1) })
	}
}
