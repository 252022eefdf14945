package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// oneLine makes a cell safe between tabs and line ends.
var oneLine = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")

// Copy puts the chosen rows, with the heads above them, on the clipboard as a
// spreadsheet takes them: tabs between cells, one row a line.
func (r *Rows) Copy() {
	chosen := r.Chosen()
	if len(chosen) == 0 {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(r.Table(chosen))
	if r.OnCopy != nil {
		r.OnCopy(chosen.Len())
	}
}

// Table returns rows as text: the shown columns, the heads first.
func (r *Rows) Table(rows Spans) string {
	columns := r.shownColumns()
	var b strings.Builder
	for i, c := range columns {
		tab(&b, i)
		b.WriteString(oneLine.Replace(c.Head))
	}
	b.WriteString("\r\n")
	for row := range rows.All() {
		for i, c := range columns {
			tab(&b, i)
			b.WriteString(oneLine.Replace(r.copied(row, c.Key)))
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func tab(b *strings.Builder, column int) {
	if column > 0 {
		b.WriteByte('\t')
	}
}

func (r *Rows) copied(row int, column string) string {
	if r.CopyText != nil {
		return r.CopyText(row, column)
	}
	return r.Cell(row, column).Text()
}
