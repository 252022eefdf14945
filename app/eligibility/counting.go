package eligibility

import (
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
)

// yearsSince counts the years from the month to the rule's day, the rule's way;
// negative when the month lies after the day. The month counts from its first
// day, for the day of a certificate is seldom known; the rule's day closes its
// month (the policy file is held to that).
func yearsSince(r *policy.Rule, from data.Month) int {
	to := r.AsOf.MonthOf()
	switch {
	case from.After(to):
		return -1
	case r.Counting == policy.CalendarDifference:
		return to.Year - from.Year
	case r.Counting == policy.InclusiveYears:
		return to.Year - from.Year + 1
	}
	return from.MonthsUntil(to) / 12
}

// sum writes out how yearsSince came about: 至 2026-09-30 满 7 年 3 个月.
func sum(r *policy.Rule, from data.Month) string {
	to, years := r.AsOf.MonthOf(), yearsSince(r, from)
	switch {
	case years < 0:
		return "晚于 " + r.AsOf.String()
	case r.Counting == policy.CalendarDifference:
		return fmt.Sprintf("按年份相减 %d－%d＝%d 年", to.Year, from.Year, years)
	case r.Counting == policy.InclusiveYears:
		return fmt.Sprintf("按年头 %d－%d＋1＝%d 年", to.Year, from.Year, years)
	}
	return "至 " + r.AsOf.String() + " 满 " + fullText(from.MonthsUntil(to))
}

// ageOn returns the full years of age on a day.
func ageOn(birth, day data.Date) int {
	age := day.Year - birth.Year
	if day.Month < birth.Month || day.Month == birth.Month && day.Day < birth.Day {
		age--
	}
	return age
}
