package data

import (
	"fmt"
	"strings"
)

// Sex is 男 or 女, the word itself; "" when not given.
type Sex string

// The two sexes of GB/T 2261.1 that the papers know.
const (
	Male   Sex = "男"
	Female Sex = "女"
)

// ReadSex reads 男, 女, 男性, 女性, M, F, and the codes 1 and 2 of GB/T 2261.1; ok is
// false for anything else.
func ReadSex(s string) (Sex, bool) {
	switch strings.ToUpper(strings.TrimSuffix(Squeeze(Narrow(s)), "性")) {
	case "男", "M", "1":
		return Male, true
	case "女", "F", "2":
		return Female, true
	}
	return "", false
}

// Level is a skill level, 5 (五级, 初级工) up to 1 (一级, 高级技师). 0 means
// none: not given, or no level held yet.
type Level int

var levelNames = [6]struct{ numeral, title string }{
	1: {"一级", "高级技师"}, 2: {"二级", "技师"}, 3: {"三级", "高级工"}, 4: {"四级", "中级工"}, 5: {"五级", "初级工"},
}

// Levels lists the levels from the lowest, the order of the notice's fees.
func Levels() []Level { return []Level{5, 4, 3, 2, 1} }

// Valid reports whether l is one of the five levels.
func (l Level) Valid() bool { return l >= 1 && l <= 5 }

// String returns 五级 … 一级, "" for none.
func (l Level) String() string {
	if !l.Valid() {
		return ""
	}
	return levelNames[l].numeral
}

// Title returns 初级工 … 高级技师, "" for none.
func (l Level) Title() string {
	if !l.Valid() {
		return ""
	}
	return levelNames[l].title
}

// Full returns both names as forms print them: 二级（技师）.
func (l Level) Full() string {
	if !l.Valid() {
		return ""
	}
	return fmt.Sprintf("%s（%s）", l.String(), l.Title())
}

// Path is the way by which somebody may apply (申报途径).
type Path string

// The four paths.
const (
	Promotion   Path = "promotion"   // 晋级: from the level below
	ByYears     Path = "years"       // 工作年限
	Exceptional Path = "exceptional" // 破格
	FirstTime   Path = "first"       // 首次
)

var pathNames = []struct {
	path  Path
	label string
	words []string
}{
	{Promotion, "晋级", []string{"晋级", "逐级晋升", "逐级晋级", "逐级申报", "晋升", "正常晋级", "正常晋升", "晋级申报", "promotion"}},
	{ByYears, "年限", []string{"年限", "工作年限", "按年限", "按工作年限", "年限申报", "工作年限申报", "工龄", "years"}},
	{Exceptional, "破格", []string{"破格", "破格申报", "破格晋级", "破格晋升", "exceptional"}},
	{FirstTime, "首次", []string{"首次", "首次申报", "首次考核", "首次定级", "初次", "初次申报", "转正定级", "first"}},
}

// Paths lists the four paths in the order of screens.
func Paths() []Path { return []Path{Promotion, ByYears, Exceptional, FirstTime} }

// String returns 晋级, 年限, 破格 or 首次; "" when not given.
func (p Path) String() string {
	for _, n := range pathNames {
		if n.path == p {
			return n.label
		}
	}
	return ""
}

// ReadPath reads a path by its label, code or common other words.
func ReadPath(s string) (Path, bool) {
	s = Squeeze(Narrow(s))
	for _, n := range pathNames {
		for _, w := range n.words {
			if s == w {
				return n.path, true
			}
		}
	}
	return "", false
}

// Category is the statutory retirement age before 2025 (原法定退休年龄): men 60,
// women 55 or 50. A woman's cannot be told from sex or post; it is asked.
type Category string

// The three categories of the decision of 2024-09-13.
const (
	M60 Category = "m60"
	F55 Category = "f55"
	F50 Category = "f50"
)

// Age returns 60, 55 or 50; 0 when not given.
func (c Category) Age() int {
	return map[Category]int{M60: 60, F55: 55, F50: 50}[c]
}

// String returns 60周岁 …, "" when not given.
func (c Category) String() string {
	if c.Age() == 0 {
		return ""
	}
	return fmt.Sprintf("%d周岁", c.Age())
}

// ReadCategory reads m60, f55, f50, or the age with or without 岁/周岁.
func ReadCategory(s string) (Category, bool) {
	s = strings.ToLower(Squeeze(Narrow(s)))
	for _, c := range []Category{M60, F55, F50} {
		age := fmt.Sprint(c.Age())
		for _, form := range []string{string(c), age, age + "岁", age + "周岁", "原" + age} {
			if s == form || s == "男"+form || s == "女"+form {
				return c, true
			}
		}
	}
	return "", false
}

// Appraisal is the grade of one 年度考核.
type Appraisal string

// The grades of 年度考核; 称职 of civil servants counts as 合格.
const (
	Excellent   Appraisal = "优秀"
	Qualified   Appraisal = "合格"
	Basic       Appraisal = "基本合格"
	Unqualified Appraisal = "不合格"
	NoGrade     Appraisal = "不定等次"
	Unrecorded  Appraisal = "未备案"
)

// ReadYesNo reads 是 / 否 and the marks people use for them.
func ReadYesNo(s string) (yes, ok bool) {
	switch strings.ToLower(Squeeze(Narrow(s))) {
	case "是", "有", "√", "✓", "✔", "☑", "y", "yes", "1", "已确认":
		return true, true
	case "否", "无", "×", "x", "✗", "✘", "╳", "n", "no", "0", "", "-", "—", "未确认":
		return false, true
	}
	return false, false
}

// Fen is an amount of money in hundredths of a yuan; there is no float money.
type Fen int64

// String returns yuan with two decimals and thousands comma: 1,275.00.
func (f Fen) String() string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	yuan := fmt.Sprint(int64(f / 100))
	for i := len(yuan) - 3; i > 0; i -= 3 {
		yuan = yuan[:i] + "," + yuan[i:]
	}
	return fmt.Sprintf("%s%s.%02d", sign, yuan, int64(f%100))
}
