package eligibility

import (
	"gongkao/app/policy"
	"gongkao/app/retirement"
	"gongkao/data"
)

// matter is an application while it is judged: the question, the facts that
// several rules need, and the findings so far.
type matter struct {
	Question
	person      *data.Person
	application *data.Application
	id          data.IDReading
	sex         data.Sex            // entered, else read from the ID number
	birth       data.Date           // likewise
	category    data.Category       // "" when missing, unknown or against the sex
	retirement  retirement.Result   // zero when it cannot be computed
	standing    retirement.Standing // by that month
	findings    []Finding
}

func take(q Question) *matter {
	m := &matter{Question: q, person: &q.Applicant.Person, application: &q.Applicant.Application}
	m.id = data.ReadID(string(m.person.IDNumber), q.Codes.Region)
	m.sex, m.birth = m.person.Sex, m.person.Birth
	if m.id.Valid() {
		if m.sex == "" {
			m.sex = m.id.Sex
		}
		if m.birth.IsZero() {
			m.birth = m.id.Birth
		}
	}
	m.category = m.person.Category
	if m.category == "" && m.sex == data.Male {
		m.category = data.M60
	}
	if m.category.Age() == 0 || (m.category == data.M60) != (m.sex == data.Male) {
		m.category = ""
	}
	if !m.birth.IsZero() {
		m.retirement = retirement.Of(m.birth.MonthOf(), m.category)
		m.standing = retirement.Stand(m.retirement.Month, q.Policy.Cutoff.Date, q.Policy.Year)
	}
	return m
}

// broken reports a rule that is not met: a confirmed row blocks, any other
// warns.
func (m *matter) broken(r *policy.Rule, field, message string) {
	severity := Warning
	if r.Confirmed() {
		severity = Block
	}
	m.find(r, severity, field, message)
}

// unclear reports what the program cannot or may not decide.
func (m *matter) unclear(r *policy.Rule, field, message string) {
	m.find(r, Warning, field, message)
}

// note reports what is good to know.
func (m *matter) note(r *policy.Rule, field, message string) {
	m.find(r, Info, field, message)
}

func (m *matter) find(r *policy.Rule, s Severity, field, message string) {
	m.findings = append(m.findings, Finding{
		Rule: r.ID, Severity: s, Field: field, Clause: r.Clause, Source: r.Source, Confirmed: r.Confirmed(), Message: message,
	})
}
