package grid

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// maxFormat is how many bytes a number format may have; Excel allows 255
// characters.
const maxFormat = 1024

// showing says what a number format makes of a number.
type showing struct {
	date   bool // a day or month, not a time of day
	month  bool // year and month alone
	digits int  // at least so many digits, zeros in front (000000)
}

// Number formats of Excel that files name without spelling them out, the
// Chinese ones (27–36, 50–58) included. ECMA-376 part 1, 18.8.30.
var builtinMonths = map[int]bool{17: true, 27: true, 36: true, 50: true, 52: true, 57: true}
var builtinDays = map[int]bool{14: true, 15: true, 16: true, 22: true, 28: true, 29: true, 30: true, 31: true, 51: true, 53: true, 54: true, 58: true}

// readStyles reads how each cell style shows numbers.
func (w *workbook) readStyles() error {
	part := w.part(stylesRel)
	if part == "" {
		return nil
	}
	custom := map[int]showing{}
	inCells := false
	return w.each(part, func(_ *tokens, token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "numFmt":
				id, _ := strconv.Atoi(attribute(e, "numFmtId"))
				custom[id] = showingOf(attribute(e, "formatCode"))
			case "cellXfs":
				inCells = true
			case "xf":
				if inCells && len(w.shown) < maxStyles {
					id, _ := strconv.Atoi(attribute(e, "numFmtId"))
					w.shown = append(w.shown, showingByID(id, custom))
				}
			}
		case xml.EndElement:
			if e.Name.Local == "cellXfs" {
				inCells = false
			}
		}
		return nil
	})
}

func showingByID(id int, custom map[int]showing) showing {
	if s, ok := custom[id]; ok {
		return s
	}
	return showing{date: builtinMonths[id] || builtinDays[id], month: builtinMonths[id]}
}

var (
	formatNoise = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|[eE][+-]`)
	formatZeros = regexp.MustCompile(`^0{2,}$`)
)

// showingOf reads a format code: yyyy"年"m"月" shows a month, yyyy/m/d;@ a day,
// h:mm neither, 000000 leading zeros.
func showingOf(code string) showing {
	if len(code) > maxFormat {
		return showing{}
	}
	code, _, _ = strings.Cut(formatNoise.ReplaceAllString(code, ""), ";")
	code = strings.ToLower(strings.TrimSpace(code))
	if code == "general" || code == "g/通用格式" {
		return showing{}
	}
	if formatZeros.MatchString(code) {
		return showing{digits: len(code)}
	}
	year, day, month := strings.ContainsAny(code, "yeb"), strings.Contains(code, "d"), strings.Contains(code, "m")
	clock := strings.ContainsAny(code, "hs")
	return showing{date: year || day || month && !clock, month: year && month && !day}
}
