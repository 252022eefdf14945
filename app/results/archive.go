package results

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/data"
	"gongkao/data/store"
)

// mostBox is how long the name of a box may be.
const mostBox = 30

// Filing is what is put into somebody's archive.
type Filing struct {
	Application data.ApplicationID
	Items       []string // keys of the list
	Box         string
	Close       bool // everything that has to be is in
}

// ArchiveOf lists what goes into somebody's archive and what is in it.
func (b *Books) ArchiveOf(a *data.Applicant) (items []Item, in map[string]bool) {
	r := Of(b.desk.Office.Policy, a)
	in = map[string]bool{}
	if a.Ledger.Archive != nil {
		for _, key := range a.Ledger.Archive.Items {
			in[key] = true
		}
	}
	return b.List.For(a, &r), in
}

// All lists the keys of everything that goes into somebody's archive.
func (b *Books) All(a *data.Applicant) (keys []string) {
	items, _ := b.ArchiveOf(a)
	for _, i := range items {
		keys = append(keys, i.Key)
	}
	return keys
}

// Lacking names the items without which an archive cannot be closed.
func (b *Books) Lacking(a *data.Applicant, in []string) (names []string) {
	items, _ := b.ArchiveOf(a)
	for _, i := range items {
		if i.Required && !slices.Contains(in, i.Key) {
			names = append(names, i.Name)
		}
	}
	return names
}

// filed reports whether somebody's archive is closed.
func filed(a *data.Applicant) bool {
	return a.Ledger.Archive != nil && !a.Ledger.Archive.Filed.IsZero()
}

// File records what is in archives. It refuses all of them when one has no result
// yet (archive-early), holds something its list does not have (archive-item), has a
// box that is no name (archive-box), or is to be closed while something is lacking
// or no box is named (archive-lacks).
func (b *Books) File(ctx context.Context, list []Filing) error {
	ids := make([]data.ApplicationID, len(list))
	for i, f := range list {
		ids[i] = f.Application
	}
	made := make([]data.Archive, len(list))
	who, err := b.each(ids, func(i int, a *data.Applicant, r *Result) error {
		f := list[i]
		if err := b.fits(a, r, &f); err != nil {
			return err
		}
		made[i] = b.archive(a, f)
		return nil
	})
	if err != nil {
		return err
	}
	return b.write(ctx, data.OpArchive, "归档："+who, ids, func(tx *store.Tx) error {
		for _, m := range made {
			m.At = tx.Now()
			if err := tx.PutArchive(m); err != nil {
				return err
			}
		}
		return nil
	})
}

// archive is the record of a filing; the day on which it was closed stays.
func (b *Books) archive(a *data.Applicant, f Filing) data.Archive {
	made := data.Archive{ID: f.Application, Box: f.Box, By: b.desk.Office.Clerk}
	items, _ := b.ArchiveOf(a)
	for _, i := range items {
		if slices.Contains(f.Items, i.Key) {
			made.Items = append(made.Items, i.Key)
		}
	}
	if f.Close {
		if made.Filed = b.desk.Office.Today(); filed(a) {
			made.Filed = a.Ledger.Archive.Filed
		}
	}
	return made
}

func (b *Books) fits(a *data.Applicant, r *Result, f *Filing) error {
	f.Box = strings.TrimSpace(f.Box)
	items := b.List.For(a, r)
	for _, key := range f.Items {
		if !slices.ContainsFunc(items, func(i Item) bool { return i.Key == key }) {
			return data.Refuse("archive-item", "items", fmt.Sprintf("%s 的归档目录里没有“%s”", a.Person.Name, b.List.Name(key)), "他要归档的是："+names(items))
		}
	}
	lacking := b.Lacking(a, f.Items)
	switch {
	case !r.Sits || r.Outcome == Pending:
		return data.Refuse("archive-early", "", a.Person.Name+" 还没有考核结果，不能归档", "请先把成绩录完")
	case utf8.RuneCountInString(f.Box) > mostBox:
		return data.Refuse("archive-box", "box", fmt.Sprintf("盒号超过 %d 个字", mostBox), "请只写盒号，例如 2026-03")
	case f.Close && len(lacking) > 0:
		return data.Refuse("archive-lacks", "items", a.Person.Name+" 还缺："+strings.Join(lacking, "、"), "补齐并勾上再归档；一时补不齐，先保存，不要办结")
	case f.Close && f.Box == "":
		return data.Refuse("archive-lacks", "box", "没有写放在哪一盒", "请写盒号，例如 2026-03")
	}
	return nil
}

func names(items []Item) string {
	var all []string
	for _, i := range items {
		all = append(all, i.Key+" "+i.Name)
	}
	return strings.Join(all, "、")
}
