package units

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/unitbook"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// newYear makes what a unit's year is written with.
func (s *Screen) newYear() {
	s.confirm = kit.NewLink("核对名称", "F8", s.toConfirm)
	s.formed = kit.NewLink("登记表", "F9", s.toFormed)
	s.change = kit.NewLink("更名、撤并", "F2", s.toChange)
	s.past = kit.NewLink("经过", "F7", s.toStory)
	s.keys.On(0, fyne.KeyF2, s.toChange)
	s.keys.On(0, fyne.KeyF7, s.toStory)
	s.keys.On(0, fyne.KeyF8, s.toConfirm)
	s.keys.On(0, fyne.KeyF9, s.toFormed)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyZ, s.recall)
}

// year are the links of the year, in the order in which they stand.
func (s *Screen) year() []*kit.Button {
	return []*kit.Button{s.confirm, s.formed, s.change, s.past, s.print}
}

// fillYear hides what cannot be done with the unit shown.
func (s *Screen) fillYear() {
	can, confirmed := s.model.Confirmable()
	_, known := s.model.unit(s.model.Selected())
	s.confirm.Hidden, s.formed.Hidden = !can, !can
	s.change.Hidden, s.past.Hidden = !known, !known
	label := "核对名称"
	if confirmed {
		label = "撤回核对"
	}
	s.confirm.SetLabel(label)
}

// does is what a slip's button does: the command, then what it says.
func (s *Screen) does(command func(context.Context) (wording.Done, error)) func() error {
	return func() error {
		done, err := command(context.Background())
		if err == nil {
			s.w.Close()
			s.done(done)
		}
		return err
	}
}

// done shows what was written.
func (s *Screen) done(done wording.Done) {
	s.w.Wrote()
	s.model.Reveal(s.model.Selected())
	s.show()
	s.w.Done(done)
	s.toTree()
}

// ready reports whether a command of the year may begin: what is half typed is
// written first.
func (s *Screen) ready(link *kit.Button) bool {
	if link.Hidden || s.w.Searching() || s.model.Fresh() {
		return false
	}
	s.w.Canvas().Unfocus()
	return true
}

// elsewhere says of a unit below another where what was asked is done.
func (s *Screen) elsewhere(what string) {
	if above := s.model.Above(); above != "" && !s.w.Searching() {
		s.w.Say(kit.NoSign, what, "请在左边选“"+above+"”那一行再按")
	}
}

func (s *Screen) toConfirm() {
	if !s.ready(s.confirm) {
		s.elsewhere("单位名称由主管部门一起核对")
		return
	}
	if _, confirmed := s.model.Confirmable(); confirmed {
		l := slip.New(s.w, "撤回核对", "撤回的一次留在经过里")
		why := l.Line("理由", "例如：漏了一个下属单位")
		l.Button("撤回", s.does(func(ctx context.Context) (wording.Done, error) { return s.model.Withdraw(ctx, why.Value()) }))
		l.Lay()
		return
	}
	l := slip.New(s.w, "单位名称已核对", s.model.Names(), "全称与公章一致，下属单位没有多、没有少")
	who := l.Line("谁核对的", "单位里核对的人，例如：陈国强")
	l.Button("登记核对", s.does(func(ctx context.Context) (wording.Done, error) { return s.model.Confirm(ctx, who.Value()) }))
	l.Lay()
}

// toFormed takes the administrator's form one step further.
func (s *Screen) toFormed() {
	if !s.ready(s.formed) {
		s.elsewhere("管理人员登记表由主管部门交")
		return
	}
	switch state, holder, _ := s.model.FormState(); state {
	case unitbook.FormNobody:
		s.w.Say(kit.Warned, "还没有登记管理人员", "照交来的表填上姓名，再按 F9")
		s.form.Focus("admin.name")
	case unitbook.FormDone:
		s.w.Say(kit.NoSign, "账户已经发了", "换了管理人员，先改姓名，交回新表后再按 F9；按错了 Ctrl+Z")
	case unitbook.FormReturned:
		l := slip.New(s.w, "发账户", "只记谁领走了账户；口令不记在这里")
		hand := l.Line("谁领的", "领取人姓名")
		hand.SetValue(holder)
		l.Button("账户已发", s.does(func(ctx context.Context) (wording.Done, error) { return s.model.HandOut(ctx, hand.Value()) }))
		l.Lay()
	default:
		s.at(s.model.ReturnForm(context.Background()))
	}
}

// recall takes the last step of the form back.
func (s *Screen) recall() {
	if s.ready(s.formed) {
		s.at(s.model.Recall(context.Background()))
	}
}

