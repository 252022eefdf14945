package paper

import "cmp"

// Orders other than by unit are told by the key of what they are by.
const (
	byLevel = "level"
	byTrade = "trade"
)

// orderValues tell of the bands that stand over those of the units.
var orderValues = map[string]func(*view) string{
	"order.group":  orderGroup,
	"order.indent": orderIndent,
}

// orderGroup is the level or trade somebody stands under; "" on a list by unit.
func orderGroup(v *view) string {
	a := &v.entry.Application
	switch v.job.Order {
	case byLevel:
		return cmp.Or(a.Level.Full(), "等级未填")
	case byTrade:
		return cmp.Or(a.Trade, "工种未填")
	}
	return ""
}

// orderTitle is what the title says of the order; "" of the usual one.
func orderTitle(v *view) string {
	return map[string]string{byLevel: "（按等级）", byTrade: "（按工种）"}[v.job.Order]
}

// orderIndent sets bands in that stand under others.
func orderIndent(v *view) string {
	if v.job.Order == "" {
		return ""
	}
	return "　"
}
