package registration

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// Selection says whom a list shows: a query that may name several levels and
// flags. Its zero value selects everybody. It is what a number on the morning
// page opens, what a list filters by, and what a saved view remembers.
type Selection struct {
	Text     string // as Query.Text
	Unit     string // full name of a unit or supervising unit
	Trade    string
	Levels   []data.Level
	Statuses []data.Status
	Flags    []Flag // all of them

	Judgements []Judgement // what the rules say today
}

// Undecided are the statuses of whom nobody has decided on yet.
var Undecided = []data.Status{data.Draft, data.Submitted, data.Returned}

// Running are the statuses of everybody who may still be assessed.
var Running = []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Reported}

// Statuses lists all statuses in the order of screens.
func Statuses() []data.Status {
	return []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported, data.Withdrawn, data.Cancelled, data.Lapsed, data.Carried}
}

// IsZero reports whether everybody is selected.
func (s Selection) IsZero() bool {
	return s.Text == "" && s.Unit == "" && s.Trade == "" && len(s.Levels)+len(s.Statuses)+len(s.Flags)+len(s.Judgements) == 0
}

// Equal reports whether both select by the same words.
func (s Selection) Equal(o Selection) bool {
	return s.Text == o.Text && s.Unit == o.Unit && s.Trade == o.Trade &&
		slices.Equal(s.Levels, o.Levels) && slices.Equal(s.Statuses, o.Statuses) && slices.Equal(s.Flags, o.Flags) && slices.Equal(s.Judgements, o.Judgements)
}

// Select returns whom the selection means, in the order of entry.
func (d *Desk) Select(s Selection) []*data.Applicant {
	found := d.Register.Find(Query{Text: s.Text, Unit: s.Unit, Statuses: s.Statuses})
	if s.Trade == "" && len(s.Levels)+len(s.Flags)+len(s.Judgements) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(a *data.Applicant) bool { return !d.suits(s, a) })
}

func (d *Desk) suits(s Selection, a *data.Applicant) bool {
	if s.Trade != "" && a.Application.Trade != s.Trade || len(s.Levels) > 0 && !slices.Contains(s.Levels, a.Application.Level) {
		return false
	}
	for _, f := range s.Flags {
		if !d.Has(a, f) {
			return false
		}
	}
	return len(s.Judgements) == 0 || slices.Contains(s.Judgements, d.Judgement(a))
}

// Words of a selection as a saved view keeps them.
const (
	unitWord, tradeWord, levelWord, statusWord, flagWord, judgementWord = "单位", "工种", "等级", "状态", "标记", "结论"
)

// String writes the selection as one line that ReadSelection reads:
// 状态=待审,退回 等级=三级 刘.
func (s Selection) String() string {
	var parts []string
	add := func(word string, values ...string) {
		if text := strings.Join(values, ","); text != "" {
			parts = append(parts, word+"="+text)
		}
	}
	add(unitWord, s.Unit)
	add(tradeWord, s.Trade)
	add(levelWord, texts(s.Levels)...)
	add(statusWord, texts(s.Statuses)...)
	add(flagWord, texts(s.Flags)...)
	add(judgementWord, texts(s.Judgements)...)
	return strings.Join(append(parts, strings.Fields(s.Text)...), " ")
}

func texts[T fmt.Stringer](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.String()
	}
	return all
}

// ReadSelection reads what String wrote. Words it does not know are what is
// searched for.
func ReadSelection(line string) Selection {
	var s Selection
	var searched []string
	for _, part := range strings.Fields(line) {
		word, value, ok := strings.Cut(part, "=")
		if !ok || !s.read(word, value) {
			searched = append(searched, part)
		}
	}
	s.Text = strings.Join(searched, " ")
	return s
}

func (s *Selection) read(word, value string) bool {
	switch word {
	case unitWord:
		s.Unit = value
	case tradeWord:
		s.Trade = value
	case levelWord:
		return named(&s.Levels, data.Levels(), value)
	case statusWord:
		return named(&s.Statuses, Statuses(), value)
	case flagWord:
		return named(&s.Flags, Flags(), value)
	case judgementWord:
		return named(&s.Judgements, Judgements(), value)
	default:
		return false
	}
	return true
}

// named adds those of all that the value names; ok is false when one of the
// names is nobody's.
func named[T fmt.Stringer](to *[]T, all []T, value string) (ok bool) {
	var found []T
	for _, name := range strings.Split(value, ",") {
		at := slices.IndexFunc(all, func(t T) bool { return t.String() == name })
		if at < 0 {
			return false
		}
		found = append(found, all[at])
	}
	*to = append(*to, found...)
	return true
}
