package shell

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// CloseWith says what closing the window does. Before, the screen writes what
// is half typed, and the window remembers its size and place.
func (w *Window) CloseWith(end func()) {
	quit := func() {
		w.keepWindow()
		end()
	}
	attempt := func() {
		if w.Laid() && w.Runner.Running() > 0 { // an import, behind its sheet
			w.Say(kit.SayWarn, "还有一件事没有做完", "等它做完，或按 Esc 取消，再关闭")
			return
		}
		w.Close()
		s := w.Screen()
		if s == nil {
			quit()
			return
		}
		w.Canvas().Unfocus()
		if err := s.Leave(); err != nil {
			w.Errors.Show(err)
			_, what, _ := w.Message()
			w.Ask(Question{Title: "这一页还没有存好", Words: []string{what, "现在关闭，这一页上刚输入的内容会丢失；以前存好的不受影响。"}, Yes: "仍然关闭", Do: quit})
			return
		}
		quit()
	}
	w.window.SetCloseIntercept(attempt)
	w.Keys.On(fyne.KeyModifierControl, fyne.KeyQ, attempt)
}

func (w *Window) keepWindow() {
	if w.Memory == nil {
		return
	}
	size, scale := w.root.Size(), max(1, w.Canvas().Scale())
	w.Memory.KeepWindow(size.Width*scale, size.Height*scale, placeOf(w.window))
}
