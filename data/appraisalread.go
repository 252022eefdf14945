package data

import (
	"regexp"
	"strings"
)

var appraisalWords = map[string]Appraisal{
	"优秀": Excellent, "优": Excellent, "合格": Qualified, "称职": Qualified, "合格(称职)": Qualified, "称职(合格)": Qualified, "基本合格": Basic, "基本称职": Basic,
	"不合格": Unqualified, "不称职": Unqualified, "不定等次": NoGrade, "未定等次": NoGrade, "不确定等次": NoGrade,
	"未备案": Unrecorded, "暂未备案": Unrecorded, "待备案": Unrecorded,
}

// ReadAppraisal reads a grade, with or without 等次 behind it; ok is false for
// anything else. Letters are nobody's scale, and not read.
func ReadAppraisal(s string) (Appraisal, bool) {
	s = Squeeze(Narrow(s))
	a, ok := appraisalWords[s]
	if !ok {
		a, ok = appraisalWords[strings.TrimSuffix(strings.TrimSuffix(s, "次"), "等")]
	}
	return a, ok
}

var (
	appraisalParts  = regexp.MustCompile(`[,;、，；。\s]+`)
	yearBefore      = regexp.MustCompile(`((?:19|20)\d\d年?度?(?:考核)?:?) +`) // 2024年 优秀
	appraisalOfYear = regexp.MustCompile(`^((?:19|20)?\d\d)年?度?(?:年度)?(?:考核)?(?:结果|等次)?[:为是-]?(\D+)$`)
	appraisalOfMany = regexp.MustCompile(`^((?:19|20)\d\d)年?度?(?:-|至|到|~)((?:19|20)\d\d)年?度?(?:年度)?(?:考核)?(?:结果|等次)?(?:均为|均|都是|都|全部|全)(\D+)$`)
)

// ReadAppraisals reads the grades of several years as people write them in one
// cell: 2024优秀 2025合格; 2024年:优秀、2025年:合格; 2023-2025年均合格. ok is false when a
// part of it cannot be read, or names one year twice with different grades.
func ReadAppraisals(s string) (all map[int]Appraisal, ok bool) {
	all = map[int]Appraisal{}
	text := strings.TrimSpace(strings.Map(keepBlanks, dashes.Replace(Narrow(s))))
	for _, part := range appraisalParts.Split(yearBefore.ReplaceAllString(text, "$1"), -1) {
		if part == "" {
			continue
		}
		first, last, grade, read := appraisalPart(part)
		if !read {
			return nil, false
		}
		for year := first; year <= last; year++ {
			if before, twice := all[year]; twice && before != grade {
				return nil, false
			}
			all[year] = grade
		}
	}
	return all, len(all) > 0
}

// dashes are what input methods make of "-".
var dashes = strings.NewReplacer("—", "-", "–", "-", "−", "-")

// keepBlanks drops what cannot be seen; blanks part the years.
func keepBlanks(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	if dropBlank(r) < 0 && r != ' ' {
		return -1
	}
	return r
}

func appraisalPart(part string) (first, last int, grade Appraisal, ok bool) {
	if m := appraisalOfMany.FindStringSubmatch(part); m != nil {
		grade, ok = ReadAppraisal(m[3])
		first, last = number(m[1]), number(m[2])
		return first, last, grade, ok && first <= last && last-first < 10
	}
	m := appraisalOfYear.FindStringSubmatch(part)
	if m == nil {
		return 0, 0, "", false
	}
	grade, ok = ReadAppraisal(m[2])
	year := number(m[1])
	if len(m[1]) == 2 {
		year += 2000
	}
	return year, year, grade, ok && year >= 1990 && year <= 2099
}
