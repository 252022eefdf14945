package sheets

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Why a row is skipped.
const (
	titleRow       = "标题"
	sumRow         = "合计"
	noteRow        = "说明"
	signatureRow   = "签字"
	unitRow        = "单位行"
	emptyRow       = "空行"
	preparedRow    = "没有填人"
	repeatedHead   = "重复的表头"
	nothingPaid    = "没有缴费"
	nothingOrdered = "没有征订"
	nothingSaid    = "没有内容"
)

// Words that begin a line which is nobody, and what such a line is.
var lines = []struct {
	shape *regexp.Regexp
	why   string
}{
	{regexp.MustCompile(`^(小计|合计|总计|共计|累计|本页|总人数|人数)`), sumRow},
	{regexp.MustCompile(`^(单位|填报单位|申报单位)(?:[(（][^()（）]*[)）])?[:：]`), unitRow},
	{regexp.MustCompile(`^(填表人|填报人|制表|制表人|审核|审核人|经办人|负责人|单位负责人|主管部门|联系人|联系电话|填表日期|填报日期|填报时间|日期)(?:[(（][^()（）]*[)）])?[:：]|(签字|签名|盖章)[）)]?[:：]?$|^\d{4}年\d{1,2}月\d{1,2}日$`), signatureRow},
	{regexp.MustCompile(`^(注|备注|说明|填表说明|填报说明|附注)(?:[(（][^()（）]*[)）])?[:：]|^(以下空白|以下为空|此行以下空白|续表|注意事项)|^第\d+页`), noteRow},
}

// lineOf says what kind of line begins with a text; "" for any other text.
func lineOf(text string) string {
	if !begins(text) {
		return ""
	}
	text = data.Squeeze(text)
	for _, l := range lines {
		if l.shape.MatchString(text) {
			return l.why
		}
	}
	return ""
}

// begins reports whether a text can be such a line at all. Numbers and most names
// are not, and a roster of thousands of rows need not be searched for each.
func begins(text string) bool {
	return strings.ContainsAny(text, ":：计页人年注明白空表事字名章")
}

// rosterTitle ends the title of a sheet.
var rosterTitle = regexp.MustCompile(`(花名册|名册|名单|汇总表|登记表|统计表|一览表|申报表|报名表)([(（][^()（）]*[)）])?$`)

// loneLine says what a text is that stands alone in its row.
func loneLine(text string) string {
	if rosterTitle.MatchString(data.Squeeze(text)) {
		return titleRow
	}
	return noteRow
}

// rule is one of the rules for filling in that stand above some tables.
var rule = regexp.MustCompile(`^[（(]?([一二三四五六七八九十]+|\d{1,2})[)）、.．]|[。；]|^(填表|填报)?(说明|须知|要求)$`)

// aboveLine says what a row over the head is.
func aboveLine(row grid.Row) string {
	if unitIn(row) != "" {
		return unitRow
	}
	text := firstText(row)
	if why := lineOf(text); why != "" {
		return why
	}
	if rule.MatchString(data.Squeeze(text)) && !rosterTitle.MatchString(data.Squeeze(text)) {
		return noteRow
	}
	return titleRow
}

// longestSkipped is how much of a skipped row is kept to be shown.
const longestSkipped = 40

// skip notes a row that is nobody.
func (s *SheetReading) skip(row grid.Row, why string) {
	text := oneLine(firstText(row))
	if utf8.RuneCountInString(text) > longestSkipped {
		text = data.FirstRunes(text, longestSkipped-1) + "…"
	}
	s.SkippedRows = append(s.SkippedRows, data.SkippedRow{Row: row.Number, Why: why, Text: text})
	s.Skipped = len(s.SkippedRows)
}

// repeats reports whether a row is the head once more, at the top of another
// printed page: two of its cells at least, and all that are not empty.
func (h header) repeats(row grid.Row) bool {
	same := 0
	for column, cell := range row.Cells {
		if cell.Kind == grid.Empty {
			continue
		}
		text := squeeze(cell.Text)
		if text != squeeze(h.heads[column]) && text != squeeze(h.groups[column]) {
			return false
		}
		same++
	}
	return same > 1
}
