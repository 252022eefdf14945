package sheets

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func TestSamePersonEntersOnceInAnImport(t *testing.T) {
	first := bookOf(personHeads, person(1), person(2), person(1))
	first.Sheets = append(first.Sheets, sheetOf("表二", personHeads, person(2)))
	second := bookOf(personHeads, person(1), person(3))
	second.File = "另一份.xlsx"
	know := Knowledge{Codes: countyCodes{}, Units: kindergarten(), Seen: Seen{},
		Registered: func(n data.IDNumber) bool { return string(n) == person(3)[1] }}
	var got []string
	for _, book := range []*grid.Book{first, second} {
		reading, err := Understand(book, know)
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range reading.Sheets {
			for _, p := range sheet.Problems {
				got = append(got, p.Code+" "+p.Message)
			}
		}
	}
	want := []string{
		"id-duplicate-sheet 同一身份证号在第 2 行已经有了",
		"id-duplicate-sheet 同一身份证号在工作表“表一”第 3 行已经有了",
		"id-duplicate-sheet 同一身份证号在文件“试表.xlsx”第 2 行已经有了",
		"id-duplicate-register 此人本年度已经登记",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWaitingRowIsKeptWhole(t *testing.T) {
	row := person(1)
	row[4] = "七级"
	got := understood(t, bookOf(append(append([]any{}, personHeads...), "2025年", "2025年度考核", "微信号", "微信号", "电话"), append(row, "", "合格", "wx1", "wx2", 13800000000)))
	want := []WaitingRow{{Row: 2,
		Texts:    map[string]string{"name": "张伟", "id_number": row[1].(string), "unit": "罗山县实验幼儿园", "trade": "护理员", "level": "七级", "appraisals.2025": "合格", "phone": "13800000000"},
		Other:    map[string]string{"微信号": "wx1", "微信号(I)": "wx2"},
		Cells:    map[string]string{"name": "A2", "id_number": "B2", "unit": "C2", "trade": "D2", "level": "E2", "appraisals.2025": "G2", "phone": "J2"},
		Numbers:  []string{"phone"},
		Problems: got.Problems}}
	if diff := cmp.Diff(want, got.Waiting); diff != "" {
		t.Error(diff)
	}
}

func TestWarningsDoNotHoldARowBack(t *testing.T) {
	row := person(1)
	row[1] = string(data.WithCheckDigit("99152119800101001"))
	row[3] = "祭祀用品管护工"
	got := understood(t, bookOf(personHeads, row))
	if diff := cmp.Diff([]string{"2 id_number region-unknown", "2 trade trade-unknown"}, codes(got)); diff != "" || len(got.Accepted) != 1 {
		t.Errorf("%s, accepted %d", diff, len(got.Accepted))
	}
}

func TestChecksumSaysWhichDigitIsExpected(t *testing.T) {
	row := person(1)
	id := row[1].(string)
	row[1] = id[:17] + map[bool]string{true: "1", false: "2"}[id[17] != '1']
	got := understood(t, bookOf(personHeads, row))
	if len(got.Problems) != 1 || got.Problems[0].Code != "id-checksum" || !strings.HasSuffix(got.Problems[0].Hint, "应为 "+id[17:]) {
		t.Errorf("%+v; want id-checksum that says %s", got.Problems, id[17:])
	}
}

func TestReadingIsReportedWithTheKeysOfTheContract(t *testing.T) {
	bad := person(2)
	bad[4] = "七级"
	reading, err := Understand(bookOf([]any{"花名册"}, personHeads, person(1), bad, []any{"合计", "2人"}), Knowledge{Codes: countyCodes{}, Units: kindergarten()})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(reading)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"file":"试表.xlsx","sheets":[{"sheet":"表一","kind":"people","header_row":2,"layout":"f1bd9e49febcf9ef",` +
		`"columns":{"id_number":"B","level":"E","name":"A","trade":"D","unit":"C"},` +
		`"heads":[{"column":"A","head":"姓名","field":"name"},{"column":"B","head":"身份证号","field":"id_number"},{"column":"C","head":"工作单位","field":"unit"},` +
		`{"column":"D","head":"申报工种","field":"trade"},{"column":"E","head":"申报等级","field":"level"}],` +
		`"accepted":1,"waiting":1,"skipped":2,"skipped_rows":[{"row":1,"why":"标题","text":"花名册"},{"row":5,"why":"合计","text":"合计"}],` +
		`"problems":[{"row":4,"cell":"E4","field":"level","code":"level-unknown","message":"没有“七级”这个等级","hint":"请填五级、四级、三级、二级或一级","value":"七级"}]}]}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
}
