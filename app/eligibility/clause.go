package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// Clause is a row of the policy as it was held against one application: what it
// asks, what was found, how it was counted, what to look at on paper. A row that
// asks nothing of the person makes no clause.
type Clause struct {
	Key      string       // of the clause within the application: the rule's id, numbered where a rule has two rows
	Rule     string       // id of the command-line contract
	Row      *policy.Rule // do not change it
	Title    string       // 取得四级满 5 年
	Fact     string       // what decides, short: 5 年 3 个月, 四级 → 三级, 2030-03 到龄
	Severity Severity     // of the gravest finding; "": met
	Findings []Finding
	Owed     bool // met by a promise that is still open
	Trace    data.Trace
	Look     []string // slots of the documents to look at (app/dossier), from the row
}

// Explain is Judge with everything it looked at: one clause for each row that
// asked something of the person, met or not, in the order of the rules.
func Explain(q Question) (Verdict, []Clause) {
	m := take(q)
	if q.Policy.Provisional() {
		return m.explainAwaiting()
	}
	rows := q.Policy.Rules(m.application.Level, m.application.Path)
	var clauses []Clause
	for i := range rules {
		nth := 0
		for _, row := range rows {
			if row.ID != rules[i].id {
				continue
			}
			nth++
			if c, asked := m.explain(&rules[i], row); asked {
				c.Key = keyOf(row, nth)
				clauses = append(clauses, c)
			}
		}
	}
	return m.verdict(), clauses
}

// keyOf is the key of the clause that the rule's n-th row makes.
func keyOf(row *policy.Rule, nth int) string {
	if nth > 1 {
		return fmt.Sprintf("%s-%d", row.ID, nth)
	}
	return row.ID
}

// TitleOf returns the title of an application's clause by its key; the key itself
// where the policy has no such row for it any more.
func TitleOf(p *policy.Policy, a *data.Application, key string) string {
	if row, ok := RowOf(p, a, key); ok {
		return Title(row)
	}
	return key
}

// RowOf returns the row that makes an application's clause, by its key; ok is false
// where the policy has no such row for it any more.
func RowOf(p *policy.Policy, a *data.Application, key string) (row *policy.Rule, ok bool) {
	nth := map[string]int{}
	for _, row := range p.Rules(a.Level, a.Path) {
		nth[row.ID]++
		if keyOf(row, nth[row.ID]) == key {
			return row, true
		}
	}
	return nil, false
}

// explain holds one row against the application and says how it came out.
func (m *matter) explain(rule *rule, row *policy.Rule) (c Clause, asked bool) {
	before := len(m.findings)
	rule.check(m, row)
	found := m.findings[before:]
	c = Clause{Rule: row.ID, Row: row, Title: Title(row), Look: m.look(row)}
	asked = rule.explain(m, row, &c) || len(found) > 0
	if len(found) > 0 {
		kept := c.Trace
		for i := range found {
			found[i].Trace = &kept
		}
		c.Findings = slices.Clone(found)
	}
	for _, f := range found {
		if f.Severity.Weight() > c.Severity.Weight() {
			c.Severity = f.Severity
		}
	}
	return c, asked
}

// gravity orders severities.
var gravity = map[Severity]int{Info: 1, Warning: 2, Block: 3}

// Weight orders severities; 0: nothing to be said.
func (s Severity) Weight() int { return gravity[s] }

// look lists the row's documents, without those this person has no reason to
// bring.
func (m *matter) look(row *policy.Rule) []string {
	var slots []string
	for _, slot := range row.Evidence {
		switch {
		case slot == "transfer" && !m.anotherTrade():
		case slot == "honours" && m.application.Honours == "" && row.ID != "level-step":
		default:
			slots = append(slots, slot)
		}
	}
	return slots
}

// use notes a field the rule looked at, as it was entered.
func (c *Clause) use(m *matter, keys ...string) {
	for _, key := range keys {
		text := data.FieldByKey(key).Get(m.Applicant)
		if text == "" {
			text = "未填"
		}
		c.cite(key, text, "填报")
	}
}

// cite notes a value that came from elsewhere than the field.
func (c *Clause) cite(key, text, from string) {
	c.Trace.Used = append(c.Trace.Used, data.Used{Field: key, Text: text, From: from})
}

// line adds a line to the sum.
func (c *Clause) line(label, figure string) {
	c.Trace.Sum = append(c.Trace.Sum, data.Line{Label: label, Figure: figure})
}

// result adds the line that decides.
func (c *Clause) result(label, figure string) {
	c.Trace.Sum = append(c.Trace.Sum, data.Line{Label: label, Figure: figure, Result: true})
}

// bring notes what is missing.
func (c *Clause) bring(things ...string) { c.Trace.Missing = append(c.Trace.Missing, things...) }
