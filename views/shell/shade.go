package shell

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// shade lies between the screen and a sheet above it: it greys what lies below
// and takes the clicks that would go there.
type shade struct{ widget.BaseWidget }

func newShade() *shade {
	s := &shade{}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the grey.
func (s *shade) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.NRGBA{R: 0x1D, G: 0x23, B: 0x28, A: 0x50}))
}

// MouseDown and MouseUp swallow clicks.
func (s *shade) MouseDown(*desktop.MouseEvent) {}

// MouseUp swallows.
func (s *shade) MouseUp(*desktop.MouseEvent) {}

// Tapped swallows.
func (s *shade) Tapped(*fyne.PointEvent) {}

// Scrolled swallows the wheel.
func (s *shade) Scrolled(*fyne.ScrollEvent) {}
