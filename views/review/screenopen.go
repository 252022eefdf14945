package review

import (
	"fmt"
	"strings"

	"gongkao/data"
	"gongkao/views/kit"
)

// layOpen writes the open item: title, what to look at, the sum, the verdict, and
// what may be done.
func (c *clauses) layOpen(sheet *kit.Sheet, item Item, y, width float32) float32 {
	s, top, right := c.s, y, width-panelInset
	ground := sheet.Tint(0, y, width, 0, kit.Colors.AccentTint)
	bar := sheet.Rect(0, y, 4, 0, kit.Colors.AccentLine)
	if c.inside {
		bar.FillColor = kit.Colors.Accent
	}
	body := s.m.Body()
	y += 8
	y += c.layTitle(sheet, item, body, y, right)
	if body.Look != "" && !c.tight {
		y += sheet.Para(body.Look, bodyLeft, y, right-bodyLeft, 20, kit.Style{}) + 4
	}
	y = c.laySum(sheet, body, y, right)
	for _, more := range body.More {
		y += sheet.Para(more, bodyLeft, y, right-bodyLeft, 20, kit.Quiet()) + 2
	}
	if body.Note != "" {
		y += sheet.Para("已写："+body.Note, bodyLeft, y, right-bodyLeft, 20, kit.Quiet()) + 2
	}
	if !c.tight {
		y += 6
	}
	if s.writing != Nothing && !s.writing.atTheFoot() {
		y += c.layWriting(sheet, y, right)
	} else {
		y += c.layActs(sheet, item, body, y, right)
	}
	ground.Resize(ground.Size().AddWidthHeight(0, y-top+8))
	bar.Resize(bar.Size().AddWidthHeight(0, y-top+8))
	return y - top + 8 + 4
}

// layTitle writes number and title, and whether the row is signed off.
func (c *clauses) layTitle(sheet *kit.Sheet, item Item, body Body, y, right float32) float32 {
	const row float32 = 28
	sheet.TextR(item.Number, numberRight, y, row, kit.Strong())
	end := right
	if body.Unconfirmed {
		end -= kit.Whole(sheet.TextR("待核对", right, y, row, kit.Quiet()).MinSize().Width) + 22
		sheet.Sign(kit.Unconfirmed, end, y+6, 16)
		end -= 12
	}
	title := kit.Style{Size: kit.Large, Bold: true}
	if title.Width(item.Title) <= end-bodyLeft {
		sheet.Text(item.Title, bodyLeft, y, row, title)
		return row
	}
	return sheet.Para(item.Title, bodyLeft, y+2, end-bodyLeft, 24, title) + 4
}

// laySum sets the sum at the left, how it is counted and what comes of it at the
// right; a sentence too long for that stands beneath.
func (c *clauses) laySum(sheet *kit.Sheet, body Body, y, right float32) float32 {
	middle := bodyLeft + kit.Whole((right-bodyLeft)*0.52)
	aside, room := middle+24, right-middle-24
	if len(body.Sum) == 0 {
		aside, room = bodyLeft, right-bodyLeft
	}
	end := layLines(sheet, body.Sum, bodyLeft, y, middle-bodyLeft)
	at := y
	short := kit.Strong().Width(body.Verdict) <= room-24
	if short && len(body.Sum) == 0 {
		at += layVerdict(sheet, body, bodyLeft, at, right)
	}
	if len(body.Sum) == 0 {
		body.Method = []string{strings.Join(body.Method, "　")}
	}
	for _, words := range body.Method {
		at += sheet.Para(words, aside, at+2, room, 20, kit.Quiet()) + 2
	}
	if short && len(body.Sum) > 0 {
		at += layVerdict(sheet, body, aside, at+4, right) + 4
	}
	end = max(end, at) + 2
	if !short {
		end += layVerdict(sheet, body, bodyLeft, end+2, right) + 2
	}
	return end
}

// layLines sets a sum; the line that decides has a line above it and is bold.
func layLines(sheet *kit.Sheet, lines []data.Line, x, y, w float32) float32 {
	for _, line := range lines {
		figure := kit.Style{}
		if line.Result {
			sheet.Line(x, y, w, kit.Colors.AccentLine)
			figure = kit.Strong()
		}
		label := min(kit.Quiet().Width(line.Label), w*0.7)
		sheet.TextIn(line.Label, x, y, label+1, kit.SumRowHeight, kit.Quiet())
		sheet.TextR(kit.Fit(line.Figure, w-label-8, kit.Normal, line.Result), x+w, y, kit.SumRowHeight, figure)
		y += kit.SumRowHeight
	}
	return y
}

// layVerdict writes the sentence that decides behind its sign.
func layVerdict(sheet *kit.Sheet, body Body, x, y, right float32) float32 {
	if body.Verdict == "" {
		return 0
	}
	sign := stateSigns[body.State]
	sheet.Sign(sign, x, y+3, 16)
	return max(22, sheet.Para(body.Verdict, x+24, y+1, right-x-24, 20, kit.Strong().In(sign.Color()))+2)
}

// layWriting puts the field that asks in the place of the buttons.
func (c *clauses) layWriting(sheet *kit.Sheet, y, right float32) float32 {
	label, _, _ := c.s.m.Asks(c.s.writing)
	wide := kit.Whole(kit.Strong().Width(label)) + 12
	sheet.Text(label, bodyLeft, y, 34, kit.Strong())
	cap := kit.KeyCapWidth("Enter")
	sheet.Put(c.s.field(), bodyLeft+wide, y+1, right-bodyLeft-wide-cap-8, 32)
	sheet.KeyCapR("Enter", right, y+6)
	return 34
}

// layActs puts the buttons, and says what Enter ticks along.
func (c *clauses) layActs(sheet *kit.Sheet, item Item, body Body, y, right float32) float32 {
	if item.Kind != Judged || c.s.m.closed() {
		return 0
	}
	x := bodyLeft
	for _, b := range c.s.actsOf(item) {
		wide := b.MinSize().Width
		sheet.Put(b, x, y, wide, kit.ButtonHeight)
		x += wide + 8
	}
	if len(body.With) > 0 {
		words := "连同第 " + strings.Join(body.With, "、") + " 条"
		if kit.Quiet().Width(words) > right-x {
			words = fmt.Sprintf("连同另 %d 条", len(body.With))
		}
		if kit.Quiet().Width(words) <= right-x {
			sheet.TextR(words, right, y, kit.ButtonHeight, kit.Quiet())
		}
	}
	return kit.ButtonHeight
}
