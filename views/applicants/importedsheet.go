package applicants

import (
	"fyne.io/fyne/v2"

	"gongkao/app/intake"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// importedSheet lies over the list after an import and names what is to be
// mended, cell by cell.
type importedSheet struct {
	i      *importing
	told   Imported
	lines  *kit.Rows
	line   *fyne.Container // the current one in full
	ring   *kit.Form
	copy   *kit.Button
	create *kit.Button // nil: no unit is lacking
	close  *kit.Button
}

// Measures of the sheet.
const (
	importedWidth float32 = 1040
	figureWidth   float32 = 132
	shownLines            = 10
	detailHeight  float32 = 46
)

func (i *importing) show(told Imported) {
	s := &importedSheet{i: i, told: told}
	s.lines = kit.NewRows([]kit.Column{
		{Key: "place", Head: "行", Width: 84}, {Key: "cell", Head: "格", Width: 56}, {Key: "name", Head: "姓名", Width: 88},
		{Key: "trouble", Head: "问题", Width: 300, Rest: true, Least: 260}, {Key: "todo", Head: "怎么办", Width: 380, Spare: 1},
	}, s.cell)
	s.lines.SetCount(len(told.Lines))
	s.line = kit.Drawn(fyne.Size{}, s.drawLine)
	s.lines.OnCurrent = func(int) { s.line.Refresh() }
	s.copy = kit.NewButton("复制，发给报送单位", "Ctrl+C", false, s.toClipboard)
	s.close = kit.NewButton("看完了", "Esc", true, i.w.Close)
	s.ring = kit.NewForm(i.w.Keys, i.w.Layer)
	s.ring.Then(s.lines, s.copy)
	if label, words, ok := told.Create(); ok {
		s.create = kit.NewButton(label, "", false, func() { s.ask(label, words) })
		s.ring.Then(s.create)
	}
	s.ring.Then(s.close)
	keys := kit.NewKeys()
	keys.On(fyne.KeyModifierControl, fyne.KeyC, s.toClipboard)
	i.w.Lay(importedWidth, keys, s.draw)
	i.w.Canvas().Focus(s.lines)
}

func (s *importedSheet) cell(row int, column string) kit.RowCell {
	l := s.told.Lines[row]
	switch column {
	case "place":
		return kit.Words(l.Place)
	case "cell":
		return kit.Words(l.Cell)
	case "name":
		return kit.Words(l.Name)
	case "trouble":
		sign := kit.Blocked
		if l.Entered {
			sign = kit.Warned
		}
		return kit.Signed(sign, l.Trouble, kit.Style{})
	}
	return kit.Styled(l.Todo, kit.Quiet())
}

func (s *importedSheet) draw(p *kit.Sheet, x, y, width float32) float32 {
	top := y
	p.TextIn("导入："+s.told.File, x, y, width-60, 28, kit.Title())
	y += 40
	for n, f := range s.told.Figures() {
		s.figure(p, f, x+float32(n)*figureWidth, y)
	}
	y += 40
	for _, sentence := range s.told.Advice() {
		y += p.Para(sentence, x, y, width, 22, kit.Style{}) + 4
	}
	y += 8
	room := s.i.w.Layer.Size().Height - 80 - (y - top) - detailHeight - kit.ButtonHeight - 28
	fits := max(2, min(shownLines, len(s.told.Lines), int((room-kit.HeadHeight)/kit.RowPitch)))
	high := kit.HeadHeight + float32(fits)*kit.RowPitch
	p.Put(s.lines, x, y, width+kit.RowsBar, high)
	y += high + 10
	p.Put(s.ring.Object(), x, y, 0, 0)
	p.Put(s.line, x, y, width, detailHeight)
	y += detailHeight + 10
	s.drawButtons(p, x, y, width)
	return y + kit.ButtonHeight - top
}

// figure is a word and its number; the last one decides.
func (s *importedSheet) figure(p *kit.Sheet, f Figure, x, y float32) {
	style := kit.Style{Size: kit.Heading}
	if f.Word == "待处理" {
		style.Bold = true
	}
	word := p.Text(f.Word, x, y, 28, kit.Quiet()).Size().Width
	p.Text(f.Number, x+word+8, y-1, 28, style)
}

// drawLine writes the current line in full.
func (s *importedSheet) drawLine(p *kit.Sheet, size fyne.Size) {
	at := s.lines.Current()
	if at < 0 {
		return
	}
	l := s.told.Lines[at]
	p.TextIn(l.where()+"："+l.Trouble+"。", 8, 0, size.Width-8, 22, kit.Strong())
	p.Para(l.Todo+"。", 8, 22, size.Width-8, 22, kit.Style{})
}

func (s *importedSheet) drawButtons(p *kit.Sheet, x, y, width float32) {
	p.ButtonsR(x+width, y, 8, s.close, s.copy, s.create)
}

func (s *importedSheet) toClipboard() {
	fyne.CurrentApp().Clipboard().SetContent(s.told.Letter())
	s.i.w.Done(s.told.Copied())
}

// ask makes the units that are lacking and imports the file once more.
func (s *importedSheet) ask(label string, words []string) {
	s.i.w.Ask(shell.Question{Title: label + "？", Words: words, Yes: "新建", Do: func() {
		takeIn(s.i.w, s.i.desk, s.i.path, intake.Options{CreateUnits: true})
	}})
}
