package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// titles are how screens and papers call the rules whose rows have no number
// of their own to name.
var titles = map[string]string{
	"identity-id-number":         "身份证号无误",
	"identity-unit":              "单位名称准确",
	"object-retired":             "在岗，未办理退休",
	"object-retirement-category": "女性须填原法定退休年龄",
	"object-age-reached":         "通知下发前未到退休年龄",
	"object-age-this-year":       "本年到龄须本人与单位确认",
	"one-application":            "一年只报一个工种、一个等级",
	"violation-ban":              "不在违规限制期内",
	"commitment-due":             "容缺承诺按期补交",
	"commitment-lapsed":          "逾期未补视为不通过",
	"trade-catalogue":            "工种在目录内",
	"public-notice":              "单位公示期满",
	"window-closed":              "网上报名时间",
	policy.PaymentDue:            "缴费截止",
	policy.EvaluationPaymentDue:  "评审费缴费截止",
	policy.SubjectComputer:       "人机对话考试",
	policy.SubjectTheory:         "一级理论考试",
	policy.SubjectEvaluation:     "一级综合评审",
	policy.Objection:             "对不予通过的异议",
}

// stepTitles are the same for level-step.
var stepTitles = map[policy.Step]string{
	policy.StepStated:   "申报等级、途径已填",
	policy.StepNext:     "逐级申报，不越级",
	policy.StepBelow:    "现等级低于申报等级",
	policy.StepNoneHeld: "尚未取得等级",
	policy.StepHonoured: "有破格依据",
	policy.StepClosed:   "申报途径",
}

// Title names a row in a few words, with its own numbers: 取得四级满 5 年. It is the
// one place of such titles.
func Title(r *policy.Rule) string {
	switch r.ID {
	case "level-step":
		return stepTitles[r.Step]
	case "years-in-level":
		if len(r.Levels) == 1 {
			return fmt.Sprintf("取得%s满 %d 年", r.Levels[0]+1, r.Years)
		}
		return fmt.Sprintf("取得下一级满 %d 年", r.Years)
	case "working-years":
		return "工作" + span(r)
	case "education":
		return r.Education + "以上文化程度"
	case policy.NoticeDays:
		if r.Days > 0 {
			return fmt.Sprintf("公示满 %d 天", r.Days)
		}
		return "公示天数"
	case "appointed":
		return "聘在" + r.Appointed.String() + "岗位"
	case "appraisals":
		title := fmt.Sprintf("近 %d 年考核合格", r.Years)
		if r.Excellent > 0 {
			title += fmt.Sprintf("，%d 年优秀", r.Excellent)
		}
		return title
	}
	if title := titles[r.ID]; title != "" {
		return title
	}
	return r.ID
}
