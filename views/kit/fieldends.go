package kit

import "fyne.io/fyne/v2"

// takeKey writes what a field proposes.
const takeKey = "Enter"

// endKey is the key printed at the right end: the one that leads here, or the
// one that writes what is proposed, where there is room for it.
func (f *Field) endKey() string {
	switch {
	case f.spec.Search != "":
		return f.spec.Search
	case f.proposes() && f.Size().Width-f.leadWidth()-Style{}.Width(f.proposed)-3*fieldPad > KeyCapWidth(takeKey)+signRoom:
		return takeKey
	}
	return ""
}

// printCap makes the keycap when it is first wanted, and shows or hides it.
func (l *fieldLook) printCap() {
	key := l.f.endKey()
	if key != "" && l.capKey == "" {
		s := NewSheet()
		s.KeyCap(key, 0, 0)
		l.cap, l.capKey = s.box.Objects, key
		l.objects = append(l.objects, l.cap...)
	}
	for _, o := range l.cap {
		if key == "" {
			o.Hide()
		} else {
			o.Show()
		}
	}
}

func (l *fieldLook) layoutCap(size fyne.Size) {
	if l.capKey == "" {
		return
	}
	right := size.Width - 6
	if l.f.spec.Search == "" {
		right = size.Width - max(8, l.f.tail()-KeyCapWidth(l.capKey)-4)
	}
	s := NewSheet()
	s.KeyCap(l.capKey, right-KeyCapWidth(l.capKey), (size.Height-SmallHeight)/2)
	for i, o := range s.box.Objects {
		l.cap[i].Move(o.Position())
		l.cap[i].Resize(o.Size())
	}
}

// layoutCover hides the scroll bar of a text that is longer than its field, and
// continues the field's ground and line over it.
func (l *fieldLook) layoutCover(size fyne.Size) {
	const bar, below float32 = 6, 2 // all that lies between two fields
	crack := float32(0)
	if Scale != 1 {
		crack = 0.4 // at 125 % it must begin a whole pixel lower, or it covers the line
	}
	x, hem := l.f.leadWidth(), l.line.Size().Height
	w := max(0, size.Width-x-l.f.tail())
	l.layoutRest(size, x, w)
	if width(l.f.Text, Normal, l.f.TextStyle.Bold)+2*fieldPad <= w {
		l.cover.Hidden, l.hem.Hidden, l.brim.Hidden = true, true, true
		return
	}
	l.cover.FillColor, l.hem.FillColor, l.hem.Hidden = l.ground.FillColor, l.line.FillColor, l.line.Hidden
	switch {
	case !l.inner.Hidden:
		l.cover.FillColor, l.hem.FillColor, hem, l.hem.Hidden = l.inner.FillColor, l.ground.FillColor, l.edge(), false
	case l.ground.Hidden:
		l.cover.FillColor = Colors.Paper
	}
	l.cover.Hidden, l.brim.Hidden = false, false
	inset := float32(0)
	if !l.inner.Hidden {
		inset = l.edge()
	}
	l.place(l.cover, x+inset, size.Height-bar, w-2*inset, bar)
	l.place(l.hem, x, size.Height-hem, w, hem)
	l.place(l.brim, x, size.Height+crack, w, below)
}

// layoutRest writes "…" where a text that is longer than its field is cut,
// unless somebody is writing in it.
func (l *fieldLook) layoutRest(size fyne.Size, x, w float32) {
	f := l.f
	room, bold := w-fieldPad-2, f.TextStyle.Bold // Entry writes into its right padding before it cuts
	whole := f.focusedLook() || f.Password || f.CursorColumn > 0 || width(f.Text, Normal, bold) <= room
	l.rest.Hidden, l.dots.Hidden = whole, whole
	if whole {
		return
	}
	shown := []rune(Fit(f.Text, room, Normal, bold))
	at := x + fieldPad + width(string(shown[:len(shown)-1]), Normal, bold)
	l.rest.FillColor, l.dots.Color = l.ground.FillColor, Colors.Ink
	if l.ground.Hidden {
		l.rest.FillColor = Colors.Paper
	}
	l.place(l.rest, at, 2, max(0, x+w-at), size.Height-4)
	l.place(l.dots, at, -textRise, fieldPad, size.Height)
}
