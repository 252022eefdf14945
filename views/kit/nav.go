package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// NavItem is a row of the navigation: its key, its word, and how much waits in
// it. Alt and the key open it; it takes no focus.
type NavItem struct {
	widget.BaseWidget
	key, word, count string
	do               func()
	current, narrow  bool
	over             bool
}

// NewNavItem returns a row. A word without a count waits for nothing.
func NewNavItem(key, word string, do func()) *NavItem {
	n := &NavItem{key: key, word: word, do: do}
	n.ExtendBaseWidget(n)
	return n
}

// SetCount shows how much waits, "" for nothing.
func (n *NavItem) SetCount(count string) {
	if n.count != count {
		n.count = count
		n.Refresh()
	}
}

// SetCurrent marks the open screen.
func (n *NavItem) SetCurrent(current bool) {
	if n.current != current {
		n.current = current
		n.Refresh()
	}
}

// SetNarrow leaves only the key.
func (n *NavItem) SetNarrow(narrow bool) {
	if n.narrow != narrow {
		n.narrow = narrow
		n.Refresh()
	}
}

// MinSize is the height of a row and the width of the navigation.
func (n *NavItem) MinSize() fyne.Size {
	if n.narrow {
		return fyne.NewSize(NarrowNavWidth, NavRowHeight)
	}
	return fyne.NewSize(NavWidth, NavRowHeight)
}

// CreateRenderer draws the row.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(n, n.draw, n.MinSize)
}

func (n *NavItem) draw(s *Sheet, size fyne.Size) {
	style := Style{}
	switch {
	case n.current:
		s.Rect(0, 0, size.Width, size.Height, Colors.Paper)
		s.Bar(0, 0, size.Height, Colors.Accent)
		style = Style{Bold: true, Color: Colors.Accent}
	case n.over:
		s.Rect(0, 0, size.Width, size.Height, Colors.Panel)
	}
	x, y := float32(16), (size.Height-SmallHeight)/2
	if n.narrow {
		s.KeyCap(n.key, round((size.Width-KeyCapWidth(n.key))/2), y)
		return
	}
	x += max(s.KeyCap(n.key, x, y), SmallHeight) + 10
	room := size.Width - 16
	if n.count != "" {
		room -= s.TextR(n.count, room-1, 0, size.Height, Quiet()).Size().Width + 8
	}
	s.TextIn(n.word, x, 0, room-x, size.Height, style)
}

// Tapped opens the screen.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.do() }

// MouseIn shows that it can be pressed.
func (n *NavItem) MouseIn(*desktop.MouseEvent) { n.hover(true) }

// MouseMoved does nothing.
func (n *NavItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes back what MouseIn showed.
func (n *NavItem) MouseOut() { n.hover(false) }

func (n *NavItem) hover(over bool) {
	n.over = over
	n.Refresh()
}
