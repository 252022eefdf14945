package applicants

import (
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// The filters, by what they look at.
const (
	UnitFilter   = "unit"
	TradeFilter  = "trade"
	LevelFilter  = "level"
	StatusFilter = "status"
	FlagFilter   = "flag"
)

// Filter is one of the fields above the list.
type Filter struct {
	Key, Label string
	Value      string // 全部, or what is set
	Set        bool
	Several    bool // more than one choice may be set
	Choices    []wording.Choice
}

// Filters returns the filters as they stand.
func (m *Model) Filters() []Filter {
	s := m.sought
	return []Filter{
		filter(UnitFilter, "主管部门", s.Unit, false, m.supervising()),
		filter(TradeFilter, "工种", s.Trade, false, m.trades()),
		filter(LevelFilter, "申报等级", joined(s.Levels), true, labelsOf(data.Levels())),
		filter(StatusFilter, "状态", joined(s.Statuses), true, labelsOf(registration.Statuses())),
		filter(FlagFilter, "标记", joined(s.Flags), true, labelsOf(registration.Flags())),
	}
}

func filter(key, label, value string, several bool, labels []string) Filter {
	return Filter{key, label, wording.Or(value, "全部"), value != "", several, wording.Choices(labels...)}
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
