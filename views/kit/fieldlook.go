package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// fieldLook is the renderer of a field. Entry draws the text, the caret and the
// selection; its own box and border (the first two of its objects in Fyne
// v2.8.1, held by a test) are hidden for good, and it is laid out at the height
// it wants and lifted to where the line of 30 pixels needs it.
type fieldLook struct {
	f                        *Field
	base                     fyne.WidgetRenderer
	ground, inner, line      *canvas.Rectangle
	cover, hem, brim         *canvas.Rectangle // over the scroll bar Entry draws beneath a long text
	lead, note               *canvas.Text
	sign, ending, searchIcon *canvas.Image
	cap                      []fyne.CanvasObject // a key printed at the right end
	capKey                   string
	rest                     *canvas.Rectangle // and "…" where a long text goes on
	dots                     *canvas.Text
	pane                     *wheelPane
	objects                  []fyne.CanvasObject
}

const (
	fieldPad   float32 = 8
	signRoom   float32 = 30 // sign and the gap before it
	endingRoom float32 = 24 // the arrow of a list
	searchPad  float32 = 27 // the lens
)

func newFieldLook(f *Field, base fyne.WidgetRenderer) *fieldLook {
	l := &fieldLook{f: f, base: base,
		ground: canvas.NewRectangle(Colors.FieldTint), inner: canvas.NewRectangle(Colors.Paper), line: canvas.NewRectangle(Colors.FieldLine),
		cover: canvas.NewRectangle(Colors.FieldTint), hem: canvas.NewRectangle(Colors.FieldLine), brim: canvas.NewRectangle(Colors.Paper),
		lead: Quiet().Set(""), note: Style{}.Set(""),
		rest: canvas.NewRectangle(Colors.FieldTint), dots: Style{}.Set("…"),
		sign: Icon(IconWarn, 16, Colors.Warn), ending: Icon(IconDown, 14, Colors.Ink2), searchIcon: Icon(IconSearch, 16, Colors.Ink2)}
	for _, own := range base.Objects()[:2] {
		own.Hide()
	}
	l.objects = append(l.objects, l.ground, l.inner, l.line, l.lead, l.note, l.sign, l.ending, l.searchIcon)
	l.objects = append(l.objects, base.Objects()...)
	if !f.MultiLine {
		l.pane = newWheelPane(f)
		l.objects = append(l.objects, l.cover, l.hem, l.brim, l.rest, l.dots, l.pane)
	}
	l.paint()
	return l
}

func (f *Field) leadWidth() float32 {
	switch {
	case f.spec.Search != "":
		return searchPad
	case f.spec.Lead != "":
		return round(Quiet().Width(f.spec.Lead)) + 8
	}
	return 0
}

// tail is the room at the right end that the text keeps free.
func (f *Field) tail() float32 {
	var w float32
	switch {
	case f.spec.Search != "":
		return KeyCapWidth(f.spec.Search) + 8
	case f.sign.Icon() != "":
		w = signRoom
	case f.ending != "":
		w = endingRoom
	}
	if f.note != "" {
		w += round(Style{}.Width(f.note)) + 4
	}
	if f.endKey() != "" {
		w += KeyCapWidth(takeKey) + 8
	}
	return w
}

func (l *fieldLook) Layout(size fyne.Size) {
	w, h := size.Width, size.Height
	l.place(l.ground, 0, 0, w, h)
	l.place(l.inner, l.edge(), l.edge(), w-2*l.edge(), h-2*l.edge())
	thick := float32(1)
	if l.f.sign != NoSign {
		thick = 2
	}
	l.place(l.line, 0, h-thick, w, thick)
	row := h
	if l.f.MultiLine {
		row = FieldHeight
	}
	l.place(l.lead, fieldPad, -textRise, l.f.leadWidth(), row)
	right := w - 8
	switch {
	case l.f.sign.Icon() != "":
		l.place(l.sign, w-24, (row-16)/2, 16, 16)
		right = w - signRoom
	case l.f.ending != "":
		right = w - endingRoom
	}
	l.place(l.ending, w-22, (row-14)/2, 14, 14)
	noteWidth := Style{}.Width(l.f.note)
	l.place(l.note, right-noteWidth, -textRise, noteWidth, row)
	l.place(l.searchIcon, 11, (h-16)/2, 16, 16)
	l.layoutCap(size)
	l.layoutText(size)
}

