package template

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// people are invented applicants; the second has values that look like formulas.
func people(n int) []*data.Applicant {
	all := make([]*data.Applicant, n)
	for i := range all {
		all[i] = &data.Applicant{
			Person: data.Person{Name: fmt.Sprintf("张伟%d", i+1), IDNumber: data.WithCheckDigit(fmt.Sprintf("4115211975%02d01%03d", i%12+1, i%1000)), Sex: data.Male,
				Birth: data.MustDate(1975, i%12+1, 1), WorkStart: data.Month{Year: 1998, Month: 7}, CurrentLevel: 4, CurrentTrade: "汽车驾驶员", Phone: "13800000000",
				Appraisals: map[int]data.Appraisal{2025: data.Qualified}},
			Application: data.Application{Trade: "护理员", Level: 3, Path: data.Promotion},
			Unit:        "罗山县实验幼儿园", Supervising: "罗山县教育体育局",
		}
	}
	if n > 1 {
		all[1].Person.Name, all[1].Application.Post = `=HYPERLINK("http://x","点")`, "-保育员"
	}
	return all
}

func roster(n int) sheets.Table { return sheets.RosterTable(people(n), sheets.Heading{}) }

var words = Words(data.Office{Name: "罗山县工考管理机构", Year: 2026}, data.MustDate(2026, 4, 2), "", 5)

// making is a template being made.
type making struct {
	t testing.TB
	*excelize.File
}

const sheet = "申报表"

func newTemplate(t testing.TB) making {
	m := making{t, excelize.NewFile()}
	must(t, m.SetSheetName("Sheet1", sheet))
	return m
}

func (m making) row(number int, cells ...any) {
	m.t.Helper()
	must(m.t, m.SetSheetRow(sheet, fmt.Sprintf("A%d", number), &cells))
}

func (m making) merge(from, to string) {
	m.t.Helper()
	must(m.t, m.MergeCell(sheet, from, to))
}

// look gives cells a frame and a number format.
func (m making) look(from, to string, s excelize.Style) int {
	m.t.Helper()
	for _, side := range []string{"left", "top", "right", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	id, err := m.NewStyle(&s)
	must(m.t, err)
	must(m.t, m.SetCellStyle(sheet, from, to, id))
	return id
}

func (m making) content() []byte {
	m.t.Helper()
	var out bytes.Buffer
	must(m.t, m.Write(&out))
	return out.Bytes()
}

// filled is a template that has been filled, opened again.
type filled struct {
	t testing.TB
	*excelize.File
	done Filled
}

func fill(t testing.TB, template []byte, table sheets.Table, said Said) filled {
	t.Helper()
	tpl, err := Open("模板.xlsx", template)
	must(t, err)
	defer tpl.Close()
	done, err := tpl.Fill(Order{Table: table, Said: said, Words: words})
	must(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(done.Content))
	must(t, err)
	return filled{t, f, done}
}

// has compares cells as they are shown, and formulas as =….
func (f filled) has(want map[string]string) {
	f.t.Helper()
	for cell, text := range want {
		got, err := f.GetCellValue(f.done.Sheet, cell)
		if formula, _ := f.GetCellFormula(f.done.Sheet, cell); formula != "" {
			got = "=" + formula
		}
		if err != nil || got != text {
			f.t.Errorf("%s: %q, %v; want %q", cell, got, err, text)
		}
	}
}

// read reads the filled sheet as any sheet that comes in.
func (f filled) read() grid.Sheet {
	f.t.Helper()
	book, err := grid.Decode("表.xlsx", f.done.Content)
	must(f.t, err)
	for _, s := range book.Sheets {
		if s.Name == f.done.Sheet {
			return s
		}
	}
	f.t.Fatalf("no sheet %s", f.done.Sheet)
	return grid.Sheet{}
}

func yuan(n int) data.Fen { return data.Fen(n * 100) }
