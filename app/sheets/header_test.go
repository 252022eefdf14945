package sheets

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func TestHeadersAreUnderstood(t *testing.T) {
	for name, c := range map[string]struct {
		rows    [][]any
		row     int
		columns map[string]string
		unknown []string
	}{
		"plain": {
			[][]any{{"序号", "姓名", "身份证号", "爱好"}}, 1,
			map[string]string{"name": "B", "id_number": "C"}, []string{"爱好"}},
		"line breaks, blanks, stars, brackets": {
			[][]any{{"姓　名", "*身份\n证号码：", "申报途径（类别）", "申报职业（工种）"}}, 1,
			map[string]string{"name": "A", "id_number": "B", "path": "C", "trade": "D"}, nil},
		"title, unit and empty lines above": {
			[][]any{{"2026年工勤技能岗位等级考核申报人员花名册"}, {"填报单位：某局", "", "填报日期：3月"}, {}, {"姓名", "身份证号", "等级", "工种"}}, 4,
			map[string]string{"name": "A", "id_number": "B", "level": "C", "trade": "D"}, nil},
		"two rows, groups not merged": {
			[][]any{{"姓名", "身份证", "现岗位情况", "", "", "申报情况", "", "年度考核", "", "备注"}, {"", "号码", "等级", "工种", "取得时间", "等级", "工种", "2024年", "2025"}}, 2,
			map[string]string{"name": "A", "id_number": "B", "current_level": "C", "current_trade": "D", "current_cert_date": "E", "level": "F", "trade": "G",
				"appraisals.2024": "H", "appraisals.2025": "I", "note": "J"}, nil},
		"bare trade beside the one applied for is the present one": {
			[][]any{{"姓名", "身份证号", "等级", "工种", "申报等级", "申报工种"}}, 1,
			map[string]string{"name": "A", "id_number": "B", "current_level": "C", "current_trade": "D", "level": "E", "trade": "F"}, nil},
		"bare trade beside the present one is the one applied for": {
			[][]any{{"姓名", "身份证号", "等级", "工种", "现等级", "现工种"}}, 1,
			map[string]string{"name": "A", "id_number": "B", "level": "C", "trade": "D", "current_level": "E", "current_trade": "F"}, nil},
		"label before synonym, left before right": {
			[][]any{{"姓名", "电话", "联系电话", "手机", "身份证号"}}, 1,
			map[string]string{"name": "A", "phone": "C", "id_number": "E"}, []string{"电话", "手机"}},
		"appraisal years in every spelling": {
			[][]any{{"姓名", "身份证号", "2022年度考核", "考核等次\n2023", "年度考核（2024年）", "2025年考核结果", "考核", "2021"}}, 1,
			map[string]string{"name": "A", "id_number": "B", "appraisals.2022": "C", "appraisals.2023": "D", "appraisals.2024": "E", "appraisals.2025": "F"}, []string{"考核", "2021"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := understood(t, bookOf(append(c.rows, person(1))...))
			if got.HeaderRow != c.row {
				t.Errorf("header row %d; want %d", got.HeaderRow, c.row)
			}
			hasColumns(t, got, c.columns, c.unknown)
		})
	}
}

// hasColumns checks which columns hold what, and which heads nobody claims.
func hasColumns(t *testing.T, got SheetReading, columns map[string]string, unknown []string) {
	t.Helper()
	if diff := cmp.Diff(columns, got.Columns); diff != "" {
		t.Error(diff)
	}
	var heads []string
	for _, u := range got.Unknown {
		heads = append(heads, u.Head)
	}
	if diff := cmp.Diff(unknown, heads); diff != "" {
		t.Error(diff)
	}
}

func TestTwoEqualHeadsAreNobodys(t *testing.T) {
	got := understood(t, bookOf([]any{"姓名", "身份证号", "单位", "工种", "等级", "工种", "等级"},
		[]any{"张伟", person(1)[1], "罗山县实验幼儿园", "保育员", "四级", "护理员", "三级"}))
	want := []string{"1 level header-twice", "1 trade header-twice", "2 trade required-missing", "2 level required-missing"}
	if diff := cmp.Diff(want, codes(got)); diff != "" || len(got.Waiting) != 1 {
		t.Errorf("%s, waiting %d", diff, len(got.Waiting))
	}
	if got.Problems[0].Cell != "G1" {
		t.Errorf("problem in %s; want G1", got.Problems[0].Cell)
	}
}

func TestEveryLabelAndSynonymIsFound(t *testing.T) {
	for _, f := range data.Fields {
		if f.Kind == data.YearsField {
			continue
		}
		for _, head := range append([]string{f.Label}, f.Synonyms...) {
			if c, ok := claimOf(peopleHeads, head); !ok || c.key != f.Key {
				t.Errorf("%s is read as %q; want %s", head, c.key, f.Key)
			}
		}
	}
}

func TestBookWithoutAHeaderIsRefused(t *testing.T) {
	late := make([][]any, 0, 20)
	for range 15 {
		late = append(late, []any{"说明文字", "又一段说明"})
	}
	for name, book := range map[string]*grid.Book{
		"no sheet":            {},
		"empty sheet":         bookOf(),
		"notes":               bookOf([]any{"通知"}, []any{"请各单位认真填写姓名和身份证号"}),
		"people without head": bookOf(person(1), person(2)),
		"header in row 16":    bookOf(append(late, personHeads, person(1))...),
		"name alone":          bookOf([]any{"姓名"}, []any{"张伟"}),
	} {
		if got, err := Understand(book, Knowledge{Codes: countyCodes{}}); !data.HasCode(err, "no-header") {
			t.Errorf("%s: %+v, %v; want no-header", name, got, err)
		}
	}
}

func TestSheetWithoutAHeaderDoesNotStopTheOthers(t *testing.T) {
	book := bookOf(personHeads, person(1))
	book.Sheets = append(book.Sheets, sheetOf("填表说明", []any{"一、认真填写"}, []any{"二、按时报送"}), sheetOf("Sheet3"))
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
	if err != nil || len(reading.Sheets) != 2 || len(reading.Sheets[0].Accepted) != 1 {
		t.Fatalf("%+v, %v; want the roster and the sheet of notes", reading, err)
	}
	if diff := cmp.Diff([]string{"0  no-header"}, codes(reading.Sheets[1])); diff != "" || reading.Sheets[1].Skipped != 2 {
		t.Errorf("%s, skipped %d", diff, reading.Sheets[1].Skipped)
	}
}
