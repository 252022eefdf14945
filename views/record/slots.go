package record

import (
	"fmt"
	"strconv"
	"strings"

	"gongkao/data"
)

// Place is where a field stands in its row.
type Place int

// The places of a row.
const (
	AtLeft  Place = iota
	AtRight       // beside the field at the left
	WholeRow
	Fifth // one of five: the years of appraisals
)

// Slot is a field of the form: where it stands and how it is filled in. The
// order of slots is the order of Enter.
type Slot struct {
	Key, Label string
	Group      string // the bold word at the left, on the group's first slot too
	Row        int    // within the form, from 0
	Place      Place
	Choice     bool // it has a list of choices
	ReadOnly   bool // filled in by others: the ID number, the unit
	Year       int  // of an appraisal
}

// Keys of slots that are no fields of their own.
const (
	retirementKey = "retirement_month"
	yearPrefix    = "appraisals."
	appraisalsKey = "appraisals"
)

// Groups of the form, as on paper.
const (
	identity = "身份"
	work     = "工作"
	current  = "现等级"
	applied  = "申报"
)

// line is a row of the form before it is known what is shown.
type line struct {
	group       string
	left, right string // keys; right "" leaves the half empty
	wide        bool   // left takes the whole row
	when        func(*Model) bool
}

// lines is the form, row by row.
var lines = []line{
	{group: identity, left: "id_number", right: "name"},
	{group: identity, left: "sex", right: "ethnicity"},
	{group: identity, left: "phone", right: "political"},
	{group: identity, left: "retirement_category", right: retirementKey},
	{group: identity, left: "address", wide: true},
	{group: work, left: "unit", right: "supervising_unit"},
	{group: work, left: "staff_kind", right: "post"},
	{group: work, left: "work_start", right: "education"},
	{group: current, left: "current_level", right: "current_trade"},
	{group: current, left: "current_cert_date", right: "current_cert_no"},
	{group: current, left: "appointed_level", right: "appointed_date"},
	{group: applied, left: "level", right: "trade"},
	{group: applied, left: "path", right: "commitment"},
	{group: applied, left: appraisalsKey},
	{group: applied, left: "consent", when: (*Model).dueThisYear},
	{group: applied, left: "honours", wide: true, when: (*Model).asksHonours},
	{group: applied, left: "note", wide: true},
}

// shortLabels are labels that a form of this width says shorter than the table
// of fields does.
var shortLabels = map[string]string{
	"sex": "性别、出生", retirementKey: "到龄年月", "retirement_category": "原法定退休", "work_start": "参加工作", "current_cert_date": "取得时间", "appointed_level": "现聘等级",
}

var filledIn = map[string]bool{"sex": true, retirementKey: true, "supervising_unit": true}

// Slots returns the fields shown now, in the order of Enter.
func (m *Model) Slots() []Slot {
	var all []Slot
	row := 0
	for _, l := range lines {
		if l.when != nil && !l.when(m) {
			continue
		}
		if l.left == appraisalsKey {
			for i, year := range m.Years() {
				s := m.slot(l.group, yearKey(year), Fifth, row)
				s.Label, s.Year = "", year
				if i == 0 {
					s.Label = "年度考核"
				}
				all = append(all, s)
			}
			row++
			continue
		}
		place := AtLeft
		if l.wide {
			place = WholeRow
		}
		all = append(all, m.slot(l.group, l.left, place, row))
		if l.right != "" {
			all = append(all, m.slot(l.group, l.right, AtRight, row))
		}
		row++
	}
	return all
}

func (m *Model) slot(group, key string, place Place, row int) Slot {
	s := Slot{Key: key, Label: labelOf(key), Group: group, Place: place, Row: row, Choice: m.hasChoices(key)}
	s.ReadOnly = m.Decided() || filledIn[key] || key == "retirement_category" && m.manOf60()
	s.Choice = s.Choice && !s.ReadOnly
	return s
}

// manOf60: a man has nothing to enter, unless something else was.
func (m *Model) manOf60() bool {
	p := &m.applicant.Person
	return p.Sex == data.Male && p.RetirementCategory() == data.M60 && m.raw["retirement_category"] == ""
}

// labelOf is what the form calls a field.
func labelOf(key string) string {
	if year := yearOf(key); year != 0 {
		return fmt.Sprintf("%d年度考核", year)
	}
	if short := shortLabels[key]; short != "" {
		return short
	}
	return data.FieldByKey(key).Label
}

// Years are the years of appraisals the form asks for: the last five the
// policy looks at.
func (m *Model) Years() []int {
	last := m.desk.Office.Policy.Year - 1
	years := make([]int, 0, 5)
	for year := last - 4; year <= last; year++ {
		years = append(years, year)
	}
	return years
}

func yearKey(year int) string { return yearPrefix + strconv.Itoa(year) }

// yearOf returns the year of an appraisal's key, 0 for any other.
func yearOf(key string) int {
	digits, ok := strings.CutPrefix(key, yearPrefix)
	if !ok {
		return 0
	}
	year, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return year
}

// Next returns the slot after key in the order of Enter, skipping what others
// fill in; ok is false after the last.
func (m *Model) Next(key string) (next Slot, ok bool) {
	passed := false
	for _, s := range m.Slots() {
		if passed && !s.ReadOnly {
			return s, true
		}
		passed = passed || s.Key == key
	}
	return Slot{}, false
}

// dueThisYear: the confirmation is asked of those who reach the age within the
// year, from the notice's month on.
func (m *Model) dueThisYear() bool {
	month := m.verdict.RetirementMonth
	p := m.desk.Office.Policy
	return m.applicant.Application.Consent || !p.Provisional() && month.Year == p.Year && !month.Before(p.Cutoff.Date.MonthOf())
}

// asksHonours: 业绩 stands on the form of levels two and one, and of whoever
// applies by exception.
func (m *Model) asksHonours() bool {
	a := &m.applicant.Application
	return a.Honours != "" || a.Level == 2 || a.Level == 1 || a.Path == data.Exceptional
}
