package sheets

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// full is an applicant with a value in every field.
func full() *data.Applicant {
	return &data.Applicant{
		Person: data.Person{Name: "买买提·吐尔逊", IDNumber: "411503198109010027", Sex: data.Female, Birth: data.MustDate(1981, 9, 1),
			Phone: "13800000000", Address: "罗山县城关镇西大街 12 号", Ethnicity: "维吾尔族", Education: "大专", Political: "群众",
			WorkStart: data.Month{Year: 2001, Month: 10}, Category: data.F50, CurrentLevel: 4, CurrentTrade: "保育员",
			CurrentCertDate: data.Month{Year: 2012, Month: 1}, CurrentCertNo: "081659343726", AppointedLevel: 4, AppointedDate: data.Month{Year: 2013, Month: 11},
			Appraisals: map[int]data.Appraisal{2023: data.Qualified, 2024: data.Excellent, 2025: data.Unrecorded}},
		Application: data.Application{Unit: "u1", StaffKind: "正式工作人员", Post: "=保育员岗", Trade: "护理员", Level: 3, Path: data.Promotion,
			Honours: "2019年 优秀\n2020年 先进", Commitment: true, Consent: true, Note: "-已核对, \"原件\" +1"},
		Unit: "罗山县实验幼儿园", Supervising: "罗山县教育体育局",
	}
}

// spare is an applicant with what is needed to enter and nothing else.
func spare() *data.Applicant {
	return &data.Applicant{
		Person:      data.Person{Name: "李𬱖", IDNumber: data.WithCheckDigit("41152119791120873"), Sex: data.Male, Birth: data.MustDate(1979, 11, 20)},
		Application: data.Application{Unit: "u1", Trade: "护理员", Level: 5},
		Unit:        "罗山县实验幼儿园", Supervising: "罗山县教育体育局",
	}
}

func kindergarten() *units.Matcher {
	return units.NewMatcher([]data.Unit{{ID: "u1", Name: "罗山县实验幼儿园", Supervising: "u2"}, {ID: "u2", Name: "罗山县教育体育局", Supervising: "u2"}})
}

func export(t testing.TB, heading Heading, applicants ...*data.Applicant) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := ExportRoster(&out, applicants, heading); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestExportedRosterIsImportedWithoutLoss(t *testing.T) {
	for _, heading := range []Heading{{}, {Title: "2026年机关事业单位工勤技能岗位等级考核申报人员花名册", Line: "罗山县人力资源和社会保障局    2026年4月9日"}} {
		a, b := full(), spare()
		book, err := grid.Decode("花名册.xlsx", export(t, heading, a, b))
		if err != nil {
			t.Fatal(err)
		}
		reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
		if err != nil {
			t.Fatal(err)
		}
		sheet := reading.Sheets[0]
		if len(sheet.Problems)+len(sheet.Unknown)+len(sheet.Waiting) != 0 {
			t.Errorf("heading %v: problems %+v, unknown %v", heading, sheet.Problems, sheet.Unknown)
		}
		var got []data.Applicant
		for _, row := range sheet.Accepted {
			got = append(got, row.Applicant)
		}
		if diff := cmp.Diff([]data.Applicant{*a, *b}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestEveryCellOfAnExportIsText(t *testing.T) {
	content := export(t, Heading{Title: "花名册"}, full(), spare())
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(rosterSheet)
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v; want title, heads and two people", len(rows), err)
	}
	for i, row := range rows {
		for j := range row {
			cell := fmt.Sprintf("%s%d", grid.ColumnName(j), i+1)
			kind, _ := f.GetCellType(rosterSheet, cell)
			formula, _ := f.GetCellFormula(rosterSheet, cell)
			if kind != excelize.CellTypeInlineString || formula != "" {
				t.Errorf("%s is of type %v with formula %q; want text", cell, kind, formula)
			}
		}
	}
	joined := strings.Join(rows[2], "|")
	for _, want := range []string{"|411503198109010027|", "|=保育员岗|", "|081659343726|", "|2001-10|", "|-已核对, \"原件\" +1"} {
		if !strings.Contains(joined, want) {
			t.Errorf("row %s lacks %s", joined, want)
		}
	}
	if extent, _ := f.GetSheetDimension(rosterSheet); extent != fmt.Sprintf("A1:%s4", grid.ColumnName(len(rows[1])-1)) {
		t.Errorf("extent %s; want all cells", extent)
	}
	panes, err := f.GetPanes(rosterSheet)
	if err != nil || !panes.Freeze || panes.YSplit != 2 {
		t.Errorf("panes %+v, %v; want the heads frozen", panes, err)
	}
}

func TestHeadsAreTheLabelsWithOneColumnAYear(t *testing.T) {
	var got []string
	for _, c := range rosterColumns([]*data.Applicant{full(), spare()}) {
		if !c.Aside {
			got = append(got, c.Head)
		}
	}
	joined := strings.Join(got, " ")
	if !strings.HasPrefix(joined, "序号 姓名 身份证号 性别") || !strings.Contains(joined, "申报途径 2023年度考核 2024年度考核 2025年度考核 业绩") {
		t.Errorf("heads: %s", joined)
	}
}

func TestSameRosterGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(export(t, Heading{}, full()), export(t, Heading{}, full())) {
		t.Error("two exports of the same people differ")
	}
}

func TestEmptyRosterHasItsHeads(t *testing.T) {
	book, err := grid.Decode("空.xlsx", export(t, Heading{Title: "花名册"}))
	if err != nil || len(book.Sheets[0].Rows) != 2 {
		t.Fatalf("book %+v, %v; want title and heads", book, err)
	}
}

func BenchmarkExport10000(b *testing.B) {
	people := make([]*data.Applicant, 10_000)
	for i := range people {
		people[i] = full()
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := ExportRoster(io.Discard, people, Heading{Title: "花名册"}); err != nil {
			b.Fatal(err)
		}
	}
}
