package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/governing"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// rules is what stands beneath the list of the conditions: at the left the form
// of the current row, at the right whose verdict changes.
type rules struct {
	s *Screen
	e *Editing

	form   *kit.Form
	stops  map[string]kit.Stop
	fields map[string]*kit.Field
	laid   string  // the row that the form is laid out for
	wide   float32 // and the width
	scroll *container.Scroll
	basis  *kit.Field // beneath the scroll: it is always asked for

	sign, draft, drop *kit.Button
	history, copy     *kit.Button
	people            *kit.Rows
	judging           *kit.Lane
	panel, effect     *fyne.Container
}

func newRules(s *Screen, e *Editing) *rules {
	r := &rules{s: s, e: e, form: kit.NewForm(s.w.Keys, s.w.Layer)}
	r.form.Pitch = rulePitch
	r.sign = kit.NewButton("核对无误，开始执行", "F8", true, r.putInForce)
	r.draft = kit.NewButton("只存草稿", "Ctrl+S", false, r.save)
	r.drop = kit.NewButton("放弃", "Esc", false, r.escape)
	r.history = kit.NewLink("", "F7", r.showHistory)
	r.copy = kit.NewButton("", "Ctrl+D", false, r.copyYear)
	r.judging = s.w.Runner.NewLane(nil)
	r.people = kit.NewRows([]kit.Column{
		{Key: "name", Head: "姓名", Width: 88}, {Key: "unit", Head: "单位", Rest: true, Least: 120}, {Key: "fact", Head: "算得", Width: 108, Right: true, Spare: 2},
		{Key: "before", Head: "现在", Width: 86}, {Key: "to", Width: 36}, {Key: "after", Head: "执行之后", Width: 86},
	}, r.cell)
	r.people.Headless, r.people.Pitch = true, listPitch
	r.people.ID = func(row int) string { return string(e.Who(row)) }
	r.people.OnCurrent = r.tell
	r.people.OnOpen = func(row int) { s.w.Go(shell.Route{Place: shell.Record, Person: e.Person(row).ID}) }
	r.basis = kit.NewField(kit.Spec{Hint: "对照的是哪份文件、第几条"})
	r.basis.Changed = func(text string) { r.typed(BasisField, text, false) }
	r.scroll = container.NewVScroll(r.form.Object())
	r.form.Within(r.scroll)
	r.panel = kit.Drawn(fyne.Size{}, r.draw)
	r.effect = kit.Drawn(fyne.Size{}, r.drawEffect)
	return r
}

// newKeys adds the keys of the conditions to the page's.
func (r *rules) newKeys(keys *kit.Keys) {
	on := func(mod fyne.KeyModifier, key fyne.KeyName, do func()) {
		keys.On(mod, key, func() {
			if r.s.tab == Rules {
				do()
			}
		})
	}
	on(0, fyne.KeyF8, r.putInForce)
	on(0, fyne.KeyF7, r.showHistory)
	keys.On(fyne.KeyModifierControl, fyne.KeyD, func() {
		if r.s.ofPolicy() {
			r.copyYear()
		}
	})
}

// show shows the current row of the list.
func (r *rules) show() {
	at := r.s.lists[Rules].Current()
	row := ""
	if at >= 0 && at < len(r.s.policy.Rules) {
		row = r.s.policy.Rules[at].Key
	}
	if row != r.e.row {
		r.keep()
	}
	r.e.Select(row)
	r.fill()
	r.judge()
}

// keep saves what is typed before another row is shown: what can be read of it
// becomes a draft.
func (r *rules) keep() {
	if !r.e.Dirty() {
		return
	}
	done, err := r.e.Save(context.Background())
	if err != nil {
		r.s.w.Errors.Show(err)
		return
	}
	r.s.reread()
	r.s.w.Done(done)
}

