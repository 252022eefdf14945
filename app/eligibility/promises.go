package eligibility

import (
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// What was promised, and what of it is owed. A sheet brings no more than 容缺承诺
// 是; then the promise speaks of every appraisal that is missing. Where the
// dossier has a record it says which years, by when, whether the unit has
// agreed and what was brought, and the word of the sheet counts no more.

// promises lists the commitments on record that stand.
func (m *matter) promises() []*data.Commitment {
	var all []*data.Commitment
	for i := range m.Applicant.Dossier.Commitments {
		if c := &m.Applicant.Dossier.Commitments[i]; c.Withdrawn.IsZero() {
			all = append(all, c)
		}
	}
	return all
}

// ofAppraisals reports whether the commitment speaks of appraisals: by year, by
// their slot, or because it names nothing.
func ofAppraisals(c *data.Commitment) bool {
	return len(c.Years) > 0 || len(c.Slots) == 0 || slices.ContainsFunc(c.Slots, isAppraisal)
}

func isAppraisal(slot string) bool {
	return slot == "appraisal" || strings.HasPrefix(slot, "appraisal-")
}

// speaksOf reports whether the commitment covers the year's appraisal.
func speaksOf(c *data.Commitment, year int) bool {
	return ofAppraisals(c) && (len(c.Years) == 0 || c.Promises(year))
}

// committed reports whether anything was promised of appraisals, and whether a
// record says so rather than a sheet.
func (m *matter) committed() (committed, onRecord bool) {
	onRecord = slices.ContainsFunc(m.promises(), ofAppraisals)
	return onRecord || m.application.Commitment, onRecord
}

// promised reports whether the year's appraisal may be brought later: the unit
// has to have agreed.
func (m *matter) promised(year int) bool {
	if _, onRecord := m.committed(); !onRecord {
		return m.application.Commitment
	}
	return slices.ContainsFunc(m.promises(), func(c *data.Commitment) bool { return c.Consent && speaksOf(c, year) })
}

// said reports whether anybody has promised the year, with or without the unit.
func (m *matter) said(year int) bool {
	if _, onRecord := m.committed(); !onRecord {
		return m.application.Commitment
	}
	return slices.ContainsFunc(m.promises(), func(c *data.Commitment) bool { return speaksOf(c, year) })
}

// brought returns the day on which what was promised of the year was brought,
// the first of them; zero when nothing was.
func (m *matter) brought(year int) (day data.Date, with string) {
	for _, c := range m.promises() {
		if speaksOf(c, year) && !c.Fulfilled.IsZero() && (day.IsZero() || c.Fulfilled.Before(day)) {
			day, with = c.Fulfilled, c.With
		}
	}
	return day, with
}

// due is the last day by which appraisals may be brought.
func (m *matter) due() data.Date {
	d, _ := m.Policy.Deadline("commitment-due")
	return d.To
}

// dueOf is the day a commitment names, else the notice's.
func (m *matter) dueOf(c *data.Commitment) data.Date {
	if c.Due.IsZero() {
		return m.due()
	}
	return c.Due
}

// owed lists the years promised and not recorded, in order: those written 未备案,
// those the appraisals rules miss, those a record names and, where nothing says
// which, the row's last year.
func (m *matter) owed(r *policy.Rule) []int {
	years := m.unrecorded()
	for _, row := range m.Policy.Rules(m.application.Level, m.application.Path) {
		if row.ID == "appraisals" {
			years = append(years, m.missingYears(row)...)
		}
	}
	years = append(years, r.LastYear)
	for _, c := range m.promises() {
		years = append(years, c.Years...)
	}
	years = slices.DeleteFunc(years, func(year int) bool { return m.recorded(year) || !m.said(year) })
	slices.Sort(years)
	return slices.Compact(years)
}

// unclaimed lists the years written 未备案 that nobody has promised and of which no
// appraisals rule speaks.
func (m *matter) unclaimed() []int {
	years := slices.DeleteFunc(m.unrecorded(), m.said)
	for _, row := range m.Policy.Rules(m.application.Level, m.application.Path) {
		if row.ID == "appraisals" {
			years = slices.DeleteFunc(years, func(year int) bool { return year > row.LastYear-row.Years && year <= row.LastYear })
		}
	}
	slices.Sort(years)
	return years
}

// unrecorded lists the years written 未备案, in no order.
func (m *matter) unrecorded() []int {
	var years []int
	for year, grade := range m.person.Appraisals {
		if grade == data.Unrecorded {
			years = append(years, year)
		}
	}
	return years
}

// otherSlots names the documents promised besides appraisals.
func otherSlots(c *data.Commitment) string {
	var names []string
	for _, slot := range c.Slots {
		if !isAppraisal(slot) {
			names = append(names, policy.EvidenceName(slot))
		}
	}
	return strings.Join(names, "、")
}
