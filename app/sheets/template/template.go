// Package template writes a table into a workbook of the office's own: rosters and
// summaries that the city or the office has laid out long ago and wants to get in
// that form. Callers want Open, then Fill.
//
// What a template is: an .xlsx of which one sheet has heads within its first
// fifteen rows (sheets.FindHead: one row or two, columns in any order, under any of
// the words by which sheets are read). The rows go under the heads. Rows that the
// template has ready there are filled first; further ones are put in after the
// first of them and look like it: style, height, number formats, merges across,
// formulas with their references moved on, choices and conditional formats. What
// stands beneath (合计, 签字, 填表人) moves down with its heights and merges; widths,
// pictures, print areas, names and other sheets stay. Rows that stay over are
// emptied of what the table writes, so that no sample person is left.
//
// Words in {{}} outside the rows are put in where they are known. A line of sums
// gets the figures that its heads ask for and that it leaves empty; a count of
// people only where it says that it is one. Nothing else of the template is
// touched. Where its heads are not found, or could mean two things, a clerk says
// once which column is what (data.SheetLayout, by Template.LayoutID).
package template

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Limits. A template is a form: what is larger is a mistake. A filled one is held
// in memory, some 30 kB a row of thirty columns in the worst case.
const (
	maxTemplate = 10 << 20
	maxFilled   = 30_000
)

// Template is a workbook that can be filled, once.
type Template struct {
	Name  string // base name, for messages
	file  *excelize.File
	book  *grid.Book
	fixed map[string]bool // names of sheets that are protected

	from1904 bool // its days are counted from 1904
}

// Open reads a template. It refuses what is no .xlsx (template-format), what has
// macros, and whatever cannot be read at all, as sheets that come in are refused.
func Open(name string, content []byte) (*Template, error) {
	if len(content) > maxTemplate {
		return nil, data.Refuse("file-too-large", "", fmt.Sprintf("模板“%s”太大（最多 10 MB）", name), "请删去模板里多余的行、列和图片")
	}
	if !bytes.HasPrefix(content, []byte("PK")) {
		return nil, notXLSX(nil, name)
	}
	book, err := grid.Decode(name, content)
	if err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: 200 << 20, UnzipXMLSizeLimit: 200 << 20})
	if err != nil {
		return nil, notXLSX(err, name)
	}
	t := &Template{Name: name, file: file, book: book, fixed: map[string]bool{}}
	if _, macros := file.Pkg.Load("xl/vbaProject.bin"); macros {
		return nil, errors.Join(data.Refuse("template-format", "", "模板“"+name+"”带有宏", "请用 WPS 或 Excel 打开，另存为不带宏的 .xlsx 再用"), file.Close())
	}
	for _, sheet := range file.GetSheetList() {
		// The default of what is not there is false for every right; a protected sheet
		// grants at least one of them, or names its algorithm.
		rights, err := file.GetSheetProtection(sheet)
		t.fixed[sheet] = err == nil && rights != (excelize.SheetProtectionOptions{})
	}
	props, err := file.GetWorkbookProps()
	t.from1904 = err == nil && props.Date1904 != nil && *props.Date1904
	return t, nil
}

// Close lets go of the workbook.
func (t *Template) Close() error { return t.file.Close() }

func notXLSX(cause error, name string) error {
	return data.RefuseBecause(cause, "template-format", "“"+name+"”不是 .xlsx 工作簿，不能用作模板", "请用 WPS 或 Excel 打开，另存为 .xlsx 再用")
}

// Said is what a clerk has said of a template, by the id of its layout.
type Said map[string]data.SheetLayout

// Ready reports with a refusal (no-header, header-twice, column-unknown) why Fill
// would not know where to put a table.
func (t *Template) Ready(table *sheets.Table, said Said) error {
	_, _, err := t.choose(table, said)
	return err
}

// choose finds the sheet to be filled and its heads. What a clerk has said wins
// over what the heads say. It refuses with no-header or header-twice.
func (t *Template) choose(table *sheets.Table, said Said) (sheet *grid.Sheet, head sheets.TableHead, err error) {
	for i := range t.book.Sheets {
		s := &t.book.Sheets[i]
		if layout, ok := said[layoutID(table.Kind, s)]; ok {
			head, err := told(s, table, layout)
			return s, head, err
		}
		if h, found := sheets.FindHead(*s, table); found && len(h.Columns) > len(head.Columns) {
			sheet, head = s, h
		}
	}
	switch {
	case sheet == nil:
		return nil, head, data.Refuse("no-header", "", "模板“"+t.Name+"”的前 15 行里没有找到表头", "请指明表头在第几行、各列填什么；说一次，程序就记住这个模板")
	case len(head.Twice) > 0:
		p := head.Twice[0]
		return nil, head, data.Refuse("header-twice", "", fmt.Sprintf("模板“%s”第 %d 行%s", t.Name, head.Row, p.Message), "请指明 "+p.Cell+" 列填什么；说一次，程序就记住这个模板")
	}
	return sheet, head, nil
}

// told is the head as a clerk has said it: the row, and some or all columns.
// Columns not named are told by their heads, save what stands elsewhere already.
func told(sheet *grid.Sheet, table *sheets.Table, layout data.SheetLayout) (sheets.TableHead, error) {
	head, found := sheets.FindHead(*sheet, table)
	if layout.HeadRow != 0 || !found {
		head = sheets.HeadAt(*sheet, table, max(layout.HeadRow, 1))
	}
	given := map[int]string{}
	for letters, key := range layout.Columns {
		column, err := excelize.ColumnNameToNumber(letters)
		if err != nil || column > 256 {
			return head, data.Refuse("column-unknown", "column", "没有“"+letters+"”这一列", "列写字母，如 C")
		}
		if !Takes(table, key) {
			return head, data.Refuse("column-unknown", "column", "没有“"+key+"”这个栏目", "可以写："+strings.Join(Fields(table), "、"))
		}
		given[column-1] = key
	}
	for column, key := range head.Columns {
		if _, said := given[column]; said || slices.Contains(values(given), key) {
			delete(head.Columns, column)
		}
	}
	for column, key := range given {
		if key != alone {
			head.Columns[column] = key
		}
	}
	if len(head.Columns) == 0 {
		return head, data.Refuse("no-header", "", "没有一列说明填什么", "请至少指明一列，如 C=name")
	}
	return head, nil
}

func values(given map[int]string) (all []string) {
	for _, key := range given {
		all = append(all, key)
	}
	return all
}
