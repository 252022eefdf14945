package dossier

import (
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// Outstanding is something that somebody has still to bring.
type Outstanding struct {
	Name     string    // as a letter calls it: 2025年度考核登记表（备案件）
	Due      data.Date // zero: no day is known
	Promised bool      // by a commitment; else it was looked for and was not there
}

// Outstanding lists what an applicant has still to bring: appraisals and documents
// that were promised, the unit's consent without which a promise covers nothing,
// and, until he is decided on, documents noted as wanting. The years are those by
// which an application lapses, so that nobody lapses who was not on a list before.
// Whoever is out of the running owes nothing.
func (s *Dossiers) Outstanding(a *data.Applicant) []Outstanding {
	if !slices.Contains(registration.Running, a.Application.Status) {
		return nil
	}
	all := s.promised(a)
	if !slices.Contains(registration.Undecided, a.Application.Status) {
		return all
	}
	reviewing, _ := s.desk.Office.Policy.Deadline("review")
	for _, h := range s.Of(a) {
		if h.Document.State == data.DocumentWanting && h.Standing == Wanting && h.Promise == nil {
			all = append(all, Outstanding{LetterName(h.Key), reviewing.To, false})
		}
	}
	return all
}

// promised is what was promised and has not come.
func (s *Dossiers) promised(a *data.Applicant) (all []Outstanding) {
	if !a.Application.Commitment && len(a.Dossier.Commitments) == 0 {
		return nil
	}
	o := s.desk.Office
	years, due := eligibility.Owing(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
	for _, year := range years {
		all = append(all, Outstanding{LetterName(AppraisalSlot(year)), due, true})
	}
	for i := range a.Dossier.Commitments {
		c := &a.Dossier.Commitments[i]
		if !c.Open() {
			continue
		}
		for _, slot := range c.Slots {
			if !strings.HasPrefix(slot, appraisal) {
				all = append(all, Outstanding{LetterName(slot), c.Due, true})
			}
		}
		if !c.Consent {
			all = append(all, Outstanding{LetterName("commitment") + "上的单位审核同意", c.Due, true})
		}
	}
	return all
}

// LetterName is what a letter calls a document: without the blank that screens set
// between a year and its word. Of an appraisal the recorded one is asked for.
func LetterName(slot string) string {
	name := data.Squeeze(policy.EvidenceName(slot))
	if strings.HasPrefix(slot, appraisal) {
		name += "（备案件）"
	}
	return name
}
