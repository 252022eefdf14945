package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheelPane lies over a field's text and hands the mouse wheel to the scroll
// the form stands in. Without it Entry's own scroll takes the wheel, and a form
// stands still wherever the pointer rests on a field.
type wheelPane struct {
	widget.BaseWidget
	of *Field
}

func newWheelPane(of *Field) *wheelPane {
	p := &wheelPane{of: of}
	p.ExtendBaseWidget(p)
	return p
}

func (p *wheelPane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled passes the wheel on.
func (p *wheelPane) Scrolled(ev *fyne.ScrollEvent) {
	if p.of.wheel != nil {
		p.of.wheel(ev)
	}
}

// Wheel says who gets the mouse wheel over the field. A Form in a scroll does
// it for its fields.
func (f *Field) Wheel(pass func(*fyne.ScrollEvent)) { f.wheel = pass }
