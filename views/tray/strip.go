package tray

import (
	"strings"

	"gongkao/data"
	"gongkao/views/wording"
)

// Column is a column of the sender's sheet and what we read from it.
type Column struct {
	Letter, Head string
	Field        string // our word; 不用, 没有对应
	Mark         wording.Mark
	Unused       bool // left alone: a serial number
	Current      bool // the row one is at is asked for its cell here
}

// Columns are those of the sheet whose row one is at.
func (m *Model) Columns() (columns []Column) {
	sheet, field := m.sheet()
	for _, c := range sheet.Columns {
		columns = append(columns, columnOf(sheet.Kind, c, field))
	}
	return columns
}

func columnOf(kind string, c data.SheetColumn, current string) Column {
	column := Column{Letter: c.Column, Head: c.Head, Field: labelOf(kind, c.Field), Current: c.Field == current && current != ""}
	switch c.Field {
	case "":
		column.Field, column.Mark = "没有对应", wording.Warn
	case "-":
		column.Field, column.Unused = "不用", true
	}
	return column
}

// sheet is the sheet of the row one is at, and the field it is asked for.
func (m *Model) sheet() (sheet data.BatchSheet, field string) {
	if m.tray == nil {
		return sheet, ""
	}
	all := m.tray.Batch().Sheets
	if len(all) > 0 {
		sheet = all[0]
	}
	l, ok := m.current()
	if !ok {
		return sheet, ""
	}
	row := l.row
	if row == head && len(m.groups[l.group].Rows) > 0 {
		row = m.groups[l.group].Rows[0]
	}
	r := m.tray.Row(row)
	field, _, _ = m.asked(r)
	above := -1
	for _, s := range all { // a sheet may hold several tables, one below the other
		if s.File == r.File && s.Sheet == r.Sheet && s.HeaderRow < r.Number && s.HeaderRow > above {
			sheet, above = s, s.HeaderRow
		}
	}
	return sheet, field
}

// Notes are what else is to be said of how the sheets were read.
func (m *Model) Notes() string {
	var all []string
	for _, s := range m.tray.Batch().Sheets {
		all = append(all, s.Notes...)
	}
	return strings.Join(all, "；")
}

// SheetAt is the place of the sheet whose row one is at.
func (m *Model) SheetAt() int {
	sheet, _ := m.sheet()
	for i, s := range m.tray.Batch().Sheets {
		if s.File == sheet.File && s.Sheet == sheet.Sheet && s.HeaderRow == sheet.HeaderRow {
			return i
		}
	}
	return 0
}
