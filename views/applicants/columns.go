package applicants

import (
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
)

// Column is a column of the list.
type Column struct {
	Key, Title string
	Width      float32 // at 100 %
	Right      bool    // figures
	Usual      bool    // shown until somebody chooses otherwise
	Least      float32 // room that the column of the rest wants before others leave
	Spare      int     // leaves a narrow window, the highest first; 0 stays
	text       func(*data.Applicant) string
	order      func(*data.Applicant) string // what rows are ordered by; nil: the text
}

// columns are all columns there are, in the order of the list.
var columns = []Column{
	{Key: "name", Title: "姓名", Width: 136, Usual: true, text: field("name")},
	{Key: "sex", Title: "性别", Width: 48, Usual: true, Spare: 4, text: field("sex")},
	{Key: "id_number", Title: "身份证号", Width: 172, Usual: true, Spare: 3, text: func(a *data.Applicant) string { return a.Person.IDNumber.Masked() }, order: field("id_number")},
	{Key: "birth", Title: "出生", Width: 72, Right: true, Usual: true, Spare: 2, text: func(a *data.Applicant) string { return a.Person.Birth.MonthOf().String() }, order: field("birth")},
	{Key: "unit", Title: "单位", Width: 220, Least: 150, Usual: true, text: field("unit")},
	{Key: "supervising_unit", Title: "主管部门", Width: 220, Spare: 1, text: field("supervising_unit")},
	{Key: "trade", Title: "申报工种", Width: 118, Usual: true, text: field("trade")},
	{Key: "level", Title: "等级", Width: 68, Usual: true, text: levels, order: func(a *data.Applicant) string { return string(rune('9' - int(a.Application.Level))) }},
	{Key: "path", Title: "途径", Width: 76, Usual: true, Spare: 5, text: field("path")},
	{Key: "status", Title: "状态", Width: 86, Usual: true, text: func(a *data.Applicant) string { return a.Application.Status.String() }, order: statusOrder},
	{Key: "verdict", Title: "结论", Width: 86, Usual: true},
	{Key: "flags", Title: "标记", Width: 104, Usual: true},
	{Key: "phone", Title: "联系电话", Width: 110, Spare: 1, text: field("phone")},
	{Key: "work_start", Title: "参加工作", Width: 84, Right: true, Spare: 1, text: field("work_start")},
	{Key: "current_cert_date", Title: "取得时间", Width: 84, Right: true, Spare: 1, text: field("current_cert_date")},
	{Key: "education", Title: "文化程度", Width: 84, Spare: 1, text: field("education")},
}

func field(key string) func(*data.Applicant) string { return data.FieldByKey(key).Get }

// levels is the step asked for: 四 → 三.
func levels(a *data.Applicant) string {
	held, asked := short(a.Person.CurrentLevel), short(a.Application.Level)
	if held == "" {
		held = "—"
	}
	return held + " → " + asked
}

func short(l data.Level) string { return strings.TrimSuffix(l.String(), "级") }

func statusOrder(a *data.Applicant) string {
	for i, s := range registration.Statuses() {
		if s == a.Application.Status {
			return string(rune('a' + i))
		}
	}
	return ""
}

// spelling orders names as a dictionary does: by the pinyin initials of their
// characters, then by the characters themselves.
func spelling(name string) string {
	initials := registration.Initials(name)
	if len(initials) == 0 {
		return name
	}
	return initials[0] + "\t" + name
}

// Columns returns every column there is, in the order of the list.
func Columns() []Column { return columns }

func columnOf(key string) Column {
	for _, c := range columns {
		if c.Key == key {
			return c
		}
	}
	return Column{}
}

// Text returns what a column says of a row. ID numbers are masked until the
// clerk asks.
func (m *Model) Text(row int, key string) string { return m.cell(columnOf(key), m.rows[row]) }

func (m *Model) cell(c Column, a *data.Applicant) string {
	switch {
	case c.Key == "flags":
		return strings.Join(flagWords(m.desk.FlagsOf(a)), " ")
	case c.Key == "verdict":
		return m.desk.Judgement(a).String()
	case c.Key == "id_number" && m.whole:
		return a.Person.IDNumber.Grouped()
	}
	return c.text(a)
}

// Levels returns the step asked for in its two halves: 四 →, 三.
func (m *Model) Levels(row int) (held, asked string) {
	text := levels(m.rows[row])
	at := strings.LastIndex(text, " ") + 1
	return text[:at], text[at:]
}

// Status returns the status of a row.
func (m *Model) Status(row int) data.Status { return m.rows[row].Application.Status }

// Judgement returns what the rules say of a row.
func (m *Model) Judgement(row int) registration.Judgement { return m.desk.Judgement(m.rows[row]) }

// Flags returns the words of the flags of a row.
func (m *Model) Flags(row int) []string { return flagWords(m.desk.FlagsOf(m.rows[row])) }

func flagWords(flags []registration.Flag) (words []string) {
	for _, f := range flags {
		words = append(words, f.String())
	}
	return words
}
