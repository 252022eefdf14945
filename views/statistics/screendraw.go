package statistics

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Measures of the page.
const (
	choicesWidth float32 = 224
	choicesSlim  float32 = 176 // in a narrow window
	sumHeight    float32 = 34
	footHeight   float32 = 28
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	top := kit.ScreenHeadHeight
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.print, s.export)
	title, fact := s.m.Head()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 15, right-x, 28, kit.Lead())
	left := choicesWidth
	if s.w.Shape() == shell.Narrow {
		left = choicesSlim
	}
	sheet.Rect(0, top, left, size.Height-top, kit.Colors.Panel)
	sheet.Put(s.choices, 0, top, left+kit.RowsBar, size.Height-top)
	x = left + kit.Gutter
	width := size.Width - kit.Margin - x
	if why, what := s.m.Empty(); why != "" {
		sheet.Text(why, x, top+24, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.TextIn(what, x, top+56, width, 20, kit.Quiet())
		return
	}
	room := size.Height - footHeight - sumHeight - top - kit.HeadHeight
	high := kit.HeadHeight + kit.RowPitch*float32(min(s.m.Len(), int(room/kit.RowPitch))) // whole rows, the sum right under them
	sheet.Put(s.rows, x, top, width+kit.RowsBar, high)
	s.drawSum(sheet, x, top+high, width)
	sheet.TextIn(s.m.LastYear(), x, size.Height-footHeight, width, 20, kit.Faint())
}

// drawSum sets the total under the columns, as a sum.
func (s *Screen) drawSum(sheet *kit.Sheet, x, y, width float32) {
	sheet.Rect(x, y+1, width, 2, kit.Colors.HeadLine)
	total := s.m.Total()
	const pad float32 = 8
	for _, c := range []struct{ key, text string }{
		{"people", total.People}, {"last", total.Last}, {"change", total.Change}, {"approved", total.Approved}, {"due", total.Due}, {"paid", total.Paid},
	} {
		at, wide, shown := s.rows.ColumnAt(c.key)
		if shown {
			sheet.TextR(c.text, x+at+wide-pad, y+3, sumHeight-3, kit.Strong())
		}
	}
	at, _, _ := s.rows.ColumnAt("label")
	sheet.Text(total.Label, x+at+pad, y+3, sumHeight-3, kit.Strong())
}

func (s *Screen) choiceCell(row int, column string) kit.RowCell {
	c := s.m.Choices()[row]
	style := kit.Style{Bold: c.Chosen}
	switch column {
	case "cap":
		return kit.RowCell{Parts: []kit.Part{{Text: c.Cap, Frame: kit.Flagged}}}
	case "mark":
		return kit.Styled(c.Mark, kit.Quiet())
	}
	if c.Chosen {
		style.Color = kit.Colors.Accent
	}
	return kit.Styled(c.Label, style)
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	l := s.m.Line(row)
	style := kit.Style{Bold: l.Sum}
	switch column {
	case "label":
		if l.Under {
			return kit.Words("　" + l.Label)
		}
		return kit.Styled(l.Label, style)
	case "bar":
		if l.Sum {
			return kit.RowCell{}
		}
		return kit.Bars(l.Bar, l.Before)
	case "last", "change":
		return kit.Styled(map[string]string{"last": l.Last, "change": l.Change}[column], kit.Style{Bold: l.Sum, Color: kit.Colors.Ink2})
	}
	return kit.Styled(map[string]string{"people": l.People, "approved": l.Approved, "due": l.Due, "paid": l.Paid}[column], style)
}
