package intake

import (
	"context"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
	"gongkao/data/store"
)

// Table is a table of a file as it was understood, with the first values of every
// column: what one looks at to tell columns apart.
type Table struct {
	File, Sheet, Kind, Layout string
	HeaderRow                 int
	Columns                   []Column
}

// Column is a column with its first values, at most firstValues of them.
type Column struct {
	data.SheetColumn
	First []string
}

const firstValues = 3

// Tables returns the tables of a file on the disk that Look has understood.
func Tables(f File) (tables []Table, err error) {
	book, err := grid.Read(f.File)
	if err != nil {
		return nil, err
	}
	for _, s := range f.Sheets {
		if s.HeaderRow > 0 {
			tables = append(tables, tableOf(book, Table{book.File, s.Sheet, s.Kind, s.Layout, s.HeaderRow, columnsOf(s.Heads)}))
		}
	}
	return tables, nil
}

// TablesOf returns the tables of a batch whose files are kept. It refuses one whose
// files are not (file-gone).
func TablesOf(ctx context.Context, d *registration.Desk, b data.Batch) (tables []Table, err error) {
	files, err := keptFiles(ctx, d, b)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		book, err := f.book()
		if err != nil {
			return nil, err
		}
		for _, s := range b.Sheets {
			if s.File == book.File {
				tables = append(tables, tableOf(book, Table{s.File, s.Sheet, s.Kind, s.Layout, s.HeaderRow, columnsOf(s.Columns)}))
			}
		}
	}
	return tables, nil
}

func columnsOf(all []data.SheetColumn) (columns []Column) {
	for _, c := range all {
		columns = append(columns, Column{SheetColumn: c})
	}
	return columns
}

// tableOf fills in the first values of the columns.
func tableOf(book *grid.Book, t Table) Table {
	for _, sheet := range book.Sheets {
		if sheet.Name != t.Sheet {
			continue
		}
		for i := range t.Columns {
			t.Columns[i].First = firstOf(sheet, t.HeaderRow, t.Columns[i].Column)
		}
	}
	return t
}

func firstOf(sheet grid.Sheet, header int, letters string) (values []string) {
	for _, row := range sheet.Rows {
		for column, cell := range row.Cells {
			text := strings.TrimSpace(cell.Text)
			if row.Number > header && text != "" && grid.ColumnName(column) == letters {
				values = append(values, text)
			}
		}
		if len(values) == firstValues {
			break
		}
	}
	return values
}

// Met reports whether a head has been met before: a clerk has said what its columns
// are, or sheets with it were taken in and stand.
func Met(ctx context.Context, d *registration.Desk, layout string) (met bool, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		said, err := r.SheetLayouts()
		if err != nil {
			return err
		}
		_, met = said[layout]
		batches, err := r.Batches()
		for _, b := range batches {
			for _, s := range b.Sheets {
				met = met || b.Void == "" && s.Layout == layout
			}
		}
		return err
	})
	return met, err
}

// Lacking are the fields without which nobody of a table is entered and that none
// of its columns is, given what fields the columns are.
func Lacking(kind string, fields []string) (keys []string) {
	has := map[string]bool{}
	for _, key := range fields {
		has[key] = true
	}
	if kind != sheets.People {
		return nil
	}
	for _, key := range data.RequiredToEnter {
		if !has[key] {
			keys = append(keys, key)
		}
	}
	return keys
}
