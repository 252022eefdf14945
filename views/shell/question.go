package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
)

// Question is asked before what cannot be undone, and says exactly what will
// happen. Nothing else is asked.
type Question struct {
	Title string   // 用这份备份替换现在的数据？
	Words []string // what will happen, a sentence a paragraph
	Yes   string   // 替换
	Do    func()
}

// question is a sheet of paper laid over the screen: a question, help, or a
// list to be read. One is open at a time.
type question struct {
	w     *Window
	width float32
	draw  func(s *kit.Sheet, x, y, width float32) (height float32)
	keys  *kit.Keys
	back  fyne.Focusable    // where the focus was
	under *question         // the sheet it was laid over; nil: it lies on the screen
	roll  *container.Scroll // what is higher than the window; nil while all fits
}

// Ask asks; Esc is no.
func (w *Window) Ask(q Question) {
	yes := func() {
		w.Close()
		q.Do()
	}
	do := kit.NewButton(q.Yes, "Enter", true, yes)
	no := kit.NewButton("不做", "Esc", false, w.Close)
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyReturn, yes)
	keys.On(0, fyne.KeyEnter, yes)
	w.Lay(480, keys, func(s *kit.Sheet, x, y, width float32) float32 {
		top := y
		y += s.Para(q.Title, x, y, width, 28, kit.Title()) + 12
		for _, words := range q.Words {
			y += s.Para(words, x, y, width, 22, kit.Style{}) + 8
		}
		y += 12
		s.ButtonsR(x+width, y, 8, do, no)
		return y + kit.ButtonHeight - top
	})
}

// Lay lays a sheet of a width over the screen until Close; draw puts things
// into it and returns their height. It has the keyboard: keys' own, and Esc,
// which closes it.
func (w *Window) Lay(width float32, keys *kit.Keys, draw func(s *kit.Sheet, x, y, width float32) float32) {
	if keys == nil {
		keys = kit.NewKeys()
	}
	back := w.Canvas().Focused()
	if w.asked != nil {
		back = w.asked.back
	}
	keys.On(0, fyne.KeyEscape, w.Close)
	w.asked = &question{w: w, width: width, draw: draw, keys: keys, back: back}
	w.hold(keys)
	w.asked.show(w.Layer.Size())
}

// Close takes the sheet away and gives the focus back.
func (w *Window) Close() {
	if w.asked == nil {
		return
	}
	back, under := w.asked.back, w.asked.under
	w.asked = under
	w.Keys.Release()
	w.Lists.Clear()
	w.Layer.Clear()
	if under != nil {
		w.Keys.Hold(under.keys)
		under.show(w.Layer.Size())
	}
	if back != nil {
		w.Canvas().Focus(back)
	}
}

// Laid reports whether a sheet lies over the screen.
func (w *Window) Laid() bool { return w.asked != nil }

const (
	sheetInset  float32 = 32
	leastAround float32 = 8 // of the screen that stays to be seen above and below
)

// show draws the sheet in the middle, a little above it, as the eye expects.
func (q *question) show(size fyne.Size) {
	width := min(q.width, size.Width-2*sheetInset)
	inside := kit.NewSheet()
	height := q.draw(inside, 0, 0, width-2*sheetInset) + 2*sheetInset
	room := size.Height - 2*leastAround
	high := min(height, room)
	x, y := kit.Whole((size.Width-width)/2), kit.Whole(max(leastAround, (size.Height-high)/2.4))
	s := kit.NewSheet()
	s.Put(newShade(), 0, 0, size.Width, size.Height)
	s.Box(x, y, width, high, kit.Colors.Paper, kit.Colors.HeadLine)
	s.Rect(x, y, width, 3, kit.Colors.Accent)
	q.roll = nil
	content := inside.Object()
	if height > room {
		q.roll = container.NewVScroll(content)
		content = q.roll
		q.rollKeys(high - 2*sheetInset)
	}
	s.Put(content, x+sheetInset, y+sheetInset, width-2*sheetInset+kit.RowsBar, high-2*sheetInset)
	q.w.Layer.Show(s, q.show)
}

// rollKeys let what does not fit be read without the mouse.
func (q *question) rollKeys(page float32) {
	const line float32 = 40
	for key, by := range map[fyne.KeyName]float32{fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: line - page, fyne.KeyPageDown: page - line} {
		q.keys.On(0, key, func() {
			if q.roll != nil {
				end := q.roll.Content.MinSize().Height - q.roll.Size().Height
				q.roll.ScrollToOffset(fyne.NewPos(0, max(0, min(end, q.roll.Offset.Y+by))))
			}
		})
	}
}
