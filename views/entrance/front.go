// Package entrance is what the screens before an office is open have in common:
// a bar at the left with the program's name, one page at the right, the message
// bar at the foot (Front); and a new passphrase, typed twice and judged
// (Passphrases).
package entrance

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// tightBelow is the height under which a page gives up its blanks: a window of
// 690 less the message bar is still roomy.
const tightBelow float32 = 640

// Area is where something is to be drawn on a sheet.
type Area struct {
	X, Y, Width float32
	Bottom      float32 // the end of the room
	Tight       bool    // there is no height to spare
}

// Front is a screen without the frame. Set what is drawn before it is shown.
type Front struct {
	Page func(s *kit.Sheet, a Area) // what is asked
	Bar  func(s *kit.Sheet, a Area) // what stands below the program's name; nil: nothing
	Foot func() string              // what stands at the foot of the bar

	w         *shell.Window
	bar, page *fyne.Container
	object    *fyne.Container
}

// New returns an empty front.
func New(w *shell.Window) *Front {
	f := &Front{w: w}
	f.bar = kit.Drawn(fyne.Size{}, f.drawBar)
	f.page = kit.Drawn(fyne.Size{}, f.drawPage)
	f.object = container.New(&frontLayout{f}, f.bar, f.page, w.Foot())
	return f
}

// Object returns what to show.
func (f *Front) Object() fyne.CanvasObject { return f.object }

// Redraw draws bar and page anew: another page is open.
func (f *Front) Redraw() {
	f.bar.Refresh()
	f.page.Refresh()
}

// RedrawPage draws the page anew: something was typed.
func (f *Front) RedrawPage() { f.page.Refresh() }

// insets are how wide the bar is, where its text begins, and how far from it
// the page's does.
type insets struct{ bar, text, page float32 }

func (f *Front) insets() insets {
	switch f.w.Shape() {
	case shell.Narrow:
		return insets{216, 24, 32}
	case shell.Medium:
		return insets{300, 40, 48}
	}
	return insets{400, 64, 80}
}

type frontLayout struct{ f *Front }

func (l *frontLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *frontLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.f.object == nil { // container.New lays out before Front knows the container
		return
	}
	bar, height := l.f.insets().bar, size.Height-kit.MessageHeight
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(objects[0], 0, 0, bar, height)
	place(objects[1], bar, 0, size.Width-bar, height)
	place(objects[2], 0, height, size.Width, kit.MessageHeight)
}

// top is where the first line stands.
func top(height float32) float32 {
	if height < tightBelow {
		return min(64, max(20, kit.Whole((height-400)/3)))
	}
	return 88
}

func (f *Front) drawBar(s *kit.Sheet, size fyne.Size) {
	s.Rect(0, 0, size.Width, size.Height, kit.Colors.Bar)
	s.Rule(size.Width-1, 0, size.Height, kit.Colors.Hair)
	x, y, gap := f.insets().text, top(size.Height), float32(48)
	room := size.Width - x - 16
	s.Text("工考", x, y, 28, kit.Title())
	y += 32
	for _, line := range []string{"机关事业单位工勤技能岗位等级考核", "县区工考管理机构用"} {
		y += s.Para(line, x, y, room, 20, kit.Quiet())
	}
	foot := ""
	if f.Foot != nil {
		foot = f.Foot()
	}
	lines := kit.Lines(foot, room, kit.Normal, false)
	help := size.Height - 12 - kit.SmallHeight
	s.Text("此处帮助", x+s.KeyCap("F1", x, help)+10, help, kit.SmallHeight, kit.Quiet())
	bottom := help - 12 - 20*float32(len(lines))
	s.Para(foot, x, bottom, room, 20, kit.Quiet())
	tight := size.Height < tightBelow
	if tight {
		gap = 16
	}
	if f.Bar != nil {
		f.Bar(s, Area{X: x, Y: y + gap, Width: size.Width, Bottom: bottom - 8, Tight: tight})
	}
}

func (f *Front) drawPage(s *kit.Sheet, size fyne.Size) {
	s.Rect(0, 0, size.Width, size.Height, kit.Colors.Paper)
	x := f.insets().page
	if f.Page != nil {
		f.Page(s, Area{X: x, Y: top(size.Height), Width: min(640, size.Width-x-kit.Margin), Bottom: size.Height, Tight: size.Height < tightBelow})
	}
}
