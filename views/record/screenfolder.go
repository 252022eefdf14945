package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkao/data"
	"gongkao/views/kit"
)

// folderStrip is the row of papers beneath the form, one cell for each that is
// needed. Figures act only while it has the focus: 1 见原件, 2 有复印件, 3 缺, 0 收回.
type folderStrip struct {
	widget.BaseWidget
	left  float32 // where the form's labels begin, for the first cell stands beneath them
	right float32
	cells []Cell
	at    int // the cell with the focus
	first int // the first one drawn

	mark    func(slot string, state data.DocumentState)
	open    func(slot string)
	arrived func()

	inside bool
	keys   *kit.Keys
	next   func(back bool)
	drawn  *fyne.Container
}

const (
	folderLine   float32 = 6
	folderTop    float32 = 14 // above the cells, with the line in it
	folderHeight float32 = 52
	folderFoot   float32 = 12
	cellLeast    float32 = 100
	cellsAcross          = 6
	cellGap      float32 = 8
	cellPad      float32 = 8
	folderWord   float32 = 72 // 材料 and its key
	moreRoom     float32 = 14
)

func newFolderStrip() *folderStrip {
	f := &folderStrip{}
	f.drawn = kit.Drawn(fyne.NewSize(0, f.height()), f.draw)
	f.ExtendBaseWidget(f)
	return f
}

func (f *folderStrip) height() float32 { return folderTop + folderHeight + folderFoot }

// MinSize is as high as a cell, or nothing where no papers are needed.
func (f *folderStrip) MinSize() fyne.Size {
	if len(f.cells) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, f.height())
}

// CreateRenderer shows what draw draws.
func (f *folderStrip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.drawn) }

// show draws these cells between two edges.
func (f *folderStrip) show(cells []Cell, left, right float32) {
	f.cells, f.left, f.right = cells, left, right
	f.at = max(0, min(f.at, len(cells)-1))
	f.drawn.Refresh()
}

// widths are how wide the cells are: equal parts, unless a name wants more.
func (f *folderStrip) widths(room float32) []float32 {
	fit := max(1, int((room+cellGap)/(cellLeast+cellGap)))
	across := float32(min(fit, max(len(f.cells), cellsAcross)))
	equal := kit.Whole((room-(across-1)*cellGap)/across - 0.5)
	widths := make([]float32, len(f.cells))
	for i, c := range f.cells {
		widths[i] = min(room, max(equal, kit.Whole(max(kit.Style{}.Width(c.Name), 20+kit.Style{}.Width(c.Word))+2*cellPad+1)))
	}
	return widths
}

// window returns the cells that fit, the one with the focus among them.
func (f *folderStrip) window(widths []float32, room float32) (from, to int) {
	fits := func(from int) int {
		x, to := float32(0), from
		for ; to < len(widths); to++ {
			if x += widths[to]; x > room+0.5 {
				break
			}
			x += cellGap
		}
		return max(to, from+1)
	}
	if fits(0) >= len(widths) {
		return 0, len(widths)
	}
	for from = min(f.first, f.at); fits(from) <= f.at; from++ {
	}
	return from, min(fits(from), len(widths))
}

func (f *folderStrip) draw(s *kit.Sheet, size fyne.Size) {
	if len(f.cells) == 0 {
		return
	}
	s.Line(f.left, folderLine, f.right-f.left, kit.Colors.Hair)
	s.Text("材料", f.left, folderTop+2, kit.SmallHeight, kit.Strong())
	s.KeyCap("F10", f.left, folderTop+27)
	for i, at := range f.places() {
		if at.w > 0 {
			f.drawCell(s, f.cells[i], at, f.inside && i == f.at)
		}
	}
	_, from, to := f.layOut()
	if from > 0 {
		s.TextR("‹", f.left+folderWord-6, folderTop, folderHeight, kit.Quiet())
	}
	if to < len(f.cells) {
		s.TextR("›", f.right, folderTop, folderHeight, kit.Quiet())
	}
}

type cellPlace struct{ x, w float32 }

// layOut returns how wide each cell is and which are in view. Where not all are,
// the mark of those behind takes its room first.
func (f *folderStrip) layOut() (widths []float32, from, to int) {
	room := f.right - f.left - folderWord
	widths = f.widths(room)
	from, to = f.window(widths, room)
	if to-from < len(f.cells) {
		widths = f.widths(room - moreRoom)
		from, to = f.window(widths, room-moreRoom)
	}
	f.first = from
	return widths, from, to
}

