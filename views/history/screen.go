package history

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Screen draws a row for each year and, beneath, everything of the current one.
type Screen struct {
	w      *shell.Window
	m      *Model
	keys   *kit.Keys
	rows   *kit.Rows
	object *fyne.Container
}

var _ shell.Screen = (*Screen)(nil)

// NewScreen returns the years of whomever it is opened for.
func NewScreen(w *shell.Window, d *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(d), keys: kit.NewKeys()}
	s.rows = kit.NewRows([]kit.Column{
		{Key: "year", Head: "年度", Width: 88}, {Key: "applied", Head: "申报", Width: 208, Rest: true, Least: 160}, {Key: "unit", Head: "单位", Width: 208, Spare: 2},
		{Key: "status", Head: "状态", Width: 88}, {Key: "paid", Head: "缴费（元）", Width: 88, Right: true, Spare: 3}, {Key: "score", Head: "成绩", Width: 152, Spare: 4},
		{Key: "number", Head: "证书", Width: 128, Spare: 1}, {Key: "level", Head: "等级", Width: 136},
	}, s.cell)
	s.rows.OnCurrent = func(int) { s.object.Refresh() }
	s.rows.Join(w.Keys, func(bool) { s.w.Focus(s.rows) })
	s.keys.On(0, fyne.KeyEscape, w.Back)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open reads the years of whoever made the route's application.
func (s *Screen) Open(r shell.Route) {
	s.w.Errors.Show(s.m.Show(context.Background(), r.Person))
	s.rows.Change(func() int { return len(s.m.Years()) })
	row, _ := r.Memo.(int)
	s.rows.GoTo(row)
	s.w.Focus(s.rows)
	s.object.Refresh()
}

// Route is whose years are shown, and which of them.
func (s *Screen) Route() shell.Route {
	return shell.Route{Place: shell.History, Person: s.m.ID(), Memo: s.rows.Current()}
}

// Leave always may: nothing is written here.
func (s *Screen) Leave() error { return nil }

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _ := s.m.Head()
	return shell.Help{Title: title + "　历年", For: "一个人以前各年度报过什么、怎么审的、缴了多少、成绩和证书，每年以后是什么等级。只供查看；要看那一年的整份登记，请在设置的“年度”里打开那一年。",
		Keys: []shell.Key{{Cap: "↑ ↓", Does: "看另一年"}, {Cap: "Ctrl+C", Does: "复制这些行"}, {Cap: "Esc", Does: "回到登记"}}}
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	y := s.m.Years()[row]
	switch column {
	case "year":
		return kit.Styled(fmt.Sprintf("%d 年度", y.Year), kit.Strong())
	case "status":
		return kit.Signed(kit.SignOf(y.Mark), y.Status, kit.Style{})
	case "level":
		if y.Rose {
			return kit.Signed(kit.Passed, y.Level, kit.Strong())
		}
		return kit.Styled(y.Level, kit.Quiet())
	case "applied":
		if y.Applied == notApplied {
			return kit.Styled(y.Applied, kit.Faint())
		}
	}
	return kit.Words(map[string]string{"applied": y.Applied, "unit": y.Unit, "paid": y.Paid, "score": y.Score, "number": y.Number}[column])
}

// Measures of the page.
const (
	rowPitch  float32 = 30
	mostRows          = 8 // that are shown without scrolling
	factLabel float32 = 72
	factPitch float32 = 28
)

func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	title, fact := s.m.Head()
	x := kit.Margin
	x += kit.Whole(sheet.Text(title, x, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 14, size.Width-x-kit.Margin, 28, kit.Lead())
	y, width := kit.ScreenHeadHeight, size.Width-2*kit.Margin
	high := 32 + rowPitch*float32(min(mostRows, max(1, len(s.m.Years()))))
	high = min(high, max(0, size.Height-y)/2)
	sheet.Put(s.rows, kit.Margin, y, width+kit.RowsBar, high)
	y += high + 24
	at := s.rows.Current()
	if at < 0 || at >= len(s.m.Years()) {
		return
	}
	year := s.m.Years()[at]
	sheet.Head(fmt.Sprintf("%d 年度", year.Year), "", kit.Margin, y, width)
	s.drawFacts(sheet, year.Facts, [3]float32{kit.Margin, y + kit.HeadHeight + 10, width})
}

// drawFacts writes what is known of a year in two columns: what was done, and what
// came of it.
func (s *Screen) drawFacts(sheet *kit.Sheet, facts []Fact, at [3]float32) {
	x, top, width := at[0], at[1], at[2]
	half := kit.Whole((width - kit.Margin) / 2)
	left := (len(facts) + 1) / 2
	y := top
	for i, f := range facts {
		if i == left {
			x, y = x+half+kit.Margin, top
		}
		sheet.Text(f.Label, x, y, 22, kit.Quiet())
		y += max(factPitch, sheet.Para(f.Text, x+factLabel, y, half-factLabel, 22, kit.Style{})+6)
	}
}
