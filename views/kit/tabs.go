package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tab is one of a row of tabs; Count is the figure beside it, "" for none.
type Tab struct{ Label, Count string }

// Tabs is a row of words of which one is open, underlined. ← and → go from one
// to the next while it has the focus.
type Tabs struct {
	widget.BaseWidget
	tabs   []Tab
	open   int
	choose func(i int)
	keys   *Keys
	next   func(back bool)
	inside bool
}

const tabGap float32 = 24

// NewTabs returns a row of tabs; choose is told which one a clerk opened.
func NewTabs(choose func(i int)) *Tabs {
	t := &Tabs{choose: choose}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows these tabs with one open.
func (t *Tabs) Set(tabs []Tab, open int) {
	t.tabs, t.open = tabs, open
	t.Refresh()
}

// Opened returns which tab is open.
func (t *Tabs) Opened() int { return t.open }

// Join puts the tabs into an order of focus.
func (t *Tabs) Join(keys *Keys, next func(back bool)) { t.keys, t.next = keys, next }

// Skips reports whether Enter and Tab pass the tabs by.
func (t *Tabs) Skips() bool { return t.Hidden || len(t.tabs) < 2 }

// MinSize is as wide as the words.
func (t *Tabs) MinSize() fyne.Size {
	if len(t.tabs) == 0 {
		return fyne.NewSize(0, TabHeight)
	}
	x, w := t.place(len(t.tabs) - 1)
	return fyne.NewSize(x+w, TabHeight)
}

// place returns where a tab begins and how wide it is.
func (t *Tabs) place(i int) (x, w float32) {
	for n, tab := range t.tabs[:i+1] {
		w = Style{Bold: n == t.open}.Width(tab.Label)
		if tab.Count != "" {
			w += 6 + Style{}.Width(tab.Count)
		}
		if n < i {
			x += round(w) + tabGap
		}
	}
	return x, round(w)
}

// CreateRenderer draws the tabs.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(t, t.draw, t.MinSize)
}

func (t *Tabs) draw(s *Sheet, size fyne.Size) {
	s.Line(0, size.Height-1, size.Width, Colors.HeadLine)
	for i, tab := range t.tabs {
		x, w := t.place(i)
		style := Style{}
		if i == t.open {
			style = Style{Bold: true, Color: Colors.Accent}
			s.Rect(x, size.Height-3, w, 3, Colors.Accent)
			if t.inside {
				s.Tint(x-6, 6, w+12, size.Height-12, Colors.AccentTint)
			}
		}
		s.Text(tab.Label, x, 0, size.Height-1, style)
		if tab.Count != "" {
			s.Text(tab.Count, x+style.Width(tab.Label)+6, 0, size.Height-1, Quiet())
		}
	}
}

// Open opens a tab as a clerk would.
func (t *Tabs) Open(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.open {
		return
	}
	t.open = i
	t.Refresh()
	if t.choose != nil {
		t.choose(i)
	}
}

// Tapped opens the tab under the pointer.
func (t *Tabs) Tapped(ev *fyne.PointEvent) {
	for i := range t.tabs {
		if x, w := t.place(i); ev.Position.X >= x-tabGap/2 && ev.Position.X < x+w+tabGap/2 {
			t.Open(i)
			return
		}
	}
}

// MouseDown takes the focus.
func (t *Tabs) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}

// MouseUp does nothing: Tapped opens.
func (t *Tabs) MouseUp(*desktop.MouseEvent) {}

// FocusGained marks the open tab.
func (t *Tabs) FocusGained() {
	leave()
	t.inside = true
	t.Refresh()
}

// FocusLost takes the mark away.
func (t *Tabs) FocusLost() {
	t.inside = false
	t.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (t *Tabs) AcceptsTab() bool { return t.next != nil }

// TypedRune does nothing.
func (t *Tabs) TypedRune(rune) {}

// TypedKey opens the neighbour, goes on, or asks the window's keys.
func (t *Tabs) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		t.Open(t.open - 1)
	case fyne.KeyRight:
		t.Open(t.open + 1)
	case fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		if t.next != nil {
			t.next(Mods()&fyne.KeyModifierShift != 0)
			return
		}
		t.keys.Handle(ev)
	default:
		t.keys.Handle(ev)
	}
}

// TypedShortcut asks the window's keys.
func (t *Tabs) TypedShortcut(sc fyne.Shortcut) { t.keys.Shortcut(sc) }
