package applicants

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// importedSheet lies over the screen after an import and names what is to be
// mended, cell by cell. What a sheet of payments, scores or orders brought can be
// taken back from here.
type importedSheet struct {
	i     *importing
	told  Imported
	lines *kit.Rows
	line  *fyne.Container // the current one in full
	ring  *kit.Form
	copy  *kit.Button
	undo  *kit.Button // nil: nothing that can be taken back as a batch
	close *kit.Button
}

// Measures of the sheet.
const (
	importedWidth float32 = 1040
	figureWidth   float32 = 132
	shownLines            = 10
	detailLine    float32 = 22
	mostDetail            = 3 // lines of what to do; candidates of one name take more than one
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
	s.close = kit.NewButton("看完了", "Esc", true, s.leave)
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, i.w.Help)
	s.arrange(keys)
	i.w.Lay(importedWidth, keys, s.draw)
	keys.On(0, fyne.KeyEscape, s.leave)
	if len(told.Lines) > 0 {
		i.w.Canvas().Focus(s.lines)
		return
	}
	i.w.Canvas().Focus(s.close)
}

// arrange makes the buttons and the order in which Tab goes through the sheet.
func (s *importedSheet) arrange(keys *kit.Keys) {
	s.ring = kit.NewForm(s.i.w.Keys, s.i.w.Layer)
	if len(s.told.Lines) > 0 {
		label := "复制，发给报送单位"
		if s.told.ledger {
			label = "复制这些行"
		}
		s.copy = kit.NewButton(label, "Ctrl+C", false, s.toClipboard)
		s.ring.Then(s.lines, s.copy)
		keys.On(fyne.KeyModifierControl, fyne.KeyC, s.toClipboard)
	}
	if title, words, ok := s.told.TakeBack(); ok {
		ask := func() {
			s.i.w.Ask(shell.Question{Title: title, Words: words, Yes: "撤销", Do: func() { s.i.takeBack(s.told) }})
		}
		s.undo = kit.NewButton("撤销这一批", "Ctrl+Z", false, ask)
		s.ring.Then(s.undo)
		keys.On(fyne.KeyModifierControl, fyne.KeyZ, ask)
	}
	s.ring.Then(s.close)
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
	p.Put(s.ring.Object(), x, y, 0, 0)
	if len(s.told.Lines) > 0 {
		y = s.drawLines(p, x, y+8, width, top)
	}
	s.drawButtons(p, x, y+10, width)
	return y + 10 + kit.ButtonHeight - top
}

// drawLines puts the lines, as many as the window has room for, and the current
// one in full below them; it returns where they end.
func (s *importedSheet) drawLines(p *kit.Sheet, x, y, width, top float32) float32 {
	detail := s.detailHeight(width)
	room := s.i.w.Layer.Size().Height - 80 - (y - top) - detail - kit.ButtonHeight - 28
	fits := max(2, min(shownLines, len(s.told.Lines), int((room-kit.HeadHeight)/kit.RowPitch)))
	high := kit.HeadHeight + float32(fits)*kit.RowPitch
	p.Put(s.lines, x, y, width+kit.RowsBar, high)
	y += high + 10
	p.Put(s.line, x, y, width, detail)
	return y + detail
}

// detailHeight is the room for the line that has most to say of what to do, so
// that the sheet stands still while one goes through the lines.
func (s *importedSheet) detailHeight(width float32) float32 {
	longest := ""
	for _, l := range s.told.Lines {
		if len(l.Todo) > len(longest) {
			longest = l.Todo
		}
	}
	lines := len(kit.Lines(longest+"。", width-8, kit.Normal, false))
	return detailLine*float32(1+max(1, min(mostDetail, lines))) + 2
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
	p.TextIn(l.where()+"："+l.Trouble+"。", 8, 0, size.Width-8, detailLine, kit.Strong())
	p.Para(l.Todo+"。", 8, detailLine, size.Width-8, detailLine, kit.Style{})
}

func (s *importedSheet) drawButtons(p *kit.Sheet, x, y, width float32) {
	p.ButtonsR(x+width, y, 8, s.close, s.copy, s.undo)
}

func (s *importedSheet) toClipboard() {
	fyne.CurrentApp().Clipboard().SetContent(s.told.Letter())
	s.i.w.Done(s.told.Copied())
}

// leave goes on with what comes after.
func (s *importedSheet) leave() {
	s.i.w.Close()
	s.i.next()
}
