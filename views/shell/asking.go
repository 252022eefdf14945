package shell

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// askPath lays a sheet with one field for a path over the screen, where the
// system has no dialog of its own. Enter takes it, Esc does not; what is wrong
// with it stands beneath the field.
func (w *Window) askPath(ask kit.PathAsk) {
	const width, said float32 = 640, 44
	sentence := ""
	answer := kit.Drawn(fyne.NewSize(0, said), func(s *kit.Sheet, size fyne.Size) {
		if sentence == "" {
			s.Para("写完整的路径：文件夹和文件名", 0, 0, size.Width, 20, kit.Faint())
			return
		}
		s.Sign(kit.Warned, 0, 3, 16)
		s.Para(sentence, 24, 0, size.Width-24, 20, kit.Style{Color: kit.Warned.Color()})
	})
	field := kit.NewField(kit.Spec{})
	field.SetValue(ask.Proposed)
	take := func() {
		ok := false
		if sentence, ok = ask.Check(field.Value()); !ok {
			answer.Refresh()
			w.Canvas().Focus(field)
			return
		}
		w.Close()
		ask.Chosen(field.Value())
	}
	field.Changed = func(string) {
		sentence = ""
		answer.Refresh()
	}
	use, leave := kit.NewButton("就用这个", "Enter", true, take), kit.NewButton("不要了", "Esc", false, w.Close)
	ring := kit.NewRing(w.Keys, w.Canvas().Focus, take, []*kit.Field{field}, use, leave)
	w.Lay(width, nil, func(s *kit.Sheet, x, y, width float32) float32 {
		s.Text(ask.Title, x, y, 28, kit.Title())
		s.Put(field, x, y+40, width, kit.FieldHeight)
		s.Put(answer, x, y+78, width, said)
		s.ButtonsR(x+width, y+134, 8, use, leave)
		return 134 + kit.ButtonHeight
	})
	ring.First()
}
