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
		{1975.2, "1975-02"}, {1998.12, "1998-12"}, {1998.1199999999999, "1998-12"}, {2001.1, "date-ambiguous"}, {1990.1, "date-ambiguous"}, {75.1, "date-ambiguous"}, {75.2, "1975-02"}, {750203, "1975-02-03"}, {1.1, "date-bad"},
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
		{"性别", 1, "", false, func(a *data.Applicant) any { return a.Person.Sex }, data.Male},
		{"性别", "2", "sex id-sex", true, nil, nil},
		{"出生年月（岁）", "1980.01（46岁）", "", false, func(a *data.Applicant) any { return a.Person.Birth }, data.MustDate(1980, 1, 1)},
		{"出生年月", "一九八〇年一月", "", false, func(a *data.Applicant) any { return a.Person.Birth }, data.MustDate(1980, 1, 1)},
		{"参加工作年月日", "3/2/1999", "work_start date-ambiguous", true, nil, nil},
		{"参加工作", 99.1, "work_start date-ambiguous", true, nil, nil},
		{"参工时间", 99.12, "", false, func(a *data.Applicant) any { return a.Person.WorkStart.String() }, "1999-12"},
		{"学历层次", "函大", "education value-unknown", false, func(a *data.Applicant) any { return a.Person.Education }, "函大"},
		{"文化程度（学历）", "本科（函大）", "", false, func(a *data.Applicant) any { return a.Person.Education }, "本科"},
		{"手机号码", "138 0000-0000", "", false, func(a *data.Applicant) any { return a.Person.Phone }, "13800000000"},
		{"手机号码", "+86 １３８００００００００", "", false, func(a *data.Applicant) any { return a.Person.Phone }, "13800000000"},
		{"联系电话", "0376-2180009 / 13800000000", "", false, func(a *data.Applicant) any { return a.Person.Phone }, "0376-2180009 / 13800000000"},
		{"技术等级", "Ⅲ级", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(3)},
		{"现等级", "普通工（未定级）", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(0)},
		{"年度考核情况", "2024年优秀、2025年合格", "", false, func(a *data.Applicant) any { return a.Person.Appraisals[2024] }, data.Excellent},
		{"近三年考核", "均合格", "appraisals value-unknown", false, func(a *data.Applicant) any { return len(a.Person.Appraisals) }, 0},
		{"近三年考核", "A", "appraisals value-unknown", false, func(a *data.Applicant) any { return len(a.Person.Appraisals) }, 0},
		{"2023-2025年年度考核情况", "均合格", "", false, func(a *data.Applicant) any { return len(a.Person.Appraisals) }, 3},
		{"2023、2024、2025年度考核结果", "合格、优秀、合格", "", false, func(a *data.Applicant) any { return a.Person.Appraisals[2024] }, data.Excellent},
		{"2023-2025年度考核", "合格、优秀", "appraisals value-unknown", false, func(a *data.Applicant) any { return len(a.Person.Appraisals) }, 0},
		{"现技术等级及取得时间", "中级工 2015.10", "", false, func(a *data.Applicant) any {
			return a.Person.CurrentLevel.String() + a.Person.CurrentCertDate.String()
		}, "四级2015-10"},
		{"现技术等级及取得时间", "2015年10月取得四级（中级工）", "", false, func(a *data.Applicant) any {
			return a.Person.CurrentLevel.String() + a.Person.CurrentCertDate.String()
		}, "四级2015-10"},
		{"现技术等级及取得时间", "中级工", "", false, func(a *data.Applicant) any { return a.Person.CurrentLevel }, data.Level(4)},
		{"现技术等级及取得时间", "待查", "current_level level-unknown", true, nil, nil},
		{"现工种及等级", "汽车驾驶员（高级技师）", "", false, func(a *data.Applicant) any { return a.Person.CurrentTrade + a.Person.CurrentLevel.String() }, "汽车驾驶员一级"},
		{"现工种及等级", "汽车驾驶员高级工", "", false, func(a *data.Applicant) any { return a.Person.CurrentTrade + a.Person.CurrentLevel.String() }, "汽车驾驶员三级"},
		{"现工种及等级", "四级保育员", "", false, func(a *data.Applicant) any { return a.Person.CurrentTrade + a.Person.CurrentLevel.String() }, "保育员四级"},
		{"现工种及等级", "水工", "", false, func(a *data.Applicant) any { return a.Person.CurrentTrade + a.Person.CurrentLevel.String() }, "水工"},
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
