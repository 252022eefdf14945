package intake

import (
	"cmp"
	"fmt"

	"gongkao/app/sheets"
	"gongkao/app/sheets/marked"
)

// Marks are what a sender is to mend in a file: its problems, those that held no
// row back too, but nothing of rows that have entered before. What a missing
// column means for every row is said once, at the head.
func Marks(f File) (marks []marked.Mark) {
	for i := range f.Sheets {
		marks = append(marks, sheetMarks(&f.Sheets[i])...)
	}
	return marks
}

func sheetMarks(s *sheets.SheetReading) (marks []marked.Mark) {
	names, done := map[int]string{}, map[int]bool{}
	for _, w := range s.Waiting {
		names[w.Row], done[w.Row] = w.Texts["name"], w.Entered()
	}
	for i := range s.Accepted {
		names[s.Accepted[i].Row] = s.Accepted[i].Applicant.Person.Name
	}
	type missing struct{ field, code string }
	at := map[missing]int{} // of columns that are not there: their mark
	rows := map[missing]int{}
	for _, p := range s.Problems {
		if p.Row < 1 || done[p.Row] {
			continue
		}
		m := Mark(s.Sheet, names[p.Row], p)
		key := missing{p.Field, p.Code}
		if p.Cell != "" {
			marks = append(marks, m)
			continue
		}
		if rows[key]++; rows[key] > 1 {
			first := &marks[at[key]]
			first.Row, first.Name = s.HeaderRow, fmt.Sprintf("共 %d 行", rows[key])
			continue
		}
		at[key] = len(marks)
		marks = append(marks, m)
	}
	return marks
}

// toSender is what a sender is to do where a problem's own hint tells the clerk
// what he may do at his desk.
var toSender = map[string]string{
	"id-checksum":           "请对照身份证原件重新录入 18 位号码",
	"id-duplicate-register": "请确认以哪个单位申报为准；不在本单位申报的，删去这一行",
	"trade-unknown":         "请按工种目录填写工种名称",
	"unit-unknown":          "请填单位全称；确是新设的单位，请把设立文件报工考机构登记",
}

// Mark is a problem as a mark on its cell.
func Mark(sheet, name string, p sheets.Problem) marked.Mark {
	return marked.Mark{Sheet: sheet, Cell: p.Cell, Row: p.Row, Warning: p.Warning(), Digits: p.Field == "id_number", Name: name,
		Text: p.Message, Advice: Advice(p.Code, p.Hint)}
}

// Advice is what a sender is to do about a problem whose own hint is given.
func Advice(code, hint string) string { return cmp.Or(toSender[code], hint) }
