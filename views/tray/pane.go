package tray

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/kit"
)

// pane is a part of the page that is drawn as a whole, may be pressed, and may
// have the keyboard: the groups, the rows, the columns of the sheet.
type pane struct {
	widget.BaseWidget
	measure func(width float32) fyne.Size // how much room it asks for
	press   func(at fyne.Position)
	key     func(*fyne.KeyEvent) bool // asked first of every key; nil: it takes none
	letter  func(rune) bool
	arrived func()

	keys   *kit.Keys
	echo   kit.Echo
	inside bool
	drawn  *fyne.Container
}

func newPane(keys *kit.Keys, draw func(p *pane, sheet *kit.Sheet, size fyne.Size)) *pane {
	p := &pane{keys: keys}
	p.drawn = kit.Drawn(fyne.Size{}, func(sheet *kit.Sheet, size fyne.Size) { draw(p, sheet, size) })
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer shows what is drawn.
func (p *pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.drawn) }

// MinSize is what it measures.
func (p *pane) MinSize() fyne.Size {
	if p.measure == nil {
		return fyne.Size{}
	}
	return p.measure(p.Size().Width)
}

// FocusGained shows that keys go here.
func (p *pane) FocusGained() {
	p.inside = true
	p.echo.Came(p.keys)
	p.drawn.Refresh()
	if p.arrived != nil {
		p.arrived()
	}
}

// FocusLost shows that they do not.
func (p *pane) FocusLost() {
	p.inside = false
	p.drawn.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (p *pane) AcceptsTab() bool { return true }

// TypedRune asks who takes letters.
func (p *pane) TypedRune(r rune) {
	if !p.echo.Takes(r) && p.letter != nil {
		p.letter(r)
	}
}

// TypedKey asks the pane's own, then the window's keys.
func (p *pane) TypedKey(ev *fyne.KeyEvent) {
	p.echo.Over()
	if p.key == nil || !p.key(ev) {
		p.keys.Handle(ev)
	}
}

// TypedShortcut asks the window's keys.
func (p *pane) TypedShortcut(sc fyne.Shortcut) { p.keys.Shortcut(sc) }

// MouseDown acts at once: a press takes the caret from the field, which keeps what
// was typed, and the rows may then stand elsewhere.
func (p *pane) MouseDown(ev *desktop.MouseEvent) {
	if p.press != nil && ev.Button == desktop.MouseButtonPrimary {
		p.press(ev.Position)
	}
}

// MouseUp does nothing.
func (p *pane) MouseUp(*desktop.MouseEvent) {}
