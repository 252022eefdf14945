package paper

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Review is how far the review of an applicant has come, or how it ended: the
// clauses as they stood then.
type Review struct {
	Clauses []Clause
	Outcome Outcome
	Reasons []string  // of the decision, each in whole words
	By      string    // who decided; "": nobody yet
	First   string    // the first reviewer, where two were asked for
	At      time.Time // of the decision
}

// Outcome is what was decided; the empty one: nothing yet.
type Outcome string

// The outcomes, each a box of the sheet.
const (
	Passed      Outcome = "passed"
	Conditional Outcome = "conditional" // passed, with something to be brought by a day
	SentBack    Outcome = "returned"
	Refused     Outcome = "rejected"
)

// Clause is one clause of a review as the sheet tells it.
type Clause struct {
	Title, Source string
	Seen          string    // what was looked at and what it comes to
	Remark        string    // what the rules found, what a clerk noted; "": nothing to be said
	Finding       string    // 符合, 不符 …
	Confirmed     bool      // the rule is signed off; else it stops nobody, and the sheet says so
	By            string    // who looked; "": nobody yet
	At            time.Time // when
}

// unconfirmed is printed beside a finding by a rule that nobody has signed off.
const unconfirmed = "（待核对）"

// reviewValues tell of a review.
var reviewValues = map[string]func(*view) string{
	"review.passed":      decided(Passed),
	"review.conditional": decided(Conditional),
	"review.returned":    decided(SentBack),
	"review.rejected":    decided(Refused),
	"review.reason":      reviewReason,
	"review.record":      reviewRecord,
}

// clauseValues tell of one of its clauses.
var clauseValues = map[string]func(*view) string{
	"clause.title":   func(v *view) string { return v.item.clause.Title },
	"clause.source":  func(v *view) string { return v.item.clause.Source },
	"clause.seen":    func(v *view) string { return v.item.clause.Seen },
	"clause.remark":  func(v *view) string { return v.item.clause.Remark },
	"clause.finding": clauseFinding,
	"clause.who":     clauseWho,
}

// review is the review of the view's entry; an empty one where nobody has asked
// for it.
func (v *view) review() *Review {
	if v.entry.Review == nil {
		return &Review{}
	}
	return v.entry.Review
}

func decided(o Outcome) func(*view) string {
	return func(v *view) string { return yes(v.review().Outcome == o) }
}

// reviewRecord says who decided and when; "" while nobody has.
func reviewRecord(v *view) string {
	r := v.review()
	if r.By == "" {
		return ""
	}
	words := r.By + "　" + r.At.Format("2006-01-02 15:04")
	if r.First != "" && r.First != r.By {
		words += "　第一审查人 " + r.First
	}
	return words
}

// reasonRoom is how many characters of reasons have room beside the decision.
const reasonRoom = 110

// reviewReason is why; more than has room beside the decision stands under the
// clauses.
func reviewReason(v *view) string {
	reasons := v.review().Reasons
	if text := strings.Join(reasons, "；"); utf8.RuneCountInString(text) <= reasonRoom {
		return text
	}
	return fmt.Sprintf("共 %d 项，列在审查事项之后", len(reasons))
}

// clauses are the clauses, and after them the reasons that have no room beside the
// decision.
func clauses(v *view) (items []listItem) {
	r := v.review()
	for _, c := range r.Clauses {
		items = append(items, listItem{clause: c})
	}
	if utf8.RuneCountInString(strings.Join(r.Reasons, "；")) <= reasonRoom {
		return items
	}
	for i, reason := range r.Reasons {
		items = append(items, listItem{clause: Clause{Title: fmt.Sprintf("理由说明（%d）", i+1), Seen: reason, Confirmed: true, By: r.By, At: r.At}})
	}
	return items
}

// clauseFinding is the finding, with 待核对 under it where the rule is no law yet.
func clauseFinding(v *view) string {
	c := &v.item.clause
	if c.Confirmed || c.Finding == "" {
		return c.Finding
	}
	return c.Finding + "\n" + unconfirmed
}

// clauseWho is who looked and when, on two lines; "" while nobody has.
func clauseWho(v *view) string {
	c := &v.item.clause
	if c.By == "" {
		return ""
	}
	return c.By + "\n" + c.At.Format("01-02 15:04")
}
