package template

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// makeRoom puts lines in after the template's first, or under the head where it
// has none, and gives them the look of the first.
func (f *filling) makeRoom(more int) error {
	at, model := f.room.first, f.room.first
	if f.room.ready > 0 {
		at++
	} else {
		model = f.head.Row
	}
	height, own, err := f.heightOf(model)
	if err != nil {
		return err
	}
	if err := f.file.InsertRows(f.sheet, at, more); err != nil {
		return err
	}
	if f.room.ready > 0 {
		f.stretch(more)
	}
	for column := range f.across() {
		id, err := f.file.GetCellStyle(f.sheet, cellName(column, model))
		if err == nil && f.room.ready == 0 {
			id, err = f.plain(id)
		}
		if err == nil && f.writesText(column) {
			id, err = f.asText(id, "")
		}
		f.looks[column] = id
		if err == nil && id != 0 {
			err = f.file.SetCellStyle(f.sheet, cellName(column, at), cellName(column, at+more-1), id)
		}
		if err != nil {
			return err
		}
	}
	if !own || f.room.ready == 0 {
		return nil
	}
	for row := at; row < at+more; row++ {
		if err := f.file.SetRowHeight(f.sheet, row, height); err != nil {
			return err
		}
	}
	return nil
}

// writesText reports whether the table writes texts into a column.
func (f *filling) writesText(column int) bool {
	place := f.order.Table.ColumnByKey(f.head.Columns[column])
	if place < 0 {
		return false
	}
	_, text := f.order.Table.Rows[0][place].(string)
	return text
}

// heightOf returns the height of a row; own says that it is not that of all.
func (f *filling) heightOf(row int) (height float64, own bool, err error) {
	usual, err := f.file.GetRowHeight(f.sheet, excelize.TotalRows)
	if err != nil {
		return 0, false, err
	}
	height, err = f.file.GetRowHeight(f.sheet, row)
	return height, height != usual, err
}

// writeCells writes the rows. Lines that stay over are emptied of what the table
// writes.
func (f *filling) writeCells(formulas map[int]bool) error {
	table := &f.order.Table
	for _, column := range f.asked() {
		key := f.head.Columns[column]
		if formulas[column] {
			continue
		}
		place := table.ColumnByKey(key) // -1: a year of which nobody has an appraisal
		for row := range max(len(table.Rows), f.room.ready) {
			var value any = ""
			if place >= 0 && row < len(table.Rows) {
				value = table.Rows[row][place]
			}
			if row >= len(table.Rows) && !f.written(column, f.room.first+row) {
				continue
			}
			cell := cellName(column, f.room.first+row)
			id, err := f.lookOf(column, f.room.first+row)
			if err == nil {
				err = f.put(cell, id, key, value)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// written reports whether the template has something in a cell.
func (f *filling) written(column, row int) bool {
	content, ok := f.rowAt(row)
	return ok && content.At(column).Kind != grid.Empty
}

// lookOf is the style of a cell. Those of the lines put in are known: asking for
// each would take as long as writing it.
func (f *filling) lookOf(column, row int) (int, error) {
	more := len(f.order.Table.Rows) - f.room.ready
	from := f.room.first + min(f.room.ready, 1)
	if row >= from && row < from+more {
		return f.looks[column], nil
	}
	return f.file.GetCellStyle(f.sheet, cellName(column, row))
}

// put writes a value into a cell and keeps the look that the template gives it. A
// cell that could be mistaken for something else becomes text: one without a
// format of its own, so that a number of many digits survives being typed over, and
// one that begins like a formula.
func (f *filling) put(cell string, id int, key string, value any) error {
	text, isText := value.(string)
	if !isText {
		return f.putFigure(cell, value)
	}
	if serial, ok := f.asDate(id, key, text); ok {
		return f.file.SetCellValue(f.sheet, cell, serial)
	}
	as, err := f.asText(id, text)
	if err != nil {
		return err
	}
	if as != id {
		if err := f.file.SetCellStyle(f.sheet, cell, cell, as); err != nil {
			return err
		}
	}
	if text == "" {
		return f.file.SetCellValue(f.sheet, cell, nil) // a sample of the template's may stand there
	}
	return f.file.SetCellStr(f.sheet, cell, text)
}

func (f *filling) putFigure(cell string, value any) error {
	if fen, money := value.(data.Fen); money {
		return f.file.SetCellValue(f.sheet, cell, float64(fen)/100)
	}
	return f.file.SetCellValue(f.sheet, cell, value)
}

// general are the names under which programs write out that a cell has no number
// format.
var general = map[string]bool{"general": true, "g/通用格式": true}

// textual is a style turned into one of text.
type textual struct {
	id     int
	always bool // the style has no number format of its own
}

// asText is the style with which a text stays one.
func (f *filling) asText(id int, text string) (int, error) {
	as, known := f.texts[id]
	if !known {
		style, err := f.file.GetStyle(id)
		if err != nil {
			return 0, err
		}
		as.always = style.NumFmt == 0 && (style.CustomNumFmt == nil || general[strings.ToLower(*style.CustomNumFmt)])
		if as.id, err = f.textual(id); err != nil {
			return 0, err
		}
		f.texts[id] = as
	}
	if as.always || strings.IndexAny(text, "=+-@\t\r") == 0 {
		return as.id, nil
	}
	return id, nil
}

// beforeFirst is day 0 of a workbook's calendar.
var beforeFirst = data.MustDate(1899, 12, 30)

// shows is what a style shows of a date.
type shows struct{ day, month bool }

// asDate is a day or month as the number that a cell made for dates shows in its
// own way. A month does not become a day: where the cell shows days it stays text.
func (f *filling) asDate(id int, key, text string) (serial int, ok bool) {
	field := data.FieldByKey(key)
	if f.from1904 || f.order.Table.Kind != sheets.People || field == nil || field.Kind != data.DateField && field.Kind != data.MonthField || text == "" {
		return 0, false
	}
	shown, known := f.dates[id]
	if !known {
		style, err := f.file.GetStyle(id)
		if err != nil {
			return 0, false
		}
		code := ""
		if style.CustomNumFmt != nil {
			code = *style.CustomNumFmt
		}
		shown.day, shown.month = grid.DateShown(style.NumFmt, code)
		f.dates[id] = shown
	}
	if !shown.day && !shown.month || shown.day && field.Kind == data.MonthField {
		return 0, false
	}
	written, err := data.ReadDate(text)
	if err != nil {
		return 0, false
	}
	day, whole := written.Date()
	if !whole {
		day = data.MustDate(written.Month.Year, written.Month.Month, 1)
	}
	return beforeFirst.DaysUntil(day), true
}
