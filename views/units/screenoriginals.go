package units

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// originalsSheet lies over the units: what of a unit's originals is here, and
// two buttons that take the chosen ones in or give them back, on one slip that
// somebody signs.
type originalsSheet struct {
	s          *Screen
	o          *Originals
	whole      string
	rows       *kit.Rows
	hand       *kit.Field
	take, give *kit.Button
	print      *kit.Button
	owers      *kit.Button
	close      *kit.Button
	ring       *kit.Form
	keys       *kit.Keys
}

// Measures of the sheet.
const (
	originalsWidth float32 = 960
	originalsShown         = 12
	handLabel      float32 = 64
	handWidth      float32 = 240
)

// toOriginals opens the sheet for the unit shown.
func (s *Screen) toOriginals() {
	o, ok, err := s.model.Originals(context.Background())
	if err != nil || !ok {
		s.w.Errors.Show(err)
		return
	}
	p := &originalsSheet{s: s, o: o}
	p.rows = kit.NewRows([]kit.Column{
		{Key: "person", Head: "姓名", Width: 152}, {Key: "unit", Head: "单位", Width: 264, Spare: 1},
		{Key: "name", Head: "材料", Width: 168, Rest: true}, {Key: "here", Head: "在库", Width: 72, Right: true}, {Key: "since", Head: "自", Width: 152},
	}, p.cell)
	p.rows.ID = func(row int) string { r := p.o.Rows()[row]; return string(r.application) + r.slot }
	p.hand = kit.NewField(kit.Spec{Hint: "交来或取走的人签字"})
	p.take = kit.NewButton("收到选中的", "F8", true, func() { p.does(p.o.Receive) })
	p.give = kit.NewButton("退还选中的", "F9", false, func() { p.does(p.o.GiveBack) })
	p.owers = kit.NewLink("看容缺未补的人", "F5", p.toOwers)
	p.print = kit.NewButton("打印单子", "Ctrl+P", false, p.toPaper)
	p.close = kit.NewButton("办完了", "Esc", false, s.w.Close)
	p.ring = kit.NewForm(s.w.Keys, s.w.Layer)
	p.ring.Then(p.rows, p.hand, p.take, p.give, p.print, p.close)
	keys := kit.NewKeys()
	p.keys = keys
	keys.On(0, fyne.KeyF1, s.w.Help)
	keys.On(fyne.KeyModifierControl, fyne.KeyZ, func() { p.done(p.o.Void(context.Background())) })
	keys.On(fyne.KeyModifierControl, fyne.KeyP, p.toPaper)
	keys.On(0, fyne.KeyF8, func() { p.does(p.o.Receive) })
	keys.On(0, fyne.KeyF9, func() { p.does(p.o.GiveBack) })
	keys.On(0, fyne.KeyF5, p.toOwers)
	p.show()
	s.w.Lay(originalsWidth, keys, p.draw)
	s.w.Canvas().Focus(p.rows)
}

// show takes up what is here now.
func (p *originalsSheet) show() {
	whole, err := p.o.Whole(context.Background())
	p.s.w.Errors.Show(err)
	p.whole = whole
	p.owers.Hidden = p.o.Owing() == ""
	p.rows.SetCount(len(p.o.Rows()))
}

func (p *originalsSheet) cell(row int, column string) kit.RowCell {
	r := p.o.Rows()[row]
	switch column {
	case "person":
		return kit.Words(r.Person)
	case "unit":
		return kit.Styled(r.Unit, kit.Quiet())
	case "name":
		return kit.Words(r.Name)
	case "here":
		if r.Pieces == 0 {
			return kit.Styled("—", kit.Quiet())
		}
		return kit.Words(fmt.Sprintf("%d 件", r.Pieces))
	}
	switch {
	case r.Overdue:
		return kit.Signed(kit.Warned, r.Since+"，应退", kit.Style{Color: kit.Warned.Color()})
	case r.Pieces == 0:
		return kit.Styled("还没有收", kit.Quiet())
	}
	return kit.Words(r.Since)
}

func (p *originalsSheet) chosen() []int { return slices.Collect(p.rows.Chosen().All()) }

// toPaper goes to the slips to sign.
func (p *originalsSheet) toPaper() {
	numbers, unit := p.o.Printed(p.chosen())
	p.s.w.Close()
	p.s.w.Go(shell.Route{Place: shell.Papers, Paper: "custody-slip", UnitOf: unit, Numbers: numbers})
}

// does takes in or gives back what is chosen; a refusal leaves everything as it
// is and leads to the line for the signature when that is what lacks.
func (p *originalsSheet) does(act func(context.Context, []int, string) (wording.Done, error)) {
	done, err := act(context.Background(), p.chosen(), p.hand.Value())
	if err != nil {
		p.s.w.Errors.Show(err)
		if p.hand.Value() == "" {
			p.s.w.Canvas().Focus(p.hand)
		}
		return
	}
	p.rows.Select(nil)
	p.done(done, nil)
}

// done shows what was written and what is here now.
func (p *originalsSheet) done(done wording.Done, err error) {
	if err != nil {
		p.s.w.Errors.Show(err)
		return
	}
	p.show()
	p.s.w.Wrote()
	p.s.w.Done(done)
	p.s.w.Lay(originalsWidth, p.keys, p.draw)
	p.s.w.Canvas().Focus(p.rows)
}

func (p *originalsSheet) toOwers() {
	if p.o.Owing() == "" {
		return
	}
	list := p.o.Owers()
	p.s.w.Close()
	p.s.w.Go(shell.Route{Place: shell.Applicants, Select: &list})
}

func (p *originalsSheet) draw(sheet *kit.Sheet, x, y, width float32) float32 {
	top := y
	title, fact := p.o.Head()
	at := x + kit.Whole(sheet.Text(title, x, y, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, at, y+1, x+width-at, 28, kit.Lead())
	y += 36
	sheet.TextIn(p.whole, x, y, width, 22, kit.Quiet())
	y += 26
	if owing := p.o.Owing(); owing != "" {
		wide := p.owers.MinSize().Width
		sheet.Sign(kit.Warned, x, y+4, 16)
		sheet.TextIn(owing, x+24, y+1, width-wide-40, 22, kit.Style{})
		sheet.Put(p.owers, x+width-wide, y, wide, kit.SmallHeight)
		y += 30
	}
	room := p.s.w.Layer.Size().Height - 80 - (y - top) - 3*kit.FieldPitch
	fits := max(2, min(originalsShown, len(p.o.Rows()), int((room-kit.HeadHeight)/kit.RowPitch)))
	high := kit.HeadHeight + float32(fits)*kit.RowPitch
	sheet.Put(p.ring.Object(), x, y, 0, 0)
	if len(p.o.Rows()) == 0 {
		sheet.Text("没有在库的原件，也没有人还要交原件", x, y+8, 24, kit.Strong())
		sheet.ButtonsR(x+width, y+48, 8, p.close)
		return y + 48 + kit.ButtonHeight - top
	}
	sheet.Put(p.rows, x, y, width+kit.RowsBar, high)
	y += high + 12
	sheet.Text("经手人", x, y, kit.FieldHeight, kit.Quiet())
	buttons := []*kit.Button{p.take, p.give, p.print, p.close}
	left := width - handLabel - 16
	for _, b := range buttons {
		left -= b.MinSize().Width + 8
	}
	sheet.Put(p.hand, x+handLabel, y, min(handWidth, left), kit.FieldHeight)
	sheet.ButtonsR(x+width, y, 8, buttons...)
	return y + kit.ButtonHeight - top
}
