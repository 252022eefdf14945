package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a word to press, with the key that does the same printed in it.
// Enter and the space bar press it while it has the focus. A disabled button is
// grey; the reason belongs beside it.
type Button struct {
	widget.DisableableWidget
	Arrived func() // when the focus comes

	label, keycap string
	look          buttonLook
	do            func()
	keys          *Keys
	next          func(back bool)
	inside, over  bool
}

type buttonLook int

const (
	plainButton buttonLook = iota
	primaryButton
	linkButton
	quietButton
)

const buttonPad float32 = 13

// NewButton returns a button. There is one primary button on a screen at most:
// what one came for.
func NewButton(label, keycap string, primary bool, do func()) *Button {
	look := plainButton
	if primary {
		look = primaryButton
	}
	return newButton(label, keycap, look, do)
}

// NewLink returns a button that is a word in the accent colour: 撤销, 看改动.
func NewLink(label, keycap string, do func()) *Button {
	return newButton(label, keycap, linkButton, do)
}

// NewQuiet returns a button that is a grey word beside a list: 清除筛选, 列.
func NewQuiet(label, keycap string, do func()) *Button {
	return newButton(label, keycap, quietButton, do)
}

// worded reports whether the button is a word without a box.
func (b *Button) worded() bool { return b.look == linkButton || b.look == quietButton }

func newButton(label, keycap string, look buttonLook, do func()) *Button {
	b := &Button{label: label, keycap: keycap, look: look, do: do}
	b.ExtendBaseWidget(b)
	return b
}

// SetLabel changes the word.
func (b *Button) SetLabel(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// Label returns the word.
func (b *Button) Label() string { return b.label }

// Press does what the button is there for.
func (b *Button) Press() {
	if !b.Disabled() && b.do != nil {
		b.do()
	}
}

// Join puts the button into an order of focus.
func (b *Button) Join(keys *Keys, next func(back bool)) { b.keys, b.next = keys, next }

// Skips reports whether Enter and Tab pass it by.
func (b *Button) Skips() bool { return b.Disabled() || b.Hidden }

// MinSize is as wide as word and keycap need.
func (b *Button) MinSize() fyne.Size {
	w := round(Style{}.Width(b.label))
	if b.keycap != "" {
		w += 8 + KeyCapWidth(b.keycap)
	}
	if b.worded() {
		return fyne.NewSize(w, SmallHeight)
	}
	return fyne.NewSize(w+2*buttonPad, ButtonHeight)
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(b, b.draw, b.MinSize)
}

func (b *Button) draw(s *Sheet, size fyne.Size) {
	w, h := size.Width, size.Height
	cap, ink := capLook{Colors.Paper, Colors.HeadLine, Colors.Ink2}, Style{}
	left := buttonPad
	switch {
	case b.worded():
		ink, left = Style{Color: Colors.Accent}, 0
		if b.look == quietButton {
			ink = Quiet()
		}
		if b.Disabled() {
			ink = Faint()
		}
		if b.inside || b.over {
			s.Line(0, h/2+9, Style{}.Width(b.label), ink.color())
		}
	case b.Disabled():
		s.Box(0, 0, w, h, Colors.Bar, Colors.Hair)
		ink, cap = Faint(), capLook{Colors.Bar, Colors.HeadLine, Colors.Ink3}
	case b.look == primaryButton:
		s.Tint(0, 0, w, h, Colors.Accent)
		ink = Style{Color: Colors.Paper}
		line := mix(Colors.Accent, Colors.Paper, 0.6)
		cap = capLook{Colors.Accent, line, Colors.Paper}
	default:
		ground := Colors.Paper
		if b.over {
			ground = Colors.FieldTint
		}
		s.Box(0, 0, w, h, ground, Colors.HeadLine)
	}
	b.drawFocus(s, size)
	s.Text(b.label, left, 0, h, ink)
	if b.keycap != "" {
		right := w - left
		if b.worded() {
			right = Style{}.Width(b.label) + 8 + KeyCapWidth(b.keycap)
		}
		s.keyCap(b.keycap, right-KeyCapWidth(b.keycap), (h-SmallHeight)/2, cap)
	}
}

// drawFocus frames the button that Enter would press.
func (b *Button) drawFocus(s *Sheet, size fyne.Size) {
	if !b.inside || b.worded() || b.Disabled() {
		return
	}
	if b.look == primaryButton {
		s.Box(2, 2, size.Width-4, size.Height-4, Colors.Accent, Colors.Paper)
		return
	}
	s.Tint(0, 0, size.Width, size.Height, Colors.Accent)
	s.Tint(2, 2, size.Width-4, size.Height-4, Colors.Paper).CornerRadius = 2
}

// ButtonsR puts buttons in a row of which the first ends at right, and returns
// where a further one would end. One that is nil or hidden takes no room.
func (s *Sheet) ButtonsR(right, y, gap float32, buttons ...*Button) float32 {
	for _, b := range buttons {
		if b == nil || b.Hidden {
			continue
		}
		wide := b.MinSize().Width
		s.Put(b, right-wide, y, wide, ButtonHeight)
		right -= wide + gap
	}
	return right
}
