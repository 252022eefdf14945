package grid

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"

	"gongkao/data"
)

// read makes a cell of what a c element holds. rich is text inside the cell
// itself (inlineStr).
func (s *sheetReading) read(e xml.StartElement, value string, rich bool) Cell {
	if value == "" {
		return Cell{}
	}
	switch attribute(e, "t") {
	case "s":
		return s.shared(value)
	case "str", "inlineStr":
		return TextCell(unescape(value))
	case "b":
		return boolCell(isTrue(value))
	case "e":
		return Cell{Text: value, Kind: Fault}
	case "d":
		if day, _, _ := strings.Cut(value, "T"); day != "" {
			return Cell{Text: day, Kind: Date}
		}
	}
	if rich {
		return TextCell(unescape(value))
	}
	return s.number(value, attribute(e, "s"))
}

func (s *sheetReading) shared(index string) Cell {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	if err != nil || i < 0 || i >= len(s.strings) || s.strings[i] == "" {
		return Cell{}
	}
	return Cell{Text: s.strings[i], Kind: Text}
}

// number reads a number of an XML sheet.
func (s *sheetReading) number(value, style string) Cell {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return TextCell(unescape(value))
	}
	i, err := strconv.Atoi(style)
	if err != nil {
		i = -1
	}
	return s.show(n, i)
}

// epoch1904 is how many days after 1899-12-30 the 1904 date system begins to
// count; Excel for Mac wrote it.
const epoch1904 = 1462

// shows says how a book shows its numbers.
type shows struct {
	shown []showing // by style
	epoch int       // days between serial number 0 and 1899-12-30 (1904 system)
}

// show makes a cell of a number: the date that it is shown as when its style is
// a date's, leading zeros when the style adds them.
func (b *shows) show(n float64, style int) Cell {
	how := showing{}
	if style >= 0 && style < len(b.shown) {
		how = b.shown[style]
	}
	if how.date {
		if text, ok := SerialDate(n+float64(b.epoch), how.month); ok {
			return Cell{Text: text, Number: n + float64(b.epoch), Kind: Date}
		}
	}
	text := numberText(n)
	if missing := how.digits - len(text); missing > 0 && data.Digits(text) {
		text = strings.Repeat("0", missing) + text
	}
	return Cell{Text: text, Number: n, Kind: Number}
}

// finite is NumberCell, or the cell given when there is no such number.
func finite(n float64, otherwise Cell) Cell {
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return otherwise
	}
	return NumberCell(n)
}

// boolCell is a cell that holds true or false.
func boolCell(yes bool) Cell {
	if yes {
		return Cell{Text: "是", Kind: Bool}
	}
	return Cell{Text: "否", Kind: Bool}
}

// TextCell is a cell into which a text was typed; of blanks alone, an empty one.
func TextCell(text string) Cell {
	if text = cellText(text); text == "" {
		return Cell{}
	}
	return Cell{Text: text, Kind: Text}
}

// NumberCell is a cell that holds a number and shows it in full.
func NumberCell(n float64) Cell { return Cell{Text: numberText(n), Number: n, Kind: Number} }

// numberText writes a number in full, with the 15 significant digits that
// Excel keeps: 1998.12 and not 1998.1199999999999, 413028198311287000 and not
// 4.13028E+17.
func numberText(n float64) string {
	if math.Abs(n) < 1e15 && n == math.Trunc(n) {
		return strconv.FormatInt(int64(n), 10)
	}
	if math.Abs(n) >= 1e21 {
		return strconv.FormatFloat(n, 'G', 15, 64)
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// serialDay0 is the day before day 1 as Excel counts from 1900-03-01 on; it
// believes that there was a 29 February 1900.
var serialDay0 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// SerialDate writes the day of a serial number; ok is false outside
// 1900-03-01 … 9999-12-31.
func SerialDate(n float64, monthOnly bool) (text string, ok bool) {
	if n < 61 || n >= 2958466 {
		return "", false
	}
	day := serialDay0.AddDate(0, 0, int(n))
	if monthOnly {
		return day.Format("2006-01"), true
	}
	return day.Format(time.DateOnly), true
}
