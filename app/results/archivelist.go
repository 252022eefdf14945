package results

import (
	"io/fs"
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

// listName is the file of the archive list; an office's own copy in its data
// folder wins.
const listName = "results/archive.toml"

// badList is the code of every refusal of an archive list.
const badList = "archive-bad"

// Item is one thing that goes into somebody's archive.
type Item struct {
	Key      string       `table:"item"`
	Name     string       `table:"name"`
	Levels   []data.Level `table:"levels,optional"` // none: all
	Passed   bool         `table:"passed,optional"` // only of who passed
	Required bool         `table:"required,optional"`
}

// ArchiveList says what goes into an archive (归档目录). It is a list for looking
// and ticking, never a rule of the notice.
type ArchiveList struct {
	Source  string
	Status  tables.Status // whether somebody has held it against the original
	Overlay bool          // it is the office's own

	items []Item
}

// LoadArchiveList reads overlayDir/results/archive.toml when it exists
// (overlayDir may be ""), else that of files. Whatever is wrong with it is refused
// (archive-bad) with the file and the line.
func LoadArchiveList(files fs.FS, overlayDir string) (*ArchiveList, error) {
	src, own, err := tables.Find(tables.Files{Embedded: files, Overlay: overlayDir, Code: badList, What: "归档目录"}, listName)
	if err != nil {
		return nil, err
	}
	all, err := tables.Read(listName, badList, src)
	if err != nil {
		return nil, err
	}
	l := &ArchiveList{Overlay: own}
	for _, t := range all {
		switch t.Name {
		case "":
			err = l.head(t)
		case "item":
			err = l.take(t)
		default:
			err = t.Refuse("", "没有“"+t.Name+"”这样的表")
		}
		if err != nil {
			return nil, err
		}
	}
	if len(l.items) == 0 {
		return nil, tables.Missing(listName, badList, "[[item]]")
	}
	return l, nil
}

func (l *ArchiveList) head(t *tables.Table) error {
	var head struct {
		Source string        `table:"source"`
		Status tables.Status `table:"status"`
	}
	err := t.Decode(&head)
	l.Source, l.Status = head.Source, head.Status
	return err
}

func (l *ArchiveList) take(t *tables.Table) error {
	var i Item
	if err := t.Decode(&i); err != nil {
		return err
	}
	switch {
	case i.Key == "":
		return t.Refuse("item", "item 不能空着")
	case i.Name == "":
		return t.Refuse("name", "name 不能空着")
	case slices.ContainsFunc(l.items, func(o Item) bool { return o.Key == i.Key }):
		return t.Refuse("item", "“"+i.Key+"”写了两次")
	case slices.ContainsFunc(i.Levels, func(v data.Level) bool { return !v.Valid() }):
		return t.Refuse("levels", "等级只有 5 到 1")
	}
	l.items = append(l.items, i)
	return nil
}

// For lists what goes into the archive of an application with a result.
func (l *ArchiveList) For(a *data.Applicant, r *Result) []Item {
	var all []Item
	for _, i := range l.items {
		if (len(i.Levels) == 0 || slices.Contains(i.Levels, a.Application.Level)) && (!i.Passed || r.Outcome == Passed) {
			all = append(all, i)
		}
	}
	return all
}

// Name is what an item is called; a key that the list no longer has is its own
// name.
func (l *ArchiveList) Name(key string) string {
	for _, i := range l.items {
		if i.Key == key {
			return i.Name
		}
	}
	return key
}
