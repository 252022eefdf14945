package applicants

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"gongkao/app/export"
	"gongkao/app/registration"
	"gongkao/data"
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

// Jump goes to the next row whose name may be abbreviated so, round and round;
// ok is false when nobody's may. Further letters of a name stay at a row that
// still fits, the same single letter again goes on.
func (m *Model) Jump(initials string) (ok bool) {
	initials = strings.ToLower(initials)
	from := m.current
	if len(initials) == 1 {
		from++
	}
	for i := range m.rows {
		at := (from + i) % len(m.rows)
		if slices.ContainsFunc(registration.Initials(m.rows[at].Person.Name), func(s string) bool { return strings.HasPrefix(s, initials) }) {
			m.current = at
			return true
		}
	}
	return false
}

// Select selects these rows and no others.
func (m *Model) Select(rows iter.Seq[int]) {
	clear(m.chosen)
	for row := range rows {
		m.chosen[m.rows[row].Application.ID] = true
	}
}

// Selected says that rows are gathered, and what to do with the keyboard; no
// words when none are.
func (m *Model) Selected() wording.Done {
	if len(m.chosen) == 0 {
		return wording.Done{}
	}
	return wording.Done{What: fmt.Sprintf("选了 %s 人", wording.Count(len(m.chosen))), Next: "Enter 打开当前行，空格选或不选，直接敲拼音首字母跳到那个姓名。"}
}

// Facts are the words of the selection bar: 已选 3 人, 筛出 278 人，当前第 14 行. The
// bar is there only when somebody is selected.
func (m *Model) Facts() (chosen, place string) {
	if len(m.chosen) > 0 {
		chosen = fmt.Sprintf("已选 %s 人", wording.Count(len(m.chosen)))
	}
	return chosen, fmt.Sprintf("%s，当前第 %s 行", m.found(), wording.Count(m.Current()+1))
}

// Place says which rows are seen (from 0): 第 1—15 行，共 100,000 人.
func (m *Model) Place(first, last int) string {
	if len(m.rows) == 0 {
		return ""
	}
	return fmt.Sprintf("第 %s—%s 行，%s", wording.Count(first+1), wording.Count(last+1), m.found())
}

func (m *Model) found() string {
	word := "共"
	if m.Filtered() {
		word = "筛出"
	}
	return fmt.Sprintf("%s %s 人", word, wording.Count(len(m.rows)))
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

// Copied says what lies on the clipboard.
func (m *Model) Copied(rows int) wording.Done {
	done := wording.Done{What: fmt.Sprintf("已复制 %s 行，带表头", wording.Count(rows)), Next: "到表格里按 Ctrl+V。"}
	if !m.whole {
		done.Next = "到表格里按 Ctrl+V；要完整的身份证号，先按 F2 再复制。"
	}
	return done
}

// Print is a paper to be made: which, and for whom. Without numbers it is for
// everybody of the unit, or of the county.
type Print struct {
	Paper, Unit string
	Numbers     []data.IDNumber
}

// Printing returns what Ctrl+P prints: the forms of the selected, or the roster
// of the list.
func (m *Model) Printing() (Print, error) {
	if err := m.somebody("打印"); err != nil {
		return Print{}, err
	}
	switch {
	case len(m.chosen) > 0:
		return Print{Paper: "registration", Numbers: numbers(m.chosenOrCurrent())}, nil
	case m.sought.Equal(registration.Selection{Unit: m.sought.Unit}):
		return Print{Paper: "roster", Unit: m.sought.Unit}, nil
	}
	return Print{Paper: "roster", Numbers: numbers(m.rows)}, nil
}

func numbers(people []*data.Applicant) []data.IDNumber {
	all := make([]data.IDNumber, len(people))
	for i, a := range people {
		all[i] = a.Person.IDNumber
	}
	return all
}

// IDs returns the whole list, for a record to leaf through.
func (m *Model) IDs() []data.ApplicationID {
	ids := make([]data.ApplicationID, len(m.rows))
	for i, a := range m.rows {
		ids[i] = a.Application.ID
	}
	return ids
}

// Exportable refuses to write a sheet of nobody.
func (m *Model) Exportable() error { return m.somebody("导出") }

// somebody refuses a command when there is nobody it could be about.
func (m *Model) somebody(command string) error {
	if len(m.rows) > 0 {
		return nil
	}
	_, what := m.Empty()
	return data.Refuse("nobody", "", "没有人可以"+command, strings.TrimSuffix(what, "。"))
}

// ExportName is the name proposed for a sheet of the list.
func (m *Model) ExportName() string {
	p := m.desk.Office.Profile
	return p.Marked(fmt.Sprintf("%s%d年申报人员.xlsx", p.County, p.Year))
}

// exported are whom an export is about: the selected, or the whole list when nobody
// is selected.
func (m *Model) exported() []*data.Applicant {
	if len(m.chosen) > 0 {
		return m.chosenOrCurrent()
	}
	return slices.Clone(m.rows)
}

// Export returns the work of writing the selected, or the whole list, as a sheet
// with all fields. The work is for the background: it keeps to the people of this
// moment.
func (m *Model) Export(path string) func(context.Context) (wording.Done, error) {
	return m.save(m.exported(), export.Order{Out: path, Unit: m.sought.Unit})
}

func (m *Model) save(people []*data.Applicant, order export.Order) func(context.Context) (wording.Done, error) {
	return func(ctx context.Context) (wording.Done, error) {
		saved, err := export.Save(ctx, m.desk, export.Roster(m.desk, people), order)
		return wording.Done{What: fmt.Sprintf("已导出 %s 人：%s", wording.Count(saved.Rows), saved.File), Next: strings.Join(saved.Notes, "。")}, err
	}
}
