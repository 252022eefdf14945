package sheets

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func TestDatesAreReadAsWritten(t *testing.T) {
	for _, c := range []struct {
		cell any
		want string // date, or problem code
	}{
		{1975.2, "1975-02"}, {1998.12, "1998-12"}, {1998.1199999999999, "1998-12"}, {2001.1, "date-ambiguous"}, {1990.1, "date-ambiguous"},
		{"2001.1", "2001-01"}, {"2001.10", "2001-10"}, {197502.0, "1975-02"}, {19750228.0, "1975-02-28"}, {32331.0, "1988-07-07"}, {"32331", "1988-07-07"},
		{32331.75, "1988-07-07"}, {26999.0, "date-bad"}, {50001.0, "date-bad"}, {1975.0, "date-bad"}, {2005.13, "date-bad"},
		{grid.Cell{Text: "1998-08", Number: 36008, Kind: grid.Date}, "1998-08"}, {grid.Cell{Text: "1998-08-01", Number: 36008, Kind: grid.Date}, "1998-08-01"},
		{"75年2月", "1975-02"}, {"1990—05", "1990-05"}, {"2012－05", "2012-05"}, {"1975-02-03 00:00:00", "1975-02-03"}, {"1975/2/3 0:00", "1975-02-03"},
		{"２００８．１２", "2008-12"}, {"1985. 3", "1985-03"}, {"1992-02-30", "date-bad"}, {"不详", "date-bad"},
	} {
		written, problem := readDate(cellOf(c.cell))
		got := written.String()
		if problem != nil {
			got = problem.Code
		}
		if got != c.want {
			t.Errorf("readDate(%v) = %s; want %s", c.cell, got, c.want)
		}
	}
}

func TestOneCellDecidesHowItsRowIsTaken(t *testing.T) {
	for _, c := range []struct {
		head  string
		cell  any
		codes string // all, joined; "" when none
		waits bool
		check func(*data.Applicant) any
		want  any
	}{
		{"性别", "女", "sex id-sex", true, nil, nil},
		{"性别", "男性", "", false, func(a *data.Applicant) any { return a.Person.Sex }, data.Male},
		{"性别", "？", "sex value-unknown", false, func(a *data.Applicant) any { return a.Person.Sex }, data.Male},
		{"性别", "—", "", false, func(a *data.Applicant) any { return a.Person.Sex }, data.Male},
		{"出生年月", "1980年1月", "", false, func(a *data.Applicant) any { return a.Person.Birth }, data.MustDate(1980, 1, 1)},
		{"出生年月", "1980-01-02", "birth id-birth-differs", true, nil, nil},
		{"现等级", "普通工", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(0)},
		{"现等级", "无", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(0)},
		{"现等级", "二级工（技师）", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(2)},
		{"现等级", "七级", "current_level level-unknown", true, nil, nil},
		{"取得时间", "——", "", false, func(a *data.Applicant) any { return a.Person.CurrentCertDate }, data.Month{}},
		{"取得时间", 2012.1, "current_cert_date date-ambiguous", true, nil, nil},
		{"证书编号", "1.91628E+11", "current_cert_no value-mangled", false, func(a *data.Applicant) any { return a.Person.CurrentCertNo }, ""},
		{"证书编号", 1916284299170000123.0, "current_cert_no value-mangled", false, func(a *data.Applicant) any { return a.Person.CurrentCertNo }, ""},
		{"证书编号", 191628429917.0, "", false, func(a *data.Applicant) any { return a.Person.CurrentCertNo }, "191628429917"},
		{"联系电话", 13800000000.0, "", false, func(a *data.Applicant) any { return a.Person.Phone }, "13800000000"},
		{"文化程度", grid.Cell{Text: "#N/A", Kind: grid.Fault}, "education value-mangled", false, func(a *data.Applicant) any { return a.Person.Education }, ""},
		{"文化程度", " 大\n专\u200b ", "", false, func(a *data.Applicant) any { return a.Person.Education }, "大专"},
		{"原退休年龄", 55.0, "", false, func(a *data.Applicant) any { return a.Person.Category }, data.F55},
		{"原退休年龄", "到点", "retirement_category value-unknown", false, func(a *data.Applicant) any { return a.Person.Category }, data.Category("")},
		{"容缺", grid.Cell{Text: "是", Kind: grid.Bool}, "", false, func(a *data.Applicant) any { return a.Application.Commitment }, true},
		{"容缺", "也许", "commitment value-unknown", false, func(a *data.Applicant) any { return a.Application.Commitment }, false},
		{"申报途径", "领导安排", "path path-unknown", true, nil, nil},
		{"2025年度考核", "称职", "", false, func(a *data.Applicant) any { return a.Person.Appraisals[2025] }, data.Qualified},
		{"2025年度考核", "良好", "appraisals value-unknown", false, func(a *data.Applicant) any { return len(a.Person.Appraisals) }, 0},
		{"备注", strings.Repeat("长", 501), "note value-truncated", false, func(a *data.Applicant) any { return a.Application.Note }, strings.Repeat("长", 500)},
		{"业绩", "先进\n标兵", "", false, func(a *data.Applicant) any { return a.Application.Honours }, "先进\n标兵"},
	} {
		who := person(1) // a man born on 1980-01-01
		got := understood(t, bookOf(append(append([]any{}, personHeads...), c.head), append(who, c.cell)))
		var all []string
		for _, p := range got.Problems {
			all = append(all, p.Field+" "+p.Code)
			if p.Message == "" || p.Hint == "" || p.Cell != "F2" || p.Value != cellOf(c.cell).Text {
				t.Errorf("%s %v: problem %+v", c.head, c.cell, p)
			}
		}
		if joined := strings.Join(all, ", "); joined != c.codes || (len(got.Waiting) == 1) != c.waits {
			t.Errorf("%s %v: %q, waiting %d; want %q, waiting %v", c.head, c.cell, joined, len(got.Waiting), c.codes, c.waits)
			continue
		}
		if c.check != nil {
			if value := c.check(&got.Accepted[0].Applicant); !cmp.Equal(value, c.want) {
				t.Errorf("%s %v is read as %v; want %v", c.head, c.cell, value, c.want)
			}
		}
	}
}

func TestNeededFieldsAreMissed(t *testing.T) {
	for i, key := range []string{"name", "id_number", "unit", "trade", "level"} {
		for _, empty := range []any{"", "　", "无", grid.Cell{Text: "#REF!", Kind: grid.Fault}} {
			row := person(1)
			row[i] = empty
			got := understood(t, bookOf(personHeads, row))
			if diff := cmp.Diff([]string{"2 " + key + " required-missing"}, codes(got)); diff != "" {
				t.Errorf("%s = %v: %s", key, empty, diff)
			}
		}
	}
}

func TestNumberedIDIsMangledAndNothingElse(t *testing.T) {
	for _, id := range []any{411521198001010010.0, 411521198001010000.0, "4.11521E+17", "411521198001010000", 4.11521198001e+17} {
		row := person(1)
		row[1] = id
		got := understood(t, bookOf(personHeads, row))
		if diff := cmp.Diff([]string{"2 id_number id-mangled"}, codes(got)); diff != "" {
			t.Errorf("%v: %s", id, diff)
		}
	}
	row := person(1)
	row[1] = 411521800101001.0 // fifteen digits survive as a number
	if diff := cmp.Diff([]string{"2 id_number id-legacy"}, codes(understood(t, bookOf(personHeads, row)))); diff != "" {
		t.Error(diff)
	}
}
