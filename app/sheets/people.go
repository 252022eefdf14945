package sheets

import (
	"fmt"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// desk is a roster while it is read.
type desk struct {
	table
	book    *grid.Book
	know    Knowledge
	unit    string                 // named above the table, or between its rows
	matches map[string]units.Match // of names met before: rosters repeat a few
	new     newUnits
	out     SheetReading
}

// outline is what the header alone says of a table.
func (t table) outline() SheetReading {
	sheet, h := t.sheet, t.header
	out := SheetReading{Sheet: sheet.Name, Kind: h.kind, HeaderRow: sheet.Rows[h.at].Number, Columns: map[string]string{}, Layout: h.layout, Heads: h.listed(), Notes: append(h.notes, h.lacking()...)}
	for _, row := range sheet.Rows[:h.top] {
		out.skip(row, aboveLine(row))
	}
	for key, column := range h.columns {
		out.Columns[key] = grid.ColumnName(column)
	}
	for year, column := range h.years {
		out.Columns[yearKey(year)] = grid.ColumnName(column)
	}
	for _, column := range h.unknown {
		out.Unknown = append(out.Unknown, UnknownColumn{grid.ColumnName(column), data.Squeeze(h.heads[column])})
	}
	for _, p := range h.twice {
		p.Row = out.HeaderRow
		p.Cell += fmt.Sprint(p.Row)
		out.Problems = append(out.Problems, p)
	}
	return out
}

// readPeople reads every row under the header.
func (d *desk) readPeople() SheetReading {
	d.out = d.outline()
	for i, row := range d.sheet.Rows[d.header.at+1:] {
		if d.again[row.Number] {
			d.out.skip(row, repeatedHead)
			d.unit = d.unitAgain(d.header.at+1+i, d.unit)
			continue
		}
		if why := d.nobody(row); why != "" {
			if name := unitIn(row); name != "" {
				d.unit, why = name, unitRow // rosters of a supervising unit: one table, a line before each unit
			}
			d.out.skip(row, why)
			continue
		}
		d.take(row)
	}
	return d.out
}

// take reads one person; the row is accepted when nothing worse than a warning
// was found.
func (d *desk) take(row grid.Row) {
	r := &entry{desk: d, row: row}
	r.read()
	d.out.Problems = append(d.out.Problems, r.problems...)
	if anyError(r.problems) {
		d.out.Waiting = append(d.out.Waiting, r.waiting())
		return
	}
	if r.a.Application.Unit == "" {
		d.found(r.a.Unit, r.a.Supervising, row.Number)
	}
	d.out.Accepted = append(d.out.Accepted, AcceptedRow{row.Number, r.a})
}
