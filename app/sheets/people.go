package sheets

import (
	"fmt"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// desk is a roster while it is read.
type desk struct {
	book    *grid.Book
	sheet   grid.Sheet
	header  header
	know    Knowledge
	unit    string                 // named above the table, or between its rows
	matches map[string]units.Match // of names met before: rosters repeat a few
	new     newUnits
	out     SheetReading
}

func newDesk(book *grid.Book, sheet grid.Sheet, h header, know Knowledge, created newUnits) *desk {
	d := &desk{book: book, sheet: sheet, header: h, know: know, matches: know.matches, new: created}
	if d.matches == nil {
		d.matches = map[string]units.Match{}
	}
	return d
}

// outline is what the header alone says of a sheet.
func outline(sheet grid.Sheet, h header) SheetReading {
	out := SheetReading{Sheet: sheet.Name, Kind: h.kind, HeaderRow: sheet.Rows[h.at].Number, Columns: map[string]string{}, Layout: h.layout, Heads: h.listed(), Notes: h.notes}
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
	d.unit = unitAbove(d.sheet.Rows[:d.header.top])
	d.out = outline(d.sheet, d.header)
	for _, row := range d.sheet.Rows[d.header.at+1:] {
		if why := d.nobody(row); why != "" {
			d.out.skip(row, why)
			if name := unitIn(row); name != "" {
				d.unit = name // rosters of a supervising unit: one table, a line before each unit
			}
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
