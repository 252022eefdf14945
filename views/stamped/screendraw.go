package stamped

import (
	"fyne.io/fyne/v2"

	sheets "gongkao/app/stamped"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Measures of the page.
const (
	panelWidth   float32 = 360
	missingPitch float32 = 28
	detailHeight float32 = 188
	detailPitch  float32 = 24
	footHeight   float32 = 40
)

// draw places the parts. A narrow window has room for the scans or for who is
// missing, and F6 turns from the ones to the others.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.reprints)
	title, fact := s.m.Head()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	narrow := s.w.Shape() == shell.Narrow
	if narrow && !s.turned {
		fact += "　F6 " + s.m.MissingWords()
	}
	sheet.TextIn(fact, x, 15, right-x-12, 28, kit.Lead())
	switch {
	case narrow && s.turned:
		s.drawMissing(sheet, 0, size)
	case narrow:
		s.drawScans(sheet, size.Width-2*kit.Margin, size.Height)
	default:
		from := size.Width - panelWidth
		s.drawMissing(sheet, from, size)
		s.drawScans(sheet, from-2*kit.Margin, size.Height)
	}
}

// drawScans draws the field, the scans and what the current one says.
func (s *Screen) drawScans(sheet *kit.Sheet, width, height float32) {
	x, y := kit.Margin, kit.ScreenHeadHeight
	sheet.Put(s.scanner, x, y, width, kit.FieldHeight)
	y += kit.FieldHeight + 12
	if len(s.m.Lines()) == 0 {
		sheet.Text("还没有扫", x, y+8, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.Para("盖好章的纸一张一张扫右下角的二维码。没有扫描枪，录纸脚上的核对码，如 K7M2-9QX4。与记录一致的登记“已回”，数据改过的说明改了什么。", x, y+40, width, 22, kit.Quiet())
		return
	}
	bottom := height - detailHeight
	sheet.Put(s.lines, x, y, width+kit.RowsBar, bottom-y)
	sheet.Line(x, bottom, width, kit.Colors.HeadLine)
	if l, ok := s.current(); ok {
		s.drawDetail(sheet, l, [3]float32{x, bottom + 8, width}, height-footHeight)
	}
	at := x
	for _, b := range []*kit.Button{s.record, s.back, s.clear} {
		wide := b.MinSize().Width
		sheet.Put(b, at, height-footHeight+8, wide, kit.SmallHeight)
		at += wide + kit.Margin
	}
}

// drawDetail writes what a scan says: the verdict, then what has changed, as many
// lines as there is room for.
func (s *Screen) drawDetail(sheet *kit.Sheet, l Line, at [3]float32, bottom float32) {
	x, y, width := at[0], at[1], at[2]
	sign := kit.SignOf(l.Mark)
	if sign != kit.NoSign {
		sheet.Sign(sign, x, y+4, 16)
	}
	head := l.Verdict
	if l.Who != "" {
		head = l.Who + "的" + l.Paper + "　" + l.Verdict
	}
	sheet.TextIn(head, x+24, y, width-24, 24, kit.Strong())
	y += 26
	if len(l.Said) == 0 {
		y += sheet.Para(l.What, x+24, y, width-24, 22, kit.Style{})
		sheet.Para(l.Next, x+24, y, width-24, 22, kit.Quiet())
		return
	}
	drawSaid(sheet, l.Said, [3]float32{x + 24, y, width - 24}, bottom)
}

// drawSaid lists changes: what, as printed, and as on record. Those without room
// are counted.
func drawSaid(sheet *kit.Sheet, said []sheets.Said, at [3]float32, bottom float32) (height float32) {
	x, y, width := at[0], at[1], at[2]
	room := max(1, int((bottom-y)/detailPitch))
	for i, one := range said {
		if i == room-1 && len(said) > room {
			sheet.TextIn("还有 "+wording.Count(len(said)-i)+" 处；打开登记看全部经过", x, y, width, detailPitch, kit.Quiet())
			return y + detailPitch - at[1]
		}
		drawOne(sheet, one, [3]float32{x, y, width})
		y += detailPitch
	}
	return y - at[1]
}

// drawOne writes one change in a line: the label quiet, the new value bold.
func drawOne(sheet *kit.Sheet, one sheets.Said, at [3]float32) {
	x, y, end := at[0], at[1], at[0]+at[2]
	put := func(text string, style kit.Style) {
		if text != "" && x < end {
			x += sheet.TextIn(text, x, y, end-x, detailPitch, style).Size().Width + 12
		}
	}
	put(one.Who, kit.Style{})
	c := one.Change
	if c.Label == "" {
		put(one.Words, kit.Style{})
		return
	}
	put(c.Label, kit.Quiet())
	if c.Old == "" && c.New == "" {
		return
	}
	put(wording.Or(c.Old, "空")+" →", kit.Style{})
	put(wording.Or(c.New, "空"), kit.Strong())
}

// drawMissing draws who of the paper and the unit is still missing.
func (s *Screen) drawMissing(sheet *kit.Sheet, x float32, size fyne.Size) {
	sheet.Rect(x, kit.ScreenHeadHeight, size.Width-x, size.Height-kit.ScreenHeadHeight, kit.Colors.Panel)
	const label float32 = 44
	left := x + kit.Margin
	width := size.Width - kit.Margin - left
	y := kit.ScreenHeadHeight
	sheet.Head("还缺谁的", "", left, y, width)
	sheet.KeyCap("F6", left+kit.Whole(kit.Strong().Width("还缺谁的"))+10, y+7)
	sheet.TextR(s.m.MissingWords(), left+width, y+6, 24, kit.Strong())
	y += kit.HeadHeight + 8
	for _, f := range []struct {
		word string
		at   *kit.Lookup
	}{{"表", s.paper}, {"单位", s.unit}} {
		sheet.Text(f.word, left, y, kit.FieldHeight, kit.Quiet())
		sheet.Put(f.at, left+label, y, width-label, kit.FieldHeight)
		y += kit.FieldHeight + 8
	}
	bottom := size.Height - footHeight
	sheet.Put(s.missing, left, y, width+kit.RowsBar, bottom-y)
	sheet.Put(s.print, left, bottom+8, s.print.MinSize().Width, kit.SmallHeight)
}

func (s *Screen) lineCell(row int, column string) kit.RowCell {
	l := s.m.Lines()[row]
	sign := kit.SignOf(l.Mark)
	switch column {
	case "when":
		return kit.Styled(l.At.Format("15:04"), kit.Quiet())
	case "verdict":
		return kit.Signed(sign, l.Verdict, kit.Style{Bold: l.Mark == wording.Block})
	case "paper":
		return kit.Styled(l.Paper, kit.Quiet())
	case "who":
		return kit.Words(l.Who)
	}
	return kit.Words(l.What)
}

func (s *Screen) missingCell(row int, column string) kit.RowCell {
	m := s.m.Missing()[row]
	switch column {
	case "name":
		return kit.Words(m.Name)
	case "unit":
		return kit.Styled(m.UnitOf, kit.Quiet())
	}
	return kit.Words(m.Words)
}
