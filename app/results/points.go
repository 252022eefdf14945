package results

import (
	"fmt"
	"strings"

	"gongkao/data"
)

// Mark is what somebody writes for a subject: points, or that the person was not
// there.
type Mark struct {
	Points data.Points
	Absent bool
}

// String writes the mark as ReadMark reads it: 78.5, 缺考.
func (m Mark) String() string {
	if m.Absent {
		return Absent.String()
	}
	return m.Points.String()
}

// absences are the words for somebody who was not there; q is for a hand on the
// digits.
var absences = map[string]bool{"缺考": true, "缺": true, "q": true, "Q": true, "未考": true}

// ReadMark reads points as people and sheets write them: 78.5, ７８．５, 78分, 缺考. It
// refuses an empty text (score-missing), what is no number (score-bad), more than
// one decimal (score-decimals), and points outside 0 … full (score-range).
func ReadMark(text string, full data.Points) (Mark, error) {
	text = data.Squeeze(data.Narrow(text))
	text = strings.TrimSuffix(strings.ReplaceAll(text, "。", "."), "分")
	switch {
	case text == "":
		return Mark{}, data.Refuse("score-missing", "score", "没有写成绩", "请写分数，如 78.5；没有来考的写 缺考")
	case absences[text]:
		return Mark{Absent: true}, nil
	}
	points, err := readPoints(text)
	if err == nil && (points < 0 || points > full || strings.HasPrefix(text, "-")) {
		err = data.Refuse("score-range", "score", fmt.Sprintf("“%s”不在 0 到 %s 分之间", text, full), "请对照成绩单重新录入；没有来考的写 缺考")
	}
	return Mark{Points: points}, err
}

// longestScore is more digits than any score has; more would overflow.
const longestScore = 6

func readPoints(text string) (points data.Points, err error) {
	whole, fraction, cut := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if !data.Digits(whole) || cut && !data.Digits(fraction) {
		return 0, data.Refuse("score-bad", "score", "“"+text+"”不是分数", "请写分数，如 78.5；没有来考的写 缺考")
	}
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if len(whole) > longestScore {
		return 0, data.Refuse("score-range", "score", "“"+text+"”不是分数，太大了", "请对照成绩单重新录入")
	}
	if len(fraction) > 1 {
		return 0, data.Refuse("score-decimals", "score", "“"+text+"”的小数多于一位", "请按成绩单写到一位小数")
	}
	for _, r := range whole {
		points = points*10 + data.Points(r-'0')
	}
	points *= 10
	if fraction != "" {
		points += data.Points(fraction[0] - '0')
	}
	if strings.HasPrefix(text, "-") {
		points = -points
	}
	return points, nil
}
