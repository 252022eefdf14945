package tray

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Mend puts a text in the place of what a row has in a field; "" empties it, and
// what was written puts the row back as it was. It is kept at once, and the row is
// judged again. It refuses a row that is settled (tray-settled) and a field that
// its sheet cannot have (field-unknown).
func (t *Tray) Mend(ctx context.Context, row int, field, text string) error {
	defer t.changing()()
	if err := t.mayMend(row, field); err != nil {
		return err
	}
	why := fmt.Sprintf("第 %d 行%s", t.batch.Tray[row].Row, t.label(row, field))
	return t.mend(ctx, why, field, map[int]string{row: text}, nil)
}

// Alike reports whether cells written alike in a field mean the same in every row:
// two who are both 女 by mistake are not mended alike, two of one unit are.
func Alike(field string) bool {
	switch field {
	case "unit", "supervising_unit", "trade", "current_trade", "level", "current_level", "appointed_level", "path":
		return true
	}
	return false
}

// MendAlike is Mend for every open row that has the same in the field as this one,
// and tells how many those are. A unit chosen for what a sender writes is
// remembered: the next sheet that writes it so needs no answer.
func (t *Tray) MendAlike(ctx context.Context, row int, field, text string) (rows int, err error) {
	defer t.changing()()
	if err := t.mayMend(row, field); err != nil {
		return 0, err
	}
	texts := map[int]string{}
	was, written := t.rows[row].texts[field], t.batch.Tray[row].Texts[field]
	for i := range t.rows {
		if t.rows[i].open() && t.rows[i].kind == t.rows[row].kind && t.rows[i].texts[field] == was && t.batch.Tray[i].Texts[field] == written {
			texts[i] = text
		}
	}
	why := fmt.Sprintf("%s：%s改为%s，%d 行", t.label(row, field), quoted(was), quoted(text), len(texts))
	return len(texts), t.mend(ctx, why, field, texts, t.spelling(field, written, text))
}

// Month answers a column of which the months are in doubt: 2001.1 is January (1)
// or October (10), in every row of the sheet. It tells in how many.
func (t *Tray) Month(ctx context.Context, group, month int) (rows int, err error) {
	defer t.changing()()
	groups := t.groups()
	if group < 0 || group >= len(groups) || groups[group].Ask != AskMonth || month != 1 && month != 10 {
		return 0, fmt.Errorf("tray: group %d does not ask for month %d", group, month)
	}
	field, first := groups[group].Field, &t.batch.Tray[groups[group].Rows[0]]
	texts := map[int]string{}
	for i := range t.rows {
		w := &t.batch.Tray[i]
		if t.rows[i].open() && w.File == first.File && w.Sheet == first.Sheet && t.inDoubt(i, field) {
			texts[i] = fmt.Sprintf("%s-%02d", strings.TrimSpace(w.Texts[field])[:4], month)
		}
	}
	why := fmt.Sprintf("%s：整列按 %d 月，%d 行", t.label(groups[group].Rows[0], field), month, len(texts))
	return len(texts), t.mend(ctx, why, field, texts, nil)
}

// inDoubt reports whether the month of a field is in doubt, or has only been
// settled as a column is.
func (t *Tray) inDoubt(i int, field string) bool {
	if slices.ContainsFunc(t.rows[i].found, func(p sheets.Problem) bool { return p.Code == "date-ambiguous" && p.Field == field }) {
		return true
	}
	written, now := strings.TrimSpace(t.batch.Tray[i].Texts[field]), t.rows[i].texts[field]
	return tenOrOne.MatchString(written) && (now == written[:4]+"-01" || now == written[:4]+"-10")
}

// mend puts texts in a field of rows, with what is remembered of a spelling.
func (t *Tray) mend(ctx context.Context, why, field string, texts map[int]string, learnt *learnt) error {
	at := slices.Sorted(maps.Keys(texts))
	said := answering{why: why, at: at, set: func(i int, a *data.TrayAnswer) { a.Texts = put(a.Texts, t.batch.Tray[i].Texts, field, texts[i]) }}
	if learnt != nil {
		said.along = func(_ context.Context, tx *store.Tx) error { return putUnits(tx, learnt.after) }
	}
	stale := t.alike(at)
	before, err := t.answer(ctx, said)
	if err != nil {
		return err
	}
	t.steps = append(t.steps, step{what: why, at: at, before: before, learnt: learnt})
	if learnt != nil {
		if err := t.learn(ctx); err != nil {
			return err
		}
	}
	return t.judge(merge(stale, t.alike(at)))
}

// put returns a row's own texts with one more. What says no other than what was
// written is nothing that was put.
func put(own, written map[string]string, field, text string) map[string]string {
	own = maps.Clone(own)
	if own == nil {
		own = map[string]string{}
	}
	if own[field] = text; text == written[field] {
		delete(own, field)
	}
	return own
}

// learnt is units before and after a spelling was remembered.
type learnt struct{ before, after []data.Unit }

// spelling returns what is to be remembered when a clerk says that a unit is
// written so; nil when there is nothing, or when it is how another one is called.
func (t *Tray) spelling(field, written, chosen string) *learnt {
	match := t.desk.Units().Match(chosen)
	if written = units.Trim(written); field != "unit" || written == "" || match.Kind != units.Exact {
		return nil
	}
	if already := t.desk.Units().Match(written); already.Kind == units.Exact && already.Unit.ID == match.Unit.ID {
		return nil
	}
	every := t.desk.EveryUnit()
	after, err := units.Confirm(every, match.Unit.ID, written)
	if err != nil || len(after) == 0 {
		return nil
	}
	l := &learnt{after: after}
	for _, u := range after {
		l.before = append(l.before, every[slices.IndexFunc(every, func(o data.Unit) bool { return o.ID == u.ID })])
	}
	return l
}

func putUnits(tx *store.Tx, all []data.Unit) error {
	for _, u := range all {
		if err := tx.PutUnit(u); err != nil {
			return err
		}
	}
	return nil
}

// learn takes in a unit register in which spellings have changed.
func (t *Tray) learn(ctx context.Context) error {
	err := t.aside(func() error { return t.desk.RenewUnits(ctx) })
	t.again = sheets.NewAgain(t.knowledge())
	return err
}

// mayMend refuses what cannot be mended.
func (t *Tray) mayMend(row int, field string) error {
	if err := t.mayAnswer(row); err != nil {
		return err
	}
	_, written := t.batch.Tray[row].Texts[field]
	if !written && sheets.Label(t.rows[row].kind, field) == "" {
		return data.Refuse("field-unknown", field, fmt.Sprintf("这种表没有“%s”这一栏", field), "请从列出的栏里选")
	}
	return nil
}

// label names a field of a row in words.
func (t *Tray) label(row int, field string) string {
	return cmp.Or(sheets.Label(t.rows[row].kind, field), field)
}

// longestQuote bounds what of a text is said in the history's reason; the whole
// stands in the record.
const longestQuote = 30

func quoted(text string) string {
	if utf8.RuneCountInString(text) > longestQuote {
		text = data.FirstRunes(text, longestQuote) + "…"
	}
	return "“" + text + "”"
}
