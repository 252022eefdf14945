package fees

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// slipPaper is the paper that Ctrl+P prints.
const slipPaper = "payment-slip"

// Screen draws the money: at the left who has to pay and how each stands, at the
// right the last day and the sums.
type Screen struct {
	w    *shell.Window
	m    *Model
	keys *kit.Keys
	ring *kit.Form
	said string // whole name that the bar says

	tabs                       *kit.Tabs
	unit                       *kit.Lookup
	rows                       *kit.Rows
	pay, slip, correct         *kit.Button
	print, record              *kit.Button
	books, reconcile, sheets   *kit.Button
	sums                       *kit.Button
	object, head, panel, strip *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the money of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys()}
	s.pay = kit.NewButton("登记缴费…", "Enter", true, s.toPay)
	s.slip = kit.NewButton("确认单交回", "F8", false, s.returnSlips)
	s.correct = kit.NewButton("更正…", "F9", false, s.toCorrect)
	s.print = kit.NewLink("打印确认单", "Ctrl+P", s.toPrint)
	s.record = kit.NewLink("打开登记", "Ctrl+Enter", s.toRecord)
	s.reconcile = kit.NewButton("对账…", "Ctrl+O", false, s.toReconcile)
	s.sheets = kit.NewLink("对过的表", "F7", s.toBatches)
	s.sums = kit.NewLink("汇总", "F5", s.toSums)
	s.books = kit.NewLink("教材", "F6", s.toBooks)
	s.tabs = kit.NewTabs(func(i int) { s.look(View(i)) })
	s.newUnit()
	s.newRows()
	s.newKeys()
	s.ring = kit.NewForm(w.Keys, w.Layer)
	s.ring.Then(s.rows, s.unit, s.tabs)
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.panel = kit.Drawn(fyne.Size{}, s.drawPanel)
	s.strip = kit.Drawn(fyne.Size{}, s.drawStrip)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

func (s *Screen) newUnit() {
	s.unit = kit.NewLookupIn(kit.Spec{Lead: "单位", Filter: true}, func() []kit.Choice {
		return kit.Options(append([]string{everyUnit}, s.m.Units()...)...)()
	})
	s.unit.On(s.w.Layer)
	s.unit.Left = s.only
}

const everyUnit = "全部"

func (s *Screen) newRows() {
	s.rows = kit.NewRows([]kit.Column{
		{Key: "name", Head: "姓名", Width: 104}, {Key: "unit", Head: "单位", Width: 200, Rest: true, Least: 132}, {Key: "level", Head: "等级", Width: 80},
		{Key: "due", Head: "应缴", Width: 72, Right: true}, {Key: "paid", Head: "已缴", Width: 72, Right: true}, {Key: "gap", Head: "差额", Width: 80, Right: true, Spare: 1},
		{Key: "slip", Head: "确认单", Width: 72}, {Key: "state", Head: "状态", Width: 112},
	}, s.cell)
	s.rows.Boxes = true
	s.rows.ID = func(row int) string { return string(s.m.ID(row)) }
	s.rows.OnOpen = func(int) { s.toPay() }
	s.rows.OnCurrent = s.sayWhole
	s.rows.Letters = s.m.Jump
	s.rows.OnCopy = func(n int) { s.w.Done(wording.Done{What: "已复制 " + wording.Count(n) + " 行"}) }
}

func (s *Screen) newKeys() {
	for key, does := range map[fyne.KeyName]func(){
		fyne.KeyF5: s.toSums, fyne.KeyF6: s.toBooks, fyne.KeyF7: s.toBatches, fyne.KeyF8: s.returnSlips, fyne.KeyF9: s.toCorrect, fyne.KeyEscape: s.escape,
	} {
		s.keys.On(0, key, does)
	}
	for v := range views {
		s.keys.On(0, fyne.KeyName('1'+rune(v)), func() {
			s.look(v)
			s.toRows()
		})
	}
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPrint)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyReturn, s.toRecord)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyZ, func() {
		s.w.Errors.Show(data.Refuse("undo-none", "", "缴费记录不能撤销，它会留在记录里", "登记错了按 F9 更正，写明理由；整张表对错了，按 F7 撤销那一批"))
	})
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// place is what the page wants to find again.
type place struct {
	view View
	unit string
	who  data.ApplicationID
}

// Open reads anew and stands where one was.
func (s *Screen) Open(r shell.Route) {
	s.Refresh()
	if p, again := r.Memo.(place); again {
		s.m.Only(p.unit)
		s.m.Look(p.view)
		s.show()
		for row := range s.m.Count() {
			if s.m.ID(row) == p.who {
				s.rows.GoTo(row)
			}
		}
	} else if r.Unit != "" {
		s.m.Only(s.m.NameOf(r.Unit))
		s.show()
	}
	s.toRows()
}

// Refresh reads again.
func (s *Screen) Refresh() {
	s.w.Errors.Show(s.m.Refresh(context.Background()))
	s.show()
}

