package kittest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Click clicks at a place of the window with the modifiers held.
func (d *Desk) Click(x, y float32, mods ...fyne.KeyModifier) {
	for _, m := range mods {
		d.mods |= m
	}
	defer func() { d.mods = 0 }()
	d.Point(x, y)
	at := fyne.NewPos(x, y)
	target, origin := d.find(at, clickable)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: d.mods}
	ev.AbsolutePosition, ev.Position = at, at.Subtract(origin)
	if m, ok := target.(desktop.Mouseable); ok {
		m.MouseDown(ev)
	}
	d.unfocus(target, at)
	if m, ok := target.(desktop.Mouseable); ok {
		m.MouseUp(ev)
	}
	d.unfocus(target, at)
	if t, ok := target.(fyne.Tappable); ok {
		t.Tapped(&ev.PointEvent)
	}
}

// Point moves the pointer to a place.
func (d *Desk) Point(x, y float32) {
	at := fyne.NewPos(x, y)
	target, origin := d.find(at, func(o fyne.CanvasObject) bool { _, ok := o.(desktop.Hoverable); return ok })
	hovered, _ := target.(desktop.Hoverable)
	ev := &desktop.MouseEvent{}
	ev.AbsolutePosition, ev.Position = at, at.Subtract(origin)
	if d.hovered != nil && d.hovered != hovered {
		d.hovered.MouseOut()
	}
	if hovered != nil && d.hovered != hovered {
		hovered.MouseIn(ev)
	} else if hovered != nil {
		hovered.MouseMoved(ev)
	}
	d.hovered = hovered
}

// Wheel turns the wheel over a place; negative is towards the clerk.
func (d *Desk) Wheel(x, y, delta float32) { test.Scroll(d.Canvas(), fyne.NewPos(x, y), 0, delta) }

// unfocus does what the driver does after every press and release: a click on
// what has not the focus takes the focus away, unless it falls on what has it.
func (d *Desk) unfocus(target fyne.CanvasObject, at fyne.Position) {
	focused := d.Canvas().Focused()
	if focused == nil {
		return
	}
	if f, ok := target.(fyne.Focusable); ok && f == focused {
		return
	}
	if under, _ := d.find(at, func(o fyne.CanvasObject) bool { return o == focused.(fyne.CanvasObject) }); under != nil {
		return
	}
	d.Canvas().Unfocus()
}

func clickable(o fyne.CanvasObject) bool {
	switch o.(type) {
	case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
		return true
	}
	return false
}

// find returns the uppermost object at a place that matches, and its origin.
func (d *Desk) find(at fyne.Position, matches func(fyne.CanvasObject) bool) (found fyne.CanvasObject, origin fyne.Position) {
	root := d.Canvas().Content()
	if top := d.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	walk(root, fyne.Position{}, func(o fyne.CanvasObject, abs fyne.Position, clip area) {
		if matches(o) && clip.and(area{abs, o.Size()}).holds(at) {
			found, origin = o, abs
		}
	})
	return found, origin
}

// walk visits what is visible, from the back to the front, with the area that
// scrolls and clips leave of it.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position, area)) {
	everything := area{fyne.NewPos(-1e6, -1e6), fyne.NewSquareSize(2e6)}
	walkIn(o, at, everything, visit)
}

func walkIn(o fyne.CanvasObject, at fyne.Position, clip area, visit func(fyne.CanvasObject, fyne.Position, area)) {
	if !o.Visible() {
		return
	}
	abs := at.Add(o.Position())
	visit(o, abs, clip)
	switch o.(type) {
	case *container.Scroll, *container.Clip:
		clip = clip.and(area{abs, o.Size()})
	}
	if _, ok := o.(fyne.Scrollable); ok {
		clip = clip.and(area{abs, o.Size()})
	}
	switch parent := o.(type) {
	case *fyne.Container:
		for _, child := range parent.Objects {
			walkIn(child, abs, clip, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(parent).Objects() {
			walkIn(child, abs, clip, visit)
		}
	}
}

type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.at.X && p.Y >= a.at.Y && p.X < a.at.X+a.size.Width && p.Y < a.at.Y+a.size.Height
}

func (a area) and(b area) area {
	x, y := max(a.at.X, b.at.X), max(a.at.Y, b.at.Y)
	right := min(a.at.X+a.size.Width, b.at.X+b.size.Width)
	bottom := min(a.at.Y+a.size.Height, b.at.Y+b.size.Height)
	return area{fyne.NewPos(x, y), fyne.NewSize(max(0, right-x), max(0, bottom-y))}
}
