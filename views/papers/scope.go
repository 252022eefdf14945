package papers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Scope says for whom a paper is made.
type Scope struct {
	Unit     string // full name of a unit or supervising unit; "": the county
	Level    data.Level
	Statuses []data.Status   // none: everybody in the running
	Numbers  []data.IDNumber // the selected people; none: everybody in the scope
	Changed  bool            // only who was not printed yet or has changed since
	From     int             // the person to begin with, where a printer stopped; 0: the first

	Order string           // of a roster: level, trade; "": by unit
	Check data.SpotCheckID // of a spot check's sheet; "": the latest
}

// SetScope takes another scope.
func (m *Model) SetScope(s Scope) {
	m.scope = s
	m.forget()
}

// Scope returns the scope chosen.
func (m *Model) Scope() Scope { return m.scope }

// Equal reports whether both mean the same people.
func (s Scope) Equal(o Scope) bool {
	return s.Unit == o.Unit && s.Level == o.Level && slices.Equal(s.Statuses, o.Statuses) && slices.Equal(s.Numbers, o.Numbers) && s.Changed == o.Changed && s.From == o.From && s.Order == o.Order && s.Check == o.Check
}

// Field is a field of the scope.
type Field struct {
	Key, Label, Text string
	Choices          []wording.Choice
}

// Keys of the scope's fields.
const (
	UnitField    = "unit"
	LevelField   = "level"
	StatusField  = "status"
	PeopleField  = "people"
	ChangedField = "changed"
	FromField    = "from"
	OrderField   = "order"
	CheckField   = "check"
)

const (
	wholeCounty = "全县"
	anyLevel    = "各等级"
	running     = "在办的"
	everybody   = "全部"
	unprinted   = "没印过、改过的"
	fromFirst   = "从头印"
)

// Fields returns the scope as fields. Papers about units know only units, one about
// a sample only which.
func (m *Model) Fields() []Field {
	if m.paper == spotCheckPaper {
		return []Field{m.checkField()}
	}
	fields := []Field{{UnitField, "单位", wording.Or(m.scope.Unit, wholeCounty), wording.Choices(append([]string{wholeCounty}, m.units()...)...)}}
	if m.ofUnits() {
		return fields
	}
	fields = append(fields,
		Field{LevelField, "申报等级", wording.Or(m.scope.Level.Full(), anyLevel), wording.Choices(append([]string{anyLevel}, levels()...)...)},
		Field{StatusField, "状态", m.statusText(), wording.Choices(m.statuses()...)})
	if n := len(m.scope.Numbers); n > 0 {
		fields = append(fields, Field{PeopleField, "人员", fmt.Sprintf("选中的 %s 人", wording.Count(n)), wording.Choices("不限")})
	}
	if m.paper == rosterPaper {
		fields = append(fields, Field{OrderField, "排法", orderNames[m.scope.Order], wording.Choices(orderWords()...)})
	}
	return append(fields, m.again()...)
}

// again are the fields that leave out what has been printed before.
func (m *Model) again() []Field {
	which, from := everybody, fromFirst
	if m.scope.Changed {
		which = unprinted
	}
	if m.scope.From > 1 {
		from = fromWords(m.scope.From)
	}
	return []Field{
		{ChangedField, "印哪些", which, wording.Choices(everybody, unprinted)},
		{FromField, "从哪起", from, wording.Choices(fromFirst)},
	}
}

func fromWords(n int) string { return fmt.Sprintf("第 %d 人起", n) }

// readFrom reads the place of a person: 119, 第119人起; 0 for 从头印.
func (m *Model) readFrom(text string) (int, error) {
	text = data.Squeeze(data.Narrow(text))
	if text == fromFirst {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(text, "第"), "起"), "人"))
	if most := m.before(FromField); err != nil || n < 1 || n > most {
		return 0, data.Refuse("from-unknown", FromField, fmt.Sprintf("“%s”不是第几人", text), fmt.Sprintf("填 1 到 %d，或选“%s”", most, fromFirst))
	}
	return n, nil
}

func (m *Model) units() (names []string) {
	var others []string
	for _, u := range m.desk.AllUnits() {
		if u.Supervising == u.ID {
			names = append(names, u.Name)
		} else if m.paper != administratorForm {
			others = append(others, u.Name)
		}
	}
	return append(names, others...)
}

