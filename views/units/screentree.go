package units

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
)

const (
	unitPitch float32 = 34

	foldColumn = "fold"
	owesColumn = "owes" // gives way to the names
)

func (s *Screen) newTree() {
	s.filter = kit.NewField(kit.Spec{Hint: "名称、曾用名、拼音首字母"})
	s.filter.Changed = func(text string) {
		shown, _ := s.model.Shown()
		s.narrow(text, shown)
	}
	s.filter.TakesFirst(func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyDown && ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return false
		}
		s.toTree()
		return true
	})
	s.only = kit.NewLookupIn(kit.Spec{Lead: "看", Filter: true}, kit.Options(Shows...))
	s.only.Left = func(string) { s.narrowBy(s.only.Value()) }
	s.only.Changed = func(text string) {
		if _, whole := showOf(text); whole {
			s.narrowBy(text)
		}
	}
	s.rows = kit.NewRows([]kit.Column{
		{Key: foldColumn, Width: 20},
		{Key: "name", Head: "主管部门、单位", Width: 200, Rest: true},
		{Key: "mark", Width: 24, Lends: true},
		{Key: "entered", Head: "申报", Width: 56, Right: true},
		{Key: owesColumn, Head: "还欠", Width: 56, Right: true},
	}, s.cell)
	r := s.rows
	r.Inset, r.Pitch, r.Bare = 4, unitPitch, true
	r.ID = func(row int) string { return string(s.tree[row].ID) }
	r.OnCurrent = s.choose
	r.OnOpen = func(int) { s.form.First() }
	r.OnScroll = func() { s.foot.Refresh() }
	r.OnClick = func(row int, column string) {
		if column == foldColumn && s.tree[row].Below > 0 {
			s.setFold(s.tree[row], !s.tree[row].Folded)
		}
	}
	r.Letters = func(typed string, _ int) (int, bool) {
		last, _ := utf8.DecodeLastRuneInString(typed)
		s.w.Focus(s.filter) // and what stands there is marked, so that it is replaced
		s.filter.TypedRune(last)
		return 0, false
	}
}

// showOwes shows the column of what is owed, or gives its room to the names.
func (s *Screen) showOwes(shown bool) {
	for _, c := range s.rows.Columns() {
		if c.Key == owesColumn && c.Hidden == shown {
			s.rows.ShowColumn(owesColumn, shown)
		}
	}
}

func showOf(word string) (Show, bool) {
	for shown, w := range Shows {
		if w == word {
			return Show(shown), true
		}
	}
	return All, false
}

func (s *Screen) narrowBy(word string) {
	shown, _ := showOf(word)
	_, filter := s.model.Shown()
	s.narrow(filter, shown)
}

// narrow shows only some of the tree.
func (s *Screen) narrow(filter string, shown Show) {
	s.model.Filter(filter)
	s.model.Only(shown)
	if s.filter.Value() != filter {
		s.filter.SetValue(filter)
	}
	s.only.SetValue(Shows[shown])
	s.only.Mark(shown != All)
	was := len(s.tree)
	s.showTree()
	if was == 0 || len(s.tree) == 0 { // the sentence in the tree's place comes or goes
		s.object.Refresh()
	}
	s.foot.Refresh()
}

// showTree reads the rows again; whoever is current stays it.
func (s *Screen) showTree() {
	s.rows.Change(func() int {
		s.tree = s.model.Rows()
		return len(s.tree)
	})
}

// goTo makes a unit's row the current one, if it stands in the tree.
func (s *Screen) goTo(id data.UnitID) {
	for row, r := range s.tree {
		if r.ID == id {
			s.rows.GoTo(row)
			return
		}
	}
}

// toTree gives the keyboard to the tree; where it is empty, to what narrows it.
func (s *Screen) toTree() {
	switch {
	case len(s.tree) > 0:
		s.w.Focus(s.rows)
	case s.filter.Hidden:
		s.w.Focus(s.add)
	default:
		s.w.Focus(s.filter)
	}
}

func (s *Screen) inTree() bool { return s.w.Canvas().Focused() == fyne.Focusable(s.rows) }

// choose shows the unit of the current row. A new unit that was begun is given
// up only when the clerk himself goes to another.
func (s *Screen) choose(row int) {
	if row < 0 || s.tree[row].ID == s.model.Selected() || s.model.Fresh() && !s.inTree() {
		return
	}
	if s.model.Fresh() {
		s.w.Done(s.model.Drop())
	}
	s.model.Select(s.tree[row].ID)
	s.fill()
	s.panel.Refresh()
	s.foot.Refresh()
}

// fold folds or unfolds the current branch; folding a unit goes to its
// supervising unit, unfolding what is unfolded goes into it.
func (s *Screen) fold(fold bool) {
	at := s.rows.Current()
	if !s.inTree() || at < 0 {
		return
	}
	r := s.tree[at]
	switch {
	case !r.Top && fold:
		for at > 0 && !s.tree[at].Top {
			at--
		}
		s.rows.GoTo(at)
	case r.Top && r.Below > 0 && r.Folded != fold:
		s.setFold(r, fold)
	case r.Top && !fold && at+1 < len(s.tree) && !s.tree[at+1].Top:
		s.rows.GoTo(at + 1)
	}
}

func (s *Screen) setFold(r Row, fold bool) {
	s.model.Fold(r.ID, fold)
	s.showTree()
	s.foot.Refresh()
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	r := s.tree[row]
	switch column {
	case foldColumn:
		if r.Below == 0 {
			return kit.RowCell{}
		}
		icon := kit.IconDown
		if r.Folded {
			icon = kit.IconRight
		}
		return kit.RowCell{Parts: []kit.Part{{Icon: icon, Style: kit.Quiet()}}}
	case "name":
		return kit.Styled(r.Name, kit.Style{Bold: r.Top})
	case "mark":
		return kit.Signed(kit.SignOf(r.Mark), "", kit.Style{})
	case "entered":
		return figure(r.Entered, kit.Style{})
	}
	switch r.Owes {
	case "":
		return kit.Styled("—", kit.Faint())
	case allSent:
		return kit.Signed(kit.Passed, r.Owes, kit.Quiet())
	}
	return kit.Styled(r.Owes, kit.Strong())
}

// figure sets a count; a zero is faint.
func figure(count string, style kit.Style) kit.RowCell {
	if count == "0" {
		style = kit.Faint()
	}
	return kit.Styled(count, style)
}
