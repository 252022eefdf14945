package sheets

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"gongkao/data"
)

// bookOf makes a book of one sheet: strings are texts, numbers numbers, nil an
// empty cell.
func bookOf(rows ...[]any) *Book {
	return &Book{File: "试表.xlsx", Sheets: []Sheet{sheetOf("表一", rows...)}}
}

func sheetOf(name string, rows ...[]any) Sheet {
	s := Sheet{Name: name}
	for i, values := range rows {
		row := Row{Number: i + 1}
		for _, v := range values {
			row.Cells = append(row.Cells, cellOf(v))
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

func cellOf(v any) Cell {
	switch v := v.(type) {
	case string:
		return textCell(v)
	case float64:
		return Cell{Text: numberText(v), Number: v, Kind: Number}
	case int:
		return cellOf(float64(v))
	case Cell:
		return v
	}
	return Cell{}
}

// understood reads a book with the knowledge of the kindergarten.
func understood(t *testing.T, book *Book) SheetReading {
	t.Helper()
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
	if err != nil {
		t.Fatal(err)
	}
	return reading.Sheets[0]
}

// codes lists problems as "row field code".
func codes(s SheetReading) []string {
	var all []string
	for _, p := range s.Problems {
		all = append(all, fmt.Sprintf("%d %s %s", p.Row, p.Field, p.Code))
	}
	return all
}

// person makes the cells of 姓名 身份证号 工作单位 申报工种 申报等级, for the nth
// invented person.
func person(n int) []any {
	return []any{"张伟", string(data.WithCheckDigit(fmt.Sprintf("41152119800101%03d", n))), "罗山县实验幼儿园", "护理员", "三级"}
}

var personHeads = []any{"姓名", "身份证号", "工作单位", "申报工种", "申报等级"}

// workbookOf packs worksheets and other parts as an .xlsx; parts given win over
// the ordinary ones.
func workbookOf(t testing.TB, worksheet string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表一" r:id="s1"/>` +
			`<sheet name="藏着" state="hidden" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="s2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="s3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": worksheet,
	}
	for name, content := range parts {
		all[name] = content
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
