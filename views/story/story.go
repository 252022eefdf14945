// Package story lays one person's whole story over a screen, for whoever comes
// to inspect: what was filled in, how the rules counted, what was seen, decided
// and printed, and the proof that nobody altered it.
package story

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"gongkao/app/inspection"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Telling gathers stories in the background and lays them over a screen.
type Telling struct {
	w    *shell.Window
	desk *registration.Desk
	lane *kit.Lane
}

// New returns a Telling that lays stories over the window's screen.
func New(w *shell.Window, desk *registration.Desk) *Telling {
	return &Telling{w: w, desk: desk, lane: w.Runner.NewLane(nil)}
}

// Leave drops what is still being gathered: the screen is left.
func (t *Telling) Leave() { t.lane.Leave() }

// Open gathers the story of an application and lays it over the screen. The
// whole data file is checked for it, so it may take a moment.
func (t *Telling) Open(id data.ApplicationID) {
	t.w.Say(kit.SayPlain, "正在核验数据文件，整理全部经过", "")
	kit.Run(t.lane, kit.Task[inspection.File]{
		Title: "正在整理全部经过",
		Work: func(ctx context.Context, _ kit.Progress) (inspection.File, error) {
			return inspection.Of(ctx, t.desk, id)
		},
		Done: func(f inspection.File) {
			t.w.Say(kit.SayPlain, "", "")
			t.lay(&f)
		},
	})
}

// Measures of the page.
const (
	pageWidth float32 = 960
	linePitch float32 = 22
	deepInset float32 = 24
)

func (t *Telling) lay(f *inspection.File) {
	chapters := f.Tell(t.desk.PaperName)
	title, standing := f.Told()
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, t.w.Help)
	keys.On(fyne.KeyModifierControl, fyne.KeyC, func() {
		fyne.CurrentApp().Clipboard().SetContent(f.Text(t.desk.PaperName))
		t.w.Done(wording.Done{What: "全部经过已复制", Next: "可以贴到别处"})
	})
	t.w.Lay(pageWidth, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.KeyCapR("Esc", x+width, y+3)
		sheet.TextIn(title, x, y, width-kit.KeyCapWidth("Esc")-12, 28, kit.Title())
		y += 34
		y += t.drawProof(sheet, f, standing, [3]float32{x, y, width}) + 8
		for i, c := range chapters {
			sheet.Head(fmt.Sprintf("%d　%s", i+1, c.Title), "", x, y, width)
			y += 38
			y += drawLines(sheet, c.Lines, [3]float32{x, y, width})
			y += 14
		}
		return y - top
	})
}

// manyLines of a chapter stand in two columns.
const manyLines = 8

// drawLines writes a chapter, in two columns where it is long and plain.
func drawLines(sheet *kit.Sheet, lines []inspection.Line, at [3]float32) (height float32) {
	x, y, width := at[0], at[1], at[2]
	half := kit.Whole((width - kit.Margin) / 2)
	if len(lines) >= manyLines && !slices.ContainsFunc(lines, func(l inspection.Line) bool { return l.Deep || kit.Style{}.Width(l.Text) > 2*half }) {
		left := (len(lines) + 1) / 2
		drawColumn(sheet, lines[left:], [3]float32{x + half + kit.Margin, y, half})
		return drawColumn(sheet, lines[:left], [3]float32{x, y, half})
	}
	return drawColumn(sheet, lines, at)
}

func drawColumn(sheet *kit.Sheet, lines []inspection.Line, at [3]float32) (height float32) {
	x, y, width := at[0], at[1], at[2]
	for _, line := range lines {
		inset, style := float32(0), kit.Style{}
		if line.Deep {
			inset, style = deepInset, kit.Quiet()
		}
		height += sheet.Para(line.Text, x+inset, y+height, width-inset, linePitch, style) + 2
	}
	return height
}

// drawProof says first what the last chapter says at length: whether the records
// are those that were written.
func (t *Telling) drawProof(sheet *kit.Sheet, f *inspection.File, standing string, at [3]float32) float32 {
	x, y, width := at[0], at[1], at[2]
	sheet.TextIn(standing, x, y, width, 22, kit.Quiet())
	y += 28
	sign, words := kit.Passed, fmt.Sprintf("全部数据刚核验过，完好：%s 条记录一条接一条，没有改动", wording.Count(f.Chain.Entries))
	if !f.Chain.OK {
		sign, words = kit.Blocked, "数据核验没有通过，详见最后一章：先备份，再找维护的人"
	}
	sheet.Sign(sign, x, y+3, 16)
	sheet.TextIn(words, x+24, y, width-24, 22, kit.Strong())
	y += 26
	sheet.Text("↑ ↓　PgUp PgDn 翻看　Ctrl+C 复制全文", x, y, 22, kit.Faint())
	return 84
}
