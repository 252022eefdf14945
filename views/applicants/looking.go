package applicants

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/views/wording"
)

// looked is what a file would do, before anything of it is written.
type looked struct {
	result intake.Result
	tables []intake.Table // whose columns are to be told first; none: it is clear what they are
}

// lookAt looks at a file. A head that nobody has met is to be told where a field
// that is needed has no column, two columns may be the same field, or nothing
// claims a column that holds something.
func lookAt(ctx context.Context, d *registration.Desk, path string, progress func(done, total int)) (l looked, err error) {
	l.result, err = intake.Look(ctx, d, []string{path}, intake.Options{Reading: progress})
	if err != nil || l.result.Files[0].Error != nil || l.result.Files[0].InTray > 0 {
		return l, err
	}
	doubtful := map[string]bool{}
	for _, s := range l.result.Files[0].Sheets {
		if s.HeaderRow == 0 || !open(s) {
			continue
		}
		met, err := intake.Met(ctx, d, s.Layout)
		if err != nil {
			return l, err
		}
		doubtful[s.Layout] = !met
	}
	if !slices.Contains(slices.Collect(maps.Values(doubtful)), true) {
		return l, nil
	}
	all, err := intake.Tables(l.result.Files[0])
	for _, t := range all {
		if doubtful[t.Layout] && (len(lacking(t)) > 0 || unclaimed(t) || twice(l.result, t)) {
			l.tables = append(l.tables, t)
		}
	}
	return l, err
}

// open reports whether it may be unclear what the columns of a sheet are.
func open(s sheets.SheetReading) bool {
	lacks := s.Kind == sheets.People && len(intake.Lacking(s.Kind, slices.Collect(maps.Keys(s.Columns)))) > 0
	return lacks || len(s.Unknown) > 0 || slices.ContainsFunc(s.Problems, func(p sheets.Problem) bool { return p.Code == "header-twice" })
}

// lacking are the needed fields of a table that no column is. A unit may stand
// above the table.
func lacking(t intake.Table) (keys []string) {
	var fields []string
	for _, c := range t.Columns {
		fields = append(fields, c.Field)
	}
	return slices.DeleteFunc(intake.Lacking(t.Kind, fields), func(key string) bool { return key == "unit" })
}

func unclaimed(t intake.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c intake.Column) bool { return c.Field == "" && len(c.First) > 0 })
}

func twice(r intake.Result, t intake.Table) bool {
	for _, s := range r.Files[0].Sheets {
		if s.Layout == t.Layout && slices.ContainsFunc(s.Problems, func(p sheets.Problem) bool { return p.Code == "header-twice" }) {
			return true
		}
	}
	return false
}

// unitChanges are what unit sheets of a file would change, in sentences; none where
// they would change nothing, or the register is empty.
func unitChanges(r intake.Result) (sentences []string) {
	var d units.Diff
	for _, s := range r.Files[0].Sheets {
		if s.Diff != nil {
			d.New, d.Unchanged = append(d.New, s.Diff.New...), d.Unchanged+s.Diff.Unchanged
			d.Renamed, d.Merged, d.Changed = append(d.Renamed, s.Diff.Renamed...), append(d.Merged, s.Diff.Merged...), append(d.Changed, s.Diff.Changed...)
		}
	}
	if !d.Any() {
		return nil
	}
	add := func(word string, all []string) {
		if len(all) > 0 {
			sentences = append(sentences, fmt.Sprintf("%s %s 个：%s。", word, wording.Count(len(all)), firstFew(all)))
		}
	}
	var renamed, joined, altered []string
	for _, c := range d.Renamed {
		renamed = append(renamed, c.From+" → "+c.To)
	}
	for _, m := range d.Merged {
		joined = append(joined, m.Unit+" 并入 "+m.Into)
	}
	for _, c := range d.Changed {
		altered = append(altered, c.Unit+"（"+c.What+"）")
	}
	add("改名", renamed)
	add("合并", joined)
	add("改其他内容", altered)
	add("新增", d.New)
	if d.Unchanged > 0 {
		sentences = append(sentences, fmt.Sprintf("没有变化 %s 个。", wording.Count(d.Unchanged)))
	}
	return append(sentences, "改名、合并的，人和下属单位都跟着走，旧名称仍然认得。")
}

// firstFew names as many as a question has room for.
func firstFew(all []string) string {
	const shown = 8
	words := strings.Join(all[:min(shown, len(all))], "、")
	if len(all) > shown {
		words += " 等"
	}
	return words
}

// bare reports whether the register knows not one of a roster's units, so that it
// is likely that it is to be made of the roster.
func bare(told Imported) bool { return told.in() == 0 && told.Known == 0 && len(told.Unknown) > 0 }

// refusal is why a file could not be read; nil when it could.
func (l looked) refusal() error {
	if e := l.result.Files[0].Error; e != nil {
		return data.Refuse(e.Code, "", e.Message, e.Hint)
	}
	return nil
}
