package review

import (
	"fmt"

	"gongkao/views/kit"
)

// drawPaper draws the scan, or what to do without one, and what was noted of the
// document.
func (s *Screen) drawPaper(sheet *kit.Sheet, width, bottom float32) {
	foot := bottom - scanFoot + 4
	high := foot - deskTop - 6
	if len(s.m.Scans()) > 0 {
		sheet.Put(s.view, 0, deskTop, width, high)
		s.drawScanFoot(sheet, width, foot)
	} else {
		s.drawBare(sheet, width, high)
		sheet.Text("记一下看到的：", 0, foot+2, kit.SmallHeight, kit.Quiet())
	}
	y := foot + 32
	x := float32(0)
	now, by := s.m.NoteOf()
	for i, b := range s.noting {
		if Noted[i].State == now {
			sheet.Icon(kit.IconTick, x, y+4, 14, kit.Colors.Accent)
			x += 18
		}
		wide := b.MinSize().Width
		sheet.Put(b, x, y, wide, kit.SmallHeight)
		x += wide + 16
	}
	if by != "" && kit.Quiet().Width(by) <= width-x {
		sheet.TextR(by, width, y, kit.SmallHeight, kit.Quiet())
	}
}

// drawScanFoot tells the page and the keys of the scan.
func (s *Screen) drawScanFoot(sheet *kit.Sheet, width, y float32) {
	right := width
	for _, word := range []struct{ words, caps string }{{"转向", "R"}, {"放大", "−"}, {"", "+"}} {
		if word.words != "" {
			right -= kit.Whole(sheet.TextR(word.words, right, y+2, kit.SmallHeight, kit.Quiet()).MinSize().Width) + 6
		}
		right -= kit.KeyCapWidth(word.caps)
		sheet.KeyCap(word.caps, right, y+2)
		right -= 8
		if word.caps == "R" {
			right -= 8
		}
	}
	words := "正在读扫描件…"
	if n := s.view.Pages(); n > 0 {
		words = fmt.Sprintf("扫描件　第 %d 页，共 %d 页", s.view.Page()+1, n)
	}
	room := right - kit.KeyCapWidth("F6") - 20
	if n := s.view.Pages(); n > 0 && kit.Quiet().Width(words) > room {
		words = fmt.Sprintf("%d / %d 页", s.view.Page()+1, n)
	}
	sheet.TextIn(words, 0, y+2, room, kit.SmallHeight, kit.Quiet())
	sheet.KeyCapR("F6", right-4, y+2)
}

// drawBare says what to look for on the original.
func (s *Screen) drawBare(sheet *kit.Sheet, width, high float32) {
	sheet.Tint(0, deskTop, width, high, kit.Colors.Desk)
	what, look, standing := s.m.Bare()
	e, _ := s.m.Shown()
	y := deskTop + max(4, min(72, kit.Whole((high-88)/2)))
	inner := width - 2*kit.Margin
	y += sheet.Para(e.Name+"："+what, kit.Margin, y, inner, 24, kit.Style{Size: kit.Large, Bold: true}) + 8
	if look != "" {
		y += sheet.Para(look, kit.Margin, y, inner, 22, kit.Style{}) + 4
	}
	sheet.TextIn("现在："+standing, kit.Margin, y, inner, 22, kit.Quiet())
}

func (s *Screen) drawPhoto(sheet *kit.Sheet, width, bottom float32) {
	high := bottom - deskTop
	sheet.Tint(0, deskTop, width, high, kit.Colors.Desk)
	if s.photo == nil {
		sheet.Para("没有照片", kit.Margin, deskTop+min(72, kit.Whole(high/4)), width-2*kit.Margin, 24, kit.Style{Size: kit.Large, Bold: true})
		return
	}
	tall := min(high-2*16, 336)
	wide := kit.Whole(tall / photoAspect)
	sheet.Put(s.photo, kit.Whole((width-wide)/2), deskTop+kit.Whole((high-tall)/2), wide, tall)
}
