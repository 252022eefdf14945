package settings

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/governing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Affected is a line of the list beside the form: who, and from what to what.
type Affected struct {
	ID            data.ApplicationID
	Name, Unit    string
	Fact          string // 满 4 年 8 个月
	Before, After string
	Was, Is       wording.Mark
	Message       string
}

// Work returns the work of finding who is affected by what is typed; nil when
// there is nothing to find. Hand its result to Show.
func (e *Editing) Work() func(context.Context) (governing.Effect, error) {
	e.next, e.strict = nil, nil
	now, ok := e.Row()
	if !ok || e.Locked() != "" || e.refused() != nil {
		return nil
	}
	edit := e.edit()
	if now.Confirmed() && len(edit.Values) == 0 {
		return nil
	}
	next, err := governing.Next(e.desk, edit)
	if err != nil {
		e.strict = err
		return nil
	}
	e.next = next
	d, before, day := e.desk, e.desk.Office.Policy, e.desk.Office.Today()
	return func(ctx context.Context) (governing.Effect, error) {
		return governing.Compare(ctx, d, before, next, day)
	}
}

// Show puts an effect on the screen.
func (e *Editing) Show(effect governing.Effect) {
	e.effect, e.known, e.facts = effect, true, map[data.ApplicationID]string{}
}

// Effect says in a line what the row would do:
// 要求 5 年 → 4 年，未审结的 71 人里 23 人的结论会变.
func (e *Editing) Effect() (turn, words string) {
	now, ok := e.Row()
	switch {
	case !ok:
		return "", ""
	case e.strict != nil:
		return "", strings.TrimSuffix(e.strict.Error(), "。")
	case e.next == nil && e.refused() != nil:
		return "", "数字填好了，这里就列出谁的结论会变"
	case e.next == nil:
		return "", "改了数字，这里就列出谁的结论会变"
	}
	is, _ := e.next.Row(e.row)
	turn = governing.Turns(now, is)
	if !e.known {
		return turn, "正在看谁会变…"
	}
	if len(e.effect.Changed) == 0 {
		return turn, fmt.Sprintf("未审结的 %s 人里没有人的结论会变", wording.Count(e.effect.Asked))
	}
	return turn, fmt.Sprintf("未审结的 %s 人里 %s 人的结论会变", wording.Count(e.effect.Asked), wording.Count(len(e.effect.Changed)))
}

// Pending says what is typed and not in force yet; "" when nothing is.
func (e *Editing) Pending() string {
	now, ok := e.Row()
	if !ok || e.next == nil || !e.Dirty() {
		return ""
	}
	is, _ := e.next.Row(e.row)
	if turn := governing.Turns(now, is); turn != "" {
		return turn + "，还没有执行"
	}
	return ""
}

// Standing says of whom nothing changes because somebody has decided.
func (e *Editing) Standing() string {
	if !e.known || e.next == nil || e.effect.Settled == 0 {
		return ""
	}
	words := fmt.Sprintf("已审结的 %s 人不变：当时的规则和结论都留在各人的经过里。", wording.Count(e.effect.Settled))
	if n := len(e.effect.Standing); n > 0 {
		words = fmt.Sprintf("已审结的 %s 人不变（其中 %s 人按新数字会不同）：当时的规则和结论都留在各人的经过里。", wording.Count(e.effect.Settled), wording.Count(n))
	}
	return words
}

// People is how many lines there are: those found last while others are being
// looked for.
func (e *Editing) People() int {
	if e.next == nil {
		return 0
	}
	return len(e.effect.Changed)
}

// Who is the application of a line, "" when there is no such line any more.
func (e *Editing) Who(i int) data.ApplicationID {
	if i >= len(e.effect.Changed) {
		return ""
	}
	return e.effect.Changed[i].Applicant.Application.ID
}

// Person returns a line.
func (e *Editing) Person(i int) Affected {
	c := e.effect.Changed[i]
	p := Affected{ID: c.Applicant.Application.ID, Name: c.Applicant.Person.Name, Unit: c.Applicant.Unit, Fact: e.fact(c.Applicant)}
	if c.Before != c.After {
		p.Before, p.Was = outcome(c.Before)
		p.After, p.Is = outcome(c.After)
	}
	if len(c.Turns) > 0 {
		p.Message = c.Turns[0].Message
		if p.Before == "" {
			p.Before, p.Was = severity(c.Turns[0].Was)
			p.After, p.Is = severity(c.Turns[0].Is)
		}
	}
	return p
}

// fact is what decides of somebody by the row shown.
func (e *Editing) fact(a *data.Applicant) string {
	if fact, known := e.facts[a.Application.ID]; known {
		return fact
	}
	if e.next == nil {
		return ""
	}
	_, clauses := eligibility.Explain(eligibility.Question{Applicant: a, Policy: e.next, Codes: e.desk.Office.Codes, AsOf: e.desk.Office.Today()})
	for _, c := range clauses {
		if c.Row != nil && c.Row.Key() == e.row {
			e.facts[a.Application.ID] = c.Fact
		}
	}
	return e.facts[a.Application.ID]
}

func outcome(o eligibility.Outcome) (string, wording.Mark) {
	marks := map[eligibility.Outcome]wording.Mark{eligibility.Pass: wording.Pass, eligibility.Warn: wording.Warn, eligibility.Fail: wording.Block}
	return registration.Judgement(o).String(), marks[o]
}

func severity(s eligibility.Severity) (string, wording.Mark) {
	switch s {
	case eligibility.Block:
		return "拦下", wording.Block
	case eligibility.Warning:
		return "提醒", wording.Warn
	}
	return "没有意见", wording.Pass
}

// Count is how many people a row is asked of.
func (e *Editing) Count(row string) int { return e.counts[row] }

// Changes returns the changes of the row shown, latest first.
func (e *Editing) Changes() (all []data.PolicyChange) {
	for _, c := range slices.Backward(e.history) {
		if c.Row == e.row {
			all = append(all, c)
		}
	}
	return all
}

// When says when a change was made and by whom.
func (e *Editing) When(c data.PolicyChange) string {
	now := e.desk.Office.Now()
	return wording.WhenExactly(c.At.In(now.Location()), now) + "　" + c.By
}
