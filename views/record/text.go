package record

import (
	"strings"

	"gongkao/data"
)

// Text returns what stands in a field: as it was typed when it could not be
// taken, else in its one form.
func (m *Model) Text(key string) string {
	if text, ok := m.raw[key]; ok {
		return text
	}
	a := &m.applicant
	switch key {
	case "sex":
		return strings.TrimSpace(string(a.Person.Sex) + "　" + a.Person.Birth.String())
	case retirementKey:
		return m.verdict.RetirementMonth.String()
	case "id_number":
		return a.Person.IDNumber.Grouped()
	case "level":
		return a.Application.Level.Full()
	case "current_level":
		return a.Person.CurrentLevel.Full()
	case "appointed_level":
		return a.Person.AppointedLevel.Full()
	case "retirement_category":
		return a.Person.RetirementCategory().String()
	case "commitment":
		return yesNo(a.Application.Commitment, m.visited[key] || !m.IsNew())
	case "consent":
		return yesNo(a.Application.Consent, m.visited[key] || !m.IsNew())
	}
	if year := yearOf(key); year != 0 {
		return string(a.Person.Appraisals[year])
	}
	return data.FieldByKey(key).Get(a)
}

func yesNo(yes, answered bool) string {
	switch {
	case yes:
		return "是"
	case answered:
		return "否"
	}
	return ""
}
