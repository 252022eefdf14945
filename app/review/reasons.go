package review

import (
	"strings"
	"unicode/utf8"

	"gongkao/data"
)

// Reason is a preset reason for returning or rejecting: a code for the command
// line, a sentence for paper.
type Reason struct {
	Code string
	Text string
}

// Reasons are the presets, in the order of the keys 1…9.
var Reasons = []Reason{
	{"materials-missing", "申报材料不齐全"},
	{"materials-unclear", "申报材料不清晰，无法辨认"},
	{"information-wrong", "申报信息与材料原件不一致"},
	{"identity-mismatch", "姓名、身份证号与身份证原件不一致"},
	{"years-short", "工作年限或取得现等级的年限不足"},
	{"appraisals-missing", "年度考核材料不全或未备案"},
	{"seal-missing", "缺少签字或公章"},
	{"not-in-scope", "不属于考核对象范围"},
	{"over-age", "已达到法定退休年龄或已办理退休手续"},
}

// reasonTexts turns codes, rule ids and free words into sentences. It refuses
// an empty reason and one longer than a note.
func reasonTexts(given []string, findings map[string]string) ([]string, error) {
	var texts []string
	for _, g := range given {
		g = strings.TrimSpace(g)
		switch {
		case g == "":
			return nil, data.Refuse("reason-missing", "", "理由是空的", "请写明理由")
		case utf8.RuneCountInString(g) > data.MaxNote:
			return nil, data.Refuse("reason-long", "", "理由超过 500 个字", "请写得短一些")
		case findings[g] != "":
			g = findings[g]
		default:
			g = presetText(g)
		}
		texts = append(texts, g)
	}
	return texts, nil
}

// presetText returns the sentence of a preset code, or the words themselves.
func presetText(given string) string {
	for _, r := range Reasons {
		if r.Code == given {
			return r.Text
		}
	}
	return given
}
