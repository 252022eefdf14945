package sheets

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Export writes a table in our own look: heads frozen and repeated on A4
// landscape, a filter, one extent. Texts are text, so that ID, phone and
// certificate numbers keep all their digits, months stay months, and a text that
// begins with = is no formula; counts and money are numbers, so that a spreadsheet
// sums them. Sums are written and not left to a formula.
func Export(w io.Writer, t Table) error {
	f := excelize.NewFile()
	defer f.Close()
	o := outgoing{file: f, table: t, columns: t.shown()}
	if err := o.write(); err != nil {
		return fmt.Errorf("sheets: writing %s: %w", t.Kind, err)
	}
	return f.Write(w)
}

// outgoing is a table while it is written.
type outgoing struct {
	file    *excelize.File
	table   Table
	columns []int // of the table, that are shown
	styles  tableStyles
	stream  *excelize.StreamWriter
	at      int // the row last written
}

// write writes the sheet from the top. What describes the whole sheet has to be
// set before the stream begins: the stream writes it as it stands then.
func (o *outgoing) write() error {
	for _, step := range []func() error{o.makeStyles, o.describe, o.begin, o.writeHeading, o.writeHeads, o.writeRows} {
		if err := step(); err != nil {
			return err
		}
	}
	return o.stream.Flush()
}

// next writes a row under the last one.
func (o *outgoing) next(cells []any, options excelize.RowOpts) error {
	o.at++
	return o.stream.SetRow(fmt.Sprintf("A%d", o.at), cells, options)
}

func (o *outgoing) writeHeading() error {
	if err := o.wide(o.table.Heading.Title, o.styles.title, 30); err != nil {
		return err
	}
	return o.wide(o.table.Heading.Line, o.styles.line, 20)
}

// wide writes a line across the whole table, if there is one; its height is in
// points.
func (o *outgoing) wide(text string, style int, height float64) error {
	if text == "" {
		return nil
	}
	if err := o.next([]any{excelize.Cell{StyleID: style, Value: text}}, excelize.RowOpts{Height: height}); err != nil {
		return err
	}
	return o.stream.MergeCell(fmt.Sprintf("A%d", o.at), fmt.Sprintf("%s%d", o.last(), o.at))
}

// last are the letters of the last column.
func (o *outgoing) last() string { return grid.ColumnName(len(o.columns) - 1) }

func (o *outgoing) writeHeads() error {
	cells := make([]any, len(o.columns))
	for i, c := range o.columns {
		cells[i] = excelize.Cell{StyleID: o.styles.head, Value: o.table.Columns[c].Head}
	}
	return o.next(cells, excelize.RowOpts{Height: 32})
}

func (o *outgoing) writeRows() error {
	for _, row := range o.table.Rows {
		if err := o.writeRow(row, o.styles.body); err != nil {
			return err
		}
	}
	if o.table.Total != nil {
		if err := o.writeRow(o.table.Total, o.styles.total); err != nil {
			return err
		}
	}
	return o.wide(o.table.Foot, o.styles.line, 20)
}

func (o *outgoing) writeRow(row []any, styles kindStyles) error {
	cells := make([]any, len(o.columns))
	for i, c := range o.columns {
		// An empty cell is written too, so that it is text when it is typed into.
		cell := excelize.Cell{StyleID: styles.text, Value: row[c]}
		switch value := row[c].(type) {
		case int:
			cell.StyleID = styles.figure
		case data.Fen:
			cell.StyleID, cell.Value = styles.money, yuan(value)
		}
		cells[i] = cell
	}
	return o.next(cells, excelize.RowOpts{})
}
