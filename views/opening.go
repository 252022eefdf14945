package views

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// opening is what is seen while the data file is read: the name of the program
// and one quiet line. What cannot be opened is said at its foot.
type opening struct {
	object *fyne.Container
	keys   *kit.Keys
}

func newOpening(w *shell.Window, quit func()) *opening {
	o := &opening{keys: kit.NewKeys()}
	o.keys.On(0, fyne.KeyEscape, quit)
	foot := w.Foot()
	o.object = kit.Drawn(fyne.NewSize(0, 0), func(s *kit.Sheet, size fyne.Size) {
		s.Rect(0, 0, size.Width, size.Height, kit.Colors.Bar)
		x, y := kit.Whole(size.Width/2-96), kit.Whole(size.Height*0.4)
		s.Text("工考", x, y, 40, kit.Style{Size: kit.Banner, Bold: true})
		s.Text("正在打开数据文件…", x, y+44, 24, kit.Quiet())
		s.Put(foot, 0, size.Height-kit.MessageHeight, size.Width, kit.MessageHeight)
	})
	return o
}

func (o *opening) Object() fyne.CanvasObject { return o.object }
func (o *opening) Keys() *kit.Keys           { return o.keys }
func (o *opening) Open(shell.Route)          {}
func (o *opening) Route() shell.Route        { return shell.Route{} }
func (o *opening) Leave() error              { return nil }

func (o *opening) Help() shell.Help {
	return shell.Help{Title: "正在打开", For: "程序正在读数据文件。人多时要几秒钟。打不开时，下面一行说明原因和下一步。", Keys: []shell.Key{{Cap: "Esc", Does: "关闭程序"}}}
}