// Route remembers who was looked at.
func (s *Screen) Route() shell.Route {
	view, _, _ := s.m.View()
	return shell.Route{Place: shell.Fees, Memo: place{view, s.m.Unit(), s.m.ID(s.rows.Current())}}
}

// Leave has nothing left to write: a payment is written whole, by its button.
func (s *Screen) Leave() error { return nil }

// show brings the page into step with the model.
func (s *Screen) show() {
	view, words, counts := s.m.View()
	tabs := make([]kit.Tab, len(words))
	for i, word := range words {
		tabs[i] = kit.Tab{Label: word, Count: wording.Count(counts[i])}
	}
	s.tabs.Set(tabs, int(view))
	s.unit.SetValue(wording.Or(s.m.Unit(), everyUnit))
	s.unit.Mark(s.m.Unit() != "")
	s.rows.Change(s.m.Count)
	_, there := s.w.Makers[shell.Textbooks]
	s.books.Hidden = !there
	s.object.Refresh()
	s.head.Refresh()
	s.panel.Refresh()
	s.strip.Refresh()
}

func (s *Screen) toRows() {
	if s.m.Count() == 0 {
		s.w.Focus(s.tabs)
		return
	}
	s.w.Focus(s.rows)
}

// look shows another view.
func (s *Screen) look(v View) {
	s.m.Look(v)
	s.rows.Select(nil)
	s.show()
	s.rows.GoTo(0)
}

// only narrows the list to a unit.
func (s *Screen) only(text string) {
	unit := text
	if text == everyUnit {
		unit = ""
	}
	if unit == s.m.Unit() {
		return
	}
	known := unit == ""
	for _, u := range s.m.Units() {
		known = known || u == unit
	}
	if known {
		s.m.Only(unit)
		s.rows.Select(nil)
	}
	s.show()
}

// sayWhole says the whole name of the current person when the list has cut it.
func (s *Screen) sayWhole(row int) {
	r := s.m.Row(row)
	for _, c := range s.rows.Columns() {
		if c.Key == "name" && kit.Fit(r.Name, c.Width-16, kit.Normal, false) != r.Name {
			s.w.Say(kit.SayPlain, r.Name+"，"+r.Unit, "")
			s.said = r.Name
			return
		}
	}
	if _, what, _ := s.w.Message(); s.said != "" && strings.HasPrefix(what, s.said) {
		s.w.Say(kit.SayPlain, "", "")
	}
	s.said = ""
}

// escape takes back what narrows the list, then the page.
func (s *Screen) escape() {
	switch {
	case s.rows.ClearSelection():
	case s.m.Unit() != "":
		s.m.Only("")
		s.show()
		s.toRows()
	default:
		s.w.Back()
	}
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	r := s.m.Row(row)
	switch column {
	case "name":
		return kit.Words(r.Name)
	case "unit":
		return kit.Styled(r.Unit, kit.Quiet())
	case "level":
		return kit.Words(r.Level)
	case "due":
		return kit.Words(r.Due)
	case "paid":
		return kit.Words(r.Paid)
	case "gap":
		return kit.Words(r.Gap)
	case "slip":
		if r.SlipLacks {
			return kit.Signed(kit.Warned, r.Slip, kit.Style{Color: kit.Warned.Color()})
		}
		return kit.Styled(r.Slip, kit.Quiet())
	}
	sign := kit.SignOf(r.Mark)
	if sign == kit.NoSign {
		return kit.Signed(kit.Open, r.State, kit.Quiet())
	}
	return kit.Signed(sign, r.State, kit.Style{Color: sign.Color()})
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "缴费", For: "谁该缴多少、缴了没有、缴得对不对。款由本人在网站上缴，这里登记或拿网站、银行的表来对；缴费一律不退，登记错了只能写明理由作废。",
		Keys: []shell.Key{
			{Cap: "1—5", Does: "看未缴、已缴清、与应缴不符、自动放弃、全部"},
			{Cap: "Tab", Does: "到单位，再到上面的分类"},
			{Cap: "Enter", Does: "登记这个人的缴费"},
			{Cap: "F8", Does: "选中的人确认单已签字交回"},
			{Cap: "F9", Does: "更正：把登记错的一笔作废，写明理由"},
			{Cap: "空格", Does: "选中，一次办几个人"},
			{Cap: "Ctrl+P", Does: "打印选中的人的缴费前信息确认单"},
			{Cap: "Ctrl+O", Does: "对账：导入网站或银行的缴费表"},
			{Cap: "F7", Does: "对过的表：带来了什么，撤销整批"},
			{Cap: "F5", Does: "汇总：按等级、按单位、按日"},
			{Cap: "F6", Does: "到教材"},
			{Cap: "Ctrl+Enter", Does: "打开这个人的登记"},
			{Cap: "Esc", Does: "取消选中，再按看全部单位，再按返回"},
		},
	}
}
