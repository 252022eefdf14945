package years

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// harmless are operations that enter nothing into a year.
var harmless = []data.Op{data.OpPrint, data.OpUser, data.OpRestore, data.OpMigrate, data.OpPractice, data.OpDayNote, data.OpClock}

// mostNamed is how many people a refusal names.
const mostNamed = 5

// unused refuses a year in which something was entered since it was opened
// (year-used), and lists what: the history behind the opening tells.
func unused(r *store.Reader, d *registration.Desk, act *data.YearOpening) error {
	entries, err := r.History(data.KindYearOpening, act.ID)
	if err != nil {
		return err
	}
	written, err := r.Since(entries[0].Seq)
	if err != nil {
		return err
	}
	if written, err = withoutEmptyDrafts(r, written); err != nil {
		return err
	}
	var ops []data.Op
	named := map[data.Op][]string{}
	for _, w := range written {
		if slices.Contains(harmless, w.Op) || w.Kind == data.KindOffice || w.Kind == data.KindSchema || w.Kind == data.KindPolicyFile {
			continue
		}
		if !slices.Contains(ops, w.Op) {
			ops = append(ops, w.Op)
		}
		if name := nameOf(d, w); name != "" && !slices.Contains(named[w.Op], name) {
			named[w.Op] = append(named[w.Op], name)
		}
	}
	if len(ops) == 0 {
		return nil
	}
	var parts []string
	for _, op := range ops {
		parts = append(parts, op.String()+listed(named[op]))
	}
	return data.Refuse("year-used", "", fmt.Sprintf("%d 年度已经录入了内容，不能退回：%s", act.Year, strings.Join(parts, "；")), fmt.Sprintf("请就在 %d 年度里更正；%d 年度仍可以查看", act.Year, act.From))
}

// listed writes names in brackets.
func listed(names []string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n > mostNamed:
		return fmt.Sprintf("（%s 等 %d 项）", strings.Join(names[:mostNamed], "、"), n)
	}
	return "（" + strings.Join(names, "、") + "）"
}

// nameOf names whom or what an entry is about, "" where it has no name.
func nameOf(d *registration.Desk, w store.Written) string {
	switch w.Kind {
	case data.KindApplication:
		if a, ok := d.Register.ByID(data.ApplicationID(w.Record)); ok {
			return a.Person.Name
		}
	case data.KindUnit:
		for _, u := range d.EveryUnit() {
			if u.ID == data.UnitID(w.Record) {
				return u.Name
			}
		}
	}
	return ""
}

// withoutEmptyDrafts leaves out what was typed at the desk and dropped again.
func withoutEmptyDrafts(r *store.Reader, written []store.Written) ([]store.Written, error) {
	batches, err := r.Batches()
	if err != nil {
		return nil, err
	}
	empty := map[string]bool{}
	for _, b := range batches {
		empty[string(b.ID)] = b.Accepted == 0 && len(b.Tray) == 0 && len(b.Files) == 0
	}
	return slices.DeleteFunc(written, func(w store.Written) bool { return w.Kind == data.KindBatch && empty[w.Record] }), nil
}
