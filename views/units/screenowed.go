package units

import "gongkao/views/kit"

// Measures of what a unit is to send.
const (
	itemPitch  float32 = 28
	formLeast  float32 = 200 // what is left to the form beneath, or the list gives way
	figureWide float32 = 52
	byWide     float32 = 128
	nextWide   float32 = 190
)

// drawOwed draws what the unit is to send and what of it has come: a list where
// there is room for it, else a line.
func (s *Screen) drawOwed(sheet *kit.Sheet, y, w, bottom float32) (end float32) {
	items := s.model.Items()
	if len(items) == 0 {
		return y
	}
	x := kit.Margin
	if y+kit.HeadHeight+float32(len(items))*itemPitch+formLeast > bottom || w < 560 {
		words := s.model.Owed()
		if words == "" {
			return y
		}
		sheet.TextIn(words, x, y, w, 24, kit.Quiet())
		return y + 32
	}
	right := x + w
	next := w >= 700
	if next {
		right -= nextWide
		sheet.Text("下一步", right+16, y, kit.HeadHeight, kit.Quiet())
	}
	by := right - byWide
	sheet.Text("本年交来的", x, y, kit.HeadHeight, kit.Strong())
	sheet.Text("期限", by+16, y, kit.HeadHeight, kit.Quiet())
	for i, head := range []string{"应交", "已交", "还欠"} {
		sheet.TextR(head, by-float32(2-i)*figureWide, y, kit.HeadHeight, kit.Quiet())
	}
	sheet.Line(x, y+kit.HeadHeight-1, w, kit.Colors.HeadLine)
	y += kit.HeadHeight
	for _, it := range items {
		sheet.Sign(kit.SignOf(it.Mark), x, y+6, 16)
		sheet.TextIn(it.Name, x+26, y, by-3*figureWide-x-26, itemPitch, kit.Style{})
		for i, figure := range []string{it.Due, it.Done, it.Left} {
			style := kit.Quiet()
			if i == 2 && figure != "—" {
				style = kit.Strong()
			}
			sheet.TextR(figure, by-float32(2-i)*figureWide, y, itemPitch, style)
		}
		style := kit.Quiet()
		if it.ByMark != 0 {
			style = kit.Style{Color: kit.SignOf(it.ByMark).Color()}
		}
		sheet.TextIn(it.By, by+16, y, byWide-16, itemPitch, style)
		if next {
			sheet.TextIn(it.Next, right+16, y, nextWide-16, itemPitch, kit.Style{})
		}
		y += itemPitch
		sheet.Line(x, y-1, w, kit.Colors.Hair)
	}
	return y + 12
}

// drawYear draws the links to what can be done with the unit in the year, as many
// as there is room for; their keys work all the same.
func (s *Screen) drawYear(sheet *kit.Sheet, y, w float32) (end float32) {
	x, any := kit.Margin, false
	for _, b := range s.year() {
		if b.Hidden {
			continue
		}
		wide := b.MinSize().Width
		if x+wide > kit.Margin+w {
			break
		}
		sheet.Put(b, x, y, wide, kit.SmallHeight)
		x, any = x+wide+kit.Margin, true
	}
	if !any {
		return y
	}
	return y + kit.SmallHeight + 12
}
