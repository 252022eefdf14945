package review

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

// Reason is a preset reason for returning or rejecting: a code for the command
// line, a sentence for paper. One that the office has typed has no code.
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

// Excuses are the presets for setting a finding aside.
var Excuses = []string{
	"已核对原件，与填报一致",
	"已查阅人事档案，符合条件",
	"主管部门已出具书面说明，已存档",
	"已请示上级工考管理机构，同意申报",
	"已批准延迟退休，见批准文件",
}

// Reasons returns the presets, then what the office has typed before, newest
// first.
func (c *Case) Reasons() []Reason {
	all := slices.Clone(Reasons)
	for _, text := range slices.Backward(c.desk.Office.Profile.Review.Reasons) {
		all = append(all, Reason{Text: text})
	}
	return all
}

// Excuses returns the presets for overrides, then what the office has typed
// before, newest first.
func (c *Case) Excuses() []string {
	all := slices.Clone(Excuses)
	for _, text := range slices.Backward(c.desk.Office.Profile.Review.Excuses) {
		all = append(all, text)
	}
	return all
}

// Proposed returns the reasons that the objected clauses give for a return.
func (c *Case) Proposed() []string { return objections(c.Steps()) }

// reasonTexts turns codes, rule ids and free words into sentences. It refuses
// an empty reason and one longer than a note.
func reasonTexts(given []string, findings map[string]string) ([]string, error) {
	var texts []string
	for _, g := range given {
		g, err := written(g)
		switch {
		case err != nil:
			return nil, err
		case g == "":
			return nil, data.Refuse("reason-missing", "", "理由是空的", "请写明理由")
		case findings[g] != "":
			g = findings[g]
		default:
			g = presetText(g)
		}
		texts = append(texts, g)
	}
	return texts, nil
}

// written tidies what somebody typed and refuses what is longer than a note.
func written(text string) (string, error) {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > data.MaxNote {
		return "", data.Refuse("reason-long", "", "理由超过 500 个字", "请写得短一些")
	}
	return text, nil
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

// mostLearnt is how many typed reasons are offered again; the oldest make room.
const mostLearnt = 60

// lesson is what the office learns in one Update: words typed now that will be
// offered next time.
type lesson struct {
	office    *office.Office
	applicant *data.Applicant
	profile   *data.Office // as it was put; nil: nothing new
}

// excuse learns the reason of an override.
func (l *lesson) excuse(tx *store.Tx, text string) error {
	if slices.Contains(Excuses, text) {
		return nil
	}
	return l.learn(tx, func(o *data.ReviewOptions) *[]string { return &o.Excuses }, text)
}

// reasons learns reasons of a decision that are neither presets nor what a rule
// has said.
func (l *lesson) reasons(tx *store.Tx, texts []string, findings []data.DecidedFinding) error {
	for _, text := range texts {
		preset := slices.ContainsFunc(Reasons, func(r Reason) bool { return r.Text == text })
		said := slices.ContainsFunc(findings, func(f data.DecidedFinding) bool { return f.Message == text })
		if preset || said {
			continue
		}
		if err := l.learn(tx, func(o *data.ReviewOptions) *[]string { return &o.Reasons }, text); err != nil {
			return err
		}
	}
	return nil
}

func (l *lesson) learn(tx *store.Tx, list func(*data.ReviewOptions) *[]string, text string) error {
	if l.personal(text) {
		return nil
	}
	profile, err := tx.Office()
	if err != nil {
		return err
	}
	known := list(&profile.Review)
	if slices.Contains(*known, text) {
		return nil
	}
	*known = append(*known, text)
	*known = (*known)[max(0, len(*known)-mostLearnt):]
	l.profile = &profile
	return tx.PutOffice(profile)
}

var numberOfSomebody = regexp.MustCompile(`\d{7,}`)

// personal reports whether words speak of this one person; they are not offered
// for others, and the office's record is not sealed.
func (l *lesson) personal(text string) bool {
	name := l.applicant.Person.Name
	return numberOfSomebody.MatchString(text) || name != "" && strings.Contains(text, name)
}

// remember makes what was learnt known after the Update.
func (l *lesson) remember() {
	if l.profile != nil {
		l.office.Profile.Review = l.profile.Review
	}
}
