package sheets

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Serial numbers of Excel that a bare number in a date column is read as:
// 1973-12-02 … 2036-11-21. Years, months (197502) and days (19750203) lie
// outside.
const firstSerial, lastSerial = 27000, 50000

var (
	ambiguousMonth = regexp.MustCompile(`^((?:19|20)?\d\d)\.1$`)
	timeOfDay      = regexp.MustCompile(`[ T　]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$`)
)

// readDate reads a date cell. The number 2001.1 may be January, or October
// whose last zero the spreadsheet has dropped: nobody can tell, so it is
// date-ambiguous. As text it was typed as it stands.
func readDate(c grid.Cell) (data.WrittenDate, *Problem) {
	text := strings.TrimSpace(c.Text)
	if m := ambiguousMonth.FindStringSubmatch(text); m != nil && c.Kind == grid.Number {
		year := m[1]
		p := note("date-ambiguous", fmt.Sprintf("%s 可能是 %s 年 1 月，也可能是 %s 年 10 月", text, year, year), "请核对档案后写成 "+year+"-01 或 "+year+"-10")
		return data.WrittenDate{}, &p
	}
	if c.Kind == grid.Number || data.Digits(data.Narrow(text)) {
		text = unserial(text, c)
	}
	written, err := data.ReadDate(timeOfDay.ReplaceAllString(text, ""))
	if err != nil {
		p := refusalNote(err)
		return data.WrittenDate{}, &p
	}
	return written, nil
}

// unserial writes a bare serial number as the day it is.
func unserial(text string, c grid.Cell) string {
	n := c.Number
	if c.Kind != grid.Number {
		if len(text) != 5 {
			return text
		}
		if _, err := fmt.Sscan(text, &n); err != nil {
			return text
		}
	}
	if n < firstSerial || n > lastSerial {
		return text
	}
	if day, ok := grid.SerialDate(math.Floor(n), false); ok {
		return day
	}
	return text
}

func (r *entry) readMonth(f *data.Field, cell grid.Cell) {
	if cell.Kind == grid.Empty {
		return
	}
	written, problem := readDate(cell)
	if problem != nil {
		r.add(f.Key, *problem)
		return
	}
	if err := f.Set(&r.a, written.Month.String()); err != nil {
		r.add(f.Key, refusalNote(err))
	}
}

// noLevel are the words for a level not held yet.
var noLevel = map[string]bool{"普通工": true, "普工": true, "无等级": true, "未定级": true, "没有": true, "未取得": true, "未评级": true, "未评定": true, "未评定等级": true, "无级": true, "无技术等级": true, "无技能等级": true, "无职业资格": true, "学徒工": true, "见习": true, "普通工人": true}

func (r *entry) readHeldLevel(f *data.Field, cell grid.Cell) {
	if noLevel[data.Squeeze(headBrackets.ReplaceAllString(data.Narrow(cell.Text), ""))] {
		return
	}
	r.plain(f, cell)
}

// readTrade keeps a trade as written and warns when the catalogue lacks it.
func (r *entry) readTrade(f *data.Field, cell grid.Cell) {
	cell.Text = data.Squeeze(cell.Text)
	r.plain(f, cell)
	if trade := r.a.Application.Trade; trade != "" && !r.know.Codes.KnownTrade(trade) {
		r.add(f.Key, note("trade-unknown", fmt.Sprintf("工种目录里没有“%s”", trade), "请核对工种名称，或在工种目录里补上"))
	}
}
