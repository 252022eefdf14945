package papers

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

const (
	warningText float32 = 24 // where the words begin, after the sign
	warningGap  float32 = 24 // from one warning to the next
)

// newLinks makes a link for each warning that leads somewhere.
func (s *Screen) newLinks() {
	s.links = nil
	p, _ := s.m.Shown()
	for _, w := range p.Warnings {
		if w.Go != "" {
			link := kit.NewLink(w.Go, "", func() { s.follow(w) })
			link.Arrived = func() { s.reveal(link) }
			s.links = append(s.links, link)
		}
	}
}

// reveal scrolls to a link that has the focus.
func (s *Screen) reveal(link *kit.Button) {
	const air = 8
	y, high := link.Position().Y, s.warned.Size().Height
	switch offset := s.warned.Offset.Y; {
	case y < offset:
		s.warned.ScrollToOffset(fyne.NewPos(0, max(0, y-air)))
	case y+kit.SmallHeight > offset+high:
		s.warned.ScrollToOffset(fyne.NewPos(0, y+kit.SmallHeight+air-high))
	}
}

// drawWarnings draws what to look at; more than there is room for scrolls.
func (s *Screen) drawWarnings(sheet *kit.Sheet, size fyne.Size) {
	p, ok := s.m.Shown()
	if !ok || p.Pages == 0 {
		return
	}
	const top float32 = kit.HeadHeight + 8
	if len(p.Warnings) == 0 {
		sheet.Sign(kit.Passed, 0, top+3, 16)
		sheet.Text("没有要先看的", warningText, top, kit.SmallHeight, kit.Style{})
		return
	}
	inside := kit.NewSheet()
	drawAll(inside, p.Warnings, s.links, size.Width)
	s.warned.Content = inside.Object()
	sheet.Put(s.warned, 0, top, size.Width+kit.RowsBar, max(0, size.Height-top))
	s.warned.Refresh()
}

// drawAll draws warnings one below the other and returns their height. links
// are of those that lead somewhere, in their order.
func drawAll(sheet *kit.Sheet, warnings []Warning, links []*kit.Button, width float32) (y float32) {
	next := 0
	for i, w := range warnings {
		if i > 0 {
			y += warningGap
		}
		room := width - warningText
		sheet.Sign(kit.SignOf(w.Mark), 0, y+3, 16)
		y += sheet.Para(w.Title, warningText, y, room, 22, kit.Strong()) + 2
		for _, words := range w.Words {
			y += sheet.Para(words, warningText, y, room, 20, kit.Style{})
		}
		if w.Go != "" {
			sheet.Put(links[next], warningText, y+3, links[next].MinSize().Width, kit.SmallHeight)
			y += kit.SmallHeight + 3
			next++
		}
	}
	return y
}

// drawStrip is the right column's upper half for a window without one.
func (s *Screen) drawStrip(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	sheet.Line(0, 0, size.Width, kit.Colors.Hair)
	p, ok := s.m.Shown()
	if !ok || p.Pages == 0 {
		return
	}
	x, right := kit.Margin, size.Width-kit.Margin
	if len(p.Warnings) == 0 {
		sheet.Sign(kit.Passed, x, 8, 16)
		sheet.Text("打印之前没有要先看的", x+warningText, 0, size.Height, kit.Style{})
		return
	}
	sheet.KeyCapR("F6", right, 5)
	right -= kit.KeyCapWidth("F6") + 8
	right -= sheet.TextR(strings.TrimSpace("看 "+s.m.WarningCount()), right, 0, size.Height, kit.Quiet()).MinSize().Width + kit.Gutter
	for _, w := range p.Warnings {
		wide := warningText + kit.Strong().Width(w.Title)
		if x+wide > right {
			sheet.Text("…", x, 0, size.Height, kit.Strong())
			return
		}
		sheet.Sign(kit.SignOf(w.Mark), x, 8, 16)
		sheet.Text(w.Title, x+warningText, 0, size.Height, kit.Strong())
		x += kit.Whole(wide) + kit.Margin
	}
}

// toWarnings goes to the first thing to look at, or lays all over the page where
// there is no column for them.
func (s *Screen) toWarnings() {
	p, ok := s.m.Shown()
	switch {
	case !ok || len(p.Warnings) == 0:
		return
	case s.w.Shape() != shell.Narrow:
		if len(s.links) > 0 {
			s.w.Focus(s.links[0])
		}
		return
	}
	keys := kit.NewKeys()
	var links []*kit.Button
	for _, w := range p.Warnings {
		if w.Go == "" {
			continue
		}
		leave := func() {
			s.w.Close()
			s.follow(w)
		}
		digit := strconv.Itoa(len(links) + 1)
		keys.On(0, fyne.KeyName(digit), leave)
		links = append(links, kit.NewLink(w.Go, digit, leave))
	}
	s.w.Lay(560, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		const head float32 = 40
		sheet.Text("打印之前", x, y, 28, kit.Title())
		sheet.KeyCapR("Esc", x+width, y+3)
		inside := kit.NewSheet()
		high := drawAll(inside, p.Warnings, links, width)
		sheet.Put(inside.Object(), x, y+head, width, high)
		return head + high
	})
}
