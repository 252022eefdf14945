package registration

import (
	"sync"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/data"
)

// Judgement is a verdict in the word that lists show.
type Judgement eligibility.Outcome

// Judgements lists all, the gravest first.
func Judgements() []Judgement {
	return []Judgement{Judgement(eligibility.Fail), Judgement(eligibility.Warn), Judgement(eligibility.Pass)}
}

// String returns the word: 不符合, 要核对, 符合.
func (j Judgement) String() string {
	return map[Judgement]string{Judgement(eligibility.Pass): "符合", Judgement(eligibility.Warn): "要核对", Judgement(eligibility.Fail): "不符合"}[j]
}

// judgements remembers what the rules said of whom. An applicant handed out by
// the register never changes, so the same applicant under the same policy on the
// same day has the same verdict.
type judgements struct {
	mu     sync.Mutex
	policy *policy.Policy
	day    data.Date
	known  map[data.ApplicationID]judged
}

type judged struct {
	applicant *data.Applicant
	judgement Judgement
}

// Judge returns the full verdict on an application as things stand today.
func (d *Desk) Judge(a *data.Applicant) eligibility.Verdict {
	o := d.Office
	return eligibility.Judge(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
}

// Judgement returns the verdict in a word, remembered as long as nothing
// changes: lists ask for thousands.
func (d *Desk) Judgement(a *data.Applicant) Judgement {
	j := &d.judgements
	j.mu.Lock()
	defer j.mu.Unlock()
	if today := d.Office.Today(); j.known == nil || j.policy != d.Office.Policy || j.day != today {
		j.known, j.policy, j.day = map[data.ApplicationID]judged{}, d.Office.Policy, today
	}
	if known, ok := j.known[a.Application.ID]; ok && known.applicant == a {
		return known.judgement
	}
	now := Judgement(d.Judge(a).Outcome)
	j.known[a.Application.ID] = judged{a, now}
	return now
}
