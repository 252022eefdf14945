package eligibility

import (
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
	Fact     string       // what decides, short: 5 年 3 个月, 四 → 三, 2030-03 到龄
	Severity Severity     // of the gravest finding; "": met
	Findings []Finding
	Trace    data.Trace
	Look     []string // slots of the documents to look at (app/dossier), from the row
}

// Explain is Judge with everything it looked at: one clause for each row that
// asked something of the person, met or not, in the order of the rules.
func Explain(q Question) (Verdict, []Clause) {
	v := Judge(q)
	var clauses []Clause
	for _, row := range q.Policy.Rules(q.Applicant.Application.Level, q.Applicant.Application.Path) {
		clauses = append(clauses, Clause{Key: row.ID, Rule: row.ID, Row: row, Title: row.ID})
	}
	return v, clauses
}
