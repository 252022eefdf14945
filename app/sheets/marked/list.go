package marked

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
)

// The last sheet of a marked copy. Its heads name no ID number and no unit, and
// its title says what it is.
const (
	listSheet = "要改的地方"
	listTitle = "工考·要改的地方"
	listHint  = "每一处在表里都涂了颜色：红的必须改，黄的请核对；鼠标停在格子上，批注里写着怎么改。在原来的表里改好、存盘，把这个文件发回就行。这一页只供查找，不会导入。"
	listHead  = 3 // row of its heads
	mostLinks = 5000
)

var listColumns = []struct {
	head  string
	width float64
	text  func(placed) string
}{
	{"表", 16, func(p placed) string { return p.Sheet }},
	{"格", 8, func(p placed) string { return p.Cell }},
	{"姓名", 14, func(p placed) string { return p.Name }},
	{"要求", 9, func(p placed) string { return demand(p.Mark) }},
	{"问题", 42, func(p placed) string { return p.Text }},
	{"怎么改", 52, func(p placed) string { return p.advice() }},
}

func demand(m Mark) string {
	if m.Warning {
		return "请核对"
	}
	return "必须改"
}

// IsList reports whether a sheet is the list of a marked copy, which nobody's
// rows stand on.
func IsList(s grid.Sheet) bool {
	return strings.HasPrefix(s.Name, listSheet) && len(s.Rows) > 0 && s.Rows[0].At(0).Text == listTitle
}

// unmark takes the list and the tints of an earlier marked copy away, and tells
// whether there were any. Comments follow when the file is closed.
func (c *copying) unmark() (found bool, err error) {
	for _, sheet := range c.file.GetSheetList() {
		if !strings.HasPrefix(sheet, listSheet) {
			continue
		}
		if title, err := c.file.GetCellValue(sheet, "A1"); err != nil || title != listTitle {
			continue
		}
		rows, err := c.file.GetRows(sheet)
		if err != nil {
			return false, err
		}
		found = true
		for _, row := range rows[min(listHead, len(rows)):] {
			if len(row) > 1 {
				if err := c.untint(row[0], row[1]); err != nil {
					return false, err
				}
			}
		}
		if err := c.file.DeleteSheet(sheet); err != nil {
			return false, err
		}
	}
	return found, nil
}

// untint takes a tint off a cell; a place that is no longer there is none.
func (c *copying) untint(sheet, cell string) error {
	style, err := c.file.GetCellStyle(sheet, cell)
	if err != nil || c.tintOf(style) == "" {
		return nil
	}
	id, err := c.changed(styleKey{style: style})
	if err != nil {
		return err
	}
	return c.file.SetCellStyle(sheet, cell, cell, id)
}

// list adds the list of all marks as the last sheet.
func (c *copying) list(all []placed) error {
	name := listSheet
	for n := 2; slices.Contains(c.file.GetSheetList(), name); n++ {
		name = fmt.Sprintf("%s%d", listSheet, n)
	}
	if _, err := c.file.NewSheet(name); err != nil {
		return err
	}
	styles, err := c.listStyles()
	if err != nil {
		return err
	}
	l := listing{c.file, name, styles}
	if err := l.head(len(all)); err != nil {
		return err
	}
	for i, p := range all {
		if err := l.line(listHead+1+i, i < mostLinks, p); err != nil {
			return err
		}
	}
	return l.describe(listHead + len(all))
}

// listing is the list while it is written.
type listing struct {
	file   *excelize.File
	sheet  string
	styles listStyles
}

func (l *listing) head(marks int) error {
	last := grid.ColumnName(len(listColumns) - 1)
	hint := listHint
	if marks > mostLinks {
		hint += fmt.Sprintf("前 %d 处点格子的编号就能跳过去。", mostLinks)
	}
	for row, line := range []struct {
		text   string
		style  int
		height float64 // points
	}{{listTitle, l.styles.title, 28}, {hint, l.styles.hint, 34}} {
		from, to := fmt.Sprintf("A%d", row+1), fmt.Sprintf("%s%d", last, row+1)
		if err := l.cell(from, line.text, line.style); err != nil {
			return err
		}
		if err := l.file.MergeCell(l.sheet, from, to); err != nil {
			return err
		}
		if err := l.file.SetRowHeight(l.sheet, row+1, line.height); err != nil {
			return err
		}
	}
	for i, column := range listColumns {
		if err := l.cell(fmt.Sprintf("%s%d", grid.ColumnName(i), listHead), column.head, l.styles.head); err != nil {
			return err
		}
		if err := l.file.SetColWidth(l.sheet, grid.ColumnName(i), grid.ColumnName(i), column.width); err != nil {
			return err
		}
	}
	return l.file.SetRowHeight(l.sheet, listHead, 22)
}

// line writes one mark; its cell leads to the place.
func (l *listing) line(row int, link bool, p placed) error {
	lines := 1
	for i, column := range listColumns {
		style := l.styles.text
		switch {
		case column.head == "格" && link:
			style = l.styles.link
		case column.head == "要求":
			style = l.styles.demand[p.Warning]
		}
		text := column.text(p)
		if err := l.cell(fmt.Sprintf("%s%d", grid.ColumnName(i), row), text, style); err != nil {
			return err
		}
		lines = max(lines, linesOf(text, int(column.width)-2))
	}
	if err := l.file.SetRowHeight(l.sheet, row, float64(lines)*15+5); err != nil || !link {
		return err
	}
	target := fmt.Sprintf("'%s'!%s", strings.ReplaceAll(p.Sheet, "'", "''"), p.Cell)
	return l.file.SetCellHyperLink(l.sheet, fmt.Sprintf("B%d", row), target, "Location")
}

func (l *listing) cell(cell, text string, style int) error {
	if err := l.file.SetCellStr(l.sheet, cell, text); err != nil {
		return err
	}
	return l.file.SetCellStyle(l.sheet, cell, cell, style)
}

// describe sets the panes and how the list is printed: across, heads on every page.
func (l *listing) describe(last int) error {
	if err := l.file.SetSheetDimension(l.sheet, fmt.Sprintf("A1:%s%d", grid.ColumnName(len(listColumns)-1), last)); err != nil {
		return err
	}
	below := fmt.Sprintf("A%d", listHead+1)
	err := l.file.SetPanes(l.sheet, &excelize.Panes{Freeze: true, YSplit: listHead, TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}}})
	if err != nil {
		return err
	}
	if err := across(l.file, l.sheet); err != nil {
		return err
	}
	return l.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: l.sheet,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", l.sheet, listHead, listHead)})
}
