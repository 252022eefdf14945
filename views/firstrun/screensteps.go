package firstrun

import (
	"gongkao/views/entrance"
	"gongkao/views/kit"
)

// drawSteps draws the pages behind, the one open, and those to come.
func (s *Screen) drawSteps(sheet *kit.Sheet, a entrance.Area) {
	c := kit.Colors
	pitch := float32(44)
	if a.Tight {
		pitch = 36
	}
	words, open := s.model.Steps()
	for i, word := range words {
		y, middle := a.Y+float32(i)*pitch, pitch/2
		if i == open {
			sheet.Rect(0, y, a.Width, pitch, c.Paper)
			sheet.Bar(0, y, pitch, c.Accent)
		}
		switch {
		case i < open:
			sheet.Icon(kit.IconPass, a.X, y+middle-8, 16, c.Pass)
			sheet.Text(word, a.X+28, y, pitch, kit.Style{})
		case i == open:
			sheet.Tint(a.X+2, y+middle-6, 13, 13, c.Accent).CornerRadius = 6.5
			sheet.Text(word, a.X+28, y, pitch, kit.Strong().In(c.Accent))
		default:
			sheet.Icon(kit.IconOpen, a.X, y+middle-8, 16, c.HeadLine)
			sheet.Text(word, a.X+28, y, pitch, kit.Quiet())
		}
	}
}
