package sheets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// entry is one person's row while it is read.
type entry struct {
	*desk
	row      grid.Row
	a        data.Applicant
	id       data.IDReading // zero when the number cannot be used
	problems []Problem
	outside  bool // not a row of a book: it is nobody's first
}

// readers say how the cells of a field are read; a field without one is read
// as plain reads it. The ID number comes before sex and birth, which are
// compared with it (the order of data.Fields).
var readers = map[string]func(*entry, *data.Field, grid.Cell){
	"id_number":         (*entry).readID,
	"sex":               (*entry).readSex,
	"birth":             (*entry).readBirth,
	"unit":              (*entry).readUnit,
	"supervising_unit":  func(*entry, *data.Field, grid.Cell) {}, // the register knows it
	"trade":             (*entry).readTrade,
	"ethnicity":         (*entry).readWord,
	"education":         (*entry).readWord,
	"political":         (*entry).readWord,
	"phone":             (*entry).readPhone,
	"current_level":     (*entry).readHeldLevel,
	"appointed_level":   (*entry).readHeldLevel,
	"work_start":        (*entry).readMonth,
	"current_cert_date": (*entry).readMonth,
	"appointed_date":    (*entry).readMonth,
	"appraisals":        (*entry).readAppraisals,
}

// read reads all fields, also those the sheet has no column for: some come
// from elsewhere (the unit above the table), some are missed.
func (r *entry) read() {
	for _, f := range data.Fields {
		cell := r.cell(f)
		if read := readers[f.Key]; read != nil {
			read(r, f, cell)
			continue
		}
		r.plain(f, cell)
	}
}

// cell returns the field's cell with marks of none and failed formulas emptied.
func (r *entry) cell(f *data.Field) grid.Cell {
	cell := r.part(r.row, f.Key)
	switch {
	case cell.Kind == grid.Fault && needed(f):
		return grid.Cell{} // it will be missed
	case cell.Kind == grid.Fault:
		r.add(f.Key, note("value-mangled", fmt.Sprintf("%s是出错的公式（%s）", f.Label, cell.Text), "请在表里改成值后重新导入，或录入后补上"))
		return grid.Cell{}
	case noneIsEmpty(cell.Text) == "":
		return grid.Cell{}
	}
	return cell
}

// add notes a problem in the cell of a field.
func (r *entry) add(key string, p Problem) {
	p.Row, p.Field = r.row.Number, key
	if column, ok := r.header.columns[key]; ok {
		p.Cell = fmt.Sprintf("%s%d", grid.ColumnName(column), r.row.Number)
		p.Value = r.row.At(column).Text
	}
	r.problems = append(r.problems, p)
}

// missing notes that a field is empty without which nobody is entered.
func (r *entry) missing(f *data.Field) {
	if needed(f) {
		r.add(f.Key, note("required-missing", "没有填"+f.Label, "请补上"+f.Label+"，没有它不能录入"))
	}
}

func needed(f *data.Field) bool { return slices.Contains(data.RequiredToEnter, f.Key) }

// plain reads a cell by the field's own Set.
func (r *entry) plain(f *data.Field, cell grid.Cell) {
	if cell.Kind == grid.Empty {
		r.missing(f)
		return
	}
	text := tidy(cell.Text, f.Key)
	if f.Kind == data.TextField {
		if lostDigits(cell) {
			r.add(f.Key, note("value-mangled", fmt.Sprintf("%s被表格软件变成了数字，后几位已丢失", f.Label), "请对照原件补录"))
			return
		}
		if f.Key != "name" && utf8.RuneCountInString(text) > data.MaxNote {
			r.add(f.Key, note("value-truncated", fmt.Sprintf("%s超过 %d 个字，后面的没有录入", f.Label, data.MaxNote), "请录入后精简内容"))
			text = data.FirstRunes(text, data.MaxNote)
		}
	}
	if err := f.Set(&r.a, text); err != nil {
		r.add(f.Key, refusalNote(err))
	}
}

var exponent = regexp.MustCompile(`^\d(\.\d+)?[eE]\+\d+$`)

// lostDigits reports whether a spreadsheet has made a number of what is none:
// 1.91628E+11, or more digits than the 15 it keeps.
func lostDigits(c grid.Cell) bool {
	return c.Kind == grid.Number && len(c.Text) > 15 && data.Digits(c.Text) || exponent.MatchString(data.Squeeze(data.Narrow(c.Text)))
}

// manyLines are the fields in which line breaks mean something; elsewhere they
// only made a text fit its column.
var manyLines = map[string]bool{"honours": true, "note": true}

// tidy takes out of a text what cannot be seen, and blanks around it.
func tidy(text, key string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == '\n' && manyLines[key]:
			return r
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text))
}
