// Package slip is a sheet of paper laid over a screen, to be filled in by
// keyboard: rows of a label and what is written or chosen, and the buttons that
// do what it is for.
package slip

import (
	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Slip is a sheet to be filled in: a title, what one must know, rows of a label
// and what is written or chosen, what is wrong, and the buttons. Enter goes from
// row to row and ends on the first button.
type Slip struct {
	Below fyne.CanvasObject // what follows from what is written, between rows and buttons

	w       *shell.Window
	title   string
	words   []string // beneath the title
	rows    []slipRow
	buttons []*kit.Button // the first does what the slip is for
	wrong   string
	hands   bool // F1 was asked: which keys fill the slip in
	answer  *fyne.Container
}

// slipRow is a row; a row without a label stands beneath the one before, and one
// without anything to write on is a sentence above the next.
type slipRow struct {
	label string
	at    kit.Stop
}

const (
	slipWidth  float32 = 680
	slipLabel  float32 = 96
	slipAnswer float32 = 42
)

// handWords say what F1 asks: how a slip is filled in.
const handWords = "Enter 到下一格，填完停在第一个按钮上，再按 Enter 就办；Shift+Tab 回上一格，Esc 不做。F4 打开列表，带数字的按数字选。"

// New returns a slip that will lie over the window's screen.
func New(w *shell.Window, title string, words ...string) *Slip {
	l := &Slip{w: w, title: title, words: words}
	l.answer = kit.Drawn(fyne.NewSize(0, slipAnswer), l.drawAnswer)
	return l
}

func (l *Slip) drawAnswer(sheet *kit.Sheet, size fyne.Size) {
	if l.wrong != "" {
		sheet.Sign(kit.Warned, 0, 3, 16)
		sheet.Para(l.wrong, 24, 1, size.Width-24, 20, kit.Style{Color: kit.Warned.Color()})
		return
	}
	if l.hands {
		sheet.Para(handWords, 0, 1, size.Width, 20, kit.Quiet())
	}
}

// row adds a row.
func (l *Slip) row(label string, at kit.Stop) { l.rows = append(l.rows, slipRow{label, at}) }

// Say adds a sentence above the next row.
func (l *Slip) Say(sentence string) { l.rows = append(l.rows, slipRow{label: sentence}) }

// Line adds a line to write on.
func (l *Slip) Line(label, hint string) *kit.Field {
	f := kit.NewField(kit.Spec{Hint: hint})
	l.row(label, f)
	return f
}

// Day adds a day to write.
func (l *Slip) Day(label, hint string) *kit.DateEntry {
	d := kit.NewDate(kit.Spec{Hint: hint})
	l.row(label, d)
	return d
}

// Lookup adds a line with a list of words to choose from.
func (l *Slip) Lookup(label string, words ...string) *kit.Lookup {
	return l.Choosing(label, kit.Options(words...))
}

// Choosing is Lookup for a list that depends on what is chosen above it.
func (l *Slip) Choosing(label string, choices func() []kit.Choice) *kit.Lookup {
	f := kit.NewLookup(choices)
	f.On(l.w.Lists)
	l.row(label, f)
	return f
}

// Choose adds a row of words to choose from.
func (l *Slip) Choose(label string, many bool, words ...string) *Pick {
	p := newPick(many, words...)
	l.row(label, p)
	return p
}

// Button adds a button; what it does may refuse, and then the slip stays with
// the refusal written on it.
func (l *Slip) Button(label string, do func() error) *kit.Button {
	first, key := len(l.buttons) == 0, ""
	if first {
		key = "Enter" // the key that has led through the rows
	}
	b := kit.NewButton(label, key, first, func() { l.try(do) })
	l.buttons = append(l.buttons, b)
	return b
}

// try does it and takes the slip away, unless it is refused.
func (l *Slip) try(do func() error) {
	err := do()
	refusal, refused := data.AsRefusal(err)
	switch {
	case refused:
		l.wrong = refusal.Message
		if refusal.Hint != "" {
			l.wrong += "：" + refusal.Hint
		}
		l.answer.Refresh()
	case err != nil:
		l.w.Close()
		l.w.Errors.Show(err)
	default:
		l.w.Close()
	}
}

// help says how the slip is filled in, where a refusal would stand.
func (l *Slip) help() {
	l.wrong, l.hands = "", true
	l.answer.Refresh()
}

// Lay lays the slip over the screen.
func (l *Slip) Lay() {
	leave := kit.NewButton("不做", "Esc", false, l.w.Close)
	stops := make([]kit.Stop, 0, len(l.rows)+len(l.buttons)+1)
	for _, r := range l.rows {
		if r.at != nil {
			stops = append(stops, r.at)
		}
	}
	buttons := append(l.buttons, leave)
	for _, b := range buttons {
		stops = append(stops, b)
	}
	joinRound(l.w.Keys, l.w.Canvas().Focus, stops)
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, l.help)
	l.w.Lay(slipWidth, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.Text(l.title, x, y, 28, kit.Title())
		y += 36
		for _, words := range l.words {
			y += sheet.Para(words, x, y, width, 20, kit.Quiet()) + 4
		}
		y += 8
		for _, r := range l.rows {
			y += l.drawRow(sheet, r, [3]float32{x, y, width})
		}
		if l.Below != nil {
			sheet.Put(l.Below, x+slipLabel, y, width-slipLabel, kit.FieldHeight)
			y += kit.FieldHeight
		}
		y += 6
		sheet.Put(l.answer, x, y, width, slipAnswer)
		y += slipAnswer
		sheet.ButtonsR(x+width, y, 8, buttons...)
		return y + kit.ButtonHeight - top
	})
	for _, stop := range stops {
		if !stop.Skips() {
			l.w.Canvas().Focus(stop)
			break
		}
	}
}

func (l *Slip) drawRow(sheet *kit.Sheet, r slipRow, at [3]float32) float32 {
	x, y, width := at[0], at[1], at[2]-slipLabel
	if r.at == nil {
		return sheet.Para(r.label, x, y, at[2], 20, kit.Strong()) + 4
	}
	sheet.Text(r.label, x, y, kit.FieldHeight, kit.Quiet())
	if p, ok := r.at.(*Pick); ok {
		_, height := p.places(width)
		sheet.Put(p, x+slipLabel, y+1, width, height)
		return height + 6
	}
	sheet.Put(r.at, x+slipLabel, y, width, kit.FieldHeight)
	return kit.FieldHeight + 6
}

// joinRound makes Enter and Tab go round stops.
func joinRound(keys *kit.Keys, focus func(fyne.Focusable), stops []kit.Stop) {
	for i, stop := range stops {
		stop.Join(keys, func(back bool) {
			by, n := 1, len(stops)
			if back {
				by = n - 1
			}
			for at := (i + by) % n; at != i; at = (at + by) % n {
				if !stops[at].Skips() {
					focus(stops[at])
					return
				}
			}
		})
	}
}
