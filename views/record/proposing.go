package record

import (
	"slices"

	"gongkao/data"
)

// proposing are the fields of a person typed from paper in which nearly
// everybody writes the same. The proposal is only shown; the clerk, who reads
// the paper, takes it with Enter or leaves the field empty with Tab. What a
// verdict hangs on alone (the retirement age, dates, the first year of
// appraisals) is never proposed.
var proposing = map[string]func(*Model) string{
	"ethnicity":       func(*Model) string { return "汉族" },
	"political":       func(*Model) string { return "群众" },
	"staff_kind":      func(*Model) string { return StaffKinds[0] },
	"post":            func(m *Model) string { return m.applicant.Application.Trade },
	"current_level":   (*Model).levelBelow,
	"current_trade":   func(m *Model) string { return m.applicant.Application.Trade },
	"appointed_level": func(m *Model) string { return m.applicant.Person.CurrentLevel.Full() },
	"path":            (*Model).stepUp,
}

// Proposed returns what to show in grey in an empty field, "" for nothing.
func (m *Model) Proposed(key string) string {
	if !m.typing || m.Decided() || m.Text(key) != "" {
		return ""
	}
	if year := yearOf(key); year != 0 {
		return m.asTheYearBefore(year)
	}
	if propose := proposing[key]; propose != nil {
		return propose(m)
	}
	return ""
}

// asTheYearBefore is 合格 after a year that was good.
func (m *Model) asTheYearBefore(year int) string {
	switch m.applicant.Person.Appraisals[year-1] {
	case data.Qualified, data.Excellent:
		return string(data.Qualified)
	}
	return ""
}

// levelBelow is the level from which one rises to the one applied for.
func (m *Model) levelBelow() string {
	below := m.applicant.Application.Level + 1
	if m.applicant.Application.Level == 0 || !slices.Contains(data.Levels(), below) {
		return ""
	}
	return below.Full()
}

// stepUp is 晋级, where it is one.
func (m *Model) stepUp() string {
	held, asked := m.applicant.Person.CurrentLevel, m.applicant.Application.Level
	if held == 0 || held != asked+1 {
		return ""
	}
	return data.Promotion.String()
}

// Advice is what the message bar says of the field the caret has come to.
func (m *Model) Advice(key string) string {
	if proposed := m.Proposed(key); proposed != "" {
		return labelOf(key) + "：Enter 填“" + proposed + "”，Tab 空着"
	}
	if hint := m.State(key).Hint; hint != "" {
		return labelOf(key) + "：" + hint
	}
	return ""
}
