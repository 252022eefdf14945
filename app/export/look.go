package export

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/template"
	"gongkao/data"
)

// Looked is a template that has been looked at before it is filled.
type Looked struct {
	Path string
	Name string // of the file
	Why  error  // why somebody has to say what its columns are; nil: it can be filled as it is
	Row  int    // where the heads stand, or might

	opened *template.Template
	table  sheets.Table
	sheet  template.Sheet
}

// Look opens a template for a table and says whether somebody has to say what its
// columns are. It refuses what cannot be a template at all, as Open does.
func Look(ctx context.Context, d *registration.Desk, path string, table sheets.Table) (*Looked, error) {
	t, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	said, err := remembered(ctx, d)
	if err != nil {
		return nil, err
	}
	l := &Looked{Path: path, Name: t.Name, opened: t, table: table}
	if l.sheet, err = t.Choice(&table); err != nil {
		return nil, err
	}
	l.Row = l.sheet.Row
	if err := t.Ready(&table, said); err != nil {
		if !data.HasCode(err, "no-header") && !data.HasCode(err, "header-twice") {
			return nil, err
		}
		l.Why = err
	}
	return l, nil
}

// Heads returns the columns of the row, with what each would be filled with.
func (l *Looked) Heads() []data.SheetColumn { return l.opened.Heads(l.sheet.Name, &l.table, l.Row) }

// Columns are what a column can be filled with.
func (l *Looked) Columns() []sheets.Column { return l.table.Columns }
