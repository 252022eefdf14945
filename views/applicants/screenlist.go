package applicants

import (
	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// cellRoom is what a column's edges take of it.
const cellRoom float32 = 16

func (s *Screen) newRows() *kit.Rows {
	var shown []kit.Column
	for _, c := range Columns() {
		shown = append(shown, kit.Column{Key: c.Key, Head: c.Title, Width: c.Width, Right: c.Right,
			Rest: c.Key == "unit", Least: c.Least, Spare: c.Spare, Sorted: true, Hidden: !c.Usual})
	}
	rows := kit.NewRows(shown, s.cell)
	rows.Boxes = true
	rows.CopyText = s.m.Text
	rows.ID = func(row int) string { return string(s.m.ID(row)) }
	rows.Letters = s.jump
	rows.OnOpen = s.open
	rows.OnCurrent = s.toRow
	rows.OnSelect = s.gather
	rows.OnScroll = func() { s.foot.Refresh() }
	rows.OnSort = s.sort
	rows.OnCopy = func(n int) { s.w.Done(s.m.Copied(n)) }
	rows.Remember(s.w.Memory, columnsMemory)
	rows.SetSort(orders(s.m.Keys()))
	return rows
}

func orders(keys []Key) (all []kit.SortKey) {
	for _, k := range keys {
		all = append(all, kit.SortKey(k))
	}
	return all
}

// judgementSigns are the signs of verdicts.
var judgementSigns = map[registration.Judgement]kit.Sign{
	registration.Judgement(eligibility.Pass): kit.Passed, registration.Judgement(eligibility.Warn): kit.Warned, registration.Judgement(eligibility.Fail): kit.Blocked,
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	switch column {
	case "status":
		status := s.m.Status(row)
		return kit.Status(status.String(), kit.StatusSign(status))
	case "verdict":
		j := s.m.Judgement(row)
		sign := judgementSigns[j]
		return kit.RowCell{Parts: []kit.Part{{Text: j.String(), Sign: sign, Style: kit.Style{}.In(sign.Color())}}}
	case "flags":
		return kit.Flags(s.m.Flags(row)...)
	case "level":
		held, asked := s.m.Levels(row)
		return kit.Styled(held, kit.Quiet()).Then(asked, kit.Strong())
	}
	return kit.Words(s.m.Text(row, column))
}

func (s *Screen) jump(typed string, _ int) (row int, found bool) {
	found = s.m.Jump(typed)
	return s.m.Current(), found
}

// toRow is another row made current. A name that did not fit is said in full.
func (s *Screen) toRow(row int) {
	s.m.Move(row)
	whole := wording.Done{}
	if row >= 0 && s.cut(s.m.Name(row)) {
		whole.What = s.m.Name(row)
	}
	s.remark(&s.cutName, kit.SayPlain, whole)
	s.foot.Refresh()
}

func (s *Screen) cut(name string) bool {
	for _, c := range s.rows.Columns() {
		if c.Key == "name" {
			return kit.Fit(name, c.Width-cellRoom, kit.Normal, false) != name
		}
	}
	return false
}

// remark says something that stands only while it is so; no words take it back,
// unless something else was said meanwhile.
func (s *Screen) remark(said *string, kind kit.Kind, d wording.Done) {
	if _, now, _ := s.w.Message(); d.What == "" && *said != "" && now == *said {
		s.w.Say(kit.SayPlain, "", "")
	}
	if d.What != "" {
		s.w.Say(kind, d.What, d.Next)
	}
	*said = d.What
}

func (s *Screen) gather() {
	s.m.Select(s.rows.Selected().All())
	s.remark(&s.gathered, kit.SayDone, s.m.Selected())
	s.foot.Refresh()
}

func (s *Screen) sort(keys []kit.SortKey) {
	all := make([]Key, len(keys))
	for i, k := range keys {
		all[i] = Key(k)
	}
	s.list(func() { s.m.Sort(all) })
}
