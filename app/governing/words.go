package governing

import (
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
)

// Levels says for which levels a row is: 三级, 四、三级, 各级.
func Levels(r *policy.Rule) string {
	if len(r.Levels) == 0 {
		return "各级"
	}
	var names []string
	for _, l := range r.Levels {
		names = append(names, strings.TrimSuffix(l.String(), "级"))
	}
	return strings.Join(names, "、") + "级"
}

// Paths says for which paths a row is; "" for all.
func Paths(r *policy.Rule) string {
	var names []string
	for _, p := range r.Paths {
		names = append(names, p.String())
	}
	return strings.Join(names, "、")
}

// ForWhom is both: 三级 晋级.
func ForWhom(r *policy.Rule) string { return strings.TrimSpace(Levels(r) + "　" + Paths(r)) }

// Name calls a row without its number, which stands beside it: 取得四级年限.
func Name(r *policy.Rule) string {
	switch r.ID {
	case "years-in-level":
		if len(r.Levels) == 1 {
			return "取得" + (r.Levels[0] + 1).String() + "年限"
		}
		return "取得现等级年限"
	case "working-years":
		return "工作年限"
	case "education":
		return "文化程度"
	case "appraisals":
		return "近年年度考核"
	case "appointed":
		return "聘任岗位"
	}
	return eligibility.Title(r)
}

// What says in a line what became of a row:
// 三级 晋级 取得四级年限：要求 5 年 → 4 年，核对无误，开始执行.
func What(was, is *policy.Rule) string {
	words := Turns(was, is)
	switch {
	case is.Confirmed() && !was.Confirmed() && words != "":
		words += "，核对无误，开始执行"
	case is.Confirmed() && !was.Confirmed():
		words = "核对无误，开始执行"
	case words == "":
		words = "重新核对"
	}
	return ForWhom(is) + "　" + Name(is) + "：" + words
}

// Turns says which numbers of a row became which: 要求 5 年 → 4 年.
func Turns(was, is *policy.Rule) string {
	var turns []string
	for _, s := range append(sorts, sort{key: "source", label: "出自"}, sort{key: "clause", label: "条款"}) {
		if before, after := s.say(value(was, s.key)), s.say(value(is, s.key)); before != after {
			turns = append(turns, s.label+" "+orNone(before)+" → "+orNone(after))
		}
	}
	return strings.Join(turns, "，")
}

func orNone(text string) string {
	if text == "" {
		return "不写"
	}
	return text
}
