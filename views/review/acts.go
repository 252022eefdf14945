package review

import (
	"context"
	"slices"
	"strings"

	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Agree says that the open clause is met on paper and opens the next. What has
// been said already is not said again.
func (m *Model) Agree(ctx context.Context) (wording.Done, error) {
	s, ok := m.step(m.open)
	if !ok {
		return wording.Done{}, nil
	}
	if s.Done() && s.Tick.Mark == data.Agrees && !m.closed() {
		m.goOn(m.open)
		return wording.Done{What: m.nextWords()}, nil
	}
	return m.tick(ctx, m.together(&s), data.Agrees, s.Tick.Note)
}

// AgreeAll says so of everything that the same papers bear out.
func (m *Model) AgreeAll(ctx context.Context) (wording.Done, error) {
	s, ok := m.step(m.open)
	if !ok {
		return wording.Done{}, nil
	}
	return m.tick(ctx, m.samePaper(&s), data.Agrees, "")
}

// tick gives clauses a mark and opens the next item that is not done.
func (m *Model) tick(ctx context.Context, keys []string, mark data.TickMark, note string) (wording.Done, error) {
	at := m.open
	if err := m.c.TickAll(ctx, keys, mark, note); err != nil {
		return wording.Done{}, err
	}
	m.ticked = append(m.ticked, keys)
	said := m.saidOf(keys, tickWords[mark])
	m.goOn(at)
	return wording.Done{What: said, Next: m.nextWords()}, nil
}

// tickWords say what was done to a clause.
var tickWords = map[data.TickMark]string{data.Agrees: "相符", data.Objects: "不符", data.Overrides: "说明理由后通过"}

func (m *Model) saidOf(keys []string, word string) string {
	return "第 " + strings.Join(m.numbersOf(keys), "、") + " 条" + word
}

func (m *Model) numbersOf(keys []string) (numbers []string) {
	for _, item := range m.Items() {
		if slices.Contains(keys, item.Key) {
			numbers = append(numbers, item.Number)
		}
	}
	return numbers
}

// nextWords says what comes now.
func (m *Model) nextWords() string {
	if m.c == nil {
		return ""
	}
	item, ok := m.current()
	switch {
	case !ok:
		return ""
	case m.closed():
		return m.c.Applicant().Person.Name + "已审结，更正按 Ctrl+E；PgDn 到下一人"
	case item.Done && m.May(reviewing.Approve) == nil:
		return "都核对过了，通过按 F8"
	case item.Done && len(m.c.Proposed()) > 0:
		return "都核对过了，退回补正按 F9，不通过按 F10"
	case item.Kind != Judged:
		return "现在是" + item.Title
	case item.State == Broken && m.MayWrite(WhyAside) != nil:
		return "现在看第 " + item.Number + " 条：" + item.Title + "，谁也不能越过，不符按 −"
	case item.State == Broken:
		return "现在看第 " + item.Number + " 条：" + item.Title + "，不符按 −，有依据的按 O 写明理由"
	case m.WantsReason():
		return "现在看第 " + item.Number + " 条：" + item.Title + "，有提醒：可以通过按 Enter 写明理由，不符按 −"
	}
	return "现在看第 " + item.Number + " 条：" + item.Title + "，相符按 Enter，不符按 −"
}

// TakeBack takes the last tick of this sitting back and opens its clause. A
// conclusion that waits for another clerk is taken back before that.
func (m *Model) TakeBack(ctx context.Context) (wording.Done, error) {
	if p, waits := m.c.First(); waits && p.By == m.desk.Office.Clerk {
		return m.takeConclusionBack(ctx)
	}
	if len(m.ticked) == 0 {
		return wording.Done{}, m.nothingBack()
	}
	keys := m.ticked[len(m.ticked)-1]
	for _, key := range keys {
		if err := m.c.Untick(ctx, key); err != nil {
			return wording.Done{}, err
		}
	}
	m.ticked = m.ticked[:len(m.ticked)-1]
	m.Show(keys[0])
	return wording.Done{What: m.saidOf(keys, "的核对收回了"), Next: m.nextWords()}, nil
}

// nothingBack says what to do where no tick of this sitting is left: a conclusion
// is no tick.
func (m *Model) nothingBack() error {
	if m.closed() {
		return data.Refuse("undo-none", "", "已审结，结论不能收回", "要改，按 Ctrl+E 办更正，写明理由")
	}
	return data.Refuse("undo-none", "", "这个人还没有可以收回的核对", "刚审结的要改，按 PgUp 回到那个人，再按 Ctrl+E 办更正")
}

func (m *Model) takeConclusionBack(ctx context.Context) (wording.Done, error) {
	if err := m.c.TakeBack(ctx); err != nil {
		return wording.Done{}, err
	}
	m.Queue.reopen(m.c.Applicant().Application.ID)
	return wording.Done{What: "结论收回了", Next: "改好再按 F8、F9 或 F10"}, m.count(ctx)
}

// May returns nil when the clerk may conclude so, or why not yet.
func (m *Model) May(d reviewing.Decision) error { return m.c.May(d) }

// shortWhys are what is said beside the button, by the refusal's code.
var shortWhys = map[string]string{
	"asks-open": "补正没有答完", "keying-open": "再录没有完", "second-same": "等另一位审核人", "status": "已经审结", "review-closed": "已经审结",
}

// Why says in a few words why nobody can be approved yet, "" when he can. It is
// grave when more than looking is wanted.
func (m *Model) Why() (words string, grave bool) {
	refusal, ok := data.AsRefusal(m.May(reviewing.Approve))
	if !ok {
		return "", false
	}
	grave = refusal.Code != "steps-open" && refusal.Code != "status"
	if words := shortWhys[refusal.Code]; words != "" {
		return words, grave
	}
	words, _, _ = strings.Cut(refusal.Message, "：")
	return words, grave
}

// Choose ticks the reason of a key 1…9, or takes it off again.
func (m *Model) Choose(n int) (wording.Done, bool) {
	text, ok := m.reasonAt(n)
	if !ok {
		return wording.Done{}, false
	}
	return m.choose(text), true
}

func (m *Model) choose(text string) wording.Done {
	next := "退回补正按 F9，不通过按 F10"
	if at := slices.Index(m.chosen, text); at >= 0 {
		m.chosen = slices.Delete(m.chosen, at, at+1)
		return wording.Done{What: "理由去掉了：" + text, Next: next}
	}
	m.chosen = append(m.chosen, text)
	return wording.Done{What: "理由：" + text, Next: next}
}

// Reasons are what a return or refusal would give: what was ticked, and what the
// objected clauses say.
func (m *Model) Reasons() []string {
	all := slices.Clone(m.chosen)
	for _, text := range m.c.Proposed() {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// concluded are the states in which a conclusion leaves somebody in the queue,
// and its words.
var concluded = map[reviewing.Decision]struct {
	state State
	word  string
}{reviewing.Approve: {Agreed, "通过"}, reviewing.Return: {Returned, "退回补正"}, reviewing.Reject: {Objected, "不通过"}}

// Conclude records the conclusion and opens the next person.
func (m *Model) Conclude(ctx context.Context, d reviewing.Decision) (wording.Done, error) {
	a := m.c.Applicant()
	ruling := reviewing.Ruling{Decision: d}
	if d != reviewing.Approve {
		ruling.Reasons = m.Reasons()
	}
	out, err := m.c.Conclude(ctx, ruling)
	if err != nil {
		return wording.Done{}, err
	}
	state, word := concluded[d].state, a.Person.Name+concluded[d].word
	switch {
	case out.Differs:
		state, word = Waiting, a.Person.Name+"：两位审核人结论不同，等前一位再看"
	case out.Proposed:
		state, word = Waiting, a.Person.Name+"：结论记下了，等另一位审核人"
	}
	m.Queue.conclude(a.Application.ID, state)
	if err := m.count(ctx); err != nil {
		return wording.Done{}, err
	}
	if err := m.OpenCurrent(ctx); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: word, Next: m.afterwards()}, nil
}

// afterwards says who comes next.
func (m *Model) afterwards() string {
	if m.c == nil {
		said, act := m.Empty()
		if act == "" {
			return said.What
		}
		return said.What + "，Enter " + act
	}
	return "现在是" + m.c.Applicant().Person.Name
}