// fill lays the form out for the row shown and writes its texts.
func (r *rules) fill() {
	fields := r.e.Fields()
	if r.laid != r.e.shown() {
		r.lay(fields)
	}
	findings := map[string]kit.Finding{}
	for _, f := range fields {
		field := r.fields[f.Key]
		if f.Key == BasisField {
			field = r.basis
		}
		if field.Text != f.Text {
			field.SetValue(f.Text)
		}
		if f.Sentence != "" {
			findings[f.Key] = kit.Finding{Sign: kit.Blocked, Sentence: f.Sentence}
		}
	}
	r.form.Find(findings)
	r.enable()
}

// enable greys what cannot be done now.
func (r *rules) enable() {
	locked := r.e.Locked() != "" || len(r.e.Fields()) == 0
	r.basis.Hidden = locked
	for _, b := range []*kit.Button{r.sign, r.draft, r.drop} {
		b.Hidden = locked
	}
	able(r.draft, r.e.Dirty())
	able(r.drop, r.e.Dirty() || r.e.Drafted())
	able(r.sign, r.e.MaySign())
	n := len(r.e.Changes())
	r.history.SetLabel("改过 " + wording.Count(n) + " 次")
	able(r.history, n > 0)
}

func able(b *kit.Button, may bool) {
	if may {
		b.Enable()
	} else {
		b.Disable()
	}
}

// lay makes the fields of a row.
func (r *rules) lay(fields []EditField) {
	r.laid, r.wide = r.e.shown(), 0
	r.form.Clear()
	r.stops, r.fields = map[string]kit.Stop{}, map[string]*kit.Field{}
	var cells []kit.Cell
	for _, f := range fields {
		if f.Key == BasisField {
			continue
		}
		cell := kit.Cell{Key: f.Key, Label: f.Label, At: r.newField(f)}
		if f.Wide {
			if len(cells) > 0 {
				r.form.Row(cells...)
			}
			cell.To, cells = 1, nil
			r.form.Row(cell)
			continue
		}
		if cell.Track = len(cells); cell.Track == 1 {
			cell.To = 1
		}
		if cells = append(cells, cell); len(cells) == 2 {
			r.form.Row(cells...)
			cells = nil
		}
	}
	if len(cells) > 0 {
		r.form.Row(cells...)
	}
	r.form.Then(r.basis, r.sign, r.draft, r.drop, r.history, r.people, r.copy, r.s.tabs, r.s.lists[Rules])
	r.scroll.ScrollToTop()
}

func (r *rules) newField(f EditField) kit.Stop {
	var field *kit.Field
	var stop kit.Stop
	switch {
	case f.Choices != nil:
		l := kit.NewLookup(kit.Options(f.Choices...))
		field, stop = &l.Field, l
	case f.Date:
		d := kit.NewDate(kit.Spec{})
		field, stop = &d.Field, d
	default:
		l := kit.NewField(kit.Spec{})
		field, stop = l, l
	}
	r.fields[f.Key] = field
	field.Changed = func(text string) { r.typed(f.Key, text, false) }
	field.Left = func(text string) { r.typed(f.Key, text, true) }
	return stop
}

// typed takes a letter, or the whole when the caret leaves: only then is it said
// what is wrong.
func (r *rules) typed(key, text string, left bool) {
	r.e.Type(key, text)
	if left {
		r.fill()
	}
	r.enable()
	r.panel.Refresh()
	if key != BasisField {
		r.judge()
	}
	if words := r.e.Pending(); words != "" {
		r.s.w.Say(kit.Unconfirmed, words, "看过右边名单，按 F8 核对并执行，按 Esc 放弃")
	}
}

// judge finds in the background who is affected by what is typed.
func (r *rules) judge() {
	work := r.e.Work()
	if work == nil {
		r.judging.Leave()
		r.shown()
		return
	}
	kit.Run(r.judging, kit.Task[governing.Effect]{
		Title: "正在看谁会变",
		Work:  func(ctx context.Context, _ kit.Progress) (governing.Effect, error) { return work(ctx) },
		Done: func(effect governing.Effect) {
			r.e.Show(effect)
			r.shown()
		},
	})
	r.people.SetStale(true)
	r.effect.Refresh()
}

// shown draws the effect.
func (r *rules) shown() {
	r.people.Change(func() int { return r.e.People() })
	r.people.SetStale(false)
	r.effect.Refresh()
}
