package applicants

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"gongkao/app/intake"
	"gongkao/views/kit"
	"gongkao/views/tray"
)

// ask asks what is doubtful of a file, and else takes it in.
func (i *importing) ask(l looked) {
	i.end()
	if err := l.refusal(); err != nil {
		i.w.Errors.Show(err)
		i.next()
		return
	}
	if len(l.tables) > 0 {
		tray.Ask(i.w, i.desk, tray.Asking{Source: tray.Source{Path: i.path}, Tables: l.tables, Label: "照这样导入",
			Then: func(intake.Result) { i.look() }, Not: i.not})
		return
	}
	if sentences := unitChanges(l.result); sentences != nil && len(i.desk.AllUnits()) > 0 {
		i.choose("单位库要改这些", sentences, []choice{{"照此导入", "F8", func() { i.take(intake.Options{}) }}, {"不导入", "Esc", i.not}})
		return
	}
	if told, err := Tell(l.result); err == nil && bare(told) {
		if label, words, ok := told.Create(); ok {
			i.choose("单位库里没有这些单位", words, []choice{
				{label, "F8", func() { i.take(intake.Options{CreateUnits: true}) }},
				{"不新建，先导入", "F9", func() { i.take(intake.Options{}) }}, {"不导入", "Esc", i.not}})
			return
		}
	}
	i.take(intake.Options{})
}

// not says that a file was left.
func (i *importing) not() {
	i.w.Say(kit.SayPlain, "没有导入“"+filepath.Base(i.path)+"”", "")
	i.next()
}

// choice is a way to go on, with its key.
type choice struct {
	label, cap string
	do         func()
}

var choiceKeys = map[string]fyne.KeyName{"F8": fyne.KeyF8, "F9": fyne.KeyF9, "Esc": fyne.KeyEscape}

// choose lays a sheet with what is to be known and the ways to go on; the first is
// what one came for.
func (i *importing) choose(title string, words []string, ways []choice) {
	keys := kit.NewKeys()
	ring := kit.NewForm(i.w.Keys, i.w.Layer)
	var buttons []*kit.Button
	for n, c := range ways {
		do := func() {
			i.w.Close()
			c.do()
		}
		b := kit.NewButton(c.label, c.cap, n == 0, do)
		buttons = append(buttons, b)
		ring.Then(b)
		defer keys.On(0, choiceKeys[c.cap], do) // behind Lay, which gives Esc its own meaning
	}
	i.w.Lay(640, keys, func(s *kit.Sheet, x, y, width float32) float32 {
		top := y
		y += s.Para(title, x, y, width, 28, kit.Title()) + 4
		y += s.Para(filepath.Base(i.path), x, y, width, 22, kit.Quiet()) + 8
		for _, sentence := range words {
			y += s.Para(sentence, x, y, width, 22, kit.Style{}) + 6
		}
		y += 12
		s.Put(ring.Object(), x, y, 0, 0)
		s.ButtonsR(x+width, y, 8, buttons...)
		return y + kit.ButtonHeight - top
	})
	i.w.Canvas().Focus(buttons[0])
}
