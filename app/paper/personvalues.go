package paper

import (
	"strings"
	"unicode/utf8"

	"gongkao/data"
)

// none stands in a column of a table where there is nothing to hold: no level
// yet, so no certificate either. A blank there would mean "not written down".
const none = "—"

// personValues tell of an applicant what no single field tells.
var personValues = map[string]func(*view) string{
	"person.birth_month":        func(v *view) string { return v.entry.Person.Birth.MonthOf().Dotted() },
	"person.work_start":         func(v *view) string { return v.entry.Person.WorkStart.Dotted() },
	"person.current_level_full": func(v *view) string { return v.entry.Person.CurrentLevel.Full() },
	"person.retirement_age":     func(v *view) string { return v.entry.Person.RetirementCategory().String() },
	"application.level_full":    func(v *view) string { return v.entry.Application.Level.Full() },
	"application.honours_asked": honoursAsked,
	"person.long_name":          func(v *view) string { return yes(utf8.RuneCountInString(v.entry.Person.Name) > longName) },
	"entry.retirement_month":    func(v *view) string { return v.entry.RetirementMonth.String() },
	"entry.age_this_year":       func(v *view) string { return yes(v.entry.AgeThisYear) },
	"entry.commitment_words":    commitmentWords,
	"entry.remark":              remark,
	"held.level":                held(func(p *data.Person) string { return p.CurrentLevel.String() }),
	"held.trade":                held(func(p *data.Person) string { return p.CurrentTrade }),
	"held.date":                 held(func(p *data.Person) string { return p.CurrentCertDate.Dotted() }),
	"held.number":               held(func(p *data.Person) string { return p.CurrentCertNo }),
}

// longName is from how many characters on a name wants more room than is usual.
const longName = 12

func yes(b bool) string {
	if b {
		return "是"
	}
	return ""
}

// held returns what somebody holds, or — when he holds no level at all.
func held(of func(*data.Person) string) func(*view) string {
	return func(v *view) string {
		p := &v.entry.Person
		if s := of(p); s != "" || p.CurrentLevel != 0 || p.CurrentTrade != "" || p.CurrentCertNo != "" {
			return s
		}
		return none
	}
}

// honoursAsked: only 二级 and 一级 are asked for honours.
func honoursAsked(v *view) string {
	return yes(v.entry.Application.Level == 2 || v.entry.Application.Level == 1)
}

// commitmentWords are 是（what is owed）or 否: a blank could be filled in after
// the stamp.
func commitmentWords(v *view) string {
	switch {
	case v.entry.Application.Trade == "" && v.entry.Application.Level == 0:
		return "" // a form to be filled in by hand
	case !v.entry.Application.Commitment:
		return "否"
	case v.entry.CommitmentNote == "":
		return "是"
	}
	return "是（" + v.entry.CommitmentNote + "）"
}

// remark is the last column of a roster: the clerk's note, and what the unit
// has confirmed for somebody who reaches the age this year.
func remark(v *view) string {
	var parts []string
	if v.entry.Application.Note != "" {
		parts = append(parts, v.entry.Application.Note)
	}
	if v.entry.AgeThisYear && v.entry.Application.Consent {
		parts = append(parts, "本人、单位已确认")
	}
	return strings.Join(parts, "；")
}