func levels() (names []string) {
	for _, l := range data.Levels() {
		names = append(names, l.Full())
	}
	return names
}

// usual is what the people of a paper are called when no status is chosen.
func (m *Model) usual() string {
	return wording.Or(usuals[m.paper], running)
}

// usuals are papers that are not about everybody in the running.
var usuals = map[string]string{"payment-slip": "审查通过的", "statistics": "已申报的", reviewSheet: "待审、审过的", custodySlip: "交过原件的", "certificates": "有证书的", "archive": "已归档的",
	"correction": "退回的", "rejection": "在办和不通过的", "pass-notice": "审查通过的"}

func (m *Model) statuses() []string {
	names := []string{m.usual()}
	for _, s := range registration.Running {
		names = append(names, s.String())
	}
	return names
}

func (m *Model) statusText() string {
	if len(m.scope.Statuses) == 0 {
		return m.usual()
	}
	return m.scope.Statuses[0].String()
}

// Leave takes a field of the scope; an empty one means everybody.
func (m *Model) Leave(key, text string) error {
	if data.Squeeze(text) == "" {
		m.Widen(key)
		return nil
	}
	s := m.scope
	if key == FromField {
		n, err := m.readFrom(text)
		if err == nil {
			s.From = n
			m.SetScope(s)
		}
		return err
	}
	s.From = 0 // it counted the people of the old choice
	label, ok := wording.Pick(m.choices(key), text)
	if !ok {
		return data.Refuse("scope-unknown", key, "没有“"+strings.TrimSpace(text)+"”可选", "敲拼音首字母或汉字，从列表里选")
	}
	switch key {
	case UnitField:
		s.Unit = strings.TrimPrefix(label, wholeCounty)
	case LevelField:
		s.Level, _ = data.ReadLevel(label) // 各等级 reads as none
	case StatusField:
		s.Statuses = nil
		for _, status := range registration.Running {
			if status.String() == label {
				s.Statuses = []data.Status{status}
			}
		}
	case PeopleField:
		s.Numbers = nil
	case ChangedField:
		s.Changed = label == unprinted
	case OrderField:
		s.Order = orderNamed(label)
	case CheckField:
		s.Check = m.checkNamed(label)
	}
	m.SetScope(s)
	return nil
}

func (m *Model) choices(key string) []wording.Choice {
	for _, f := range m.Fields() {
		if f.Key == key {
			return f.Choices
		}
	}
	return nil
}

// query is the scope as the register is asked. What a paper about units does not
// show does not narrow it.
func (m *Model) query() registration.Query {
	switch {
	case m.paper == spotCheckPaper:
		return registration.Query{}
	case m.ofUnits():
		return registration.Query{Unit: m.scope.Unit}
	}
	return registration.Query{Unit: m.scope.Unit, Level: m.scope.Level, Statuses: m.scope.Statuses, Numbers: m.scope.Numbers}
}

// order is what is to be printed.
func (m *Model) order() printing.Order {
	o := printing.Order{Paper: m.paper, Query: m.query()}
	switch m.paper {
	case spotCheckPaper:
		o.Check = m.scope.Check
		return o
	case "statistics":
		o.By = m.by
	case rosterPaper:
		if m.scope.Order != "" {
			o.By = []string{m.scope.Order}
		}
	}
	if !m.ofUnits() {
		o.Changed, o.From = m.scope.Changed, m.scope.From
	}
	return o
}

// afterReview are papers of people of whom nobody asks any more whether they may
// apply.
var afterReview = map[string]bool{"certificates": true, "archive": true, spotCheckPaper: true}

// people are those in the scope of whom it is asked whether they may apply; none
// for a paper about units, or about what came after the review.
func (m *Model) people() []*data.Applicant {
	if m.ofUnits() || afterReview[m.paper] {
		return nil
	}
	q := m.query()
	q.Statuses = m.wanted()
	return m.desk.Register.Find(q)
}

// wanted are the statuses meant: those the paper is usually about when none is
// chosen.
func (m *Model) wanted() []data.Status {
	if len(m.scope.Statuses) == 0 {
		return printing.Statuses(m.paper)
	}
	return m.scope.Statuses
}
