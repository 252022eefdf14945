package review

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Ruling is a decision to record.
type Ruling struct {
	Decision  Decision
	Reasons   []string          // preset codes, rule ids or free words
	Overrides map[string]string // rule id → why it does not stand in the way
}

// neverOverridden are rules that no reason can set aside: without them it is
// not known who applies, or the notice itself lets the application lapse.
var neverOverridden = map[string]bool{
	"identity-id-number": true, "violation-ban": true, "commitment-lapsed": true,
}

// Decide records the ruling on an application as the signed-in clerk. It
// refuses a move that the status table does not know (status), a return or
// rejection without a reason (reason-missing), and an approval against a
// blocking finding that is not overridden with a reason (blocked).
func Decide(ctx context.Context, d *registration.Desk, a *data.Applicant, r Ruling) (data.Status, error) {
	m, err := moveFor(r.Decision)
	if err != nil {
		return "", err
	}
	if err := m.allowed(a.Application.Status); err != nil {
		return "", err
	}
	verdict := eligibility.Judge(eligibility.Question{Applicant: a, Policy: d.Office.Policy, Codes: d.Office.Codes, AsOf: d.Office.Today()})
	record, err := ruling(m, r, verdict)
	if err != nil {
		return "", err
	}
	record.Application, record.From = a.Application.ID, a.Application.Status
	record.By, record.PolicyHash = d.Office.Clerk, d.Office.Policy.Hash
	decided := a.Application
	decided.Status = m.to
	_, err = d.Office.Store.Update(ctx, m.op, strings.Join(record.Reasons, "；"), func(tx *store.Tx) error {
		record.ID, record.At = data.DecisionID(tx.NewID()), tx.Now()
		if err := tx.PutDecision(record); err != nil {
			return err
		}
		return tx.PutApplication(decided)
	})
	if err != nil {
		return "", err
	}
	d.Register.Replace(a.Application.ID, decided)
	return m.to, nil
}

func (m move) allowed(from data.Status) error {
	for _, s := range m.from {
		if s == from {
			return nil
		}
	}
	if from == m.to {
		return data.Refuse("status", "", "这份申报已经是“"+from.String()+"”", "不需要再做一次")
	}
	return data.Refuse("status", "", fmt.Sprintf("“%s”的申报不能再%s", from, m.name), "请先核对这份申报的经过")
}

// ruling turns what the clerk said into a record, or says why it cannot stand.
func ruling(m move, r Ruling, v eligibility.Verdict) (data.Decision, error) {
	record := data.Decision{To: m.to, Verdict: string(v.Outcome), Overrides: r.Overrides}
	findings := map[string]string{}
	for _, f := range v.Findings {
		findings[f.Rule] = f.Message
		record.Findings = append(record.Findings, data.DecidedFinding{Rule: f.Rule, Severity: string(f.Severity), Clause: f.Clause, Confirmed: f.Confirmed, Message: f.Message})
	}
	var err error
	if record.Reasons, err = reasonTexts(r.Reasons, findings); err != nil {
		return record, err
	}
	if m.reasons && len(record.Reasons) == 0 {
		return record, data.Refuse("reason-missing", "", m.name+"要写明理由", "请给出至少一条理由，单位才知道怎样补正")
	}
	if m.decision == Approve {
		return record, unblocked(v, r.Overrides, findings)
	}
	return record, nil
}

// unblocked refuses an approval that a blocking finding forbids.
func unblocked(v eligibility.Verdict, overrides, findings map[string]string) error {
	for rule, why := range overrides {
		switch {
		case findings[rule] == "":
			return data.Refuse("override-idle", "", "规则 "+rule+" 对这个人没有意见，不需要说明", "请核对规则编号")
		case strings.TrimSpace(why) == "":
			return data.Refuse("reason-missing", "", "越过规则 "+rule+" 要写明理由", "请写成 --override "+rule+"=理由")
		case neverOverridden[rule]:
			return data.Refuse("override-refused", "", "规则 "+rule+" 不能越过："+findings[rule], "请先解决这一条")
		}
	}
	for _, f := range v.Findings {
		if f.Severity == eligibility.Block && overrides[f.Rule] == "" {
			return data.Refuse("blocked", f.Field, "不能通过："+f.Message, "请先解决这一条；确有依据的，用 --override "+f.Rule+"=理由 说明")
		}
	}
	return nil
}
