package tray

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gongkao/data"
)

// Group is the open rows of which the first problem is answered alike. A row with
// which nothing is wrong any more stays where it was last, until it enters.
type Group struct {
	Code   string // of the family's first problem; with Field and Column it names the group
	Title  string // 单位名称相近
	Advice string // 每种写法答一次
	Block  bool   // an error of the sender's, not a question of ours
	Ask    Ask
	Field  string // of AskMonth: the field of the column that is asked about
	Column string // likewise its letters; "" in imports of older versions
	Rows   []int  // by their place, in the order of the sheet
}

// groupKey tells groups apart.
type groupKey struct {
	family               int
	sheet, field, column string // of AskMonth
}

// Groups returns the groups that have rows, in a fixed order.
func (t *Tray) Groups() []Group {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.groups()
}

func (t *Tray) groups() []Group {
	by := map[groupKey][]int{}
	for i := range t.rows {
		if t.rows[i].open() {
			key := t.groupOf(i)
			by[key] = append(by[key], i)
		}
	}
	keys := slices.SortedFunc(maps.Keys(by), func(a, b groupKey) int {
		return cmp.Or(cmp.Compare(a.family, b.family), cmp.Compare(by[a][0], by[b][0]))
	})
	groups := make([]Group, 0, len(keys))
	for _, key := range keys {
		f := &families[key.family]
		code, _, _ := strings.Cut(f.codes, " ")
		groups = append(groups, Group{Code: code, Title: f.title, Advice: f.advice, Block: f.block, Ask: f.ask, Field: key.field, Column: key.column, Rows: by[key]})
	}
	return groups
}

// groupOf returns the group of an open row.
func (t *Tray) groupOf(i int) groupKey {
	r := &t.rows[i]
	key := groupKey{family: familyOf(r.home)}
	if families[key.family].ask != AskMonth {
		return key
	}
	w := &t.batch.Tray[i]
	key.sheet, key.field = w.File+"\n"+w.Sheet, cmp.Or(r.asked, t.monthAsked(i))
	key.column = strings.TrimRight(w.Cells[key.field], "0123456789")
	return key
}

// monthAsked returns the first field of a row of which the month is in doubt: now,
// or as it was written.
func (t *Tray) monthAsked(i int) string {
	for _, p := range t.rows[i].found {
		if p.Code == "date-ambiguous" {
			return p.Field
		}
	}
	w := &t.batch.Tray[i]
	for _, f := range data.Fields {
		if tenOrOne.MatchString(strings.TrimSpace(w.Texts[f.Key])) {
			return f.Key
		}
	}
	return ""
}
