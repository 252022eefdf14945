package printing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/inspection"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// Review sheets (资格审查表): what the record holds of a review, in the words of the
// sheet. A decided one says what was said then, about the person as he stood then.

// underReview are the statuses of which there is something to be said.
var underReview = []data.Status{data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported}

// reviewSheets are the people found with their reviews.
func reviewSheets(ctx context.Context, g *gathering) error {
	sheets := inspection.NewSheets(g.desk)
	for _, a := range g.found {
		s, err := sheets.Of(ctx, a.Application.ID)
		if err != nil {
			return err
		}
		e := entry(g.desk, s.Applicant)
		e.Review, e.Now = reviewOf(g.desk, &s), a
		g.job.Entries = append(g.job.Entries, e)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	g.about(g.found)
	return nil
}

// reviewOf writes a sheet down.
func reviewOf(d *registration.Desk, s *inspection.Sheet) *paper.Review {
	r := &paper.Review{}
	owed, setAside := false, []string{}
	for i := range s.Steps {
		step := &s.Steps[i]
		owed = owed || step.Owed
		c := clauseOf(s, step)
		if c.Finding == data.Overrides.String() {
			setAside = append(setAside, fmt.Sprint(i+1))
		}
		r.Clauses = append(r.Clauses, c)
	}
	if s.Decision == nil {
		return r
	}
	r.By, r.First, r.At = s.Decision.By, s.Decision.First, s.Decision.At
	r.Outcome, r.Reasons = outcomes[s.Decision.To], slices.Clone(s.Decision.Reasons)
	if r.Outcome != paper.Passed {
		return r
	}
	if owed {
		r.Outcome = paper.Conditional
		r.Reasons = append(r.Reasons, conditions(d, s)...)
	}
	if len(setAside) > 0 {
		r.Reasons = append(r.Reasons, "第 "+strings.Join(setAside, "、")+" 条说明理由后通过，理由见各条")
	}
	return r
}

// outcomes are the boxes that decisions tick.
var outcomes = map[data.Status]paper.Outcome{data.Approved: paper.Passed, data.Returned: paper.SentBack, data.Rejected: paper.Refused}

// conditions says what was still to be brought, and what the notice says of it.
func conditions(d *registration.Desk, s *inspection.Sheet) []string {
	reasons := []string{owed(d, s.Applicant)}
	if row := s.Policy.Only("commitment-lapsed"); row.Text != "" {
		reasons = append(reasons, strings.TrimSuffix(row.Text, "。")+"（"+row.Source+" "+row.Clause+"）")
	}
	return reasons
}

// clauseOf writes a clause down, with what was looked at and what a clerk said.
func clauseOf(s *inspection.Sheet, step *review.Step) paper.Clause {
	c := paper.Clause{Title: step.Title, Source: sourceOf(step.Row), Confirmed: step.Row.Confirmed(), By: step.Tick.By, At: step.Tick.At}
	if step.Stale { // it saw other values
		c.By = ""
	}
	if d := s.Decision; d != nil && step.Tick.Mark == "" {
		c.By, c.At = d.By, d.At
	}
	seen := looked(s.Applicant, step.Look)
	if step.Fact != "" {
		seen = append(seen, step.Fact)
	}
	c.Seen = strings.Join(seen, "；")
	c.Finding, c.Remark = found(s, step)
	return c
}

// sourceOf is where a rule stands. What nobody has looked up is said once.
func sourceOf(row *policy.Rule) string {
	if open := "待核对"; strings.Contains(row.Source, open) && strings.Contains(row.Clause, open) {
		return row.Source
	}
	return row.Source + " " + row.Clause
}

// found is the finding in a word or two, and what else was said.
func found(s *inspection.Sheet, step *review.Step) (finding, remark string) {
	var remarks []string
	for _, f := range step.Findings {
		if !step.Owed || f.Severity != eligibility.Info { // of a promise the word itself tells
			remarks = append(remarks, f.Message)
		}
	}
	mark, note := step.Tick.Mark, step.Tick.Note
	if step.Stale {
		mark, note = "", ""
	}
	if why := overridden(s.Decision, step); mark == "" && why != "" {
		mark, note = data.Overrides, why
	}
	finding = marked[mark]
	if finding == "" && step.Severity.Weight() >= eligibility.Warning.Weight() && mark == "" {
		finding = warned[step.Severity]
	}
	if finding == "" {
		finding = "符合"
		if step.Owed {
			finding = owedWords(s, step)
		}
	}
	if note != "" && !slices.Contains(remarks, note) {
		remarks = append(remarks, cmp.Or(noted[mark], "附注：")+note)
	}
	return finding, strings.Join(remarks, "\n")
}

// Words of the sheet: by mark, by severity where nobody has marked, and before a
// clerk's own words.
var (
	marked = map[data.TickMark]string{data.Objects: "不符", data.Overrides: data.Overrides.String()}
	warned = map[eligibility.Severity]string{eligibility.Warning: "提醒", eligibility.Block: "不符"}
	noted  = map[data.TickMark]string{data.Objects: "不符：", data.Overrides: "理由："}
)

// overridden is why a decision sets the finding of a clause aside; "" when it does
// not.
func overridden(d *data.Decision, step *review.Step) string {
	if d == nil || len(step.Findings) == 0 {
		return ""
	}
	return d.Overrides[step.Rule]
}

// owedWords say that a clause is met by a promise, and of the promise itself by when.
func owedWords(s *inspection.Sheet, step *review.Step) string {
	if step.Rule != "commitment-due" {
		return "容缺"
	}
	due, known := s.Policy.Deadline("commitment-due")
	if !known {
		return "容缺"
	}
	return fmt.Sprintf("容缺\n%d月%d日前补", due.To.Month, due.To.Day)
}

// looked says of the documents of a clause what was seen of them: appraisals of
// several years in one.
func looked(a *data.Applicant, slots []string) (words []string) {
	for _, slot := range slots {
		of := map[data.DocumentState][]string{}
		for _, doc := range a.Dossier.Documents {
			if doc.State != data.DocumentOpen && (doc.Slot == slot || strings.HasPrefix(doc.Slot, slot+"-")) {
				of[doc.State] = append(of[doc.State], doc.Slot)
			}
		}
		for _, state := range []data.DocumentState{data.DocumentSeen, data.DocumentCopy, data.DocumentWanting} {
			if len(of[state]) > 0 {
				words = append(words, evidenceNames(of[state])+"（"+state.String()+"）")
			}
		}
	}
	return words
}
