package settings

import (
	"gongkao/views/kit"
)

// column is where the panel is being written: one column at the right of the
// page, or two side by side below it, where a narrow window is low.
type column struct {
	sheet   *kit.Sheet
	x, y, w float32
	beside  float32 // where the second column begins; 0: there is none
}

func newColumn(sheet *kit.Sheet, width float32, two bool) *column {
	if !two {
		return &column{sheet: sheet, w: width}
	}
	half := kit.Whole((width - columnGap) / 2)
	return &column{sheet: sheet, w: half, beside: half + columnGap}
}

// turn goes to the head of the second column, or below what stands there.
func (c *column) turn(gap float32) {
	if c.beside > 0 {
		c.x, c.y, c.beside = c.beside, 0, 0
		return
	}
	c.y += gap
}

// section writes a head.
func (c *column) section(title string) {
	c.sheet.Head(title, "", c.x, c.y, c.w)
	c.y += kit.HeadHeight + 10
}

// say writes a paragraph, its sign before it, and leaves a gap.
func (c *column) say(words string, sign kit.Sign, style kit.Style) {
	x, w := c.x, c.w
	if sign != kit.NoSign {
		c.sheet.Sign(sign, x, c.y+3, 16)
		x, w = x+24, w-24
	}
	c.y += c.sheet.Para(words, x, c.y, w, lineHeight, style) + 4
}

// facts writes labels and texts.
func (c *column) facts(facts []Fact) {
	for _, f := range facts {
		c.sheet.Text(f.Label, c.x, c.y, lineHeight, kit.Quiet())
		c.y += c.sheet.Para(f.Text, c.x+factLabel, c.y, c.w-factLabel, lineHeight, kit.Style{}) + 4
	}
}

// drawReading draws what the panel says of the tab.
func (s *Screen) drawReading(c *column) {
	switch s.tab {
	case Names:
		uses, places := s.m.Office()
		c.section("印在哪里")
		c.facts(uses)
		c.turn(sectionGap)
		c.section("数据放在这台电脑上")
		c.facts(places)
	case Reviews:
		s.reviewing.drawReading(c)
	case Years:
		s.years.drawReading(c)
	case Backups:
		s.drawBackups(c)
	default:
		s.drawPolicy(c)
	}
}

// drawPolicy draws the current row of the policy: the clause first.
func (s *Screen) drawPolicy(c *column) {
	d, ok := s.policy.Detail(s.tab, s.lists[s.tab].Current())
	if !ok {
		return
	}
	c.y = 8 + c.sheet.Para(d.Title, c.x, 8, c.w, 24, kit.Strong()) + 4
	c.sheet.Line(c.x, c.y, c.w, kit.Colors.HeadLine)
	c.y += 12
	if d.Text != "" {
		c.y += c.sheet.Para(d.Text, c.x, c.y, c.w, 24, kit.Style{Size: kit.Large}) + 8
	}
	if d.Standing != "" {
		c.say(d.Standing, kit.SignOf(d.Mark), kit.Style{Color: kit.SignOf(d.Mark).Color()})
		c.y += 8
	}
	if d.Text != "" { // or the facts are all there is
		c.turn(0)
		c.y = max(c.y, 8) // level with the title
	}
	c.facts(d.Facts)
	c.turn(sectionGap)
	c.section("怎么改")
	for _, words := range s.policy.HowTo() {
		c.say(words, kit.NoSign, kit.Quiet())
	}
}

// drawBackups draws what the last check found, and where the data lies.
func (s *Screen) drawBackups(c *column) {
	c.section("核验")
	if s.going != nil {
		words := s.going.Title + "…"
		if s.going.Stopping {
			words = "正在停下…"
		}
		x := c.x + kit.Whole(c.sheet.Text(words, c.x, c.y, lineHeight, kit.Faint()).MinSize().Width) + 12
		c.sheet.Put(s.stop, x, c.y, s.stop.MinSize().Width, kit.SmallHeight)
		c.y += lineHeight + 8
	}
	r := s.m.Report()
	c.say(r.Said(), kit.SignOf(r.Mark()), kit.Style{})
	for _, problem := range r.Problems {
		c.say("· "+problem, kit.NoSign, kit.Style{})
	}
	if r.Next != "" {
		c.say(r.Next, kit.NoSign, kit.Strong())
	}
	_, places := s.m.Office()
	c.turn(sectionGap)
	c.section("放在哪里")
	c.facts(places)
	if s.m.HasRecovery() {
		c.y += sectionGap
		c.section("恢复码")
		c.say("忘了口令，只有它能打开数据。纸丢了或被人看过，就换一份。", kit.NoSign, kit.Quiet())
		c.sheet.Put(s.renew, c.x, c.y+4, s.renew.MinSize().Width, kit.ButtonHeight)
		c.y += 4 + kit.ButtonHeight
	}
}
