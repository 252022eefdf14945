package keeping

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongkao/data/disk"
)

// Kept is an automatic backup in the folder of backups.
type Kept struct {
	Path string
	At   time.Time // by the clock that stood when it was made
	Why  string
	Size int64
}

// Latest returns the last automatic backup; ok is false when there is none, or
// the folder cannot be read.
func Latest(backups string, zone *time.Location) (last Kept, ok bool) {
	all, err := List(backups, zone)
	if err != nil || len(all) == 0 {
		return Kept{}, false
	}
	return all[0], true
}

// List returns the automatic backups of a folder, latest first. A folder that
// is not there holds none.
func List(backups string, zone *time.Location) ([]Kept, error) {
	entries, err := os.ReadDir(backups)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, disk.Explain(err)
	}
	var names []string
	sizes := map[string]int64{}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !automatic.MatchString(e.Name()) {
			continue
		}
		names = append(names, e.Name())
		sizes[e.Name()] = info.Size()
	}
	slices.SortFunc(names, laterFirst)
	var all []Kept
	for _, name := range names {
		stamp := name[len("gongkao-"):][:len(stampLayout)]
		at, err := time.ParseInLocation(stampLayout, stamp, zone)
		if err != nil { // a name like one of ours, with no such day
			continue
		}
		why := strings.TrimSuffix(name[len("gongkao-")+len(stampLayout)+1:], ".db")
		all = append(all, Kept{filepath.Join(backups, name), at, why, sizes[name]})
	}
	return all, nil
}
