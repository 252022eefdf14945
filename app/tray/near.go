package tray

import (
	"cmp"
	"slices"
	"strings"

	"gongkao/data"
)

// near is a text and how much of it is alike, from 0 to 1.
type near struct {
	offer Offer
	share float64
}

// leastAlike is from where on two names are offered for each other.
const leastAlike = 0.4

// nearUnits returns the units of which a name is like what was written, the
// likeliest first.
func (t *Tray) nearUnits(written string) []Offer {
	var all []near
	for _, u := range t.desk.AllUnits() {
		best := near{Offer{u.Name, ""}, alikeness(written, u.Name)}
		best.better(u.Name, "简称“"+u.Short+"”", alikeness(written, u.Short))
		for _, former := range u.Former {
			best.better(u.Name, "曾用名“"+former+"”", alikeness(written, former))
		}
		all = append(all, best)
	}
	return nearest(all)
}

// tradesOffered offers trades of the catalogue.
func (t *Tray) tradesOffered(row int, field, typed string) []Offer {
	written := t.rows[row].texts[field]
	var all []near
	for _, trade := range t.desk.Office.Codes.Trades {
		n := near{Offer{trade.Name, ""}, 0}
		for _, name := range append([]string{trade.Name}, trade.Aliases...) {
			why := ""
			if name != trade.Name {
				why = "也叫“" + name + "”"
			}
			switch {
			case typed == "":
				n.better(trade.Name, why, alikeness(written, name))
			case matches(name, typed):
				n.better(trade.Name, why, 1)
			}
		}
		all = append(all, n)
	}
	return nearest(all)
}

// better takes another reason for the offer when it is the nearer one.
func (n *near) better(text, why string, share float64) {
	if share > n.share {
		n.offer, n.share = Offer{text, why}, share
	}
}

func nearest(all []near) []Offer {
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(b.share, a.share) })
	var offers []Offer
	for _, n := range all {
		if n.share >= leastAlike && len(offers) < mostOffers {
			offers = append(offers, n.offer)
		}
	}
	return offers
}

// alikeness is how much two names share: twice the characters of one that stand in
// the other in the same order, over all of them.
func alikeness(a, b string) float64 {
	x, y := []rune(strings.ToLower(data.NormaliseUnit(a))), []rune(strings.ToLower(data.NormaliseUnit(b)))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	row := make([]int, len(y)+1)
	for _, r := range x {
		diagonal := 0
		for j, s := range y {
			above := row[j+1]
			if r == s {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j], above)
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}
