package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// Help lays a sheet over the screen that says what it is for and its keys. Over
// another sheet it is laid by that sheet's F1; closed, it shows that one again.
func (w *Window) Help() {
	s := w.Screen()
	if s == nil {
		return
	}
	under, at := w.asked, w.Canvas().Focused()
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, w.Close)
	h := s.Help()
	others := everywhere
	if w.frame == nil {
		others = nil
	}
	w.Lay(840, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.Text(h.Title, x, y, 28, kit.Title())
		sheet.KeyCapR("Esc", x+width, y+3)
		y += 36
		y += sheet.Para(h.For, x, y, width, 22, kit.Style{}) + 12
		if len(others) == 0 {
			return y + drawKeys(sheet, h.Keys, x, y, width) - top
		}
		if w.Shape() == Narrow {
			return y + drawClose(sheet, h.Keys, x, y, width) - top
		}
		half := (width - 32) / 2
		sheet.Head("这一页的键", "", x, y, half)
		sheet.Head("每一页都有的键", "", x+half+32, y, half)
		y += 40
		left := drawKeys(sheet, h.Keys, x, y, half)
		right := drawKeys(sheet, others, x+half+32, y, half)
		return y + max(left, right) - top
	})
	if under != nil {
		w.asked.under, w.asked.back = under, at
	}
}

// drawClose is for a window without room: the screen's own keys in two columns,
// those of every screen in running text.
func drawClose(s *kit.Sheet, keys []Key, x, y, width float32) float32 {
	const column float32 = 24
	top, half := y, (width-column)/2
	middle := (len(keys) + 1) / 2
	left := drawKeys(s, keys[:middle], x, y, half)
	right := drawKeys(s, keys[middle:], x+half+column, y, half)
	y += max(left, right) + 4
	words := make([]string, len(everywhere))
	for i, k := range everywhere {
		words[i] = k.Cap + " " + k.Does
	}
	return y + s.Para("每一页："+strings.Join(words, " · "), x, y, width, 20, kit.Quiet()) - top
}

// drawKeys writes keys one below the other and returns the height.
func drawKeys(s *kit.Sheet, keys []Key, x, y, width float32) float32 {
	const room float32 = 108
	top := y
	for _, k := range keys {
		s.KeyCap(k.Cap, x, y)
		y += max(28, s.Para(k.Does, x+room, y+1, width-room, 20, kit.Style{})+8)
	}
	return y - top
}
