package review

import (
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
)

// neverOverridden are rules that no reason can set aside: without them it is
// not known who applies, or the notice itself lets the application lapse.
var neverOverridden = map[string]bool{
	"identity-id-number": true, "violation-ban": true, "commitment-lapsed": true,
}

// reasoned are rules whose warning wants a reason like a block: after the window
// has closed it is not the application that is wrong, it is late.
var reasoned = map[string]bool{"window-closed": true}

// stops reports whether a finding stands in the way of an approval until a reason
// sets it aside.
func stops(f eligibility.Finding) bool {
	return f.Severity == eligibility.Block || f.Severity == eligibility.Warning && reasoned[f.Rule]
}

// Overridable reports whether a reason can set a rule's finding aside.
func Overridable(rule string) bool { return !neverOverridden[rule] }

// ruling turns what the clerk said into a record, or says why it cannot stand.
func ruling(m move, r Ruling, v eligibility.Verdict) (data.Decision, error) {
	record := data.Decision{To: m.to, Verdict: string(v.Outcome), Overrides: r.Overrides}
	findings := map[string]string{}
	for _, f := range v.Findings {
		findings[f.Rule] = f.Message
		record.Findings = append(record.Findings, data.DecidedFinding{
			Rule: f.Rule, Severity: string(f.Severity), Clause: f.Clause, Source: f.Source, Confirmed: f.Confirmed, Message: f.Message, Trace: f.Trace,
		})
	}
	var err error
	if record.Reasons, err = reasonTexts(r.Reasons, findings); err != nil {
		return record, err
	}
	if m.reasons && len(record.Reasons) == 0 {
		return record, data.Refuse("reason-missing", "", m.name+"要写明理由", needed[m.decision])
	}
	if m.decision == Approve {
		return record, unblocked(v, r.Overrides, findings)
	}
	return record, nil
}

// needed says what a reason is for.
var needed = map[Decision]string{
	Return:     "请给出至少一条理由，单位才知道怎样补正",
	Reject:     "请给出至少一条理由，单位和本人才知道为什么",
	Withdraw:   "请写明是谁要求撤回",
	reopening:  "请写明为什么要更正，以后查得到",
	cancelling: "请写明查实了什么",
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
		if stops(f) && overrides[f.Rule] == "" {
			return data.Refuse("blocked", f.Field, "不能通过："+f.Message, "请先解决这一条；确有依据的，用 --override "+f.Rule+"=理由 说明")
		}
	}
	return nil
}
