package review

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/kit"
)

// reasons is the grid of key choices: 1…9 tick the presets, 0 asks for another.
type reasons struct {
	widget.BaseWidget
	s     *Screen
	drawn *fyne.Container
	few   bool // one line, for want of room
}

func newReasons(s *Screen) *reasons {
	r := &reasons{s: s}
	r.drawn = kit.Drawn(fyne.Size{}, r.draw)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer shows what draw draws.
func (r *reasons) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.drawn) }

// columns is how many choices stand side by side in a width.
func (r *reasons) columns(width float32) int {
	wide := float32(0)
	for _, c := range r.s.m.Choices() {
		wide = max(wide, kit.Strong().Width(c.Label))
	}
	return max(2, int((width+8)/(wide+kit.SmallHeight+8+8)))
}

// height is what the choices, and what else was given as a reason, take.
func (r *reasons) height(width float32) float32 {
	if r.few {
		return reasonPitch
	}
	n, across := len(r.s.m.Choices()), r.columns(width)
	rows := (n + across - 1) / across
	if len(r.s.m.Others()) > 0 {
		rows++
	}
	return float32(rows) * reasonPitch
}

func (r *reasons) draw(sheet *kit.Sheet, size fyne.Size) {
	if _, open := r.s.m.Person(); !open {
		return
	}
	choices := r.s.m.Choices()
	if r.few {
		r.drawFew(sheet, size.Width)
		return
	}
	across := r.columns(size.Width)
	wide := kit.Whole((size.Width + 8) / float32(across))
	for i, c := range choices {
		x, y := float32(i%across)*wide, float32(i/across)*reasonPitch
		style := kit.Style{}
		if c.Chosen {
			style = kit.Strong().In(kit.Colors.Accent)
			sheet.Tint(x-4, y, wide-4, reasonPitch-1, kit.Colors.AccentTint)
		}
		sheet.KeyCap(c.Key, x, y+2)
		sheet.TextIn(c.Label, x+kit.SmallHeight+8, y, wide-kit.SmallHeight-8, reasonPitch, style)
	}
	if others := r.s.m.Others(); len(others) > 0 {
		words := "另：" + others[0]
		if len(others) > 1 {
			words = fmt.Sprintf("另 %d 条：%s", len(others), others[0])
		}
		sheet.TextIn(words, 0, size.Height-reasonPitch, size.Width, reasonPitch, kit.Strong().In(kit.Colors.Accent))
	}
}

// drawFew says in one line what is given, and how to give more.
func (r *reasons) drawFew(sheet *kit.Sheet, width float32) {
	x := sheet.KeyCap("0", 0, 2) + 8
	words, style := "选退回、不通过的理由", kit.Quiet()
	if all := r.s.m.Reasons(); len(all) > 0 {
		words, style = fmt.Sprintf("理由 %d 条：%s", len(all), all[0]), kit.Strong().In(kit.Colors.Accent)
	}
	sheet.TextIn(words, x, 0, width-x, reasonPitch, style)
}

// Tapped ticks the choice that was clicked.
func (r *reasons) Tapped(ev *fyne.PointEvent) {
	if r.few {
		r.s.choose(0)
		return
	}
	across := r.columns(r.Size().Width)
	wide := (r.Size().Width + 8) / float32(across)
	i := int(ev.Position.Y/reasonPitch)*across + min(across-1, int(ev.Position.X/wide))
	if all := r.s.m.Choices(); i < len(all) {
		r.s.choose((i + 1) % 10)
	}
}
