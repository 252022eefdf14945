package sheets

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Words that begin a line which is nobody: sums, notes, signatures.
var (
	sumLine  = regexp.MustCompile(`^(小计|合计|总计|共计|累计|本页|总人数|人数)`)
	noteLine = regexp.MustCompile(`^(注|备注|说明|填表说明|填报说明|附注|填表人|填报人|制表|制表人|审核|审核人|经办人|负责人|单位负责人|主管部门|联系人|联系电话|填表日期|填报日期|填报时间|单位|填报单位|申报单位|日期)(?:[（(][^()（）]*[)）])?[:：]|^(以下空白|以下为空|此行以下空白|续表|注意事项)|(签字|签名|盖章)[）)]?[:：]?$|^\d{4}年\d{1,2}月\d{1,2}日$|^第\d+页`)
)

// tellsPerson are the fields that only somebody has: a row with two of them
// and neither name nor ID number is a person whose name was forgotten, not a
// row prepared with serial number and unit.
var tellsPerson = []string{"birth", "phone", "work_start", "current_cert_no", "address"}

// person reports whether a row under the header is somebody. Sums, notes,
// signatures, repeated headers and rows with a serial number alone are not.
func (d *desk) person(row grid.Row) bool {
	name, id := d.written(row, "name"), d.written(row, "id_number")
	if !idShaped(id) && (isNobody(name) || isNobody(firstText(row))) {
		return false
	}
	if c, isHead := claimOf(peopleHeads, name); isHead && c.key == "name" {
		return false
	}
	if name != "" || id != "" {
		return !(loneText(row) && isSentence(name))
	}
	told := 0
	for _, key := range tellsPerson {
		if d.written(row, key) != "" {
			told++
		}
	}
	return told >= 2
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

func isNobody(text string) bool {
	text = data.Squeeze(text)
	return sumLine.MatchString(text) || noteLine.MatchString(text)
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
	column, ok := d.header.columns[key]
	if !ok {
		return ""
	}
	return noneIsEmpty(row.At(column).Text)
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
