package settings

import (
	"gongkao/views/kit"
)

// drawReading draws what the panel says of the tab.
func (s *Screen) drawReading(sheet *kit.Sheet, width float32) {
	switch s.tab {
	case Names:
		uses, places := s.m.Office()
		y := section(sheet, "印在哪里", 0, width)
		y = drawFacts(sheet, uses, y, width)
		y = section(sheet, "数据放在这台电脑上", y+sectionGap, width)
		drawFacts(sheet, places, y, width)
	case Backups:
		s.drawBackups(sheet, width)
	default:
		s.drawPolicy(sheet, width)
	}
}

// section draws a head and returns where its text begins.
func section(sheet *kit.Sheet, title string, y, width float32) float32 {
	sheet.Head(title, "", 0, y, width)
	return y + kit.HeadHeight + 10
}

// drawFacts draws labels and texts and returns where they end.
func drawFacts(sheet *kit.Sheet, facts []Fact, y, width float32) float32 {
	for _, f := range facts {
		sheet.Text(f.Label, 0, y, lineHeight, kit.Quiet())
		y += sheet.Para(f.Text, factLabel, y, width-factLabel, lineHeight, kit.Style{}) + 4
	}
	return y
}

// drawPolicy draws the current row of the policy: the clause first.
func (s *Screen) drawPolicy(sheet *kit.Sheet, width float32) {
	d, ok := s.policy.Detail(s.tab, s.lists[s.tab].Current())
	if !ok {
		return
	}
	y := sheet.Para(d.Title, 0, 4, width, 24, kit.Strong()) + 8
	sheet.Line(0, y, width, kit.Colors.HeadLine)
	y += 12
	if d.Text != "" {
		y += sheet.Para(d.Text, 0, y, width, 24, kit.Style{Size: kit.Large}) + 8
	}
	if d.Standing != "" {
		sheet.Sign(kit.SignOf(d.Mark), 0, y+3, 16)
		sheet.Text(d.Standing, 24, y, lineHeight, kit.Style{Color: kit.SignOf(d.Mark).Color()})
		y += lineHeight + 12
	}
	y = drawFacts(sheet, d.Facts, y, width)
	y = section(sheet, "怎么改", y+sectionGap, width)
	for _, words := range s.policy.HowTo() {
		y += sheet.Para(words, 0, y, width, lineHeight, kit.Quiet()) + 4
	}
}

// drawBackups draws what the last check found, and where the data lies.
func (s *Screen) drawBackups(sheet *kit.Sheet, width float32) {
	y := section(sheet, "核验", 0, width)
	if s.going != nil {
		words := s.going.Title + "…"
		if s.going.Stopping {
			words = "正在停下…"
		}
		x := kit.Whole(sheet.Text(words, 0, y, lineHeight, kit.Faint()).MinSize().Width) + 12
		sheet.Put(s.stop, x, y, s.stop.MinSize().Width, kit.SmallHeight)
		y += lineHeight + 8
	}
	r := s.m.Report()
	sheet.Sign(kit.SignOf(r.Mark()), 0, y+3, 16)
	x := float32(0)
	if r.Words != "" {
		x = 24
	}
	y += sheet.Para(r.Said(), x, y, width-x, lineHeight, kit.Style{}) + 4
	for _, problem := range r.Problems {
		y += sheet.Para("· "+problem, 24, y, width-24, lineHeight, kit.Style{}) + 2
	}
	if r.Next != "" {
		y += sheet.Para(r.Next, 0, y, width, lineHeight, kit.Strong()) + 4
	}
	_, places := s.m.Office()
	y = section(sheet, "放在哪里", y+sectionGap, width)
	drawFacts(sheet, places, y, width)
}
