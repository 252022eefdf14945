package statistics

import (
	"gongkao/app/policy"
	"gongkao/data"
)

// What one person comes to. Each is asked of the package whose subject it is, so
// that a count never says anything else than that subject's own screen.

// approved reports whether the review was passed.
func approved(a *data.Applicant) bool {
	return a.Application.Status == data.Approved || a.Application.Status == data.Reported
}

// due is what somebody has to pay: the fee of the level from approval on, a
// second one of level 1 on entering the evaluation.
func due(p *policy.Policy, a *data.Applicant) (fen data.Fen) {
	if p == nil || !approved(a) {
		return 0
	}
	for _, fee := range p.Fee(a.Application.Level) {
		if fee.Step == 1 || a.Ledger.Evaluation.Admitted() {
			fen += fee.Fen
		}
	}
	return fen
}

// paid is what somebody has paid.
func paid(a *data.Applicant) (fen data.Fen) {
	for i := range a.Ledger.Payments {
		if p := &a.Ledger.Payments[i]; p.Void == "" {
			fen += p.Fen
		}
	}
	return fen
}

// passed reports whether somebody passed the assessment: a certificate stands.
func passed(a *data.Applicant) bool {
	for i := range a.Ledger.Certificates {
		if a.Ledger.Certificates[i].Void == "" {
			return true
		}
	}
	return false
}

// copies is how many textbooks somebody has ordered.
func copies(a *data.Applicant) (n int) {
	for i := range a.Ledger.Orders {
		if o := &a.Ledger.Orders[i]; o.Void == "" {
			n += o.Copies
		}
	}
	return n
}
