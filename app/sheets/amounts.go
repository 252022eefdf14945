package sheets

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gongkao/data"
)

// The shapes of numbers as the web site, banks and clerks write them, after
// plain. A comma stands before every third digit or nowhere: 36,5 may be 36.5
// or a slip of the finger, and is nobody's to guess.
var (
	amountShape = regexp.MustCompile(`^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2})0*)?$`)
	pointsShape = regexp.MustCompile(`^(\d{1,4})(?:\.(\d)0*)?$`)
	copiesShape = regexp.MustCompile(`^(\d{1,6})(?:\.0+)?$`)
)

var (
	amountMarks = strings.NewReplacer("人民币", "", "RMB", "", "CNY", "", "¥", "", "￥", "", "元整", "", "元", "", "圆", "")
	minusSigns  = strings.NewReplacer("−", "-", "–", "-", "—", "-")
)

// plain gives a number its ordinary characters, without blanks.
func plain(text string) string { return strings.TrimPrefix(data.Squeeze(data.Narrow(text)), "'") }

// ReadAmount reads money: 365, 365.00, ￥365.00元, 1,275.5, full-width digits. It
// refuses (amount-bad) what is none: 36,5, less than nothing, parts of a fen.
func ReadAmount(text string) (data.Fen, error) {
	s := minusSigns.Replace(amountMarks.Replace(strings.ToUpper(plain(text))))
	if strings.HasPrefix(s, "-") && amountShape.MatchString(s[1:]) {
		return 0, data.Refuse("amount-bad", "amount", fmt.Sprintf("金额“%s”是负数", strings.TrimSpace(text)), "退款、冲正的行请从表里删去；缴错的请在“缴费与教材”里更正")
	}
	m := amountShape.FindStringSubmatch(s)
	if m == nil {
		return 0, data.Refuse("amount-bad", "amount", fmt.Sprintf("读不出金额“%s”", strings.TrimSpace(text)), "请写成 365 或 365.00，只写数字")
	}
	return data.Fen(whole(m[1])*100 + whole((m[2] + "00")[:2])), nil
}

// absences are the words for somebody who did not sit an examination.
var absences = map[string]bool{"缺考": true, "缺": true, "缺席": true, "未考": true, "弃考": true, "旷考": true, "—": true, "——": true, "-": true, "--": true, "–": true}

// ReadPoints reads a score: 78.5, 78, 78分; 缺考, 缺 and — are absent. How much
// can be reached is the subject's to know. It refuses (points-bad) what is
// neither, and hundredths of a point.
func ReadPoints(text string) (points data.Points, absent bool, err error) {
	s := plain(text)
	if absences[s] {
		return 0, true, nil
	}
	m := pointsShape.FindStringSubmatch(strings.TrimSuffix(s, "分"))
	if m == nil {
		return 0, false, data.Refuse("points-bad", "score", fmt.Sprintf("读不出成绩“%s”", strings.TrimSpace(text)), "请写成 78 或 78.5（最多一位小数），没有参加考试的写“缺考”")
	}
	return data.Points(whole(m[1])*10 + whole(m[2])), false, nil
}

var copyWords = strings.NewReplacer("册", "", "本", "", "套", "", "份", "")

// ReadCopies reads how many books are ordered: 3, 3本, 0. It refuses (copies-bad)
// what is no whole number.
func ReadCopies(text string) (int, error) {
	m := copiesShape.FindStringSubmatch(copyWords.Replace(plain(text)))
	if m == nil {
		return 0, data.Refuse("copies-bad", "copies", fmt.Sprintf("读不出册数“%s”", strings.TrimSpace(text)), "请写成整数，例如 3")
	}
	return int(whole(m[1])), nil
}

// whole reads digits, with commas between, that a shape has vouched for; "" is 0.
func whole(digits string) int64 {
	n, _ := strconv.ParseInt(strings.ReplaceAll(digits, ",", ""), 10, 64)
	return n
}
