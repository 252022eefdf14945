package marked

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The tints: what must be mended, and what wants a look.
const (
	errorTint   = "FFD4CF"
	warningTint = "FFEDBF"
)

// textFormat is Excel's number format "@": what is typed there stays text.
const textFormat = 49

// copying is a marked copy while it is made.
type copying struct {
	file   *excelize.File
	fills  map[string]int // fill ids by colour
	styles map[styleKey]int
	merged map[string][]area // by sheet
}

// styleKey is a style of the sender's as a mark changes it.
type styleKey struct {
	style  int
	tint   string // "": none
	digits bool
}

// placed is a mark with its place.
type placed struct {
	Mark
	row, column int // from 1
}

// area is a merged area, corners from 1.
type area struct{ left, top, right, bottom int }

// at finds the cell of a mark.
func (c *copying) at(m Mark) (placed, bool) {
	if m.Cell == "" {
		m.Cell = c.firstOf(m.Sheet, m.Row)
	}
	column, row, err := excelize.CellNameToCoordinates(m.Cell)
	if err != nil {
		return placed{}, false
	}
	for _, a := range c.areas(m.Sheet) {
		if a.left <= column && column <= a.right && a.top <= row && row <= a.bottom {
			column, row = a.left, a.top
		}
	}
	m.Cell, err = excelize.CoordinatesToCellName(column, row)
	return placed{m, row, column}, err == nil
}

// firstOf is the first cell of a row that holds something, else its very first.
func (c *copying) firstOf(sheet string, row int) string {
	const far = 60 // columns looked at
	for column := 1; column <= far; column++ {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			break
		}
		if text, err := c.file.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}); err == nil && strings.TrimSpace(text) != "" {
			return cell
		}
	}
	cell, _ := excelize.CoordinatesToCellName(1, row) // "" for a row no sheet can have, which at refuses
	return cell
}

func (c *copying) areas(sheet string) []area {
	all, known := c.merged[sheet]
	if known {
		return all
	}
	merged, _ := c.file.GetMergeCells(sheet, true) // a sheet that cannot be read fails at its first tint
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err == nil && err2 == nil {
			all = append(all, area{left, top, right, bottom})
		}
	}
	c.merged[sheet] = all
	return all
}

// tint tints a cell and leaves all else of its style. What must be mended is red
// whatever else is said of the cell.
func (c *copying) tint(p placed) error {
	style, err := c.file.GetCellStyle(p.Sheet, p.Cell)
	if err != nil {
		return err
	}
	key := styleKey{style, errorTint, p.Digits}
	if p.Warning {
		key.tint = warningTint
	}
	if c.tintOf(style) == errorTint {
		key.tint = errorTint
	}
	return c.put(p.Sheet, p.Cell, key)
}

// put gives a cell a changed style.
func (c *copying) put(sheet, cell string, key styleKey) error {
	id, err := c.changed(key)
	if err != nil {
		return err
	}
	return c.file.SetCellStyle(sheet, cell, cell, id)
}

// changed is a style with another fill: its record is copied, because what
// excelize tells of a style is less than what it keeps.
func (c *copying) changed(key styleKey) (int, error) {
	if id, known := c.styles[key]; known {
		return id, nil
	}
	fill, err := c.fill(key.tint)
	if err != nil {
		return 0, err
	}
	xfs := c.file.Styles.CellXfs
	xf := xfs.Xf[min(max(key.style, 0), len(xfs.Xf)-1)]
	yes := true
	xf.FillID, xf.ApplyFill = &fill, &yes
	if key.digits {
		format := textFormat
		xf.NumFmtID, xf.ApplyNumberFormat = &format, &yes
	}
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	c.styles[key] = xfs.Count - 1
	return xfs.Count - 1, nil
}

// fill is the id of a fill of one colour; "" is no fill.
func (c *copying) fill(colour string) (int, error) {
	if id, known := c.fills[colour]; known || colour == "" {
		return id, nil
	}
	style, err := c.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
	if err != nil {
		return 0, err
	}
	if c.fills == nil {
		c.fills = map[string]int{}
	}
	c.fills[colour] = *c.file.Styles.CellXfs.Xf[style].FillID
	return c.fills[colour], nil
}

// tintOf tells which of the tints a style has, "" for none.
func (c *copying) tintOf(style int) string {
	s, err := c.file.GetStyle(style)
	if err != nil || s.Fill.Pattern != 1 || len(s.Fill.Color) == 0 {
		return ""
	}
	for _, tint := range []string{errorTint, warningTint} {
		if strings.HasSuffix(strings.ToUpper(s.Fill.Color[0]), tint) {
			return tint
		}
	}
	return ""
}
