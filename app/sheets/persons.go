package sheets

import (
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// tellsPerson are the fields that only somebody has: a row with two of them
// and neither name nor ID number is a person whose name was forgotten, not a
// row prepared with serial number and unit.
var tellsPerson = []string{"birth", "phone", "work_start", "current_cert_no", "address", "sex", "education", "current_level", "current_cert_date"}

// nobody says why a row under the header is not a person: a sum, a note, a
// signature, the head again, a row that was only prepared. It is "" for somebody,
// and for whatever might be somebody: such a row waits. A row with an ID number
// is never nobody.
func (d *desk) nobody(row grid.Row) (why string) {
	name, id := d.written(row, "name"), d.written(row, "id_number")
	first := firstText(row)
	switch {
	case idShaped(id):
		return ""
	case lineOf(name) != "" && !d.applies(row):
		return lineOf(name)
	case lineOf(first) != "" && !(isName(name) && d.applies(row)):
		return lineOf(first)
	case d.header.repeats(row), claims(name, "name"), allHeads(row, name):
		return repeatedHead
	case name != "" || id != "":
		if loneText(row) && (isSentence(name) || loneLine(name) == titleRow) {
			return loneLine(name)
		}
		return ""
	}
	told := 0
	for _, key := range tellsPerson {
		if d.written(row, key) != "" {
			told++
		}
	}
	switch {
	case told >= 2, speaksOfSomebody(row) && (!loneText(row) || data.ReadID(first, d.know.Codes.Region).Valid()):
		return ""
	case d.empty(row):
		return emptyRow
	case loneText(row) && !data.Digits(first):
		return loneLine(first)
	}
	return preparedRow
}

// fewestHeads is how many words a row has at least that is the head of something.
const fewestHeads = 3

// allHeads reports whether nothing but heads stands in a row: of another table,
// under which there is nobody.
func allHeads(row grid.Row, name string) bool {
	if !isHead(name) {
		return false
	}
	n := 0
	for _, cell := range row.Cells {
		if cell.Kind == grid.Empty {
			continue
		}
		if !isHead(cell.Text) {
			return false
		}
		n++
	}
	return n >= fewestHeads
}

func isHead(text string) bool {
	_, ok := claimOf(peopleHeads, text)
	return ok || serialHeads[squeeze(text)]
}

// applies reports whether a row says what somebody applies for.
func (d *desk) applies(row grid.Row) bool {
	if _, ok := data.ReadLevel(d.written(row, "level")); ok {
		return true
	}
	return d.know.Codes.KnownTrade(data.Squeeze(d.written(row, "trade")))
}

// empty reports whether nothing but a number and marks of none stands in a row.
func (d *desk) empty(row grid.Row) bool {
	for _, cell := range row.Cells {
		if text := data.Narrow(noneIsEmpty(cell.Text)); text != "" && !data.Digits(text) {
			return false
		}
	}
	return true
}

// idShaped reports whether a text was meant for an ID number; a sum of people
// may stand in its column too.
func idShaped(text string) bool {
	text = data.Narrow(text)
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 14 || digits >= 3 && strings.ContainsAny(text, "eE")
}

// isName reports whether a text can be a person's name.
func isName(text string) bool {
	return text != "" && lineOf(text) == "" && data.CheckName(data.NormaliseName(text)) == nil
}

// longestLoneName bounds a name that stands alone in its row; people of many
// syllables have a · in theirs.
const longestLoneName = 6

// isSentence tells a note that begins in the name column from a name.
func isSentence(text string) bool {
	return strings.ContainsAny(text, "，。；：、！？《》“”,;:") || utf8.RuneCountInString(text) > longestLoneName && !strings.ContainsAny(text, "·•・．")
}

// loneText reports whether a row has one cell with text and no other.
func loneText(row grid.Row) bool {
	filled := 0
	for _, cell := range row.Cells {
		if cell.Kind != grid.Empty {
			filled++
		}
	}
	return filled == 1
}

func firstText(row grid.Row) string {
	for _, cell := range row.Cells {
		if cell.Kind != grid.Empty {
			return cell.Text
		}
	}
	return ""
}

// written returns the text of a field in a row, without blanks around; "" for
// a mark that means none.
func (d *desk) written(row grid.Row, key string) string {
	return noneIsEmpty(d.part(row, key).Text)
}

var noneMarks = map[string]bool{"—": true, "——": true, "－": true, "-": true, "--": true, "/": true, "／": true, `\`: true, "无": true, "暂无": true, "空": true, "…": true, "……": true}

// noneIsEmpty trims a text, and empties it when it only says that there is
// nothing.
func noneIsEmpty(text string) string {
	text = strings.TrimSpace(text)
	if noneMarks[text] {
		return ""
	}
	return text
}
