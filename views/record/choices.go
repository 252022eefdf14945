package record

import (
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// StaffKinds are the two kinds of people the notice admits (一（二）).
var StaffKinds = []string{"正式工作人员", "其他聘用工作人员"}

// choosing tells which fields have a list, and what stands in it.
var choosing = map[string]func(*Model) []string{
	"ethnicity":           func(m *Model) []string { return m.desk.Office.Codes.Peoples },
	"political":           func(m *Model) []string { return m.desk.Office.Codes.Politicals },
	"education":           func(m *Model) []string { return m.desk.Office.Codes.Educations },
	"staff_kind":          func(*Model) []string { return StaffKinds },
	"unit":                (*Model).unitNames,
	"trade":               (*Model).tradeNames,
	"current_trade":       (*Model).tradeNames,
	"current_level":       func(*Model) []string { return levelNames() },
	"appointed_level":     func(*Model) []string { return levelNames() },
	"level":               func(*Model) []string { return levelNames() },
	"path":                func(*Model) []string { return pathNames() },
	"retirement_category": (*Model).categories,
	"commitment":          func(*Model) []string { return []string{"是", "否"} },
	"consent":             func(*Model) []string { return []string{"是", "否"} },
	appraisalsKey: func(*Model) []string {
		return []string{string(data.Excellent), string(data.Qualified), string(data.Basic), string(data.Unqualified), string(data.NoGrade), string(data.Unrecorded)}
	},
}

func (m *Model) hasChoices(key string) bool { return choosing[listOf(key)] != nil }

// listOf is the key under which a field's list is known: all years share one.
func listOf(key string) string {
	if yearOf(key) != 0 {
		return appraisalsKey
	}
	return key
}

// Choices returns the list of a field; nil when it has none. Lists are made
// once: a county's units would cost a thousand look-ups each time.
func (m *Model) Choices(key string) []wording.Choice {
	list := listOf(key)
	labels := choosing[list]
	if labels == nil {
		return nil
	}
	if m.lists[list] == nil || list == "retirement_category" { // which depends on sex
		m.lists[list] = wording.Choices(labels(m)...)
		for i := range m.lists[list] {
			m.lists[list][i].Code = code(list, i, m.lists[list][i])
		}
		if list == "unit" {
			m.alsoKnownAs(m.lists[list])
		}
	}
	return m.lists[list]
}

// alsoKnownAs lets a unit be found by its short name and its former ones, in
// hanzi and by their initials.
func (m *Model) alsoKnownAs(choices []wording.Choice) {
	for i, u := range m.desk.AllUnits() {
		for _, name := range append([]string{u.Short}, u.Former...) {
			if name != "" {
				choices[i].Pinyin += " " + strings.Join(append(registration.Initials(name), name), " ")
			}
		}
	}
}

// code is what may be typed for a choice: a level is its own number, the
// retirement age its own figure.
func code(list string, i int, c wording.Choice) string {
	switch list {
	case "level", "current_level", "appointed_level":
		return string(rune('0' + int(data.Levels()[i])))
	case "retirement_category":
		return c.Label[:2]
	}
	return c.Code
}

func (m *Model) categories() []string {
	if m.applicant.Person.Sex == data.Male {
		return []string{data.M60.String()}
	}
	return []string{data.F50.String(), data.F55.String()}
}

func levelNames() (names []string) {
	for _, l := range data.Levels() {
		names = append(names, l.Full())
	}
	return names
}

func pathNames() (names []string) {
	for _, p := range data.Paths() {
		names = append(names, p.String())
	}
	return names
}

func (m *Model) unitNames() (names []string) {
	for _, u := range m.desk.AllUnits() {
		names = append(names, u.Name)
	}
	return names
}

func (m *Model) tradeNames() (names []string) {
	for _, t := range m.desk.Office.Codes.Trades {
		names = append(names, t.Name)
	}
	return names
}
