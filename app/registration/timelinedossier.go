package registration

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// tellDocument: what was seen of a paper, what was attached.
func tellDocument(_ *teller, _ *Event, was *data.Document, is data.Document) (said []sentence) {
	if was == nil {
		was = &data.Document{}
	}
	name := policy.EvidenceName(is.Slot)
	say := func(head, of string) { said = append(said, sentence{EventDocument, head, of}) }
	if was.State != is.State {
		head := is.State.String()
		if is.State == data.DocumentOpen {
			head = "改回未核"
		}
		say(head, name)
	}
	for _, s := range is.Scans {
		if !hasScan(was.Scans, s) {
			say("附上扫描件", fmt.Sprintf("%s（%s，%d 页）", name, s.Name, s.Pages))
		}
	}
	for _, s := range was.Scans {
		if !hasScan(is.Scans, s) {
			say("取下扫描件", fmt.Sprintf("%s（%s）", name, s.Name))
		}
	}
	if was.Note != is.Note {
		say("材料备注", name+"“"+orEmpty(is.Note)+"”")
	}
	if len(said) == 0 {
		say("再次核对", name)
	}
	return said
}

func hasScan(scans []data.Scan, s data.Scan) bool {
	return slices.ContainsFunc(scans, func(o data.Scan) bool { return o.SHA256 == s.SHA256 })
}

// tellCommitment: a promise made, kept, taken back, or its day moved.
func tellCommitment(_ *teller, _ *Event, was *data.Commitment, is data.Commitment) []sentence {
	one := func(head, of string) []sentence { return []sentence{{EventCommitment, head, of}} }
	promised := policy.Promised(&is)
	switch {
	case was == nil:
		return one("容缺承诺", promised+"，"+is.Due.Chinese()+"前补交"+consentWords(is.Consent)+reasonWords(is.Reason))
	case was.Fulfilled.IsZero() && !is.Fulfilled.IsZero():
		return one("承诺已兑现", promised+"，"+is.Fulfilled.Chinese()+"交来"+is.With)
	case !was.Fulfilled.IsZero() && is.Fulfilled.IsZero():
		return one("承诺改回未兑现", promised)
	case was.Withdrawn.IsZero() && !is.Withdrawn.IsZero():
		return one("撤回容缺承诺", promised)
	case !was.Withdrawn.IsZero() && is.Withdrawn.IsZero():
		return one("恢复容缺承诺", promised)
	}
	return one("容缺承诺改为", promised+"，"+is.Due.Chinese()+"前补交"+consentWords(is.Consent)+reasonWords(is.Reason))
}

func consentWords(given bool) string {
	if given {
		return "，单位已同意"
	}
	return "，单位尚未同意"
}

func reasonWords(reason string) string {
	if reason == "" {
		return ""
	}
	return "（" + reason + "）"
}

// tellNotice: where and when the notice hung, what came of it.
func tellNotice(_ *teller, _ *Event, was *data.PublicNotice, is data.PublicNotice) (said []sentence) {
	if was == nil {
		was = &data.PublicNotice{}
	}
	say := func(head, of string) { said = append(said, sentence{EventNotice, head, of}) }
	switch {
	case !is.Given():
		say("", "取消公示登记")
	case was.From != is.From || was.To != is.To || was.Place != is.Place:
		say("公示", is.From.Chinese()+"至"+is.To.Chinese()+reasonWords(is.Place))
	}
	if was.Objections != is.Objections {
		say("公示异议", orNone(is.Objections))
	}
	if was.Settled != is.Settled {
		say("异议处理", orNone(is.Settled))
	}
	if was.Proof != is.Proof {
		say("公示证明", map[bool]string{true: "已交", false: "改为未交"}[is.Proof])
	}
	return said
}

func orNone(text string) string {
	if text == "" {
		return "无"
	}
	return text
}

// tellCustody: this person's originals on a slip.
func tellCustody(t *teller, e *Event, was *data.Custody, is data.Custody) []sentence {
	slip := map[bool]string{false: "收到原件", true: "退还原件"}[is.Back]
	var things []string
	alone := true
	for _, item := range is.Items {
		if item.Application != t.applicant.Application.ID {
			alone = false
			continue
		}
		things = append(things, fmt.Sprintf("%s %d 件", policy.EvidenceName(item.Slot), item.Pieces))
	}
	if !alone {
		e.bar(barShared)
	}
	of := strings.Join(things, "、")
	switch {
	case was != nil && was.Void == "" && is.Void != "":
		return []sentence{{EventCustody, slip + "的单子作废", of + reasonWords(is.Void)}}
	case was != nil && was.Void != "" && is.Void == "":
		return []sentence{{EventCustody, slip + "的单子恢复", of}}
	case is.Hand != "":
		of += "，" + is.Hand + "签字"
	}
	return []sentence{{EventCustody, slip, of}}
}

// tellViolation: what the person was found to have done.
func tellViolation(_ *teller, _ *Event, was *data.Violation, is data.Violation) []sentence {
	head := "违规"
	switch {
	case was != nil && was.Withdrawn.IsZero() && !is.Withdrawn.IsZero():
		return []sentence{{EventViolation, "撤销违规记录", is.What}}
	case was != nil:
		head = "违规记录改为"
	}
	of := is.What + "，限制申报至" + is.Until.Chinese() + reasonWords(is.Basis)
	if len(is.Revoked) > 0 {
		of += "，撤销证书 " + strings.Join(is.Revoked, "、")
	}
	return []sentence{{EventViolation, head, of}}
}
