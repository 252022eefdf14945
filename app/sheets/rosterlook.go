package sheets

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
)

// rosterStyles are the ids of a roster's cell styles.
type rosterStyles struct {
	title, line, head, text int
}

// textFormat is Excel's number format "@": what is typed there stays text.
const textFormat = 49

func (r *roster) makeStyles() error {
	grid := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		grid = append(grid, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&r.styles.title, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: centre}},
		{&r.styles.line, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center"}}},
		{&r.styles.head, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true, Size: 11, Family: "宋体"}, Alignment: centre, Border: grid,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EDF3"}}}},
		{&r.styles.text, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: &excelize.Alignment{Vertical: "center"}, Border: grid}},
	} {
		id, err := r.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// headRow is the row of the heads, from 1.
func (r *roster) headRow() int {
	row := 1
	for _, line := range []string{r.heading.Title, r.heading.Line} {
		if line != "" {
			row++
		}
	}
	return row
}

// describe sets what concerns the whole sheet: name, extent (without it some
// readers see one cell), filter, and printing on A4 landscape with the heads
// repeated.
func (r *roster) describe() error {
	last := grid.ColumnName(len(r.columns) - 1)
	if err := r.file.SetSheetName("Sheet1", rosterSheet); err != nil {
		return err
	}
	if err := r.file.SetSheetDimension(rosterSheet, fmt.Sprintf("A1:%s%d", last, r.headRow()+r.rows)); err != nil {
		return err
	}
	if err := r.file.AutoFilter(rosterSheet, fmt.Sprintf("A%d:%s%d", r.headRow(), last, r.headRow()+r.rows), nil); err != nil {
		return err
	}
	a4, landscape := 9, "landscape"
	if err := r.file.SetPageLayout(rosterSheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}); err != nil {
		return err
	}
	return r.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: rosterSheet,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", rosterSheet, r.headRow(), r.headRow())})
}

// begin opens the stream, with the widths and the frozen heads, which it wants
// before the first row.
func (r *roster) begin() (err error) {
	if r.stream, err = r.file.NewStreamWriter(rosterSheet); err != nil {
		return err
	}
	for i, c := range r.columns {
		// A hanzi is two digits wide; some air at both sides.
		if err := r.stream.SetColWidth(i+1, i+1, float64(c.width*2+3)); err != nil {
			return err
		}
	}
	below := fmt.Sprintf("C%d", r.headRow()+1)
	return r.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: r.headRow(), TopLeftCell: below, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomRight"}}})
}
