package settings

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Measures of the part beneath the list.
const (
	rulePitch    float32 = 36
	rulesHigh    float32 = 304
	rulesLow     float32 = 268 // with a title bar and a task bar
	rulesRows    float32 = 100 // what the list keeps of a low window
	rulesQuoted  float32 = 250 // beneath this there is no room for the clause
	rulesForm    float32 = 464
	rulesSlim    float32 = 404
	rulesGap     float32 = 40
	rulesSlimGap float32 = 24
	rulesFoot    float32 = 52 // from the buttons' upper edge to the end
)

// rulesHeight is how high the part is beneath the list.
func rulesHeight(room float32) float32 {
	high := rulesLow
	if room >= 560 {
		high = rulesHigh
	}
	return min(high, room-rulesRows)
}

// columns says where the form ends and where the effect begins.
func (r *rules) columns(size fyne.Size) (form, effect float32) {
	if r.s.w.Shape() == shell.Wide {
		return rulesForm, kit.Margin + rulesForm + rulesGap
	}
	return rulesSlim, kit.Margin + rulesSlim + rulesSlimGap
}

// draw draws the form at the left; the effect is a part of its own.
func (r *rules) draw(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	rule, ok := r.s.rule()
	if !ok {
		return
	}
	w, right := r.columns(size)
	sheet.Put(r.effect, right, 0, size.Width-right, size.Height)
	x, y := kit.Margin, float32(8)
	wide := r.history.MinSize().Width
	sheet.TextIn(rule.detail().Title, x, y+4, w-wide-16, 24, kit.Strong())
	sheet.Put(r.history, x+w-wide, y+5, wide, kit.SmallHeight)
	sheet.Line(x, y+kit.HeadHeight-1, w, kit.Colors.HeadLine)
	y += kit.HeadHeight + 6
	if why := r.e.Locked(); why != "" {
		y += sheet.Para("“"+rule.Text+"”", x, y, w, lineHeight, kit.Style{}) + 2
		y += sheet.Para(rule.Source, x, y, w, lineHeight, kit.Quiet()) + 10
		sheet.Sign(kit.Passed, x, y+3, 16)
		sheet.Para(why, x+24, y, w-24, lineHeight, kit.Style{})
		return
	}
	if size.Height >= rulesQuoted {
		sheet.TextIn("“"+rule.Text+"”", x, y, w, lineHeight, kit.Style{})
		sheet.TextIn(rule.Stands(), x, y+lineHeight-1, w, lineHeight, kit.Quiet())
		y += 2*lineHeight + 4
	}
	r.layForm(w)
	foot := size.Height - rulesFoot
	whole := max(1, kit.Whole((foot-rulePitch-y)/rulePitch-0.5)) // no field is cut through
	sheet.Put(r.scroll, x, y, w+kit.RowsBar, whole*rulePitch)
	sheet.Text("核对依据", x, foot-rulePitch, kit.FieldHeight, kit.Quiet())
	sheet.Put(r.basis, x+64, foot-rulePitch, w-64, kit.FieldHeight)
	r.sign.SetLabel(map[bool]string{true: "核对无误，开始执行", false: "核对并执行"}[r.s.w.Shape() == shell.Wide])
	left := x
	for _, b := range []*kit.Button{r.sign, r.draft, r.drop} {
		wide := b.MinSize().Width
		sheet.Put(b, left, size.Height-rulesFoot+4, wide, kit.ButtonHeight)
		left += wide + 8
	}
}

// layForm lays the form out for a width.
func (r *rules) layForm(w float32) {
	if w == r.wide {
		return
	}
	r.wide = w
	half := kit.Whole((w - 24) / 2)
	r.form.Columns(0, kit.Track{Label: 0, Field: 64, Right: half}, kit.Track{Label: half + 24, Field: half + 24 + 64, Right: w})
	r.scroll.Refresh()
}

// drawEffect draws what the row would do, and to whom.
func (r *rules) drawEffect(sheet *kit.Sheet, size fyne.Size) {
	w, y := size.Width-kit.Margin, float32(8)
	if r.e.Locked() != "" {
		return
	}
	turn, words := r.e.Effect()
	x := kit.Whole(sheet.Text("执行之后", 0, y+4, 24, kit.Strong()).MinSize().Width) + 10
	if turn != "" {
		turn += "，"
	}
	sheet.TextIn(turn+words, x, y+4, w-x, 24, kit.Quiet())
	sheet.Line(0, y+kit.HeadHeight-1, w, kit.Colors.HeadLine)
	y += kit.HeadHeight
	standing := r.e.Standing()
	foot := float32(0)
	if standing != "" {
		_, high := kit.Quiet().Para(standing, w, lineHeight)
		foot = high + 12
		sheet.Para(standing, 0, size.Height-foot, w, lineHeight, kit.Quiet())
	}
	if r.e.People() > 0 {
		sheet.Put(r.people, 0, y, w+kit.RowsBar, max(0, size.Height-foot-4-y))
	}
}
