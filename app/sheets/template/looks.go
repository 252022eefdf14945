package template

import "github.com/xuri/excelize/v2"

// textFormat is Excel's number format "@".
const textFormat = 49

// Looks are made by copying the template's records: what excelize tells of a style
// is less than what it keeps, and a line or fill without a colour of its own would
// come out with a broken one, which other programs refuse.

// mayAdd refuses one look more than a workbook may have.
func (f *filling) mayAdd() error {
	if len(f.file.Styles.CellXfs.Xf) >= excelize.MaxCellStyles {
		return excelize.ErrCellStyles
	}
	return nil
}

// textual is a look of the template's with the number format of text.
func (f *filling) textual(id int) (int, error) {
	if err := f.mayAdd(); err != nil {
		return 0, err
	}
	xfs := f.file.Styles.CellXfs
	xf, format, yes := xfs.Xf[id], textFormat, true
	xf.NumFmtID, xf.ApplyNumberFormat = &format, &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1, nil
}

// plain is the look of a head for the lines of a template that has none: neither
// bold nor filled.
func (f *filling) plain(id int) (int, error) {
	if err := f.mayAdd(); err != nil {
		return 0, err
	}
	xfs, fonts, none := f.file.Styles.CellXfs, f.file.Styles.Fonts, 0
	xf := xfs.Xf[id]
	xf.FillID, xf.ApplyFill = &none, nil
	if fonts != nil && xf.FontID != nil && *xf.FontID >= 0 && *xf.FontID < len(fonts.Font) {
		font, at := *fonts.Font[*xf.FontID], len(fonts.Font)
		font.B = nil
		fonts.Font = append(fonts.Font, &font)
		fonts.Count, xf.FontID = len(fonts.Font), &at
	}
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1, nil
}
