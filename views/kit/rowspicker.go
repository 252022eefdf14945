package kit

import "fyne.io/fyne/v2"

// NewColumnPicker returns a list of a list's columns with boxes, for the screen
// to show under 列: what is ticked is shown. Size it with PickerSize; Esc goes
// to the screen, which closes it.
func NewColumnPicker(of *Rows) *Rows {
	columns := of.Columns()
	p := NewRows([]Column{{Key: "head", Rest: true, Width: restLeast}}, func(row int, _ string) RowCell {
		return Words(columns[row].Head)
	})
	p.Boxes, p.Headless, p.Bare, p.keepEsc = true, true, true, true
	p.SetCount(len(columns))
	shown := func() Spans {
		now := of.Columns()
		return SpansOf(len(now), func(i int) bool { return !now[i].Hidden })
	}
	p.Select(shown())
	p.OnSelect = func() {
		for i, c := range columns {
			if p.Selected().Has(i) {
				of.ShowColumn(c.Key, true)
			}
		}
		for i, c := range columns {
			if !p.Selected().Has(i) {
				of.ShowColumn(c.Key, false)
			}
		}
		p.Select(shown()) // one column always stays
	}
	return p
}

// PickerSize is the room a column picker wants.
func PickerSize(of *Rows) fyne.Size {
	return fyne.NewSize(boxColumn+160+RowsBar, float32(len(of.columns))*RowPitch)
}
