package review

import (
	"context"
	"strings"

	"gongkao/app/eligibility"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Writing is what the one field of the screen asks for.
type Writing int

// What may be asked for.
const (
	Nothing    Writing = iota
	WhyNot             // why a clause is not met
	WhyAside           // why its finding is set aside
	ANote              // on a clause that is met
	AnAnswer           // to what was asked
	Twice              // a key field, a second time
	ByPaper            // what the paper says where the two differ
	AReason            // for a return or refusal
	WhyCorrect         // why something decided is opened again
)

// atTheFoot are not about the open item: they take the place of the reasons.
func (w Writing) atTheFoot() bool { return w == AReason || w == WhyCorrect }

// writing is how something is asked for and what becomes of it.
type writing struct {
	label, hint string
	choices     func(*Model) []string
	act         func(*Model, context.Context, string) (wording.Done, error)
}

func writingOf(as Writing) writing {
	return map[Writing]writing{
		WhyNot:   {"哪里不符", "写一句，或打数字选一条", (*Model).reasonTexts, (*Model).object},
		WhyAside: {"为什么可以通过", "写依据，或打数字选", (*Model).excuses, (*Model).setAside},
		ANote:    {"附注", "写一句，连同“相符”一起记下", nil, (*Model).note},
		AnAnswer: {"补正情况", "补了什么、改了什么", nil, (*Model).answer},
		Twice:    {"再录一遍", "照着材料录", nil, (*Model).keyTwice},
		ByPaper:  {"材料上是", "照着材料录", nil, (*Model).settle},
		AReason:  {"理由", "写一句，或打数字选一条", (*Model).reasonTexts, (*Model).reason},

		WhyCorrect: {"更正理由", "哪里不对，依据什么", nil, (*Model).correct},
	}[as]
}

// differs is the code of a second keying that is not the first. It is written all
// the same.
const differs = "keying-differs"

// Asks returns the words of the field and what it offers.
func (m *Model) Asks(as Writing) (label, hint string, choices []wording.Choice) {
	w := writingOf(as)
	if w.choices != nil {
		choices = wording.Choices(w.choices(m)...)
	}
	return w.label, w.hint, choices
}

// Expects returns what the open item cannot do without; Nothing when a key is
// enough.
func (m *Model) Expects() Writing {
	if _, ok := m.asked(m.open); ok {
		return AnAnswer
	}
	if k, ok := m.keyed(m.open); ok {
		if k.Typed() && !k.Agrees() {
			return ByPaper
		}
		return Twice
	}
	return Nothing
}

// WantsReason reports whether the open clause has a warning, which nobody passes
// over without saying why.
func (m *Model) WantsReason() bool {
	s, ok := m.step(m.open)
	return ok && s.Severity == eligibility.Warning && reviewing.Overridable(s.Rule) && !m.closed()
}

// MayWrite says why something cannot be asked for now.
func (m *Model) MayWrite(as Writing) error {
	s, ok := m.step(m.open)
	item, _ := m.current()
	switch {
	case as == WhyCorrect && !m.closed():
		return data.Refuse("correction-idle", "", "还没有审结，不用办更正", "直接改登记的内容，或重新核对")
	case as.atTheFoot():
		return nil
	case m.closed():
		return data.Refuse("review-closed", "", "已审结，不能再核对", "更正另办，按 Ctrl+E 写明理由")
	case !ok:
		return data.Refuse("clause-none", "", "现在开着的不是一条规定", "请先把上面要补的答完")
	case as == ANote && m.WantsReason():
		return data.Refuse("reason-missing", "", "第 "+item.Number+" 条有提醒，只写附注不够", "可以通过按 Enter 写明理由，不符按 −")
	case as == WhyAside && judgedStates[s.Severity] == Untouched:
		return data.Refuse("override-idle", "", "第 "+item.Number+" 条没有意见，不需要说明理由", "相符按 Enter，不符按 −")
	case as == WhyAside && !reviewing.Overridable(s.Rule):
		return data.Refuse("override-refused", "", "第 "+item.Number+" 条谁也不能越过", "请先解决这一条，或按 − 标不符")
	}
	return nil
}

// Write takes what was typed. What was asked and a second keying may not be left
// empty; an objection may, where the rules have a sentence of their own.
func (m *Model) Write(ctx context.Context, as Writing, text string) (wording.Done, error) {
	w := writingOf(as)
	if w.choices != nil && onlyNumber(text) {
		return wording.Done{}, data.Refuse("reason-number", "", "没有第 "+strings.TrimSpace(text)+" 条可选", "请从列表里选一条，或写一句话")
	}
	return w.act(m, ctx, text)
}

// onlyNumber reports whether somebody meant a line of the list: a number is
// nobody's reason, and it would be printed as one.
func onlyNumber(text string) bool {
	text = strings.TrimSpace(data.Narrow(text))
	return text != "" && strings.Trim(text, "0123456789") == ""
}

func (m *Model) reasonTexts() (texts []string) {
	for _, r := range m.c.Reasons() {
		texts = append(texts, r.Text)
	}
	return texts
}

func (m *Model) excuses() []string { return m.c.Excuses() }

func (m *Model) object(ctx context.Context, text string) (wording.Done, error) {
	return m.tick(ctx, []string{m.open}, data.Objects, text)
}

func (m *Model) setAside(ctx context.Context, text string) (wording.Done, error) {
	return m.tick(ctx, []string{m.open}, data.Overrides, text)
}

// note keeps the mark a clause has; one without is agreed to.
func (m *Model) note(ctx context.Context, text string) (wording.Done, error) {
	mark := data.Agrees
	if s, ok := m.step(m.open); ok && s.Done() {
		mark = s.Tick.Mark
	}
	return m.tick(ctx, []string{m.open}, mark, text)
}

func (m *Model) answer(ctx context.Context, text string) (wording.Done, error) {
	n, _ := m.asked(m.open)
	at := m.open
	if err := m.c.Answer(ctx, n, text); err != nil {
		return wording.Done{}, err
	}
	m.goOn(at)
	return wording.Done{What: "补正情况记下了", Next: m.nextWords()}, nil
}

func (m *Model) keyTwice(ctx context.Context, text string) (wording.Done, error) {
	k, _ := m.keyed(m.open)
	at := m.open
	made, err := m.c.Key(ctx, k.Field.Key, text)
	if err != nil {
		return wording.Done{}, err
	}
	if made.Settled == "" {
		return wording.Done{}, data.Refuse(differs, "", k.Label+"两次录的不一样", "请看材料，把材料上写的录进去")
	}
	m.goOn(at)
	return wording.Done{What: k.Label + "两次一致", Next: m.nextWords()}, nil
}

func (m *Model) settle(ctx context.Context, text string) (wording.Done, error) {
	k, _ := m.keyed(m.open)
	at := m.open
	if err := m.c.Settle(ctx, k.Field.Key, text); err != nil {
		return wording.Done{}, err
	}
	m.goOn(at)
	return wording.Done{What: k.Label + "按材料定下来了", Next: m.nextWords()}, nil
}

func (m *Model) reason(_ context.Context, text string) (wording.Done, error) {
	if text == "" {
		return wording.Done{}, data.Refuse("reason-missing", "", "理由是空的", "请写一句，或打数字选一条；不要了按 Esc")
	}
	return m.choose(text), nil
}

// correct opens a decided application again, as an act of its own.
func (m *Model) correct(ctx context.Context, text string) (wording.Done, error) {
	a := m.c.Applicant()
	if err := reviewing.Reopen(ctx, m.desk, a.Application.ID, text); err != nil {
		return wording.Done{}, err
	}
	m.Queue.reopen(a.Application.ID)
	m.Queue.Read()
	if err := m.Find(ctx, a.Application.ID); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: a.Person.Name + "打开更正了，回到待审", Next: "改过的几条要重新核对，没有改的照旧"}, m.count(ctx)
}