func (l *fieldLook) edge() float32 {
	if l.f.focusedLook() {
		return 2
	}
	return 1
}

// layoutText places what Entry draws.
func (l *fieldLook) layoutText(size fyne.Size) {
	height := l.base.MinSize().Height
	lift := (height-size.Height)/2 + textRise
	if l.f.MultiLine {
		height, lift = size.Height, 2
	} else {
		l.layoutCover(size)
		l.place(l.pane, 0, 0, size.Width, size.Height)
	}
	l.f.lift = lift
	lead := l.f.leadWidth()
	l.base.Layout(fyne.NewSize(max(0, size.Width-lead-l.f.tail()), height))
	for _, o := range l.base.Objects()[2:] {
		o.Move(o.Position().AddXY(lead, -lift))
	}
}

func (l *fieldLook) place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (f *Field) focusedLook() bool { return f.inside && !f.Disabled() }

// paint sets colours and words for the state the field is in.
func (l *fieldLook) paint() {
	f := l.f
	focused, search := f.focusedLook(), f.spec.Search != ""
	l.ground.FillColor, l.inner.FillColor, l.line.FillColor = Colors.FieldTint, Colors.Paper, Colors.FieldLine
	l.ground.CornerRadius, l.inner.CornerRadius = 0, 2
	l.ground.TopLeftCornerRadius, l.ground.TopRightCornerRadius = 3, 3
	l.inner.Hidden = !focused && !search
	l.line.Hidden = focused || search
	switch {
	case focused:
		l.ground.FillColor, l.ground.CornerRadius = Colors.Accent, 3
	case search:
		l.ground.FillColor, l.ground.CornerRadius, l.inner.CornerRadius = Colors.HeadLine, 4, 3
	case f.Disabled():
		l.line.FillColor = Colors.Hair
	case f.sign != NoSign:
		l.line.FillColor = f.sign.Color()
	case f.spec.Filter:
		l.paintFilter()
	}
	l.ground.Hidden = f.Disabled()
	l.paintEnds(search)
}

func (l *fieldLook) paintFilter() {
	l.line.Hidden, l.ground.CornerRadius = true, 4
	l.ground.TopLeftCornerRadius, l.ground.TopRightCornerRadius = 4, 4
	if l.f.marked {
		l.ground.FillColor = Colors.AccentTint
	}
}

func (l *fieldLook) paintEnds(search bool) {
	f := l.f
	l.lead.Text, l.lead.Color, l.lead.Hidden = f.spec.Lead, Colors.Ink2, f.spec.Lead == ""
	l.note.Text, l.note.Color, l.note.Hidden = f.note, f.sign.Color(), f.note == ""
	if f.sign == NoSign {
		l.note.Color = Colors.Ink3 // a remark, not a finding
	}
	l.sign.Hidden = f.sign.Icon() == ""
	if !l.sign.Hidden {
		l.sign.Image = IconImage(f.sign.Icon(), 16, f.sign.Color())
	}
	l.ending.Hidden = f.ending == "" || f.Disabled() || !l.sign.Hidden
	if f.ending != "" {
		l.ending.Image = IconImage(f.ending, 14, Colors.Ink2)
	}
	l.searchIcon.Hidden = !search
	l.printCap()
}

func (l *fieldLook) Refresh() {
	l.paint()
	l.Layout(l.f.Size())
	for _, o := range []fyne.CanvasObject{l.sign, l.ending} {
		if o.Visible() {
			o.Refresh()
		}
	}
	l.base.Refresh()
}

func (l *fieldLook) MinSize() fyne.Size           { return l.f.MinSize() }
func (l *fieldLook) Objects() []fyne.CanvasObject { return l.objects }
func (l *fieldLook) Destroy()                     { l.base.Destroy() }
