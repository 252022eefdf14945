package tray

import (
	"strings"

	"fyne.io/fyne/v2"

	trays "gongkao/app/tray"
	"gongkao/views/kit"
)

const (
	sidePitch float32 = 24
	sideLabel float32 = 112
	sideTop   float32 = cellTop + kit.FieldHeight + 4
)

// sides are where the two sides of a person stand in a width.
func sides(width float32) (label, here, there, wide float32) {
	label = 120
	here = label + sideLabel
	wide = kit.Whole((width - here - 24) / 2)
	return label, here, here + wide + 16, wide
}

// sameWords says what both sides say alike.
func sameWords(b Beside) string {
	if len(b.Same) == 0 {
		return ""
	}
	if len(b.Differing) == 0 {
		return "两边各项都一样：" + strings.Join(b.Same, "、")
	}
	return "两边一样：" + strings.Join(b.Same, "、")
}

func (s *Screen) besideHeight(b Beside, width float32) float32 {
	label, _, _, _ := sides(width)
	same := float32(len(kit.Lines(sameWords(b), width-label-16, kit.Normal, false))) * linePitch
	return sideTop + float32(len(b.Differing)+1)*sidePitch + same + 8 + float32(len(s.open.offers))*offerPitch + openFoot
}

// besideOffers is how far below the top of the row the answers begin.
func (s *Screen) besideOffers(b Beside, width float32) float32 {
	return s.besideHeight(b, width) - openFoot - float32(len(s.open.offers))*offerPitch
}

// drawBeside draws a row and the other side of the same person, and what may be
// done. What differs is marked on both.
func (s *Screen) drawBeside(sheet *kit.Sheet, r Row, b Beside, y, width float32) {
	c := columnsIn(width)
	s.drawPlace(sheet, r, y, c)
	sheet.TextIn(r.Trouble, c.written, y+cellTop, c.state-c.written-8, kit.FieldHeight, kit.Style{})
	s.drawState(sheet, r.Ready, r.Word, y, c)
	label, here, there, wide := sides(width)
	at := y + sideTop
	sheet.TextIn(b.Here, here+8, at, wide-16, sidePitch, kit.Strong())
	sheet.TextIn(b.There, there+8, at, wide-16, sidePitch, kit.Strong())
	for _, side := range b.Differing {
		at += sidePitch
		drawSide(sheet, side, at, width)
	}
	at += sidePitch + 2
	sheet.Para(sameWords(b), label, at, width-label-16, linePitch, kit.Quiet())
	s.drawOffers(sheet, here, y+s.besideOffers(b, width), width-here-8)
}

// drawSide writes a field on both sides.
func drawSide(sheet *kit.Sheet, side trays.Side, y, width float32) {
	label, here, there, wide := sides(width)
	sheet.TextIn(side.Label, label, y, sideLabel-8, sidePitch, kit.Quiet())
	for at, text := range map[float32]string{here: side.Here, there: side.There} {
		sheet.Rect(at, y+1, wide, sidePitch-2, kit.Colors.WarnTint)
		style := kit.Style{}
		if text == "" {
			text, style = "（空着）", kit.Quiet()
		}
		sheet.TextIn(text, at+8, y, wide-16, sidePitch, style)
	}
}

// besideOfferAt is the answer that was pressed; -1 for none.
func (s *Screen) besideOfferAt(b Beside, at fyne.Position) int {
	_, here, _, _ := sides(s.width)
	top := s.heights.tops[s.m.Current()] + s.besideOffers(b, s.width)
	n := int((at.Y - top) / offerPitch)
	if at.X < here || at.Y < top || n >= len(s.open.offers) {
		return -1
	}
	return n
}
