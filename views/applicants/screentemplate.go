package applicants

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// templateMemory is the name under which the window remembers where templates lie.
const templateMemory = "applicants.template"

// toTemplate asks for a template and fills it with the selected, or the whole list.
func (s *Screen) toTemplate() {
	if err := s.m.Exportable(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	ask := kit.FileAsk{Title: "选择本单位的模板", Kinds: []kit.FileKind{kit.ExcelFiles}}
	if was := s.w.Memory.Lines(templateMemory); len(was) > 0 {
		ask.Start = was[0]
	}
	s.w.Files.Open(ask, func(path string) {
		look := s.m.Look(path)
		kit.Run(s.exporting, kit.Task[*Templating]{
			Title: "正在看模板",
			Work:  func(ctx context.Context, _ kit.Progress) (*Templating, error) { return look(ctx) },
			Done: func(t *Templating) {
				s.w.Memory.KeepLines(templateMemory, []string{t.Folder()})
				if _, asks := t.Asks(); asks {
					s.askColumns(t)
					return
				}
				s.saveTemplate(t)
			},
		})
	})
}

// saveTemplate asks where the filled template goes, and writes it.
func (s *Screen) saveTemplate(t *Templating) {
	s.w.Files.Save(kit.FileAsk{Title: "导出到哪里", Name: s.m.ExportName(), Kinds: []kit.FileKind{kit.ExcelFiles}}, func(path string) {
		work := t.Export(path)
		kit.Run(s.exporting, kit.Task[wording.Done]{
			Title: "正在填模板",
			Work:  func(ctx context.Context, _ kit.Progress) (wording.Done, error) { return work(ctx) },
			Done:  s.w.Done,
		})
	})
}

// columnsSheet lies over the list and asks what the columns of a template are: the
// row of its heads, then each column with its letters and head.
type columnsSheet struct {
	s       *Screen
	t       *Templating
	form    *kit.Form
	scroll  *container.Scroll
	row     *kit.Field
	columns map[string]*kit.Lookup // by letters
	width   float32
	wrong   string
	said    *fyne.Container
	fill    *kit.Button
	leave   *kit.Button
}

// Measures of the sheet.
const (
	columnsWidth float32 = 880
	mostColumns  float32 = 9 // rows of two columns that are seen at once
)

func (s *Screen) askColumns(t *Templating) {
	c := &columnsSheet{s: s, t: t}
	c.form = kit.NewForm(s.w.Keys, s.w.Lists)
	c.scroll = container.NewVScroll(c.form.Object())
	c.form.Within(c.scroll)
	c.row = kit.NewField(kit.Spec{Hint: "两行的表头写下面一行"})
	c.row.SetValue(t.Row())
	c.row.Left = c.setRow
	c.said = kit.Drawn(fyne.Size{}, c.drawSaid)
	c.fill = kit.NewButton("选导出位置", "Ctrl+Enter", true, c.done)
	c.leave = kit.NewButton("不导出", "Esc", false, s.w.Close)
	keys := kit.NewKeys()
	keys.On(fyne.KeyModifierControl, fyne.KeyReturn, c.done)
	keys.On(fyne.KeyModifierControl, fyne.KeyEnter, c.done)
	c.arrange()
	s.w.Lay(columnsWidth, keys, c.draw)
	s.w.Canvas().Focus(c.row)
}

// arrange makes a field for each column of the row, two beside each other.
func (c *columnsSheet) arrange() {
	c.columns = map[string]*kit.Lookup{}
	c.form.Clear()
	c.form.Row(kit.Cell{Key: "row", Label: "表头在第几行", At: c.row})
	c.form.Group("")
	var pair []kit.Cell
	for _, column := range c.t.Columns() {
		choose := kit.NewLookup(kit.Options(c.t.Choices()...))
		choose.SetValue(column.Filled)
		choose.Left = func(text string) { c.say(c.t.Fill(column.Letters, text)) }
		c.columns[column.Letters] = choose
		label := kit.Fit(column.Letters+"　"+column.Head, columnLabel-8, kit.Normal, false)
		pair = append(pair, kit.Cell{Key: column.Letters, Label: label, At: choose, Track: len(pair)})
		if len(pair) == 2 {
			c.form.Row(pair...)
			pair = nil
		}
	}
	if len(pair) > 0 {
		c.form.Row(pair...)
	}
	c.form.Then(c.fill, c.leave)
	c.stand()
}

// stand sets the two columns of the form in the width there is.
func (c *columnsSheet) stand() {
	half := kit.Whole((c.width - kit.RowsBar - kit.Margin) / 2)
	c.form.Columns(0, kit.Track{Label: 0, Field: columnLabel, Right: half}, kit.Track{Label: half + kit.Margin, Field: half + kit.Margin + columnLabel, Right: 2*half + kit.Margin})
	c.form.Object().Refresh()
	c.scroll.Refresh()
}

// columnLabel is the room for a column's letters and head.
const columnLabel float32 = 168

// setRow shows the columns of another row.
func (c *columnsSheet) setRow(text string) {
	before := c.t.Row()
	err := c.t.SetRow(text)
	c.say(err)
	if err == nil && c.t.Row() != before {
		c.arrange()
	}
}

// say writes what is wrong above the buttons, or takes it away.
func (c *columnsSheet) say(err error) {
	c.wrong = ""
	if refusal, ok := data.AsRefusal(err); ok {
		c.wrong = refusal.Message + "，" + refusal.Hint
	}
	c.said.Refresh()
}

func (c *columnsSheet) drawSaid(p *kit.Sheet, size fyne.Size) {
	if c.wrong != "" {
		p.Sign(kit.Warned, 0, 3, 16)
		p.Para(c.wrong, 24, 1, size.Width-24, 20, kit.Style{Color: kit.Warned.Color()})
		return
	}
	p.Text("F4 或打拼音首字母选；不填的栏目选"+leftEmpty+"。", 0, 1, 20, kit.Quiet())
}

func (c *columnsSheet) draw(p *kit.Sheet, x, y, width float32) float32 {
	top := y
	p.TextIn("套用模板："+c.t.Name(), x, y, width, 28, kit.Title())
	y += 36
	c.width = width
	c.stand()
	why, _ := c.t.Asks()
	y += p.Para(why, x, y, width, 20, kit.Quiet()) + 12
	high := min((mostColumns+1)*kit.FieldPitch+16, max(3*kit.FieldPitch, c.s.w.Layer.Size().Height-300))
	p.Put(c.scroll, x, y, width, high)
	y += high + 8
	p.Put(c.said, x, y, width, 42)
	y += 46
	p.ButtonsR(x+width, y, 8, c.fill, c.leave)
	return y + kit.ButtonHeight - top
}

// done takes what is chosen, and asks where to.
func (c *columnsSheet) done() {
	err := c.t.SetRow(c.row.Value())
	for letters, choose := range c.columns {
		if err == nil {
			err = c.t.Fill(letters, choose.Value())
		}
	}
	if err == nil {
		err = c.t.Ready()
	}
	if c.say(err); err != nil {
		return
	}
	c.s.w.Close()
	c.s.saveTemplate(c.t)
}
