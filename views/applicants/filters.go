package applicants

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// The filters, by what they look at.
const (
	UnitFilter      = "unit"
	TradeFilter     = "trade"
	LevelFilter     = "level"
	StatusFilter    = "status"
	JudgementFilter = "verdict"
	FlagFilter      = "flag"
)

// Words of a filter's list besides its values.
const (
	anyValue = "全部"
	drop     = "去掉"
)

// Filter is one of the fields above the list.
type Filter struct {
	Key, Label string
	Value      string // 全部, or what is set
	Set        bool
	Choices    []wording.Choice // a value that is set among several offers to leave
}

// Filters returns the filters as they stand.
func (m *Model) Filters() []Filter {
	s := m.sought
	return []Filter{
		single(UnitFilter, "主管部门", s.Unit, m.supervising()),
		single(TradeFilter, "工种", s.Trade, m.trades()),
		byNumber(several(LevelFilter, "等级", s.Levels, data.Levels())),
		several(StatusFilter, "状态", s.Statuses, registration.Statuses()),
		several(JudgementFilter, "结论", s.Judgements, registration.Judgements()),
		several(FlagFilter, "标记", s.Flags, registration.Flags()),
	}
}

func single(key, label, value string, labels []string) Filter {
	return Filter{key, label, wording.Or(value, anyValue), value != "", offered(append([]string{anyValue}, labels...))}
}

func several[T interface {
	fmt.Stringer
	comparable
}](key, label string, set, all []T) Filter {
	labels := []string{anyValue}
	for _, t := range all {
		word := t.String()
		if slices.Contains(set, t) {
			word = drop + word
		}
		labels = append(labels, word)
	}
	return Filter{key, label, wording.Or(shortly(labelsOf(set)), anyValue), len(set) > 0, offered(labels)}
}

// byNumber lets a level be typed as its number, as in the form.
func byNumber(f Filter) Filter {
	for i, level := range data.Levels() {
		f.Choices[i+1].Code = strconv.Itoa(int(level)) // after 全部
	}
	return f
}

// offered makes choices without codes: they are not numbered.
func offered(labels []string) []wording.Choice {
	choices := wording.Choices(labels...)
	for i := range choices {
		choices[i].Code = ""
	}
	return choices
}

// shortly writes values as a narrow field holds them: 四 三 二级.
func shortly(values []string) string {
	for i, v := range values {
		if short, ok := strings.CutSuffix(v, "级"); ok && i < len(values)-1 {
			values[i] = short
		}
	}
	return strings.Join(values, " ")
}

// TakeFilter takes what was left in a filter's field: 全部 or nothing clears it;
// where several may be set, a value joins them, and 去掉 takes it out again.
func (m *Model) TakeFilter(key, text string) error {
	at := slices.IndexFunc(m.Filters(), func(f Filter) bool { return f.Key == key })
	f := m.Filters()[at]
	text = strings.TrimSpace(text)
	if text == f.Value {
		return nil
	}
	label, ok := wording.Pick(f.Choices, text)
	switch {
	case text == "" || label == anyValue:
		return m.SetFilter(key)
	case !ok:
		return data.Refuse("filter-unknown", "", "没有“"+text+"”可选", "按 F4 从列表里选；敲拼音首字母或汉字都能找")
	}
	return m.SetFilter(key, m.with(key, label)...)
}

// with returns the values of a filter when one is chosen from its list.
func (m *Model) with(key, label string) []string {
	var set []string
	switch key {
	case LevelFilter:
		set = labelsOf(m.sought.Levels)
	case StatusFilter:
		set = labelsOf(m.sought.Statuses)
	case JudgementFilter:
		set = labelsOf(m.sought.Judgements)
	case FlagFilter:
		set = labelsOf(m.sought.Flags)
	}
	if left, ok := strings.CutPrefix(label, drop); ok {
		return slices.DeleteFunc(set, func(v string) bool { return v == left })
	}
	return append(set, label)
}

// SetFilter sets a filter to labels of its choices; none clears it.
func (m *Model) SetFilter(key string, labels ...string) error {
	s := m.sought
	one := ""
	if len(labels) > 0 {
		one = labels[0]
	}
	var err error
	switch key {
	case UnitFilter:
		s.Unit = one
	case TradeFilter:
		s.Trade = one
	case LevelFilter:
		s.Levels, err = chosen(data.Levels(), labels)
	case StatusFilter:
		s.Statuses, err = chosen(registration.Statuses(), labels)
	case JudgementFilter:
		s.Judgements, err = chosen(registration.Judgements(), labels)
	case FlagFilter:
		s.Flags, err = chosen(registration.Flags(), labels)
	}
	if err == nil {
		m.Show(s)
	}
	return err
}

// chosen returns those of all that the labels name, in the order of all.
func chosen[T fmt.Stringer](all []T, labels []string) (some []T, err error) {
	for _, label := range labels {
		if !slices.Contains(labelsOf(all), label) {
			return nil, data.Refuse("filter-unknown", "", "没有“"+label+"”可选", "按 F4 从列表里选")
		}
	}
	for _, t := range all {
		if slices.Contains(labels, t.String()) {
			some = append(some, t)
		}
	}
	return some, nil
}

func labelsOf[T fmt.Stringer](all []T) []string {
	labels := make([]string, len(all))
	for i, t := range all {
		labels[i] = t.String()
	}
	return labels
}

func (m *Model) supervising() (names []string) {
	for _, u := range m.desk.AllUnits() {
		if u.Supervising == u.ID {
			names = append(names, u.Name)
		}
	}
	return names
}

func (m *Model) trades() (names []string) {
	for _, t := range m.desk.Office.Codes.Trades {
		names = append(names, t.Name)
	}
	return names
}
