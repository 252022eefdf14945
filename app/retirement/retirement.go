// Package retirement computes the statutory retirement month from the month of
// birth and the retirement age before 2025 (原法定退休年龄: men 60, women 55 or
// 50). Callers want Of. It is the law, not the notice: the table is that of the
// State Council's measures for raising the retirement age step by step, adopted
// with the decision of the Standing Committee of 2024-09-13 and in force from
// 2025-01-01. A woman's category cannot be told from her sex or post and is
// never guessed here; early and late retirement by choice are not computed.
package retirement

import "gongkao/data"

// rule is one line of the annex: who is born in or after start retires later
// than before, by one month for every step months begun, up to most months.
type rule struct {
	age   int // before 2025, in years
	start data.Month
	step  int
	most  int
}

// 国务院关于渐进式延迟法定退休年龄的办法（2024年9月13日全国人大常委会决定批准）:
// 男职工和原法定退休年龄五十五周岁的女职工每四个月延迟一个月，原法定退休年龄五十周岁的
// 女职工每二个月延迟一个月.
var rules = map[data.Category]rule{
	data.M60: {60, data.Month{Year: 1965, Month: 1}, 4, 36},
	data.F55: {55, data.Month{Year: 1970, Month: 1}, 4, 36},
	data.F50: {50, data.Month{Year: 1975, Month: 1}, 2, 60},
}

// Result is a statutory retirement age and the month in which it is reached.
// The zero Result means that it cannot be computed.
type Result struct {
	Category    data.Category
	DelayMonths int        // later than before 2025
	AgeYears    int        // statutory age: whole years …
	AgeMonths   int        // … and months, 0 to 11
	Month       data.Month // in which the age is reached
}

// Of returns the statutory retirement of somebody born in the month. Without a
// birth or a category it returns the zero Result.
func Of(birth data.Month, c data.Category) Result {
	r, ok := rules[c]
	if !ok || birth.IsZero() {
		return Result{}
	}
	delay := 0
	if since := r.start.MonthsUntil(birth); since >= 0 {
		delay = min(r.most, since/r.step+1)
	}
	age := r.age*12 + delay
	return Result{Category: c, DelayMonths: delay, AgeYears: age / 12, AgeMonths: age % 12, Month: birth.Add(age)}
}
