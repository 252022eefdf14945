package sheets

import (
	"fmt"
	"slices"

	"gongkao/app/sheets/grid"
)

// ledgerClaims are the heads of a row read as those of the year's books.
type ledgerClaims struct {
	h       header
	columns map[string][]ranked // who claims a key
	roster  int                 // how much speaks for a roster
	exam    int                 // heads of an exam centre
	fields  int                 // columns of a roster that a ledger does not take in
}

// ranked is a column that claims a key; the lowest rank wins.
type ranked struct{ column, rank int }

// ledgerHeader reads a row as the head of payments, scores or orders; ok is false
// when it is none of them, or speaks more for a roster: one that happens to have
// a column of money or points stays what it is.
func ledgerHeader(above over, row grid.Row) (h header, ok bool) {
	c := ledgerClaims{h: header{columns: map[string]int{}, heads: map[int]string{}, groups: map[int]string{}}, columns: map[string][]ranked{}}
	above.eachHead(row, c.read)
	for _, k := range ledgerKinds {
		if k.told(c.has) {
			own := c.own(k)
			return c.settle(k), own*ownWeight > c.roster
		}
	}
	return header{}, false
}

func (c *ledgerClaims) read(column int, group, head string) {
	c.h.heads[column], c.h.groups[column] = head, group
	if claimed, ok := claimLedger(group, head); ok {
		rank := claimed.rank
		if common[claimed.key] {
			rank += 2 // after the words of rosters
		}
		c.columns[claimed.key] = append(c.columns[claimed.key], ranked{column, rank})
		return
	}
	field, ok := commonHead(group, head)
	switch {
	case ok && common[field.key]:
		c.columns[field.key] = append(c.columns[field.key], ranked{column, field.rank})
		return
	case serialHeads[squeeze(head)]:
		c.h.alone = append(c.h.alone, column)
		return
	case ok:
		c.fields++
		c.roster += rosterWeight[field.key]
	case appraisalYear(group, head) != 0:
		c.fields++
		c.roster += ownWeight
	case examMarks[squeeze(head)]:
		c.exam++
	}
	c.h.unknown = append(c.h.unknown, column)
}

// has reports whether one of the keys is claimed.
func (c *ledgerClaims) has(keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return len(c.columns[key]) > 0 })
}

// own counts the columns that only a sheet of that kind has.
func (c *ledgerClaims) own(k ledgerKind) (n int) {
	for _, key := range k.keys {
		if c.has(key) {
			n++
		}
	}
	if k.kind == Scores {
		n += c.exam
	}
	return n
}

// settle gives each key of the kind to its best column, and lists the others as
// unknown. Two equal heads are nobody's: which of them counts would be a guess.
func (c *ledgerClaims) settle(k ledgerKind) header {
	h := c.h
	h.kind, h.more = k.kind, c.fields
	for key, all := range c.columns {
		slices.SortStableFunc(all, func(a, b ranked) int { return a.rank - b.rank })
		switch {
		case !common[key] && !slices.Contains(k.keys, key), key == "score" && c.total(k):
		case !common[key] && len(all) > 1 && all[0].rank == all[1].rank:
			h.twice = append(h.twice, twiceHead(key, h.heads[all[0].column], all[1].column))
		default:
			h.columns[key] = all[0].column
			all = all[1:]
		}
		for _, r := range all {
			h.unknown = append(h.unknown, r.column)
		}
	}
	h.order()
	return h
}

// total reports whether the bare 成绩 stands beside the scores of subjects, so
// that it is their sum.
func (c *ledgerClaims) total(k ledgerKind) bool {
	return k.kind == Scores && !c.has("subject") && c.has("computer", "theory", "evaluation")
}

func twiceHead(key, head string, column int) Problem {
	p := note("header-twice", fmt.Sprintf("表头里有两个“%s”，分不清用哪一列", head), "请把不用的那一列改名或删去再导入")
	p.Field, p.Value, p.Cell = key, head, grid.ColumnName(column)
	return p
}
