package governing

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// Effect is what another policy would do to the year's applications.
type Effect struct {
	Asked    int        // undecided applications that a changed row is asked of
	Changed  []Affected // of those, whose verdict changes; the worst first
	Standing []Affected // decided: the verdict would change, the decision stands
	Settled  int        // decided applications in all
}

// Affected is somebody whose verdict changes.
type Affected struct {
	Applicant     *data.Applicant
	Before, After eligibility.Outcome
	Turns         []Turn // the gravest first
}

// Turn is a finding that comes, goes, or changes its weight.
type Turn struct {
	Rule    string
	Was, Is eligibility.Severity // "": no finding
	Message string               // what the finding says, or said
}

// Worse reports whether the verdict gets worse.
func (a Affected) Worse() bool { return weight(a.After, "") > weight(a.Before, "") }

// settled are the statuses of those on whom somebody has decided.
var settled = []data.Status{data.Approved, data.Rejected, data.Reported, data.Lapsed}

// Compare judges the year's applications under both policies as on a day. It
// goes on working while a clerk types, and stops when ctx does.
func Compare(ctx context.Context, d *registration.Desk, now, next *policy.Policy, day data.Date) (Effect, error) {
	var e Effect
	concerns := changedFor(now, next)
	for i, a := range d.Register.Find(registration.Query{}) {
		if i%512 == 0 && ctx.Err() != nil {
			return Effect{}, ctx.Err()
		}
		decided := slices.Contains(settled, a.Application.Status)
		if decided {
			e.Settled++
		}
		if !decided && !slices.Contains(registration.Undecided, a.Application.Status) || !concerns(a) {
			continue
		}
		if !decided {
			e.Asked++
		}
		ask := func(p *policy.Policy) eligibility.Verdict {
			return eligibility.Judge(eligibility.Question{Applicant: a, Policy: p, Codes: d.Office.Codes, AsOf: day})
		}
		was, is := ask(now), ask(next)
		turns := turned(was.Findings, is.Findings)
		if was.Outcome == is.Outcome && len(turns) == 0 {
			continue
		}
		changed := Affected{a, was.Outcome, is.Outcome, turns}
		if decided {
			e.Standing = append(e.Standing, changed)
		} else {
			e.Changed = append(e.Changed, changed)
		}
	}
	worstFirst(e.Changed)
	worstFirst(e.Standing)
	return e, nil
}

// changedFor tells of whom a row that differs is asked: of all when anything but
// rules differs.
func changedFor(now, next *policy.Policy) func(*data.Applicant) bool {
	if !reflect.DeepEqual(withoutRules(now), withoutRules(next)) {
		return func(*data.Applicant) bool { return true }
	}
	type situation struct {
		level data.Level
		path  data.Path
	}
	known := map[situation]bool{}
	return func(a *data.Applicant) bool {
		at := situation{a.Application.Level, a.Application.Path}
		differs, asked := known[at]
		if !asked {
			differs = !reflect.DeepEqual(now.Rules(at.level, at.path), next.Rules(at.level, at.path))
			known[at] = differs
		}
		return differs
	}
}

func withoutRules(p *policy.Policy) policy.Policy {
	return policy.Policy{Year: p.Year, Notice: p.Notice, Cutoff: p.Cutoff, Assessment: p.Assessment, Violation: p.Violation, Deadlines: p.Deadlines}
}

// turned finds the findings that came, went or changed their weight.
func turned(was, is []eligibility.Finding) (turns []Turn) {
	type place struct{ rule, field string }
	before, after := map[place]Turn{}, map[place]Turn{}
	var order []place
	for _, side := range []struct {
		findings []eligibility.Finding
		into     map[place]Turn
	}{{is, after}, {was, before}} {
		for _, f := range side.findings {
			at := place{f.Rule, f.Field}
			if known, ok := side.into[at]; !ok || f.Severity.Weight() > known.Is.Weight() {
				side.into[at] = Turn{Is: f.Severity, Message: f.Message}
			}
			if !slices.Contains(order, at) {
				order = append(order, at)
			}
		}
	}
	for _, at := range order {
		b, a := before[at], after[at]
		if b.Is != a.Is {
			turns = append(turns, Turn{at.rule, b.Is, a.Is, cmp.Or(a.Message, b.Message)})
		}
	}
	slices.SortStableFunc(turns, func(x, y Turn) int {
		return max(y.Is.Weight(), y.Was.Weight()) - max(x.Is.Weight(), x.Was.Weight())
	})
	return turns
}

var outcomes = map[eligibility.Outcome]int{eligibility.Warn: 1, eligibility.Fail: 2}

// weight is how bad a verdict with its gravest finding is.
func weight(o eligibility.Outcome, s eligibility.Severity) int { return outcomes[o]*4 + s.Weight() }

// worstFirst puts those first whose verdict gets worse, the worst of them
// first, then those for whom it gets better.
func worstFirst(all []Affected) {
	rank := func(a Affected) int { return outcomes[a.After]*3 - outcomes[a.Before] }
	slices.SortStableFunc(all, func(x, y Affected) int {
		if x.Worse() != y.Worse() {
			if x.Worse() {
				return -1
			}
			return 1
		}
		return rank(y) - rank(x)
	})
}

// AskedOf counts the year's running applications that each row is asked of, by
// the row's key.
func AskedOf(d *registration.Desk, p *policy.Policy) map[string]int {
	type situation struct {
		level data.Level
		path  data.Path
	}
	people := map[situation]int{}
	for _, a := range d.Register.Find(registration.Query{Statuses: registration.Running}) {
		people[situation{a.Application.Level, a.Application.Path}]++
	}
	counts := map[string]int{}
	for at, n := range people {
		for _, r := range p.Rules(at.level, at.path) {
			counts[r.Key()] += n
		}
	}
	return counts
}
