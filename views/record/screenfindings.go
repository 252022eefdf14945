package record

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// lineRoom is where a finding ends at the right, and how it is set.
type lineRoom struct {
	right float32
	first bool // set larger
	goes  bool // leads to a field
	keyed bool // and is the first that does
}

const (
	stepIndent float32 = 42
	leadRoom   float32 = 24 // a line of a sum
	metPitch   float32 = 26
)

// goes reports whether a finding is mended in a field of the form.
func (p *panelPart) goes(l Line) bool {
	return l.Key != "" && l.Mark >= wording.Warn && !p.s.form.locked[l.Key]
}

// drawLine sets a finding: what, the sum that shows it or a sentence, what to
// bring or to do, where it is written.
func (p *panelPart) drawLine(sheet *kit.Sheet, l Line, y float32, room lineRoom) float32 {
	top, sign := y, kit.SignOf(l.Mark)
	y += 4
	y += p.drawTitle(sheet, l, y, room) + 4
	width := room.right - panelPad
	if len(l.Sum) > 0 {
		y += drawSum(sheet, l.Sum, y, room.right)
	} else {
		y += sheet.Para(l.Fact, panelPad, y, width, 20, kit.Style{})
	}
	switch {
	case len(l.Bring) > 0:
		y += drawSteps(sheet, stepList{"要补", l.Bring}, y+4, room.right) + 4
	case len(l.Steps) > 0:
		y += drawSteps(sheet, stepList{"要做", l.Steps}, y+4, room.right) + 4
	}
	if l.First != "" {
		y += drawSteps(sheet, stepList{"最早", []string{l.First}}, y+4, room.right) + 4
	}
	y += 4
	if l.Source != "" {
		y += drawSource(sheet, l, y, room.right) + 4
	}
	color := sign.Color()
	if sign == kit.NoSign {
		color = kit.Colors.HeadLine
	}
	sheet.Bar(0, top, y-top, color)
	return y - top
}

// drawTitle writes sign, title and the way to the field; a title that does not
// fit takes a second line.
func (p *panelPart) drawTitle(sheet *kit.Sheet, l Line, y float32, room lineRoom) float32 {
	x, style := panelPad, kit.Strong()
	if room.first && l.Mark >= wording.Warn {
		style.Size = kit.Large
	}
	if sign := kit.SignOf(l.Mark); sign != kit.NoSign {
		sheet.Sign(sign, x, y+4, 16)
		x += signIndent
	}
	end := room.right
	switch {
	case room.goes:
		end = p.drawGo(sheet, l, y, room)
	case l.Act != 0:
		link := p.s.link("去办", "", func() { p.s.toAct(l.Act) })
		wide := link.MinSize().Width
		sheet.Put(link, end-wide, y+1, wide, kit.SmallHeight)
		end -= wide + 12
	}
	if l.Word != "" {
		word := style
		word.Color = kit.SignOf(l.Mark).Color()
		x += sheet.Text(l.Word, x, y+1, 24, word).Size().Width + 8
	}
	return sheet.Para(l.Title, x, y+1, end-x, 24, style)
}

// drawGo puts the link to the finding's field and returns where it begins.
func (p *panelPart) drawGo(sheet *kit.Sheet, l Line, y float32, room lineRoom) float32 {
	cap := ""
	if room.keyed {
		cap = "F6"
	}
	link := p.s.link("去补", cap, func() { p.s.toField(l.Key) })
	wide := link.MinSize().Width
	sheet.Put(link, room.right-wide, y+1, wide, kit.SmallHeight)
	return room.right - wide - 12
}

// drawSum sets a sum: labels left, figures right, a line above each result, and
// the figure of the last result bold. A label too long for its line is broken.
func drawSum(sheet *kit.Sheet, sum []data.Line, y, right float32) float32 {
	top, decides := y, -1
	for i, line := range sum {
		if line.Result {
			decides = i
		}
	}
	for i, line := range sum {
		style := kit.Style{}
		if line.Result {
			sheet.Line(panelPad, y, right-panelPad, kit.Colors.HeadLine)
		}
		if i == decides {
			style = kit.Strong()
		}
		room := right - panelPad
		if line.Figure != "" {
			room -= sheet.TextR(line.Figure, right, y, leadRoom, style).Size().Width + 12
		}
		y += max(leadRoom, sheet.Para(line.Label, panelPad, y+2, room, 20, kit.Quiet())+4)
	}
	return y - top
}

