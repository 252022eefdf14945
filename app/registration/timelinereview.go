package registration

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/data"
)

// tellReview: ticks, answers, second keying, a first reviewer's conclusion,
// reopening, notes, what a spot check found.
func tellReview(t *teller, e *Event, was *data.Review, is data.Review) (said []sentence) {
	if was == nil {
		was = &data.Review{}
	}
	if t.keepsFrom(e) && is.First == nil {
		return []sentence{t.kept(e, "第一审核人的核对，第二审核人独立审核之后才显示")}
	}
	concludes := (was.First == nil) != (is.First == nil) || (was.Differs == nil) != (is.Differs == nil)
	if !concludes { // then the ticks only move into the conclusion, or out of it
		said = append(said, t.tellTicks(was.Ticks, is.Ticks)...)
	}
	said = append(said, tellAsks(was.Asks, is.Asks)...)
	said = append(said, tellKeying(was.Keyed, is.Keyed)...)
	said = append(said, t.tellFirst(e, was.First, is.First)...)
	if is.Differs != nil && (was.Differs == nil || !was.Differs.At.Equal(is.Differs.At)) {
		e.bar(barProposal)
		said = append(said, sentence{EventProposal, "第二审核人意见不同", t.concluded(is.Differs)})
	}
	if was.Reopen != is.Reopen {
		e.bar(barReopen)
		if is.Reopen != "" {
			said = append(said, sentence{EventReopen, "打开更正", is.Reopen})
		}
	}
	for i, r := range is.Remarks {
		switch {
		case i >= len(was.Remarks):
			said = append(said, sentence{EventNote, "备注", r.Text})
		case was.Remarks[i].Struck == "" && r.Struck != "":
			said = append(said, sentence{EventNote, "划掉备注", r.Text})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(is.Spots)) {
		if f := is.Spots[id]; was.Spots[id] != f {
			said = append(said, sentence{EventSpotCheck, "抽查", f.Words()})
		}
	}
	for id := range was.Spots {
		if _, still := is.Spots[id]; !still {
			said = append(said, sentence{EventSpotCheck, "抽查", "改回未查"})
		}
	}
	return said
}

func (t *teller) tellTicks(was, is map[string]data.Tick) (said []sentence) {
	for _, key := range slices.Sorted(maps.Keys(is)) {
		tick, before := is[key], was[key]
		if before == tick {
			continue
		}
		head := tick.Mark.String()
		if before.Mark == tick.Mark && before.Note == tick.Note {
			head = "再次核对" + head
		}
		said = append(said, sentence{EventTick, head, t.title(key) + reasonWords(tick.Note)})
	}
	for _, key := range slices.Sorted(maps.Keys(was)) {
		if _, still := is[key]; !still {
			said = append(said, sentence{EventTick, "改回未核对", t.title(key)})
		}
	}
	return said
}

// askHead begins what was asked of a returned person.
const askHead = "要求补正"

func tellAsks(was, is []data.Ask) (said []sentence) {
	for i, a := range is {
		switch {
		case i >= len(was):
			said = append(said, sentence{EventAnswer, askHead, a.Text})
		case was[i].Answer == a.Answer:
		case a.Answer == "":
			said = append(said, sentence{EventAnswer, "改回未补正", a.Text})
		default:
			said = append(said, sentence{EventAnswer, "已补正", a.Text + "（" + a.Answer + "）"})
		}
	}
	return said
}

func tellKeying(was, is []data.Keying) (said []sentence) {
	for _, k := range is {
		at := slices.IndexFunc(was, func(o data.Keying) bool { return o.Field == k.Field })
		if at >= 0 && was[at] == k {
			continue
		}
		label := k.Field
		if f := data.FieldByKey(k.Field); f != nil {
			label = f.Label
		}
		switch {
		case k.First == k.Second:
			said = append(said, sentence{EventKeying, "二次录入一致", label})
		case k.Settled != "":
			said = append(said, sentence{EventKeying, "按原件定为", label + " " + k.Settled})
		default:
			said = append(said, sentence{EventKeying, "二次录入不一致", fmt.Sprintf("%s（登记 %s，再录 %s）", label, orEmpty(k.First), orEmpty(k.Second))})
		}
	}
	return said
}

// tellFirst tells a first reviewer's conclusion. As long as it waits for the
// second reviewer, neither its words nor who said it are told to anybody else.
func (t *teller) tellFirst(e *Event, was, is *data.Proposal) []sentence {
	if was != nil || is != nil {
		if was == nil || is == nil || was.By != is.By || was.Decision != is.Decision || !was.At.Equal(is.At) {
			e.bar(barProposal)
		} else {
			return nil
		}
	}
	if is == nil {
		return nil
	}
	if t.keepsFrom(e) {
		return []sentence{t.kept(e, "第一审核人已有意见，等第二审核人独立审核")}
	}
	return []sentence{{EventProposal, "第一审核人意见", t.concluded(is)}}
}

// concluded says a conclusion with what it sets aside and why.
func (t *teller) concluded(p *data.Proposal) string {
	words := proposalNames[p.Decision] + t.overrides(p.Overrides)
	if len(p.Reasons) > 0 {
		words += "，" + strings.Join(p.Reasons, "；")
	}
	return words
}

// keepsFrom reports whether the event is the first reviewer's, and the signed-in
// clerk is one who may still have to judge for himself.
func (t *teller) keepsFrom(e *Event) bool {
	return t.waiting != nil && e.By == t.waiting.By && t.waiting.By != t.desk.Office.Clerk && !e.At.After(t.waiting.At)
}

// kept tells no more than that something was said.
func (t *teller) kept(e *Event, words string) sentence {
	e.By, e.Why = "", ""
	e.bar(barProposal)
	return sentence{EventProposal, "", words}
}

// proposalNames are the decisions of the command line in words.
var proposalNames = map[string]string{"approve": "通过", "return": "退回", "reject": "不通过"}

// overrides says which findings were set aside and why.
func (t *teller) overrides(set map[string]string) string {
	if len(set) == 0 {
		return ""
	}
	var each []string
	for _, rule := range slices.Sorted(maps.Keys(set)) {
		each = append(each, t.title(rule)+reasonWords(set[rule]))
	}
	return fmt.Sprintf("，越过 %d 条提醒：%s", len(set), strings.Join(each, "；"))
}

// tellDecision: where the application went, why, what was set aside, who agreed.
func tellDecision(t *teller, e *Event, was *data.Decision, is data.Decision) []sentence {
	e.bar(barDecision)
	if was != nil || is.To == data.Submitted && !slices.Contains(Undecided, is.From) { // that is told as its opening for correction
		return nil
	}
	words := decisionName(is.To) + t.overrides(is.Overrides)
	if len(is.Reasons) > 0 {
		words += "：" + strings.Join(is.Reasons, "；")
	}
	if is.First != "" {
		words += "（第一审核人 " + is.First + "）"
	}
	return []sentence{{EventDecision, "", words}}
}

// decisionName says a decision by where it led.
func decisionName(to data.Status) string {
	switch to {
	case data.Submitted:
		return "交审"
	case data.Withdrawn:
		return "撤回申报"
	}
	return to.String()
}

// tellPrint: a sheet, and the code on it.
func tellPrint(t *teller, e *Event, _ *data.Print, is data.Print) []sentence {
	e.Paper = is.Paper
	e.bar(barPrint)
	return []sentence{{EventPrint, "", fmt.Sprintf("打印 %s（%s，%d 页，核对码 %s）", t.desk.PaperName(is.Paper), is.Scope, is.Pages, is.Code)}}
}
