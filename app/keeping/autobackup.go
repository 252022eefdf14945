package keeping

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// keptBackups is how many automatic backups stay.
const keptBackups = 10

// AutoBackup makes a backup in the folder of backups, which it creates, named
// by its time and by why it was made ("导入前"), and takes away all but the last
// ten. It returns the backup's path. Errors are those of Backup.
func AutoBackup(ctx context.Context, s *store.Store, backups, why string) (string, error) {
	checked, err := Beside(ctx, s, backups, why)
	if err != nil {
		return "", err
	}
	return checked()
}

// Beside is AutoBackup for who has much to write: it returns when the copy is
// written, and checks it while he goes on. A copy is no backup until checked,
// which waits and may be called again, has said that all is well: nothing that
// needs the backup may be committed before. Whoever gives up ends ctx and calls
// checked all the same, so that nothing is left behind.
func Beside(ctx context.Context, s *store.Store, backups, why string) (checked func() (string, error), err error) {
	if err := os.MkdirAll(backups, disk.FolderMode); err != nil {
		return nil, disk.Explain(err)
	}
	out := freeName(backups, s.Now().Format(stampLayout), why)
	c, err := copyOf(ctx, s, out)
	if err != nil {
		return nil, err
	}
	checked = sync.OnceValues(func() (string, error) {
		if _, err := c.settle(ctx); err != nil {
			return "", err
		}
		return out, rotate(backups, filepath.Base(out))
	})
	go checked()
	return checked, nil
}

// Daily makes the first backup of a day, and none when there is one of the day.
func Daily(ctx context.Context, s *store.Store, backups string) error {
	today := s.Now()
	if last, ok := Latest(backups, today.Location()); ok && data.DateOf(last.At) == data.DateOf(today) {
		return nil
	}
	_, err := AutoBackup(ctx, s, backups, "每日")
	return err
}

const stampLayout = "20060102-150405"

var (
	automatic = regexp.MustCompile(`^gongkao-\d{8}-\d{6}-.*\.db$`)
	unfit     = regexp.MustCompile(`[^\p{L}\p{N}]+`) // in names of files on any system
)

// freeName returns gongkao-20260320-143000-导入前.db, with a number where two
// are made in one second.
func freeName(folder, stamp, why string) string {
	why = data.FirstRunes(unfit.ReplaceAllString(why, ""), 20)
	if why == "" {
		why = "自动"
	}
	for n := 1; ; n++ {
		name := fmt.Sprintf("gongkao-%s-%s.db", stamp, why)
		if n > 1 {
			name = fmt.Sprintf("gongkao-%s-%s-%d.db", stamp, why, n)
		}
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); err != nil {
			return path
		}
	}
}

// rotate takes away all but the latest automatic backups. The one just made
// stays whatever its name says, for it is the last that is known to be good:
// a clock that was set back must not make it the oldest.
func rotate(backups, made string) error {
	entries, err := os.ReadDir(backups)
	if err != nil {
		return disk.Explain(err)
	}
	var older []string
	for _, e := range entries {
		if name := e.Name(); automatic.MatchString(name) && name != made {
			older = append(older, name)
		}
	}
	slices.SortFunc(older, laterFirst)
	for _, name := range older[min(len(older), keptBackups-1):] {
		if err := os.Remove(filepath.Join(backups, name)); err != nil {
			return disk.Explain(err)
		}
	}
	return nil
}

// laterFirst orders names by their time; of one second, numbered ones are
// later.
func laterFirst(a, b string) int {
	stamp := len("gongkao-" + stampLayout)
	if c := strings.Compare(b[:stamp], a[:stamp]); c != 0 {
		return c
	}
	if c := len(b) - len(a); c != 0 {
		return c
	}
	return strings.Compare(b, a)
}
