package applicants

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// drawFoot draws the selection bar, or, when nobody is selected, which rows are
// seen.
func (s *Screen) drawFoot(p *kit.Sheet, size fyne.Size) {
	b := s.buttons
	chosen, place := s.m.Facts()
	for _, of := range []*kit.Button{b.print, b.copy, b.writeChosen, b.drop} {
		show(of, chosen != "")
	}
	middle := (size.Height - kit.ButtonHeight) / 2
	if chosen == "" {
		first, last := s.rows.Seen()
		p.Text(s.m.Place(first, last), kit.Margin, middle, kit.ButtonHeight, kit.Quiet())
		s.drawUnmask(p, kit.Margin, size.Width-kit.Margin, size.Height)
		return
	}
	p.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	p.Line(0, 0, size.Width, kit.Colors.HeadLine)
	right := p.ButtonsR(size.Width-kit.Margin, middle+1, 8, b.drop, b.writeChosen, b.copy, b.print)
	x := kit.Margin + p.Text(chosen, kit.Margin, middle+1, kit.ButtonHeight, kit.Strong()).Size().Width + 8
	x += p.TextIn(place, x, middle+1, right-x-8, kit.ButtonHeight, kit.Quiet()).Size().Width
	s.drawUnmask(p, x+kit.Margin, right-kit.Gutter, size.Height+2)
}

// drawUnmask puts 显示身份证号 at the right end of the room, if it fits
// and anybody's number is shown.
func (s *Screen) drawUnmask(p *kit.Sheet, left, right, height float32) {
	size := s.buttons.unmask.MinSize()
	fits := right-left >= size.Width && s.m.Len() > 0
	show(s.buttons.unmask, fits)
	if fits {
		p.Put(s.buttons.unmask, right-size.Width, (height-size.Height)/2, size.Width, size.Height)
	}
}

// unmask shows ID numbers whole, or masks them again.
func (s *Screen) unmask() {
	s.m.Unmask(!s.m.Unmasked())
	s.showUnmask()
	s.rows.Refresh()
	s.foot.Refresh()
}

func (s *Screen) showUnmask() {
	word := "显示身份证号"
	if s.m.Unmasked() {
		word = "遮住身份证号"
	}
	s.buttons.unmask.SetLabel(word)
}
