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
	file   *excelize.File // for styles and the list; the sender's sheets are not loaded
	sheets map[string]*worksheet
	fills  map[string]int // fill ids by colour
	styles map[styleKey]int
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

// survey reads of the sender's sheets what the marks need to know.
func (c *copying) survey(workbook []byte, marks []Mark) error {
	p, err := unpack(workbook)
	if err != nil {
		return err
	}
	parts, err := p.sheets()
	if err != nil {
		return err
	}
	wanted := map[string]map[int]bool{}
	for i := range marks {
		if _, row, err := excelize.CellNameToCoordinates(marks[i].Cell); err == nil {
			marks[i].Row = row
		}
		if wanted[marks[i].Sheet] == nil {
			wanted[marks[i].Sheet] = map[int]bool{}
		}
		wanted[marks[i].Sheet][marks[i].Row] = true
	}
	for _, s := range parts {
		rows := wanted[s.name]
		if rows == nil {
			continue
		}
		sheet := scan(p.parts[s.part], rows)
		if sheet.addTops(rows) { // merged areas are told of behind the rows
			sheet = scan(p.parts[s.part], rows)
		}
		c.sheets[s.name] = sheet
	}
	return nil
}

// addTops adds the first rows of merged areas that reach into the rows wanted.
func (s *worksheet) addTops(rows map[int]bool) (added bool) {
	for _, a := range s.merged {
		for row := a.top + 1; row <= a.bottom && !rows[a.top]; row++ {
			if rows[row] {
				rows[a.top], added = true, true
			}
		}
	}
	return added
}

// at finds the cell of a mark.
func (c *copying) at(m Mark) (placed, bool) {
	sheet := c.sheets[m.Sheet]
	column, row, err := excelize.CellNameToCoordinates(m.Cell)
	if m.Cell == "" {
		column, row, err = 1, m.Row, nil
		if known := sheet.rows[m.Row]; known != nil {
			column = max(known.first, 1)
		}
	}
	if err != nil {
		return placed{}, false
	}
	for _, a := range sheet.merged {
		if a.left <= column && column <= a.right && a.top <= row && row <= a.bottom {
			column, row = a.left, a.top
		}
	}
	m.Cell, err = excelize.CoordinatesToCellName(column, row)
	return placed{m, row, column}, err == nil
}

// tints are the styles that marked cells get, by sheet, row and column: the
// sender's own with a tint. What must be mended is red whatever else is said of it.
func (c *copying) tints(all []placed) (map[string]map[int]map[int]int, error) {
	type cell struct {
		sheet       string
		row, column int
	}
	keys := map[cell]styleKey{}
	for _, p := range all {
		at := cell{p.Sheet, p.row, p.column}
		key, met := keys[at]
		if !met {
			key = styleKey{style: c.sheets[p.Sheet].styleOf(p.row, p.column), tint: warningTint}
		}
		if key.digits = key.digits || p.Digits; !p.Warning {
			key.tint = errorTint
		}
		keys[at] = key
	}
	styles := map[string]map[int]map[int]int{}
	for at, key := range keys {
		id, err := c.changed(key)
		if err != nil {
			return nil, err
		}
		if styles[at.sheet] == nil {
			styles[at.sheet] = map[int]map[int]int{}
		}
		if styles[at.sheet][at.row] == nil {
			styles[at.sheet][at.row] = map[int]int{}
		}
		styles[at.sheet][at.row][at.column] = id
	}
	return styles, nil
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
