package eligibility

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongkao/app/policy"
	"gongkao/data"
)

// numbered are the rules whose sentences must hold their numbers.
var numbered = []string{"years-in-level", "working-years", "object-age-reached", "object-age-this-year", "appraisals"}

var figures = regexp.MustCompile(`\d{4}-\d\d-\d\d|\d{4}-\d\d|\d+`)

// TestEachSentenceHoldsItsNumbers: whoever reads the sentence alone can count
// again. Each figure of the sum stands in it; of the last day, at least the
// year.
func TestEachSentenceHoldsItsNumbers(t *testing.T) {
	checked := 0
	for _, p := range judgeMatrix(t) {
		for _, q := range p.question {
			_, clauses := Explain(q)
			for _, c := range clauses {
				for _, f := range c.Findings {
					if slices.Contains(numbered, f.Rule) && f.Field != "current_trade" && !strings.HasPrefix(f.Message, "未填") {
						holdsItsSum(t, p.name, f)
						checked++
					}
				}
			}
		}
	}
	if checked < 200 {
		t.Errorf("only %d sentences were held against their sums", checked)
	}
}

func holdsItsSum(t *testing.T, name string, f Finding) {
	t.Helper()
	if f.Trace == nil || len(f.Trace.Sum) == 0 {
		t.Errorf("%s: %s has no sum: %s", name, f.Rule, f.Message)
		return
	}
	for _, line := range f.Trace.Sum {
		switch line.Label {
		case "算到", "通知下发", "延迟", "合格以上", "其中优秀", "容缺后补":
			continue // not what decides; the plain count holds the last day
		case "满":
			if strings.Contains(f.Message, "晚于") {
				continue // there is nothing to count
			}
		case "要求":
			if f.Rule == "appraisals" {
				continue // it names the years themselves
			}
		}
		for _, figure := range figures.FindAllString(line.Figure, -1) {
			if !strings.Contains(f.Message, figure) {
				t.Errorf("%s: %s %s %s does not stand in: %s", name, f.Rule, line.Label, line.Figure, f.Message)
			}
		}
	}
}

// TestTheMatrixAgreesWithAPlainCount counts the years of everybody again, in
// another way, and holds the verdict on his years against it.
func TestTheMatrixAgreesWithAPlainCount(t *testing.T) {
	counted := 0
	for _, p := range judgeMatrix(t) {
		for i, q := range p.question {
			for _, row := range q.Policy.Rules(q.Applicant.Application.Level, q.Applicant.Application.Path) {
				from, field := countFrom(q.Applicant, row)
				if from.IsZero() {
					continue
				}
				counted++
				years := plainYears(row, from)
				wrong := years < row.Years || row.Below > 0 && years >= row.Below
				said := slices.IndexFunc(p.verdict[i].Findings, func(f Finding) bool { return f.Rule == row.ID && f.Field == field })
				if wrong != (said >= 0) {
					t.Errorf("%s under %s: %d years by %s since %s, %s: %s", p.name, conditions[i].name, years, row.Counting, from, row.AsOf, p.text())
				}
				if said >= 0 && years > 0 && !strings.Contains(p.verdict[i].Findings[said].Message, fmt.Sprintf("%d 年", years)) {
					t.Errorf("%s: %d years, but it says: %s", p.name, years, p.verdict[i].Findings[said].Message)
				}
			}
		}
	}
	if counted < 250 {
		t.Errorf("only %d counts", counted)
	}
}

// countFrom is the month from which the row counts the person's years.
func countFrom(a *data.Applicant, row *policy.Rule) (from data.Month, field string) {
	switch {
	case row.ID == "working-years":
		return a.Person.WorkStart, "work_start"
	case row.ID == "years-in-level" && a.Person.CurrentLevel == a.Application.Level+1:
		return a.Person.CurrentCertDate, "current_cert_date"
	}
	return data.Month{}, ""
}

// plainYears walks month by month; -1 when the month lies after the day.
func plainYears(row *policy.Rule, from data.Month) int {
	end, months, calendar := row.AsOf.MonthOf(), 0, 0
	if from.After(end) {
		return -1
	}
	for at := from; at != end; at = at.Add(1) {
		months++
		if at.Month == 12 {
			calendar++
		}
	}
	switch row.Counting {
	case policy.CalendarDifference:
		return calendar
	case policy.InclusiveYears:
		return calendar + 1
	}
	years := 0
	for months >= 12 {
		months -= 12
		years++
	}
	return years
}
