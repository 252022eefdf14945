package review

import (
	"fmt"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Body is what the open item shows beneath its title.
type Body struct {
	Unconfirmed bool        // the row is 待核对
	Look        string      // what to look at on paper
	Sum         []data.Line // label left, figure right
	Method      []string    // how it is counted, and where that stands
	Verdict     string
	State       State // of the verdict
	More        []string
	Note        string   // what the clerk has written
	With        []string // numbers of further clauses that Enter ticks with it
}

// Body returns what the open item shows.
func (m *Model) Body() Body {
	if n, ok := m.asked(m.open); ok {
		a := m.c.Asks()[n]
		return Body{Look: "退回时提的。看过补来的材料、改过的登记，写一句；写了才能往下办", Note: a.Answer}
	}
	if k, ok := m.keyed(m.open); ok {
		return keyedBody(&k)
	}
	s, ok := m.step(m.open)
	if !ok {
		return Body{}
	}
	b := Body{Unconfirmed: !s.Row.Confirmed(), Look: m.lookWords(&s), Sum: s.Trace.Sum, Method: method(s.Row), State: Agreed, Note: s.Tick.Note}
	b.Verdict, b.More = verdictOf(&s)
	if state, gave := judgedStates[s.Severity]; gave {
		b.State = state
	}
	b.With = m.numbersOf(m.together(&s)[1:])
	return b
}

func keyedBody(k *reviewing.Keyed) Body {
	b := Body{Look: "照着材料再录一遍" + k.Label + "，不看已登记的"}
	if k.Typed() {
		b.Sum = []data.Line{{Label: "已登记", Figure: k.Keying.First}, {Label: "再录", Figure: k.Keying.Second}}
		b.Verdict, b.State = "两次录入一致", Agreed
		if !k.Agrees() {
			b.Look, b.Verdict, b.State = "两次不一样：请看材料，把材料上写的录进去", "两次录入不一致", Broken
		} else if k.Keying.First != k.Keying.Second {
			b.Verdict = "已按材料定为 " + k.Keying.Settled
		}
	}
	return b
}

// verdictOf is the sentence that decides, and what else is to be said.
func verdictOf(s *reviewing.Step) (sentence string, more []string) {
	for _, f := range s.Findings {
		if sentence == "" && f.Severity == s.Severity {
			sentence = f.Message
			continue
		}
		more = append(more, f.Message)
	}
	if sentence == "" {
		sentence = "符合"
	}
	if len(s.Trace.Missing) > 0 && s.Severity != "" {
		more = append(more, "要补："+strings.Join(s.Trace.Missing, "、"))
	}
	return sentence, more
}

// countings are how years are counted, as a clerk would say it.
var countings = map[policy.Counting]string{
	policy.FullYears: "满整年计", policy.CalendarDifference: "按年份相减", policy.InclusiveYears: "按年头计，首尾都算",
}

// method says how a row is counted and where it stands.
func method(r *policy.Rule) []string {
	var lines []string
	how := countings[r.Counting]
	if how != "" && !r.AsOf.IsZero() {
		how += fmt.Sprintf("，截止 %s", wording.Day(r.AsOf))
	}
	if how != "" {
		lines = append(lines, how)
	}
	lines = append(lines, r.Source)
	if r.Clause != "" {
		lines = append(lines, r.Clause)
	}
	return lines
}

// lookWords says what to look at on paper.
func (m *Model) lookWords(s *reviewing.Step) string {
	var words []string
	for _, slot := range s.Look {
		for _, p := range m.papersOf(slot) {
			text := p.Name
			if p.Look != "" {
				text += "：" + p.Look
			}
			words = append(words, text)
			break
		}
		if len(m.papersOf(slot)) == 0 {
			words = append(words, policy.EvidenceName(slot))
		}
	}
	if len(words) == 0 {
		return "没有材料要看，核对登记的内容"
	}
	return "看" + strings.Join(words, "；")
}

// together returns the clauses that one Enter on a clause ticks: itself, and
// where there is no paper to look at, all others of which that is true and with
// which nothing is wrong.
func (m *Model) together(s *reviewing.Step) []string {
	keys := []string{s.Key}
	if len(s.Look) > 0 || s.Severity != "" {
		return keys
	}
	for _, other := range m.c.Steps() {
		if other.Key != s.Key && len(other.Look) == 0 && sound(&other) {
			keys = append(keys, other.Key)
		}
	}
	return keys
}

// samePaper returns the open clause and all others that the same papers bear
// out.
func (m *Model) samePaper(s *reviewing.Step) []string {
	keys := m.together(s)
	if len(s.Look) == 0 {
		return keys
	}
	for _, other := range m.c.Steps() {
		if other.Key != s.Key && len(other.Look) > 0 && other.Look[0] == s.Look[0] && sound(&other) {
			keys = append(keys, other.Key)
		}
	}
	return keys
}

// sound reports whether a clause is met and nobody has ticked it.
func sound(s *reviewing.Step) bool {
	return (s.Severity == "" || s.Severity == eligibility.Info) && !s.Done()
}

// Value is a recorded value that the open clause looks at, this year and last.
type Value struct {
	Label, Now, Last string
	Changed          bool
}

// Values lists what the open clause looks at.
func (m *Model) Values() []Value {
	s, ok := m.step(m.open)
	if !ok {
		return nil // what is to be typed again is not shown before it has been
	}
	var values []Value
	seen := map[string]bool{}
	for _, u := range s.Trace.Used {
		v := Value{Label: u.From, Now: u.Text}
		f := data.FieldByKey(u.Field)
		if f != nil {
			v.Label, v.Last = f.Label, m.lastValue(f, u.Text)
			v.Changed = v.Last != "" && v.Last != u.Text
		}
		if f != nil && f.Kind == data.YearsField {
			v.ofYear()
		}
		if u.Field == "id_number" {
			v.Now, v.Last = data.IDNumber(u.Text).Grouped(), data.IDNumber(v.Last).Grouped()
		}
		if f != nil && u.From != "填报" { // what a table or the office says of the field
			v.Label, v.Last, v.Changed = u.From, "", false
		}
		if id := v.Label + v.Now; !seen[id] {
			seen[id] = true
			values = append(values, v)
		}
	}
	return values
}

// ofYear moves the year of a value into its label: 2025 年度, 合格.
func (v *Value) ofYear() {
	year, grade, ok := strings.Cut(v.Now, " ")
	if !ok {
		return
	}
	v.Label, v.Now, v.Last = year+" 年度", grade, strings.TrimPrefix(v.Last, year+" ")
}

// lastValue is what stood in a field last year, "" where nobody knows. Of fields with a value a year it
// is the same year's.
func (m *Model) lastValue(f *data.Field, now string) string {
	if m.then == nil {
		return ""
	}
	then := f.Get(m.then)
	if f.Kind != data.YearsField {
		return then
	}
	year, _, _ := strings.Cut(now, " ")
	for _, part := range strings.Fields(then) {
		if grade, ok := strings.CutPrefix(part, year); ok {
			return year + " " + grade
		}
	}
	return ""
}

// HasLastYear reports whether there is an earlier application to compare with.
func (m *Model) HasLastYear() bool { return m.then != nil }