// stepList is what to bring or to do, and the word beside it.
type stepList struct {
	word  string
	steps []string
}

// drawSteps sets what to bring or to do.
func drawSteps(sheet *kit.Sheet, list stepList, y, right float32) float32 {
	top := y
	sheet.Text(list.word, panelPad, y, 20, kit.Quiet())
	for _, step := range list.steps {
		y += sheet.Para(step, panelPad+stepIndent, y, right-panelPad-stepIndent, 20, kit.Style{})
	}
	return y - top
}

// drawSource names document and clause, and says whether somebody has held the
// rule against the original.
func drawSource(sheet *kit.Sheet, l Line, y, right float32) float32 {
	style, standing := kit.Faint(), l.Standing()
	mark := float32(0)
	if !l.Confirmed {
		mark = 18
	}
	lines := kit.Lines(l.Source, right-panelPad, kit.Normal, false)
	for i, line := range lines {
		sheet.Text(line, panelPad, y+float32(i)*20, 20, style)
	}
	y += float32(len(lines)-1) * 20
	height := float32(len(lines)) * 20
	x := panelPad + kit.Whole(style.Width(lines[len(lines)-1])) + 14
	if x+mark+style.Width(standing) > right {
		x, y, height = panelPad, y+20, height+20
	}
	if mark > 0 {
		sheet.Sign(kit.Unconfirmed, x, y+3, 14)
	}
	sheet.Text(standing, x+mark, y, 20, style)
	return height
}

// drawMet lists what is met, each with what decided it; what needs no figure
// stands together. A rule nobody has held against the original has the dashed
// sign.
func (p *panelPart) drawMet(sheet *kit.Sheet, met []Met, y, right float32) float32 {
	top := y
	sheet.Head(fmt.Sprintf("符合 %d 项", len(met)), "", panelPad, y, right-panelPad)
	y += kit.HeadHeight + 3
	var others []string
	for _, m := range met {
		if (m.Fact == "" || m.Plain) && !m.Unconfirmed {
			others = append(others, m.Title)
			continue
		}
		y += drawMetRow(sheet, m, y, right)
	}
	if len(others) > 0 {
		sheet.Sign(kit.Passed, panelPad, y+5, 16)
		y += sheet.Para(strings.Join(slices.Compact(others), "；"), panelPad+signIndent, y+3, right-panelPad-signIndent, 20, kit.Quiet()) + 6
	}
	return y - top
}

// drawMetRow writes one clause in a line, or in two where the fact is long.
func drawMetRow(sheet *kit.Sheet, m Met, y, right float32) float32 {
	const word = "待核对"
	sign, left := kit.Passed, panelPad+signIndent
	if m.Unconfirmed {
		sign = kit.Unconfirmed
	}
	sheet.Sign(sign, panelPad, y+5, 16)
	fact, marked := kit.Style{}.Width(m.Fact), float32(0)
	if m.Unconfirmed {
		marked = kit.Quiet().Width(word) + 12
	}
	title := kit.Style{}.Width(m.Title)
	fits := left+title+12+marked+fact <= right
	end := right
	if fits && m.Fact != "" {
		sheet.TextR(m.Fact, right, y, metPitch, kit.Style{})
		end = right - fact - 12
	}
	if m.Unconfirmed {
		sheet.TextR(word, end, y, metPitch, kit.Quiet())
		end -= marked
	}
	height := max(metPitch, sheet.Para(m.Title, left, y+3, end-left, 20, kit.Style{})+6)
	if fits || m.Fact == "" {
		return height
	}
	for _, line := range kit.Lines(m.Fact, right-left, kit.Normal, false) {
		sheet.TextR(line, right, y+height-3, 20, kit.Style{})
		height += 20
	}
	return height + 2
}
