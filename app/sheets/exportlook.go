package sheets

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
)

// tableStyles are the ids of a table's cell styles.
type tableStyles struct {
	title, line, head int
	body, total       kindStyles
}

// kindStyles are the styles of what a cell may hold.
type kindStyles struct{ text, figure, money int }

// textFormat is Excel's number format "@": what is typed there stays text.
const textFormat = 49

// plainFormat is "0": a count without separators.
const plainFormat = 1

func (o *outgoing) makeStyles() error {
	grid := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		grid = append(grid, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	plain, bold := &excelize.Font{Size: 11, Family: "宋体"}, &excelize.Font{Size: 11, Family: "宋体", Bold: true}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	// A roster's rows stay one line high: its texts are read in the cell.
	left, right, middle := &excelize.Alignment{Horizontal: "left", Vertical: "center"}, &excelize.Alignment{Horizontal: "right", Vertical: "center"}, &excelize.Alignment{Vertical: "center", WrapText: o.table.Kind != People}
	s := &o.styles
	for _, want := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: centre}},
		{&s.line, excelize.Style{NumFmt: textFormat, Font: plain, Alignment: left}},
		{&s.head, excelize.Style{NumFmt: textFormat, Font: bold, Alignment: centre, Border: grid, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EDF3"}}}},
		{&s.body.text, excelize.Style{NumFmt: textFormat, Font: plain, Alignment: middle, Border: grid}},
		{&s.body.figure, excelize.Style{NumFmt: plainFormat, Font: plain, Alignment: right, Border: grid}},
		{&s.body.money, excelize.Style{NumFmt: moneyFormat, Font: plain, Alignment: right, Border: grid}},
		{&s.total.text, excelize.Style{NumFmt: textFormat, Font: bold, Alignment: middle, Border: grid}},
		{&s.total.figure, excelize.Style{NumFmt: plainFormat, Font: bold, Alignment: right, Border: grid}},
		{&s.total.money, excelize.Style{NumFmt: moneyFormat, Font: bold, Alignment: right, Border: grid}},
	} {
		id, err := o.file.NewStyle(&want.style)
		if err != nil {
			return err
		}
		*want.id = id
	}
	return nil
}

// headRow is the row of the heads, from 1.
func (o *outgoing) headRow() int {
	row := 1
	for _, line := range []string{o.table.Heading.Title, o.table.Heading.Line} {
		if line != "" {
			row++
		}
	}
	return row
}

// describe sets what concerns the whole sheet: name, extent (without it some
// readers see one cell), a filter over the rows but not their sum, and printing on
// A4 landscape with the heads repeated.
func (o *outgoing) describe() error {
	name, head, rows := o.table.Name, o.headRow(), len(o.table.Rows)
	if err := o.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	end := head + rows
	for _, more := range []bool{o.table.Total != nil, o.table.Foot != ""} {
		if more {
			end++
		}
	}
	if err := o.file.SetSheetDimension(name, fmt.Sprintf("A1:%s%d", o.last(), end)); err != nil {
		return err
	}
	if err := o.file.AutoFilter(name, fmt.Sprintf("A%d:%s%d", head, o.last(), head+rows), nil); err != nil {
		return err
	}
	if err := o.layOut(); err != nil {
		return err
	}
	return o.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", name, head, head)})
}

// layOut sets A4 landscape; all but a roster, whose thirty columns would become
// too small to read, are as wide as a page.
func (o *outgoing) layOut() error {
	a4, landscape, wide, high, fits := 9, "landscape", 1, 0, o.table.Kind != People
	page := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}
	if fits {
		page.FitToWidth, page.FitToHeight = &wide, &high
		if err := o.file.SetSheetProps(o.table.Name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
			return err
		}
	}
	return o.file.SetPageLayout(o.table.Name, &page)
}

// begin opens the stream, with the widths and the frozen heads, which it wants
// before the first row.
func (o *outgoing) begin() (err error) {
	if o.stream, err = o.file.NewStreamWriter(o.table.Name); err != nil {
		return err
	}
	for i, c := range o.columns {
		// A hanzi is two digits wide; some air at both sides.
		if err := o.stream.SetColWidth(i+1, i+1, float64(o.table.Columns[c].Width*2+3)); err != nil {
			return err
		}
	}
	below := fmt.Sprintf("%s%d", grid.ColumnName(2), o.headRow()+1)
	return o.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: o.headRow(), TopLeftCell: below, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomRight"}}})
}
