package printing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gongkao/data"
)

// Orders are what a roster may be by, the usual first: by unit.
var Orders = []string{"unit", "level", "trade"}

// compares are the orders in which bands stand over those of the units: level 五
// first and no level last, trades by name and no trade last.
var compares = map[string]func(a, b *data.Applicant) int{
	"level": func(a, b *data.Applicant) int { return cmp.Compare(b.Application.Level, a.Application.Level) },
	"trade": func(a, b *data.Applicant) int {
		x, y := a.Application.Trade, b.Application.Trade
		if (x == "") != (y == "") {
			return -cmp.Compare(x, y)
		}
		return cmp.Compare(x, y)
	},
}

// ordered is people in the order asked for, by unit within what it is by.
func (g *gathering) ordered(people []*data.Applicant) []*data.Applicant {
	compare := compares[strings.Join(g.order.By, ",")]
	if compare == nil || g.kind.counts {
		return people
	}
	people = slices.Clone(people)
	slices.SortStableFunc(people, compare)
	return people
}

// roster is the people found, with a band for each of what it is by. It refuses
// what it cannot be by (by-unknown).
func roster(ctx context.Context, g *gathering) error {
	by := strings.Join(g.order.By, ",")
	switch {
	case compares[by] != nil:
		g.job.Order = by
	case by != "" && by != Orders[0]:
		return data.Refuse("by-unknown", "by", "花名册不能按“"+by+"”排", "可以写其中一项："+strings.Join(Orders, " "))
	}
	return entries(ctx, g)
}
