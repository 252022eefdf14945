package paper

// feeValues tell of what an applicant is to pay, and of what he confirms before.
var feeValues = map[string]func(*view) string{
	"fee.label":      feeLabel,
	"fee.words":      feeWords,
	"fee.remark":     feeRemark,
	"person.held":    personHeld,
	"person.held_by": heldBy,
}

// feeLabel is what is paid for: level 1 pays a second time on entering the
// evaluation.
func feeLabel(v *view) string {
	if v.entry.Fee.Step > 1 {
		return "应缴评审费"
	}
	return "应缴考核费"
}

// feeWords is the amount in capitals and in figures; — where no level is applied
// for, which has no fee.
func feeWords(v *view) string {
	fen := v.entry.Fee.Fen
	if fen == 0 {
		return none
	}
	return "人民币" + fen.Capital() + "　（¥" + fen.String() + "）"
}

// feeRemark says what is paid later and who collects; "" when there is nothing to
// say.
func feeRemark(v *view) string {
	f := v.entry.Fee
	text := ""
	if f.Later > 0 {
		text = "评审费" + yuan(f.Later) + "元进入评审环节后另缴"
	}
	if f.Collector != "" {
		if text != "" {
			text += "，"
		}
		text += "由" + f.Collector + "收缴"
	}
	return text
}

// personHeld is the trade and level somebody holds, — when none.
func personHeld(v *view) string {
	p := &v.entry.Person
	return joined(p.CurrentTrade, p.CurrentLevel.Full())
}

// heldBy is the certificate's number and month, — when there is none.
func heldBy(v *view) string {
	p := &v.entry.Person
	return joined(p.CurrentCertNo, p.CurrentCertDate.String())
}

func joined(a, b string) string {
	switch {
	case a == "" && b == "":
		return none
	case a == "" || b == "":
		return a + b
	}
	return a + "　" + b
}
