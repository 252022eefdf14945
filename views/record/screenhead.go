package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// drawHead writes who it is, how he stands, and his place in the list.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	if s.model == nil {
		return
	}
	h := s.model.Heading()
	left, right := kit.Margin, size.Width-headOver
	if s.w.Shape() == shell.Narrow {
		left = narrowLeft
	}
	if h.Of > 0 {
		right = s.drawPlace(sheet, h, right) - kit.Margin
	}
	if name := kit.Title().Width(h.Name); name <= (right-left)/2 {
		sheet.Text(h.Name, left, 14, 28, kit.Title())
		s.drawStanding(sheet, h, 14, [2]float32{left + kit.Whole(name) + 12, right})
		return
	}
	// A name of fifty characters: two lines, and what is said of him after it.
	style := kit.Style{Size: kit.Large, Bold: true}
	lines := kit.Lines(h.Name, right-left, kit.Large, true)
	sheet.Text(lines[0], left, 4, 24, style)
	second := strings.Join(lines[1:], "")
	end := left
	if second != "" {
		end += sheet.TextIn(second, left, 28, right-left, 24, style).Size().Width + 12
	}
	s.drawStanding(sheet, h, 26, [2]float32{end, right})
}

// drawPlace writes 14 / 278 between its two keys and returns where it begins.
func (s *Screen) drawPlace(sheet *kit.Sheet, h Heading, right float32) float32 {
	x := right
	for _, b := range []*kit.Button{s.down, nil, s.up} {
		if b == nil {
			x -= 8
			x -= sheet.TextR(fmt.Sprintf("/ %d", h.Of), x, 14, 28, kit.Quiet()).Size().Width + 6
			x -= sheet.TextR(fmt.Sprint(h.At), x, 14, 28, kit.Strong()).Size().Width + 8
			x = kit.Whole(x)
			continue
		}
		// A link keeps 8 free between its word and its key; these have no word.
		wide := b.MinSize().Width
		sheet.Put(b, x-wide, 17, wide, kit.SmallHeight)
		x -= wide - 8
	}
	return x
}

// drawStanding writes facts, status and flags between two places. What is short
// and decides, the status and the flags, has its room first.
func (s *Screen) drawStanding(sheet *kit.Sheet, h Heading, y float32, room [2]float32) {
	x, right := room[0], room[1]
	sign := kit.StatusSign(s.model.Applicant().Application.Status)
	need := float32(0)
	if h.Status != "" {
		need += kit.ChipWidth(h.Status, sign) + 12
	}
	flags := flagWords(h)
	for _, f := range flags {
		need += kit.FlagWidth(f) + 8
	}
	for _, fact := range h.Facts {
		wide := min(kit.Quiet().Width(fact), right-x-need-kit.Gutter)
		if wide < 28 && wide < kit.Quiet().Width(fact) {
			break
		}
		x += sheet.TextIn(fact, x, y, wide, 28, kit.Quiet()).Size().Width + kit.Gutter
	}
	x = kit.Whole(x)
	if h.Status != "" {
		x += sheet.Chip(h.Status, sign, x, y+3) + 12
	}
	for _, f := range flags {
		x += sheet.Flag(f, x, y+3) + 8
	}
}

// flagWords are at most two flags, and how many more there are.
func flagWords(h Heading) (words []string) {
	for _, f := range h.Flags {
		words = append(words, f.String())
	}
	if more := len(words) - 2; more > 0 {
		words = slices.Concat(words[:2], []string{fmt.Sprintf("+%d", more)})
	}
	return words
}

// drawStrip is the panel in one line.
func (s *Screen) drawStrip(sheet *kit.Sheet, size fyne.Size) {
	if s.model == nil {
		return
	}
	p := s.model.Panel()
	sign := kit.SignOf(p.Mark)
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Panel)
	x := float32(16)
	if sign != kit.NoSign {
		sheet.Bar(0, 0, size.Height, sign.Color())
		sheet.Sign(sign, x, (size.Height-16)/2, 16)
		x += 24
	}
	link := s.unfold
	if s.over {
		link = s.refold
	}
	wide := link.MinSize().Width
	right := size.Width - 12 - wide
	sheet.Put(link, right, (size.Height-kit.SmallHeight)/2, wide, kit.SmallHeight)
	right -= 16
	for _, fact := range slices.Backward(p.Facts) {
		right -= sheet.TextR(fact, right, 0, size.Height, kit.Quiet()).Size().Width + 16
	}
	title := sheet.Text(p.Title, x, 0, size.Height, kit.Strong())
	rest := strings.TrimLeft(strings.TrimPrefix(p.Strip, p.Title), "　")
	x += title.Size().Width + 12
	note := p.Note
	if s.present != nil {
		note = "" // it stands beneath
	}
	sheet.TextIn(cmp.Or(note, rest, p.Lacks), x, 0, right-x, size.Height, kit.Style{})
}