// at shows what a command that asks nothing has done.
func (s *Screen) at(done wording.Done, err error) {
	if err != nil {
		s.w.Errors.Show(err)
		s.toTree()
		return
	}
	s.done(done)
}

func (s *Screen) toChange() {
	if !s.ready(s.change) {
		return
	}
	name, _, _ := s.model.Particulars()
	l := slip.New(s.w, "更名、撤并、新增", name, "改错字直接在全称一格里改；有文件的变更在这里办。撤并的，人和下属单位一起转入；新增的和它属同一个主管部门。")
	kind := l.Choose("办什么", false, "更名", "撤并", "新增")
	kind.Choose(0)
	other := l.Line("新的全称", "更名、新增才填，与公章一致")
	into := l.Lookup("并入", s.model.Others()...)
	basis := l.Line("依据", "文件名和文号，例如：罗编〔2026〕3号")
	contact := l.Line("联系人", "可以空着")
	l.Button("办理", s.does(func(ctx context.Context) (wording.Done, error) {
		why := unitbook.Basis{Document: basis.Value(), Contact: contact.Value()}
		switch kind.Chosen() {
		case 1:
			return s.model.Merge(ctx, into.Value(), why)
		case 2:
			return s.model.New(ctx, other.Value(), why)
		}
		return s.model.Rename(ctx, other.Value(), why)
	}))
	l.Lay()
}

// storyWidth is how wide the sheet of a unit's history is.
const storyWidth float32 = 860

// toStory lays the unit's own history over the screen.
func (s *Screen) toStory() {
	if !s.ready(s.past) {
		return
	}
	story := s.model.Story()
	name, _, _ := s.model.Particulars()
	rows := kit.NewRows([]kit.Column{
		{Key: "when", Head: "时间", Width: 120}, {Key: "words", Head: "经过", Width: 400, Rest: true}, {Key: "by", Head: "经办", Width: 96},
	}, func(row int, column string) kit.RowCell {
		switch column {
		case "when":
			return kit.Styled(story[row].When, kit.Quiet())
		case "by":
			return kit.Styled(story[row].By, kit.Quiet())
		}
		return kit.Words(story[row].Words)
	})
	rows.SetCount(len(story))
	takeBack := func() {
		if at := rows.Current(); at >= 0 && story[at].Change != "" {
			s.w.Close()
			s.toTakeBack(story[at])
			return
		}
		s.w.Say(kit.NoSign, "这一条不能在这里撤销", "核对按 F8 撤回，登记表按 Ctrl+Z")
	}
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, s.w.Help)
	keys.On(fyne.KeyModifierControl, fyne.KeyZ, takeBack)
	form := kit.NewButton("打印变更表", "Ctrl+P", false, s.toChangeForm)
	keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toChangeForm)
	undo, leave := kit.NewButton("撤销这次变更", "Ctrl+Z", false, takeBack), kit.NewButton("看完了", "Esc", true, s.w.Close)
	ring := kit.NewForm(s.w.Keys, s.w.Layer)
	ring.Then(rows, undo, form, leave)
	s.w.Lay(storyWidth, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.TextIn(name, x, y, width, 28, kit.Title())
		y += 40
		sheet.Put(ring.Object(), x, y, 0, 0)
		if len(story) == 0 {
			sheet.Text("本年还没有经过：名称没有核对，也没有变更", x, y, 24, kit.Quiet())
			sheet.ButtonsR(x+width, y+40, 8, form, leave)
			return y + 40 + kit.ButtonHeight - top
		}
		fits := max(3, min(len(story), int((s.w.Layer.Size().Height-200)/kit.RowPitch)))
		high := kit.HeadHeight + float32(fits)*kit.RowPitch
		sheet.Put(rows, x, y, width+kit.RowsBar, high)
		y += high + 12
		sheet.ButtonsR(x+width, y, 8, undo, form, leave)
		return y + kit.ButtonHeight - top
	})
	if len(story) > 0 {
		rows.GoTo(0)
		s.w.Canvas().Focus(rows)
		return
	}
	s.w.Canvas().Focus(leave)
}

// toChangeForm goes to the forms of the changes of the unit shown, or to an empty one.
func (s *Screen) toChangeForm() {
	name, _, _ := s.model.Particulars()
	s.w.Close()
	s.w.Go(shell.Route{Place: shell.Papers, Paper: "unit-change", UnitOf: name})
}

func (s *Screen) toTakeBack(t Told) {
	l := slip.New(s.w, "撤销变更", t.Words, "名称、人和下属单位回到变更以前；两次都留在经过里")
	why := l.Line("理由", "例如：文件还没有下发")
	l.Button("撤销变更", s.does(func(ctx context.Context) (wording.Done, error) { return s.model.TakeBack(ctx, t.Change, why.Value()) }))
	l.Lay()
}
