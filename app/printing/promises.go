package printing

import (
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// promising are those who have promised to bring something later.
var promising = &some{"没有容缺承诺", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	return func(a *data.Applicant) bool { return d.Has(a, registration.Committed) }, nil
}}

// unrecorded is what the notice lets be brought later (二（四）): the reason where only
// the sheet says 容缺.
const unrecorded = "年度考核结果未经组织人事部门备案"

// promiseOf is what somebody has promised: on record, or by the word of the unit's
// sheet. What was brought meanwhile stays in it, for the promise was made.
func promiseOf(d *registration.Desk, a *data.Applicant) (p paper.Promise) {
	if !d.Has(a, registration.Committed) {
		return p
	}
	p.Clause = under(d.Office.Policy, "commitment-lapsed")
	var reasons []string
	for i := range a.Dossier.Commitments {
		c := &a.Dossier.Commitments[i]
		if !c.Withdrawn.IsZero() {
			continue
		}
		for _, what := range promised(c) {
			p.Items = append(p.Items, paper.PromisedItem{What: what, Due: c.Due})
		}
		if reason := sentence(c.Reason); reason != "" && !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	if len(p.Items) == 0 {
		return byTheSheet(d, a, p)
	}
	p.Reason = strings.Join(reasons, "，")
	return p
}

// byTheSheet is the promise of somebody of whom only the sheet says 容缺: the
// appraisals that are not recorded, else that of the year the notice looks at.
func byTheSheet(d *registration.Desk, a *data.Applicant, p paper.Promise) paper.Promise {
	p.Reason = unrecorded
	years := unrecordedYears(a)
	if last := d.Office.Policy.Only("commitment-due").LastYear; len(years) == 0 && last > 0 {
		years = []int{last}
	}
	due, _ := d.Office.Policy.Deadline("commitment-due")
	for _, what := range promised(&data.Commitment{Years: years}) {
		p.Items = append(p.Items, paper.PromisedItem{What: what, Due: due.To})
	}
	return p
}

// promised names the documents of a promise as they are handed in.
func promised(c *data.Commitment) (names []string) {
	for _, year := range c.Years {
		names = append(names, dossier.LetterName(dossier.AppraisalSlot(year))+"1份")
	}
	for _, slot := range c.Slots {
		names = append(names, dossier.LetterName(slot)+"1份")
	}
	return names
}

// sentence is a reason as it stands after 因 and before a comma.
func sentence(reason string) string {
	reason = strings.Join(strings.Fields(reason), "，")
	return strings.TrimPrefix(strings.TrimRight(reason, "。；，.;,"), "因")
}

// unrecordedYears are the years of somebody's appraisals that are not recorded yet.
func unrecordedYears(a *data.Applicant) (years []int) {
	for year, grade := range a.Person.Appraisals {
		if grade == data.Unrecorded {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

// under is the document and the clause that a rule rests on: 信人技考函〔2026〕1号二（五）;
// "" when nobody has signed it off.
func under(p *policy.Policy, rule string) string {
	if r := p.Only(rule); r.Confirmed() {
		return r.Source + r.Clause
	}
	return ""
}
