package applicants

import (
	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// viewSheet asks for the name of a view.
type viewSheet struct {
	s          *Screen
	name       *kit.Field
	save, drop *kit.Button
	no         *kit.Button
	ring       *kit.Form
	wrong      string // what is wrong with the name
}

func (s *Screen) saveView() {
	if err := s.m.MaySave(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	v := &viewSheet{s: s, name: kit.NewField(kit.Spec{Hint: "如：教育系统三级"})}
	v.name.SetValue(s.m.SavedView())
	v.save = kit.NewButton("存下", "Enter", true, v.keep)
	v.drop = kit.NewLink("去掉这个视图", "", v.takeAway)
	v.no = kit.NewButton("不存", "Esc", false, s.w.Close)
	v.name.TakesFirst(func(ev *fyne.KeyEvent) bool {
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if enter {
			v.keep()
		}
		return enter
	})
	v.ring = kit.NewForm(s.w.Keys, s.w.Layer)
	show(v.drop, s.m.SavedView() != "")
	v.ring.Then(v.name, v.drop, v.no, v.save)
	v.lay()
}

// lay shows the sheet, anew when something is wrong with the name.
func (v *viewSheet) lay() {
	v.s.w.Lay(480, nil, func(p *kit.Sheet, x, y, width float32) float32 {
		top := y
		p.Put(v.ring.Object(), x, y, 0, 0)
		p.Text("存为视图", x, y, 28, kit.Title())
		y += 36
		y += p.Para(Words(v.s.m.Shown()), x, y, width, 22, kit.Quiet()) + 8
		p.Text("名字", x, y, kit.FieldHeight, kit.Quiet())
		p.Put(v.name, x+48, y, width-48, kit.FieldHeight)
		y += 38
		if v.wrong != "" {
			y += p.Para(v.wrong, x+48, y, width-48, 20, kit.Style{Color: kit.Colors.Warn})
		}
		y += 12
		p.ButtonsR(x+width, y, 8, v.save, v.no)
		p.Put(v.drop, x, y+5, v.drop.MinSize().Width, kit.SmallHeight)
		return y + kit.ButtonHeight - top
	})
	v.s.w.Canvas().Focus(v.name)
}

func (v *viewSheet) keep() {
	done, err := v.s.m.SaveView(v.name.Value())
	if refusal, ok := data.AsRefusal(err); ok {
		v.wrong = refusal.Message + "。" + refusal.Hint + "。"
		v.name.SetFinding(kit.Warned, "")
		v.lay()
		return
	}
	v.end(done)
}

func (v *viewSheet) takeAway() { v.end(v.s.m.DropView(v.s.m.SavedView())) }

// end remembers the views from now on.
func (v *viewSheet) end(done wording.Done) {
	v.s.w.Close()
	v.s.w.Memory.KeepLines(viewsMemory, v.s.m.SavedViews())
	v.s.w.Done(done)
	v.s.showTabs()
	v.s.recount()
}
