package units

import (
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Measures of the page.
const (
	footHeight float32 = 28 // what stands beneath the tree
	onlyWidth  float32 = 152
	columnGap  float32 = 32 // between the columns of the form
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	g := kit.Content(0, size.Width)
	sheet.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	why, what := s.model.Empty()
	nobody := why != "" && s.model.nobody()
	s.filter.Hidden, s.only.Hidden = nobody, nobody
	if nobody && !s.model.Fresh() {
		s.drawNobody(sheet, g, why, what)
		return
	}
	if !nobody {
		s.putTree(sheet, g, size, why, what)
	}
	left := g.X(s.treeSpan())
	sheet.Put(s.panel, left, kit.ScreenHeadHeight, size.Width-left, size.Height-kit.ScreenHeadHeight)
}

// treeSpan is how many columns of the page the tree takes: names of units are
// long, and a narrow window leaves the form a single column for it.
func (s *Screen) treeSpan() int {
	if s.w.Shape() == shell.Narrow {
		return 5
	}
	return 4
}

// putTree places the tree beneath what narrows it; a window that is not wide
// has the two fields one below the other.
func (s *Screen) putTree(sheet *kit.Sheet, g kit.Grid, size fyne.Size, why, what string) {
	x, w, y := g.Left, g.Span(s.treeSpan()), kit.ScreenHeadHeight
	s.showOwes(s.w.Shape() == shell.Wide)
	if s.w.Shape() == shell.Wide {
		sheet.Put(s.filter, x, y, w-onlyWidth-8, kit.FieldHeight)
		sheet.Put(s.only, x+w-onlyWidth, y, onlyWidth, kit.FieldHeight)
	} else {
		sheet.Put(s.filter, x, y, w, kit.FieldHeight)
		y += kit.FieldPitch
		sheet.Put(s.only, x, y, w, kit.FieldHeight)
	}
	y += kit.FieldHeight + 6
	bottom := size.Height - footHeight
	sheet.Put(s.rows, x, y, w+kit.RowsBar, bottom-y)
	sheet.Put(s.foot, x, bottom, w, footHeight)
	if why != "" {
		y += kit.HeadHeight + 20
		y += sheet.Para(why, x, y, w, 24, kit.Style{Size: kit.Large, Bold: true}) + 4
		sheet.Para(what, x, y, w, 20, kit.Quiet())
	}
}

// drawNobody says what to do when there is no unit at all.
func (s *Screen) drawNobody(sheet *kit.Sheet, g kit.Grid, why, what string) {
	sheet.Text(why, g.Left, 80, 24, kit.Style{Size: kit.Large, Bold: true})
	sheet.Text(what, g.Left, 112, 20, kit.Quiet())
}

func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.add, s.take)
	title, fact := s.model.Head()
	x := kit.Margin + sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width + 12
	sheet.TextIn(fact, x, 15, right-x, 28, kit.Lead())
}

// drawFoot says which rows are seen, or how many were found and by which other
// name the current one was.
func (s *Screen) drawFoot(sheet *kit.Sheet, size fyne.Size) {
	words := s.model.Found()
	first, end := s.rows.Seen()
	switch at := s.rows.Current(); {
	case words != "" && at >= 0 && at < len(s.tree) && s.tree[at].Why != "":
		words += "；" + s.tree[at].Why
	case words == "" && end >= first && end-first+1 < len(s.tree):
		words = fmt.Sprintf("第 %s—%s 行，共 %s 行", wording.Count(first+1), wording.Count(end+1), wording.Count(len(s.tree)))
	}
	sheet.TextIn(words, 12, 0, size.Width-12, size.Height, kit.Quiet())
}

// drawPanel draws the unit shown: its name, the sentence that must be read, and
// the form beneath.
func (s *Screen) drawPanel(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	if s.model.Selected() == "" && !s.model.Fresh() {
		return
	}
	x, w := kit.Margin, size.Width-2*kit.Margin
	name, fact, must := s.model.Particulars()
	y := s.drawName(sheet, w, name, fact)
	if must.Words != "" {
		y = s.drawMust(sheet, y, w, must)
	}
	y = s.drawYear(sheet, y, w)
	y = s.drawOwed(sheet, y, w, size.Height)
	s.layForm(w)
	sheet.Put(s.scroll, x, y, w+kit.RowsBar, size.Height-y)
}

// drawName sets the name, smaller and in two lines when it is long, and at its
// right what can be opened.
func (s *Screen) drawName(sheet *kit.Sheet, w float32, name, fact string) (end float32) {
	x, y := kit.Margin, float32(10)
	room := w
	for _, b := range []*kit.Button{s.people, s.originals, s.drop} {
		if !b.Hidden {
			wide := b.MinSize().Width
			sheet.Put(b, x+room-wide, y+3, wide, kit.SmallHeight)
			room -= wide + kit.Margin
		}
	}
	title, quiet := kit.Title(), kit.Quiet()
	wide := title.Width(name)
	if wide > room {
		y += sheet.Para(name, x, y, room, 24, kit.Style{Size: kit.Large, Bold: true})
	} else {
		sheet.Text(name, x, y, 28, title)
		if wide+12+quiet.Width(fact) <= room {
			sheet.Text(fact, x+wide+12, y+1, 28, quiet)
			return y + 38
		}
		y += 28
	}
	sheet.TextIn(fact, x, y, w, 22, quiet)
	return y + 28
}

// drawMust sets the sentence that must be read.
func (s *Screen) drawMust(sheet *kit.Sheet, y, w float32, must Sentence) (end float32) {
	x := kit.Margin
	sheet.Sign(kit.SignOf(must.Mark), x, y+4, 16)
	style := kit.Style{Size: kit.Large, Bold: must.Mark == wording.Block}
	return y + sheet.Para(must.Words, x+26, y, w-26, 24, style) + 8
}

// layForm lays the form out for a width.
func (s *Screen) layForm(w float32) {
	if w == s.wide {
		return
	}
	s.wide = w
	label := float32(96)
	if w < 680 {
		label = 72
	}
	if s.w.Shape() == shell.Narrow {
		s.form.Columns(0, kit.Track{Label: 0, Field: label, Right: w})
		s.scroll.Refresh()
		return
	}
	half := kit.Whole((w - columnGap) / 2)
	s.form.Columns(0, kit.Track{Label: 0, Field: label, Right: half}, kit.Track{Label: half + columnGap, Field: half + columnGap + label, Right: w})
	s.scroll.Refresh()
}
