package settings

import (
	"fmt"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/views/wording"
)

// Policy is the year's policy as the screen shows it.
type Policy struct {
	Title    string // 2026 年度　信人技考函〔2026〕1号
	Notice   string // 信人技考函〔2026〕1号
	Overlay  bool   // the office's own file is used
	Open     int    // rows nobody has held against the original
	Rules    []Rule
	Days     []Day
	Fees     []Fee
	FileNote string // how to change it
}

// Rule is a row of the conditions.
type Rule struct {
	Levels, Paths, Name string
	Asks, Counting      string
	AsOf                string
	Source              string
	Standing            string
	Mark                wording.Mark
	Text                string // the clause, or its gist
}

// Day is a row of the calendar.
type Day struct {
	Name, From, To, Who, Clause, Left string
	Over                              bool
}

// Fee is what one step costs.
type Fee struct{ Level, Step, Yuan, When, Collector string }

// Short is the standing without who signed it off and when.
func (r Rule) Short() string {
	short, _, _ := strings.Cut(r.Standing, " ")
	return short
}

// HowTo says which file is used and how to change it.
func (p Policy) HowTo() []string {
	used := "现在用的是程序自带的政策。"
	if p.Overlay {
		used = "现在用的是本机构自己的政策文件。"
	}
	return []string{used, p.FileNote + "。"}
}

// ruleNames are how the screen calls the rules.
var ruleNames = map[string]string{
	"object-retired": "已退休的不得申报", "object-age-reached": "已到龄的不得申报", "object-age-this-year": "本年到龄须两方同意", "object-retirement-category": "女性须填原法定退休年龄",
	"identity-id-number": "身份证号真实", "identity-unit": "单位名称与公章一致", "level-step": "逐级申报", "years-in-level": "取得现等级年限", "working-years": "参加工作年限",
	"education": "文化程度", "appraisals": "年度考核", "appointed": "聘在岗位", "commitment-due": "容缺承诺按期补交", "commitment-lapsed": "逾期视为不通过",
	"trade-catalogue": "工种在目录内", "public-notice": "一级须先公示", "window-closed": "网上报名时间",
}

var countings = map[policy.Counting]string{policy.FullYears: "满整年", policy.CalendarDifference: "年份相减", policy.InclusiveYears: "年头"}

// Policy returns the year's policy, to be read.
func (m *Model) Policy() Policy {
	p := m.office.Policy
	shown := Policy{Title: fmt.Sprintf("%d 年度　%s", p.Year, p.Notice.Number), Notice: p.Notice.Number, Overlay: p.Overlay,
		FileNote: fmt.Sprintf("要改政策：把政策文件放进数据文件夹的 policy/%d.toml，写明来源和核对人，再打开程序", p.Year)}
	for _, r := range p.RuleRows {
		row := ruleOf(r)
		if !r.Confirmed() {
			shown.Open++
		}
		shown.Rules = append(shown.Rules, row)
	}
	today := m.office.Today()
	for _, d := range p.Deadlines {
		shown.Days = append(shown.Days, Day{d.Name, d.From.String(), d.To.String(), d.Who, d.Clause, left(today, d.To), today.DaysUntil(d.To) < 0})
	}
	for _, l := range p.Assessment.Levels {
		for _, f := range p.Fee(l) {
			shown.Fees = append(shown.Fees, Fee{l.Full(), fmt.Sprintf("第 %d 次", f.Step), f.Fen.String(), f.When, f.Collector})
		}
	}
	return shown
}

func left(today, to data.Date) string {
	switch days := today.DaysUntil(to); {
	case days < 0:
		return "已过"
	case days == 0:
		return "今天"
	default:
		return fmt.Sprintf("剩 %d 天", days)
	}
}

func ruleOf(r *policy.Rule) Rule {
	row := Rule{Levels: "各级", Name: wording.Or(ruleNames[r.ID], r.ID), Asks: asks(r), Counting: countings[r.Counting], AsOf: r.AsOf.String(),
		Source: strings.TrimSpace(r.Source + " " + r.Clause), Standing: string(r.Status), Mark: wording.Unconfirmed, Text: r.Text}
	if len(r.Levels) > 0 {
		var names []string
		for _, l := range r.Levels {
			names = append(names, strings.TrimSuffix(l.String(), "级"))
		}
		row.Levels = strings.Join(names, "、") + "级"
	}
	var paths []string
	for _, p := range r.Paths {
		paths = append(paths, p.String())
	}
	row.Paths = strings.Join(paths, "、")
	if r.Confirmed() {
		row.Mark = wording.Pass
		if r.SignedBy != "" {
			row.Standing += " " + r.SignedBy + " " + r.SignedOn.String()
		}
	}
	return row
}

// asks is the number of a row, with its unit.
func asks(r *policy.Rule) string {
	var parts []string
	add := func(given bool, text string) {
		if given {
			parts = append(parts, text)
		}
	}
	add(r.Years > 0, fmt.Sprintf("%d 年", r.Years))
	add(r.Below > 0, fmt.Sprintf("未满 %d 年", r.Below))
	add(r.Excellent > 0, fmt.Sprintf("优秀 %d 年", r.Excellent))
	add(r.Education != "", r.Education)
	add(r.Appointed > 0, r.Appointed.String())
	return strings.Join(parts, "，")
}
