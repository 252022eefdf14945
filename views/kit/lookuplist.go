package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// listRows is how many choices a list shows at a time.
const listRows = 8

const (
	listRow   float32 = 30
	listFoot  float32 = 28
	listWidth float32 = 480 // at most, for long names of units
)

// draw shows the list beneath the field, or above it near the window's foot.
func (l *Lookup) draw() {
	if l.layer == nil {
		return
	}
	shown := l.filtered[l.top:min(len(l.filtered), l.top+listRows)]
	foot := l.foot(len(shown))
	h := float32(len(shown))*listRow + 2
	if foot != "" {
		h += listFoot
	}
	at, w := l.layer.place(l.self, l.Within), l.listWidth(shown, foot)
	x, y := at.X, at.Y+l.Size().Height+1
	if room := l.layer.Size(); y+h > room.Height && at.Y-1-h >= 0 {
		y = at.Y - 1 - h
	}
	x = max(0, min(x, l.layer.Size().Width-w))
	s := NewSheet()
	s.Box(x, y, w, h, Colors.Paper, Colors.AccentLine)
	for i, c := range shown {
		row := newChoiceRow(l, c, l.top+i == l.marked)
		s.Put(row, x+1, y+1+float32(i)*listRow, w-2, listRow)
	}
	if foot != "" {
		top := y + 1 + float32(len(shown))*listRow
		if len(shown) > 0 {
			s.Line(x+1, top, w-2, Colors.Hair)
		}
		s.Text(foot, x+fieldPad, top, listFoot, Faint())
	}
	l.layer.Show(s, func(fyne.Size) { l.draw() })
}

// foot says what the list does not show.
func (l *Lookup) foot(shown int) string {
	switch {
	case len(l.filtered) == 0 && l.Text == "":
		return "没有可选的"
	case len(l.filtered) == 0 && l.Loose:
		return "不在常用的里，照写的记下"
	case len(l.filtered) == 0:
		return "没有找到，Esc 照原样留下"
	case shown < len(l.filtered):
		return fmt.Sprintf("第 %d—%d 项，共 %d 项", l.top+1, l.top+shown, len(l.filtered))
	}
	return ""
}

func (l *Lookup) listWidth(shown []Choice, foot string) float32 {
	w := max(l.Size().Width, round(Faint().Width(foot))+2*fieldPad)
	for _, c := range shown {
		need := Style{}.Width(c.Label) + 2*fieldPad + 4
		if code := c.typedCode(); code != "" {
			need += Style{}.Width(code) + 16
		}
		w = max(w, min(round(need)+1, listWidth))
	}
	return w
}

// choiceRow is a row of the list. It acts on release, for a press takes the
// focus from the field first.
type choiceRow struct {
	widget.BaseWidget
	of     *Lookup
	choice Choice
	marked bool
	over   bool
}

func newChoiceRow(of *Lookup, c Choice, marked bool) *choiceRow {
	r := &choiceRow{of: of, choice: c, marked: marked}
	r.ExtendBaseWidget(r)
	return r
}

func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(r, r.draw, func() fyne.Size { return fyne.NewSize(40, listRow) })
}

func (r *choiceRow) draw(s *Sheet, size fyne.Size) {
	if r.marked || r.over {
		s.Rect(0, 0, size.Width, size.Height, Colors.AccentTint)
	}
	if r.marked {
		s.Bar(0, 0, size.Height, Colors.Accent)
	}
	room := size.Width - 2*fieldPad
	if code := r.choice.typedCode(); code != "" {
		room -= s.TextR(r.choice.Code, size.Width-fieldPad, 0, size.Height, Quiet()).Size().Width + 8
	}
	s.TextIn(r.choice.Label, fieldPad, 0, room, size.Height, Style{})
}

func (r *choiceRow) MouseIn(*desktop.MouseEvent)    { r.hover(true) }
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}
func (r *choiceRow) MouseOut()                      { r.hover(false) }
func (r *choiceRow) MouseUp(*desktop.MouseEvent)    {}
func (r *choiceRow) Tapped(*fyne.PointEvent)        { r.of.pick(r.choice) }

func (r *choiceRow) MouseDown(*desktop.MouseEvent) { r.of.picking = true }

func (r *choiceRow) hover(over bool) {
	r.over = over
	if !over {
		r.of.letGo()
	}
	r.Refresh()
}