// places returns where each cell stands; one out of view is 0 wide.
func (f *folderStrip) places() []cellPlace {
	at := make([]cellPlace, len(f.cells))
	widths, from, to := f.layOut()
	x := f.left + folderWord
	for i := from; i < to; i++ {
		at[i] = cellPlace{x, widths[i]}
		x += widths[i] + cellGap
	}
	return at
}

// drawCell writes a paper's name, and beneath it sign and word on their tint.
func (f *folderStrip) drawCell(s *kit.Sheet, c Cell, at cellPlace, current bool) {
	x, w := at.x, at.w
	sign, ground := kit.SignOf(c.Mark), kit.Sign(kit.Open).Tint()
	if sign == kit.Warned || sign == kit.Blocked {
		ground = sign.Tint()
	}
	if sign == kit.NoSign {
		sign = kit.Open
	}
	if current {
		s.Tint(x-2, folderTop-2, w+4, folderHeight+4, kit.Colors.Accent)
	}
	s.Tint(x, folderTop, w, folderHeight, ground)
	s.TextIn(c.Name, x+cellPad, folderTop+5, w-2*cellPad, 22, kit.Style{})
	s.Sign(sign, x+cellPad, folderTop+30, 14)
	end := x + w - cellPad
	if c.Scans > 0 {
		end -= s.TextR("扫描", end, folderTop+26, 22, kit.Quiet()).Size().Width + 4
	}
	s.TextIn(c.Word, x+cellPad+18, folderTop+26, end-x-cellPad-18, 22, kit.Style{Color: sign.Color()})
}

// Join puts the strip into an order of focus.
func (f *folderStrip) Join(keys *kit.Keys, next func(back bool)) { f.keys, f.next = keys, next }

// Skips reports whether there are no papers.
func (f *folderStrip) Skips() bool { return f.Hidden || len(f.cells) == 0 }

// FocusGained frames the current cell.
func (f *folderStrip) FocusGained() {
	f.inside = true
	f.drawn.Refresh()
	if f.arrived != nil {
		f.arrived()
	}
}

// FocusLost takes the frame away.
func (f *folderStrip) FocusLost() {
	f.inside = false
	f.drawn.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (f *folderStrip) AcceptsTab() bool { return f.next != nil }

// marks are the figures and what they say of a paper.
var marks = map[rune]data.DocumentState{'1': data.DocumentSeen, '2': data.DocumentCopy, '3': data.DocumentWanting, '0': data.DocumentOpen}

// TypedRune says what has been seen of the current paper.
func (f *folderStrip) TypedRune(r rune) {
	if state, ok := marks[r]; ok && f.at < len(f.cells) {
		f.mark(f.cells[f.at].Slot, state)
	}
}

// moves are the keys that go from cell to cell.
var moves = map[fyne.KeyName]func(at, last int) int{
	fyne.KeyLeft:  func(at, _ int) int { return max(0, at-1) },
	fyne.KeyRight: func(at, last int) int { return min(last, at+1) },
	fyne.KeyHome:  func(int, int) int { return 0 },
	fyne.KeyEnd:   func(_, last int) int { return last },
}

// TypedKey moves, opens, goes on, or asks the window's keys.
func (f *folderStrip) TypedKey(ev *fyne.KeyEvent) {
	if move := moves[ev.Name]; move != nil {
		f.stand(move(f.at, len(f.cells)-1))
		return
	}
	back := kit.Mods()&fyne.KeyModifierShift != 0
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if back {
			f.next(true)
		} else if f.at < len(f.cells) {
			f.open(f.cells[f.at].Slot)
		}
	case fyne.KeyTab:
		if f.next != nil {
			f.next(back)
		}
	default:
		f.keys.Handle(ev)
	}
}

func (f *folderStrip) stand(at int) {
	f.at = at
	f.drawn.Refresh()
	if f.arrived != nil {
		f.arrived()
	}
}

// TypedShortcut asks the window's keys.
func (f *folderStrip) TypedShortcut(sc fyne.Shortcut) { f.keys.Shortcut(sc) }

// MouseDown takes the focus.
func (f *folderStrip) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
}

// MouseUp does nothing: Tapped goes to the cell.
func (f *folderStrip) MouseUp(*desktop.MouseEvent) {}

// Tapped goes to the cell that was clicked, and opens the one that is current.
func (f *folderStrip) Tapped(ev *fyne.PointEvent) {
	for i, at := range f.places() {
		if at.w > 0 && ev.Position.X >= at.x && ev.Position.X < at.x+at.w {
			if i == f.at {
				f.open(f.cells[i].Slot)
				return
			}
			f.stand(i)
		}
	}
}
