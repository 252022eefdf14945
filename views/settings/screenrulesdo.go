package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// enter goes from the list into the form, to the number first.
func (r *rules) enter() {
	for _, f := range r.e.Fields() {
		if r.form.Focus(f.Key) {
			return
		}
	}
}

// lead puts the caret into the field that a refusal speaks of.
func (r *rules) lead(err error, otherwise string) {
	refusal, ok := data.AsRefusal(err)
	if !ok {
		return
	}
	if !r.form.Focus(refusal.Field) && (otherwise == BasisField || refusal.Field == BasisField) {
		r.s.w.Focus(r.basis)
	}
}

// putInForce signs the row off and makes the office go by it.
func (r *rules) putInForce() { r.do(r.e.PutInForce, BasisField) }

// save keeps a draft.
func (r *rules) save() { r.do(r.e.Save, "") }

// do changes the policy and shows what came of it; a refusal leads to its field.
func (r *rules) do(work func(context.Context) (wording.Done, error), otherwise string) {
	if r.judging.Busy() {
		r.judging.Leave()
	}
	r.s.w.Canvas().Unfocus() // what is half typed counts
	done, err := work(context.Background())
	if err != nil {
		r.s.w.Errors.Show(err)
		r.fill()
		r.lead(err, otherwise)
		r.judge()
		return
	}
	r.s.reread()
	r.fill()
	r.judge()
	r.s.redraw()
	r.s.focus()
	if done != (wording.Done{}) {
		r.s.w.Wrote()
		r.s.w.Done(done)
	}
}

// escape gives up what is typed of the row, goes back into the list, or back.
func (r *rules) escape() {
	at := r.s.w.Canvas().Focused()
	inside := r.form.Current() != "" || at == fyne.Focusable(r.basis) || at == fyne.Focusable(r.people)
	switch {
	case r.e.Dirty() || inside && r.e.Drafted():
		r.do(r.e.Drop, "")
	case inside:
		r.s.focus()
	default:
		r.s.w.Back()
	}
}

// copyYear lays a draft for the next year.
func (r *rules) copyYear() {
	done, err := r.e.CopyYear()
	if err != nil {
		r.s.w.Errors.Show(err)
		return
	}
	r.s.w.Done(done)
}

// tell says in the message bar why somebody is in the list.
func (r *rules) tell(row int) {
	if row < 0 || row >= r.e.People() || r.s.w.Canvas().Focused() != fyne.Focusable(r.people) {
		return
	}
	p := r.e.Person(row)
	r.s.w.Say(kit.SignOf(p.Is), p.Name+"，"+p.Unit, p.Message)
}

func (r *rules) cell(row int, column string) kit.RowCell {
	if row >= r.e.People() {
		return kit.RowCell{}
	}
	p := r.e.Person(row)
	switch column {
	case "name":
		return kit.Words(p.Name)
	case "unit":
		return kit.Styled(p.Unit, kit.Quiet())
	case "fact":
		return kit.Words(p.Fact)
	case "before":
		return kit.Signed(kit.SignOf(p.Was), p.Before, kit.Style{})
	}
	if column == "to" {
		return kit.Styled("→", kit.Quiet())
	}
	style := kit.Strong()
	style.Color = kit.SignOf(p.Is).Color()
	return kit.Signed(kit.SignOf(p.Is), p.After, style)
}

// showHistory lays the changes of the row over the screen.
func (r *rules) showHistory() {
	changes := r.e.Changes()
	if len(changes) == 0 {
		return
	}
	r.s.w.Lay(640, nil, func(sheet *kit.Sheet, x, y, width float32) float32 {
		from := y
		sheet.Text(fmt.Sprintf("这一条改过 %d 次", len(changes)), x, y, 28, kit.Title())
		sheet.KeyCapR("Esc", x+width, y+3)
		y += 44
		for _, c := range changes {
			sheet.Text(r.e.When(c), x, y, lineHeight, kit.Quiet())
			y += lineHeight + 2
			y += sheet.Para(c.What, x, y, width, lineHeight, kit.Style{}) + 2
			y += sheet.Para("依据 "+c.Basis, x, y, width, lineHeight, kit.Quiet()) + 8
			sheet.Line(x, y, width, kit.Colors.Hair)
			y += 9
		}
		return y - from
	})
}
