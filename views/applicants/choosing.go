package applicants

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/views/wording"
)

// Current returns the number of the current row, -1 in an empty list.
func (m *Model) Current() int {
	if len(m.rows) == 0 {
		return -1
	}
	return m.current
}

// CurrentID returns the application of the current row, "" in an empty list.
func (m *Model) CurrentID() data.ApplicationID {
	if m.current >= len(m.rows) {
		return ""
	}
	return m.rows[m.current].Application.ID
}

// Move makes another row the current one.
func (m *Model) Move(to int) { m.current = max(0, min(to, len(m.rows)-1)) }

// GoTo makes somebody's row the current one; where he is not in the list, the
// place stays as near as it can.
func (m *Model) GoTo(id data.ApplicationID) {
	for i, a := range m.rows {
		if a.Application.ID == id {
			m.current = i
			return
		}
	}
	m.Move(m.current)
}

// Jump goes to the next row whose name may be abbreviated so, from the current
// one on and round; ok is false when nobody's may.
func (m *Model) Jump(initials string) (ok bool) {
	initials = strings.ToLower(initials)
	for i := 0; i < len(m.rows); i++ {
		at := (m.current + i) % len(m.rows)
		if slices.ContainsFunc(registration.Initials(m.rows[at].Person.Name), func(s string) bool { return strings.HasPrefix(s, initials) }) {
			m.current = at
			return true
		}
	}
	return false
}

// Choose selects or unselects rows from one to another, both included.
func (m *Model) Choose(from, to int, selected bool) {
	for i := max(0, min(from, to)); i <= max(from, to) && i < len(m.rows); i++ {
		if id := m.rows[i].Application.ID; selected {
			m.chosen[id] = true
		} else {
			delete(m.chosen, id)
		}
	}
}

// Toggle turns the selection of a row round.
func (m *Model) Toggle(i int) { m.Choose(i, i, !m.chosen[m.rows[i].Application.ID]) }

// ChooseAll selects everybody in the list.
func (m *Model) ChooseAll() { m.Choose(0, len(m.rows)-1, true) }

// Escape undoes one thing: the selection, then the filters. ok is false when
// there is nothing left to undo.
func (m *Model) Escape() (ok bool) {
	switch {
	case len(m.chosen) > 0:
		clear(m.chosen)
	case !m.sought.IsZero():
		m.Show(registration.Selection{})
	default:
		return false
	}
	return true
}

// Facts are the words of the selection bar: 已选 3 人, 筛出 278 人，当前第 14 行. The
// bar is there only when somebody is selected.
func (m *Model) Facts() (chosen, place string) {
	if len(m.chosen) > 0 {
		chosen = fmt.Sprintf("已选 %s 人", wording.Count(len(m.chosen)))
	}
	return chosen, fmt.Sprintf("筛出 %s 人，当前第 %s 行", wording.Count(len(m.rows)), wording.Count(m.Current()+1))
}

// AllChosen reports for the box in the head whether everybody or somebody is
// selected.
func (m *Model) AllChosen() (all, some bool) {
	return len(m.chosen) > 0 && len(m.chosen) == len(m.rows), len(m.chosen) > 0
}

// chosenOrCurrent returns who a command is about: the selected, else the
// current row.
func (m *Model) chosenOrCurrent() []*data.Applicant {
	if len(m.chosen) == 0 && len(m.rows) > 0 {
		return m.rows[m.current : m.current+1]
	}
	var people []*data.Applicant
	for _, a := range m.rows {
		if m.chosen[a.Application.ID] {
			people = append(people, a)
		}
	}
	return people
}

// Chosen returns who is selected, in the order of the list.
func (m *Model) Chosen() (ids []data.ApplicationID) {
	for _, a := range m.rows {
		if m.chosen[a.Application.ID] {
			ids = append(ids, a.Application.ID)
		}
	}
	return ids
}

// Copy returns the selected rows with the heads of the columns shown, cells
// parted by tabs as spreadsheets take them, and what was done.
func (m *Model) Copy() (string, wording.Done) {
	shown := m.Columns()
	people := m.chosenOrCurrent()
	var b strings.Builder
	for i, c := range shown {
		b.WriteString(c.Title)
		b.WriteString(end(i, len(shown)))
	}
	for _, a := range people {
		for i, c := range shown {
			b.WriteString(strings.NewReplacer("\t", " ", "\n", " ").Replace(m.Cell(c, a)))
			b.WriteString(end(i, len(shown)))
		}
	}
	return b.String(), wording.Done{What: fmt.Sprintf("已复制 %s 行，带表头", wording.Count(len(people))), Next: "到表格里按 Ctrl+V"}
}

func end(i, of int) string {
	if i == of-1 {
		return "\n"
	}
	return "\t"
}

// Numbers returns the ID numbers of the selected, for printing them.
func (m *Model) Numbers() (numbers []data.IDNumber) {
	for _, a := range m.chosenOrCurrent() {
		numbers = append(numbers, a.Person.IDNumber)
	}
	return numbers
}

// IDs returns the whole list, for a record to leaf through.
func (m *Model) IDs() []data.ApplicationID {
	ids := make([]data.ApplicationID, len(m.rows))
	for i, a := range m.rows {
		ids[i] = a.Application.ID
	}
	return ids
}

// Export returns the work of writing the selected, or the whole list when
// nobody is selected, as a sheet with all fields. The work is for the
// background: it keeps to the people of this moment.
func (m *Model) Export(path string) func(context.Context) (wording.Done, error) {
	people := slices.Clone(m.rows)
	if len(m.chosen) > 0 {
		people = m.chosenOrCurrent()
	}
	profile := m.desk.Office.Profile
	return func(ctx context.Context) (wording.Done, error) {
		if len(people) == 0 {
			return wording.Done{}, data.Refuse("nobody", "", "没有人可以导出", "请放宽筛选再导出")
		}
		var file bytes.Buffer
		if err := sheets.ExportRoster(&file, people, sheets.RosterHeading(profile)); err != nil {
			return wording.Done{}, err
		}
		if err := ctx.Err(); err != nil {
			return wording.Done{}, err
		}
		if err := disk.Save(path, file.Bytes()); err != nil {
			return wording.Done{}, err
		}
		return wording.Done{What: fmt.Sprintf("已导出 %s 人：%s", wording.Count(len(people)), path)}, nil
	}
}
