package record

import (
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/views/wording"
)

// State is what a field shows beside its text.
type State struct {
	Text     string
	Mark     wording.Mark
	Note     string // a word inside the field, at its right end
	Sentence string // a line below the field, when a word is not enough
	Hint     string // what to type, or what the rules say: for the message bar
}

// What is said of a field that was left half typed.
const (
	unfinished = "上次没有写完"
	finish     = "接着写，或按 Enter 存上"
)

// closed are the fields whose lists are complete: what is not in them is a slip,
// or another spelling, of which no rule speaks.
var closed = map[string]bool{"ethnicity": true, "political": true, "staff_kind": true}

// State returns how a field stands.
func (m *Model) State(key string) State {
	s := State{Text: m.Text(key), Hint: m.hint(key)}
	if refusal, ok := data.AsRefusal(m.problems[key]); ok {
		s.Mark, s.Note, s.Sentence = wording.Block, "未存", refusal.Message+"："+refusal.Hint
		if refusal.Hint == "" {
			s.Sentence = refusal.Message
		}
		return s
	}
	if _, unread := m.raw[key]; unread {
		s.Mark, s.Note, s.Sentence = wording.Warn, "未存", unfinished+"："+finish
		return s
	}
	if closed[key] && s.Text != "" && !slices.ContainsFunc(m.Choices(key), func(c wording.Choice) bool { return c.Label == s.Text }) {
		s.Mark, s.Note = wording.Warn, "不在表里"
	}
	if f, ok := m.findingAt(key); ok {
		fact, steps := wording.Part(f.Message)
		s.Mark, s.Note = markOf(f), noteOf(f.Rule)
		if s.Text == "" {
			s.Note = "要填"
		}
		s.Hint = strings.Join(append([]string{fact}, steps...), "；")
		if listOf(key) == appraisalsKey {
			s.Sentence = s.Hint
		}
	}
	if s.Mark == 0 && m.typing && !m.visited[key] && s.Text != "" && s.Text == m.carried.texts()[key] {
		s.Note = "同上一人" // so that nobody takes it for what he has typed
	}
	if s.Mark == 0 && s.Text == "" && (m.looked || m.visited[key]) && slices.Contains(m.missing(), key) {
		s.Mark, s.Note = wording.Warn, "要填" // of the name no rule speaks
	}
	return s
}

// States returns how every field shown stands. What is to be said of several
// years at once is said below the last of them.
func (m *Model) States() map[string]State {
	all, below := map[string]State{}, map[string]string{}
	for _, s := range m.Slots() {
		state := m.State(s.Key)
		if s.Place == Fifth && state.Sentence != "" {
			if before, ok := below[state.Sentence]; ok {
				earlier := all[before]
				earlier.Sentence = ""
				all[before] = earlier
			}
			below[state.Sentence] = s.Key
			state.Note = ""
		}
		all[s.Key] = state
	}
	return all
}

func (m *Model) hint(key string) string {
	f := data.FieldByKey(listOf(key))
	switch {
	case f == nil:
		return ""
	case f.Hint == "" && m.hasChoices(key):
		return "敲拼音首字母或汉字选，F4 看全部"
	}
	return f.Hint
}

// findingAt returns the weightiest finding about a field. Of a new person only
// the fields he has been in are spoken of.
func (m *Model) findingAt(key string) (worst eligibility.Finding, found bool) {
	if m.typing && !m.looked && !m.visited[key] {
		return worst, false
	}
	for _, f := range m.verdict.Findings {
		if f.Severity == eligibility.Info || !slices.Contains(m.slotsOf(f), key) {
			continue
		}
		if !found || markOf(f) > markOf(worst) {
			worst, found = f, true
		}
	}
	return worst, found
}

// slotsOf returns where a finding is shown: birth stands with sex, and a
// finding about appraisals at the years that are wanting.
func (m *Model) slotsOf(f eligibility.Finding) []string {
	switch f.Field {
	case "birth":
		return []string{"sex"}
	case appraisalsKey:
		return m.wantingYears()
	}
	return []string{f.Field}
}

// wantingYears are the years of which nothing good is recorded; the last one
// where all are in order, for then it is their number that is wanting.
func (m *Model) wantingYears() (keys []string) {
	for _, year := range m.Years() {
		switch m.applicant.Person.Appraisals[year] {
		case data.Excellent, data.Qualified:
		case "":
			if m.askedYear(year) {
				keys = append(keys, yearKey(year))
			}
		default:
			keys = append(keys, yearKey(year))
		}
	}
	if len(keys) == 0 {
		years := m.Years()
		keys = append(keys, yearKey(years[len(years)-1]))
	}
	return keys
}

// askedYear reports whether a rule for this level and path looks at the year.
func (m *Model) askedYear(year int) bool {
	a := &m.applicant.Application
	for _, r := range m.desk.Office.Policy.Rules(a.Level, a.Path) {
		if r.ID == "appraisals" && year > r.LastYear-r.Years && year <= r.LastYear || r.ID == "commitment-due" && a.Commitment && year == r.LastYear {
			return true
		}
	}
	return false
}

// NextFinding returns the next field after key that has a mark, round and
// round; "" when none has.
func (m *Model) NextFinding(key string) string {
	slots := m.Slots()
	start := slices.IndexFunc(slots, func(s Slot) bool { return s.Key == key })
	for i := 1; i <= len(slots); i++ {
		s := slots[(start+i)%len(slots)]
		if !s.ReadOnly && m.State(s.Key).Mark >= wording.Warn {
			return s.Key
		}
	}
	return ""
}

func markOf(f eligibility.Finding) wording.Mark {
	switch f.Severity {
	case eligibility.Block:
		return wording.Block
	case eligibility.Warning:
		return wording.Warn
	}
	return wording.Plain
}
