package sheets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// ledgerDesk is a sheet of the year's books while it is read.
type ledgerDesk struct {
	table
	know    Knowledge
	letters map[string]string // of the columns taken in, by key
	unit    string            // that orders are for: named above the table or between its rows
	out     SheetReading
}

// readLedger reads every row under the header. Rows that are sums, notes or
// signatures are skipped, and so are those that say that nothing was paid or
// ordered; what cannot be right whatever the register says waits.
func (d *ledgerDesk) readLedger() SheetReading {
	d.out = d.outline()
	d.letters = d.out.Columns
	orders := d.header.kind == Textbooks && d.header.has("copies")
	if !orders || d.unit == "" {
		d.unit = units.Trim(d.know.DefaultUnit)
	}
	for _, row := range d.sheet.Rows[d.header.at+1:] {
		if d.again[row.Number] {
			d.out.skip(row, repeatedHead)
			continue
		}
		if why := d.nobody(row); why != "" {
			d.out.skip(row, why)
			if name := unitIn(row); orders && name != "" {
				d.unit = name
			}
			continue
		}
		d.take(row)
	}
	return d.out
}

func (d *ledgerDesk) take(row grid.Row) {
	r := d.row(row)
	problems := d.check(row, &r)
	d.out.Problems = append(d.out.Problems, problems...)
	if anyError(problems) {
		d.out.Waiting = append(d.out.Waiting, r.waiting(problems))
		return
	}
	d.out.Ledger = append(d.out.Ledger, r)
}

// sumWord is a cell that says that its row is a sum, wherever it stands.
var sumWord = regexp.MustCompile(`^(本页|本表|全部)?(小计|合计|总计|共计|累计)[:：]?$`)

// nobody says why a row is no entry of its ledger; "" when it is one.
func (d *ledgerDesk) nobody(row grid.Row) string {
	name, id := d.written(row, "name"), d.written(row, "id_number")
	if !idShaped(id) {
		for _, text := range []string{name, firstText(row)} {
			if why := lineOf(text); why != "" {
				return why
			}
		}
		if slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return sumWord.MatchString(data.Squeeze(c.Text)) }) {
			return sumRow
		}
	}
	switch {
	case loneText(row):
		return loneLine(firstText(row))
	case d.header.repeats(row):
		return repeatedHead
	}
	return d.nothing(row, name != "" || id != "")
}

// nothing says that a row has nothing to enter: nobody paid, nobody ordered.
func (d *ledgerDesk) nothing(row grid.Row, named bool) string {
	switch {
	case d.header.kind == Payments:
		if d.any(row, "amount", "paid_on", "reference") && !unpaid[data.Squeeze(d.written(row, "status"))] {
			return ""
		}
		return nothingPaid
	case d.header.kind == Scores:
		if named || d.any(row, scoreKeys...) {
			return ""
		}
		return nothingSaid
	case !d.header.has("copies"): // a catalogue
		if d.any(row, "book", "price") {
			return ""
		}
		return nothingSaid
	}
	if copies := d.written(row, "copies"); copies != "" && strings.Trim(plain(copies), "0.") != "" {
		return ""
	}
	return nothingOrdered
}

func (d *ledgerDesk) any(row grid.Row, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return d.written(row, key) != "" })
}

// written returns the text of a key in a row, "" for a mark that means none. A
// dash in the one column of scores means that somebody did not come, and stays;
// beside other subjects it may also mean that his level does not have this one.
func (d *ledgerDesk) written(row grid.Row, key string) string {
	column, ok := d.header.columns[key]
	if !ok {
		return ""
	}
	text := tidy(row.At(column).Text, key)
	if d.scored() == key && d.header.only(scoreKeys) && absences[plain(text)] {
		return text
	}
	return noneIsEmpty(text)
}

// row reads the cells of a row.
func (d *ledgerDesk) row(row grid.Row) LedgerRow {
	r := LedgerRow{Row: row.Number, Texts: make(map[string]string, len(d.letters)+1), Cells: make(map[string]string, len(d.letters))}
	number := fmt.Sprint(row.Number)
	for key, column := range d.header.columns {
		r.Cells[key] = d.letters[key] + number
		text := d.written(row, key)
		if key == "paid_on" {
			text = onDay(text, row.At(column))
		}
		if text != "" {
			r.Texts[key] = text
		}
	}
	if r.Texts["unit"] == "" && d.unit != "" {
		r.Texts["unit"] = d.unit
	}
	for _, column := range d.header.unknown {
		if text := row.At(column).Text; text != "" {
			if r.Other == nil {
				r.Other = map[string]string{}
			}
			r.Other[d.header.otherName(column)] = text
		}
	}
	return r
}

var stamped = regexp.MustCompile(`^(20\d\d)(\d\d)(\d\d)\d{6}$`)

// onDay writes a day that a spreadsheet or a bank has made a number of as a day:
// 46132, 46132.545, 20260420130522.
func onDay(text string, c grid.Cell) string {
	if m := stamped.FindStringSubmatch(data.Narrow(text)); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3]
	}
	if c.Kind == grid.Number || data.Digits(data.Narrow(text)) {
		return unserial(text, c)
	}
	return text
}
