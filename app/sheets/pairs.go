package sheets

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// pairWords are heads under which two fields stand in one cell: 现技术等级及取得时间,
// 申报工种及等级. The two keys stand in the order of the words.
var pairWords = []struct {
	keys  [2]string
	words string
}{
	{[2]string{"current_level", "current_cert_date"}, "等级及取得时间 现等级及取得时间 现有等级及取得时间 技术等级及取得时间 现技术等级及取得时间 现有技术等级及取得时间 现技能等级及取得时间 现职业资格等级及取得时间 现等级及取得年月 现技术等级及取得年月 现等级及取证时间 现技术等级及取证时间 现等级及时间 现技术等级及时间"},
	{[2]string{"current_trade", "current_level"}, "现工种及等级 现有工种及等级 现从事工种及等级 现职业(工种)及等级 现职业工种及等级 现工种等级 现有工种等级 已取得工种及等级 现持证工种及等级"},
	{[2]string{"trade", "level"}, "工种及等级 申报工种及等级 申报工种等级 申报工种及级别 申报职业(工种)及等级 申报职业工种及等级 申报职业及等级 拟申报工种及等级 拟报工种及等级 报考工种及等级 报名工种及等级"},
	{[2]string{"appointed_level", "appointed_date"}, "现聘等级及时间 聘任等级及时间 聘用等级及时间 现聘岗位等级及时间 现聘岗位等级及聘任时间 现聘等级及聘任时间 聘任等级及聘任时间"},
}

var pairHeads = headsOfPairs()

func headsOfPairs() map[string][2]string {
	heads := map[string][2]string{}
	for _, p := range pairWords {
		for _, word := range strings.Fields(p.words) {
			heads[word] = p.keys
		}
	}
	return heads
}

// pairLinks join the two words of such a head.
var pairLinks = strings.NewReplacer("和", "及", "、", "及", "与", "及", "/", "及", "以及", "及")

// pairUnder looks up a head that says two things, itself or under its group.
func pairUnder(group, head string) ([2]string, bool) {
	group, head = squeeze(group), pairLinks.Replace(squeeze(head))
	for _, g := range groups {
		for _, mark := range strings.Fields(g.marks) {
			if strings.Contains(group, mark) {
				if keys, ok := pairHeads[g.prefix+head]; ok {
					return keys, true
				}
			}
		}
	}
	keys, ok := pairHeads[head]
	return keys, ok
}

// part returns the cell of a field; of a cell in which two stand, the field's own
// part.
func (d *desk) part(row grid.Row, key string) grid.Cell {
	column, ok := d.header.columns[key]
	if !ok {
		return grid.Cell{}
	}
	cell := row.At(column)
	keys, shared := d.header.pairs[column]
	if !shared || cell.Kind == grid.Fault {
		return cell
	}
	first, second := splitPair(keys, cell.Text)
	if key == keys[1] {
		first = second
	}
	return grid.TextCell(first)
}

// splitPair parts a text into two fields. What cannot be parted is the first
// field's, whole: there it is found to be wrong, and the row waits.
func splitPair(keys [2]string, text string) (first, second string) {
	switch keys[1] {
	case "current_cert_date", "appointed_date":
		return splitDate(text)
	}
	return splitLevel(text)
}

var (
	dateAtEnd   = regexp.MustCompile(`((?:19|20)?\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?[月日号]?|(?:19|20)\d{4}(?:\d\d)?)(?:取得|聘任|聘用|发证)?$`)
	dateAtStart = regexp.MustCompile(`^((?:19|20)?\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?[月日号]?|(?:19|20)\d{4}(?:\d\d)?)(?:取得|聘任|聘用|发证)?`)
)

// pairMarks stand around and between the two.
const pairMarks = " 　\n\t,，、;；/:：()（）[]【】"

func splitDate(text string) (level, date string) {
	text = strings.Trim(text, pairMarks)
	for _, shape := range []*regexp.Regexp{dateAtEnd, dateAtStart} {
		if at := shape.FindStringSubmatchIndex(text); at != nil {
			return strings.Trim(text[:at[0]]+text[at[1]:], pairMarks), text[at[2]:at[3]]
		}
	}
	return text, ""
}

// splitLevel finds the level at the end of a text, or at its beginning; the longest
// word counts (高级技师 before 技师). One character is no level: it may end a trade.
func splitLevel(text string) (trade, level string) {
	text = strings.TrimSpace(text)
	for i := range text {
		if _, ok := data.ReadLevel(text[i:]); ok && utf8.RuneCountInString(text[i:]) > 1 {
			return strings.Trim(text[:i], pairMarks), text[i:]
		}
	}
	for i := len(text) - 1; i > 0; i-- {
		if _, ok := data.ReadLevel(text[:i]); ok && utf8.RuneStart(text[i]) && utf8.RuneCountInString(text[:i]) > 1 {
			return strings.Trim(text[i:], pairMarks), text[:i]
		}
	}
	return text, ""
}
