package papers

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Measures of the page.
const (
	stripHeight float32 = 32
	fieldPitch  float32 = 36
	underHead   float32 = 8   // between a section's head and its first field
	deskInset   float32 = 16  // of what lies on the grey desk
	viewInset   float32 = 4   // the page view's own edge round the page
	deskHead    float32 = 44  // above the page
	deskFoot    float32 = 53  // below the page, with the keys that turn it
	thumbsFrom  float32 = 540 // a desk lower than this has no room for small pages
	footBottom  float32 = 41
)

// widths are of the columns at the left and right.
func (s *Screen) widths() (left, right float32) {
	switch s.w.Shape() {
	case shell.Wide:
		return 256, 248
	case shell.Medium:
		return 216, 216
	}
	return 216, 0
}

// gapBelowPapers is less where there is no room.
func gapBelowPapers(height float32) float32 {
	if height < thumbsFrom {
		return 8
	}
	return 24
}

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	left, right := s.widths()
	sheet.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	top := kit.ScreenHeadHeight
	if right == 0 {
		sheet.Put(s.strip, 0, top, size.Width, stripHeight)
		top += stripHeight
	}
	high := size.Height - top
	sheet.Put(s.left, kit.Margin, top, left, high)
	from, to := kit.Margin+left+kit.Gutter, size.Width
	if right > 0 {
		to = size.Width - kit.Margin - right - kit.Margin
		sheet.Put(s.right, size.Width-kit.Margin-right, top, right, high)
	}
	sheet.Put(s.desk, from, top, to-from, high)
}

// drawHead draws title and facts, and where there is no right column what it
// holds.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	right := size.Width - kit.Margin
	if s.w.Shape() == shell.Narrow {
		right = s.drawPrintingInHead(sheet, right)
	} else {
		wide := s.stamped.MinSize().Width
		right -= wide
		sheet.Put(s.stamped, right, 17, wide, kit.SmallHeight)
	}
	title, facts := s.m.Head()
	x := kit.Margin
	x += kit.Whole(sheet.Text(title, x, 14, 28, kit.Title()).MinSize().Width) + 12
	count := "　" + facts[len(facts)-1] // stays whole: a long name of a unit gives way
	room := right - x - kit.Gutter - kit.Lead().Width(count)
	x += sheet.TextIn(strings.Join(facts[:len(facts)-1], "　"), x, 14, room, 28, kit.Lead()).MinSize().Width
	sheet.Text(count, x, 14, 28, kit.Lead())
}
