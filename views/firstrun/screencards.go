package firstrun

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/entrance"
	"gongkao/views/kit"
)

// card is one of the three beginnings; a click chooses it.
type card struct {
	widget.BaseWidget
	number int
	option Option
	tapped func()
	chosen bool
	drawn  *fyne.Container
}

func newCard(number int, o Option, tapped func()) *card {
	c := &card{number: number, option: o, tapped: tapped}
	c.drawn = kit.Drawn(fyne.Size{}, c.draw)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows what draw draws.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.drawn) }

// Tapped chooses.
func (c *card) Tapped(*fyne.PointEvent) { c.tapped() }

func (c *card) choose(chosen bool) {
	if c.chosen != chosen {
		c.chosen = chosen
		c.drawn.Refresh()
	}
}

const (
	cardHeight      float32 = 108
	tightCardHeight float32 = 76
)

func (c *card) draw(s *kit.Sheet, size fyne.Size) {
	ground := kit.Colors.Panel
	if c.chosen {
		ground = kit.Colors.AccentTint
	}
	s.Tint(0, 0, size.Width, size.Height, ground)
	if c.chosen {
		s.Bar(0, 0, size.Height, kit.Colors.Accent)
	}
	y, words, further := float32(16), float32(46), float32(70)
	if size.Height < cardHeight {
		y, words, further = 6, 28, 48
	}
	s.KeyCap(strconv.Itoa(c.number+1), 24, y+1)
	s.Text(c.option.Title, 58, y, 24, kit.Style{Size: kit.Large, Bold: true})
	s.TextIn(c.option.Words, 58, words, size.Width-58-16, 24, kit.Style{})
	s.TextIn(c.option.Further, 58, further, size.Width-58-16, 24, kit.Quiet())
}

// drawCards draws the question and the beginnings one below the other, and
// returns where the buttons belong.
func (s *Screen) drawCards(sheet *kit.Sheet, a entrance.Area) float32 {
	height, gap, y := cardHeight, float32(16), a.Y+88
	if a.Tight {
		height, gap, y = tightCardHeight, 8, a.Y+64
	}
	title, words := s.model.Head()
	sheet.Text(title, a.X, a.Y, 28, kit.Title())
	for _, line := range words {
		sheet.Para(line, a.X, a.Y+32, a.Width, 20, kit.Quiet())
	}
	for _, c := range s.cards {
		c.choose(c.option.Choice == s.model.Choice())
		sheet.Put(c, a.X, y, min(560, a.Width), height)
		y += height + gap
	}
	if a.Tight {
		return y + 8
	}
	return max(y+44, a.Y+entrance.ButtonsAt)
}
