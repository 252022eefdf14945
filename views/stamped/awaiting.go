package stamped

import (
	"context"
	"fmt"
	"slices"

	sheets "gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/wording"
)

// Who of a paper and a unit is still missing.

const everyUnit = "全部单位"

// Papers are the papers that may be awaited, as they are called.
func (m *Model) Papers() (names []string) {
	for _, id := range m.ids() {
		names = append(names, m.desk.Called(id))
	}
	return names
}

// ids are the papers, those that come back from people first.
func (m *Model) ids() []string {
	ids := m.desk.Papers.IDs()
	slices.SortStableFunc(ids, func(a, b string) int { return rank(m.desk, a) - rank(m.desk, b) })
	return ids
}

func rank(d sheets.Desk, id string) int {
	switch {
	case id == usual:
		return 0
	case d.Papers.PerPerson(id):
		return 1
	}
	return 2
}

// Units are the units that may be chosen.
func (m *Model) Units() []string {
	names := []string{everyUnit}
	for _, u := range m.desk.AllUnits() {
		names = append(names, u.Name)
	}
	return names
}

// Chosen is the paper and the unit awaited, as the fields show them.
func (m *Model) Chosen() (paper, unit string) {
	return m.desk.Called(m.paper), wording.Or(m.unit, everyUnit)
}

// Await awaits another paper or unit; words that mean none are refused.
func (m *Model) Await(paper, unit string) error {
	name, known := wording.Pick(wording.Choices(m.Papers()...), paper)
	if !known {
		return data.Refuse("paper-unknown", "", "没有“"+paper+"”这种表", "敲拼音首字母或汉字，从列表里选")
	}
	of, known := wording.Pick(wording.Choices(m.Units()...), wording.Or(unit, everyUnit))
	if !known {
		return data.Refuse("unit-unknown", "", "没有“"+unit+"”这个单位", "敲拼音首字母或汉字，从列表里选")
	}
	for _, id := range m.ids() {
		if m.desk.Called(id) == name {
			m.paper = id
		}
	}
	if m.unit = of; of == everyUnit {
		m.unit = ""
	}
	m.counted = false
	return nil
}

// Count returns the work of finding who is missing. Hand the answer to Counted.
func (m *Model) Count() func(context.Context) (sheets.Awaited, error) {
	paper, unit := m.paper, m.unit
	return func(ctx context.Context) (sheets.Awaited, error) {
		b, err := sheets.Load(ctx, m.desk)
		if err != nil {
			return sheets.Awaited{}, err
		}
		return b.Missing(paper, unit), nil
	}
}

// Counted takes who is missing.
func (m *Model) Counted(a sheets.Awaited) { m.awaited, m.counted = a, true }

// Missing are those who are.
func (m *Model) Missing() []sheets.Missing { return m.awaited.Missing }

// MissingWords says how far the paper and the unit are: 已回 37，还缺 4.
func (m *Model) MissingWords() string {
	a := m.awaited
	switch {
	case !m.counted && a.All == 0:
		return ""
	case a.All == 0:
		return "没有人要交"
	case a.Back == a.All:
		return fmt.Sprintf("%s 份都回来了", wording.Count(a.All))
	}
	return fmt.Sprintf("已回 %s，还缺 %s", wording.Count(a.Back), wording.Count(a.All-a.Back))
}

// MissingNumbers are the ID numbers of those who are missing, for printing theirs;
// none where the paper is about units.
func (m *Model) MissingNumbers() (numbers []data.IDNumber) {
	for _, p := range m.awaited.Missing {
		if a, there := m.desk.Register.ByID(p.ID); there {
			numbers = append(numbers, a.Person.IDNumber)
		}
	}
	return numbers
}
