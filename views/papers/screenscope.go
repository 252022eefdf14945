package papers

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
)

const (
	paperPitch   float32 = 32
	fewestPapers float32 = 3 // lines of the list that are always seen
)

// newScope makes the list of papers and the form of the scope.
func (s *Screen) newScope() {
	s.rows = kit.NewRows([]kit.Column{{Key: "name", Rest: true}}, s.paperCell)
	s.rows.Headless, s.rows.Bare, s.rows.Pitch, s.rows.Inset = true, true, paperPitch, 4
	s.rows.ID = func(row int) string { return s.m.Papers()[row].ID }
	s.rows.OnCurrent = s.choose
	s.form = kit.NewForm(s.w.Keys, s.w.Layer)
	s.form.Pitch = fieldPitch
	s.scope = container.NewVScroll(kit.NewSheet().Object())
	s.form.Within(s.scope)
}

func (s *Screen) paperCell(row int, _ string) kit.RowCell {
	p := s.m.Papers()[row]
	if p.Chosen {
		return kit.Styled(p.Name, kit.Strong())
	}
	return kit.Words(p.Name)
}

// showPapers lists the papers with the chosen one current.
func (s *Screen) showPapers() {
	// A list filled for the first time makes its first row current, which nobody
	// has chosen.
	s.rows.OnCurrent = nil
	s.rows.Change(func() int { return len(s.m.Papers()) })
	for i, p := range s.m.Papers() {
		if p.Chosen {
			s.rows.GoTo(i)
		}
	}
	s.rows.OnCurrent = s.choose
}

// choose takes the paper of the current row.
func (s *Screen) choose(row int) {
	if row < 0 || s.m.Papers()[row].Chosen {
		return
	}
	s.m.Choose(s.m.Papers()[row].ID)
	s.fresh = true
	s.changed()
}

// order gives the form the fields there are now, and all other stops after
// them: as the eye goes.
func (s *Screen) order() {
	s.form.Clear()
	for _, f := range s.m.Fields() {
		l := s.fields[f.Key]
		if l == nil {
			l = s.newField(f.Key)
			s.fields[f.Key] = l
		}
		if _, refused := s.refuse[f.Key]; !refused {
			l.SetValue(f.Text)
		}
		s.form.Row(kit.Cell{Key: f.Key, Label: f.Label, At: l})
	}
	s.form.Then(s.widen, s.now, s.view)
	for _, link := range s.links {
		s.form.Then(link)
	}
	s.form.Then(s.copies, s.print, s.save, s.each, s.rows)
	s.form.Find(s.refuse)
}

func (s *Screen) newField(key string) *kit.Lookup {
	l := kit.NewLookup(func() []kit.Choice { return kit.ChoicesOf(s.m.choices(key)) })
	l.Left = func(text string) { s.take(key, text) }
	return l
}

// take takes a field of the scope.
func (s *Screen) take(key, text string) {
	delete(s.refuse, key)
	before := s.m.Scope()
	if err := s.m.Leave(key, text); err != nil {
		s.refused(key, err)
		s.form.Find(s.refuse)
		s.left.Refresh()
		return
	}
	if before.Equal(s.m.Scope()) {
		s.order()
		s.left.Refresh()
		return
	}
	s.fresh = true
	s.changed()
}

// drawLeft draws papers, scope, and how the scope comes to its number.
func (s *Screen) drawLeft(sheet *kit.Sheet, size fyne.Size) {
	papers := len(s.m.Papers())
	sheet.Head("表格", fmt.Sprintf("%d 种", papers), 0, 0, size.Width)
	s.scope.Content = s.scopeSheet(size.Width)
	// The list scrolls before the scope does: what is chosen should be seen whole.
	rest := size.Height - 2*kit.HeadHeight - 8 - gapBelowPapers(size.Height) - s.scope.Content.MinSize().Height
	high := min(float32(papers), max(fewestPapers, float32(int(rest/paperPitch)))) * paperPitch
	sheet.Put(s.rows, 0, kit.HeadHeight, size.Width+kit.RowsBar, high)
	y := kit.HeadHeight + high + gapBelowPapers(size.Height)
	sheet.Head("范围", "", 0, y, size.Width)
	sheet.TextR(s.m.counted(s.m.Count()), size.Width, y+7, 24, kit.Strong())
	y += kit.HeadHeight + 8
	sheet.Put(s.scope, 0, y, size.Width+kit.RowsBar, max(0, size.Height-y))
	s.scope.Refresh()
}

// scopeSheet is what scrolls when there is no room for it: the fields and the
// sum under them.
func (s *Screen) scopeSheet(width float32) fyne.CanvasObject {
	const label float32 = 80
	s.form.Columns(0, kit.Track{Label: 0, Field: label, Right: width})
	inside := kit.NewSheet()
	form := s.form.Object()
	high := form.MinSize().Height
	inside.Put(form, 0, 0, width, high)
	lines := s.m.Sum()
	rows := make([]kit.SumRow, len(lines))
	for i, l := range lines {
		rows[i] = kit.SumRow(l)
	}
	inside.Sum(rows, 0, high+12, width)
	return inside.Object()
}
