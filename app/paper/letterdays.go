package paper

import "fmt"

// letterThose says where the people of a letter are listed.
func letterThose(v *view) string {
	if v.attached() {
		return "附件所列"
	}
	return "下列"
}

// itemDue is the day by which somebody owes something and how long that is, a line
// each.
func itemDue(v *view) string {
	if v.about.Until.IsZero() {
		return ""
	}
	return within(v.job.Year, v.about.Until) + "前\n" + daysLeft(v.about.Days)
}

// daysLeft says how long is left: 还有12天, 今天截止, 已过3天.
func daysLeft(days int) string {
	switch {
	case days > 0:
		return fmt.Sprintf("还有%d天", days)
	case days == 0:
		return "今天截止"
	}
	return fmt.Sprintf("已过%d天", -days)
}
