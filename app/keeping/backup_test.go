package keeping

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gongkao/data/store"
)

func TestBackupIsWholeVerifiedAndAlone(t *testing.T) {
	c := newCounty(t, 5)
	usb := t.TempDir()
	out := filepath.Join(usb, "罗山县 3月.db")
	for _, want := range []int{5, 8} { // the second replaces the first
		c.enter(t, 0, want)
		report, err := Backup(context.Background(), c.Store, out)
		must(t, err)
		if !report.OK || report.People != want {
			t.Errorf("report %+v", report)
		}
	}
	if got := files(t, usb); len(got) != 1 {
		t.Errorf("the stick holds %v", got)
	}
	info, err := os.Stat(out)
	must(t, err)
	if filepath.Separator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the backup: %v", info.Mode())
	}
	must(t, os.Chmod(out, 0o400))
	s, err := store.OpenCopy(context.Background(), out, store.Options{})
	must(t, err)
	must(t, s.Close())
}

func TestBackupOverAnythingThatIsNoBackupIsRefused(t *testing.T) {
	c, other := newCounty(t, 3), newCounty(t, 3)
	folder := t.TempDir()
	letter := filepath.Join(folder, "通知.docx")
	must(t, os.WriteFile(letter, []byte("PK\x03\x04"), 0o600))
	for out, code := range map[string]string{c.live(): "backup-onto-itself", other.live(): "file-exists", letter: "file-exists", folder: "file-exists"} {
		_, err := Backup(context.Background(), c.Store, out)
		mustRefuse(t, err, code)
	}
	if got := files(t, folder); !slices.Equal(got, []string{"通知.docx"}) {
		t.Errorf("left behind %v", got)
	}
	must(t, other.Close())
	if n := people(t, other.live()); n != 3 {
		t.Errorf("the other office has %d people", n)
	}
	if _, err := Backup(context.Background(), c.Store, filepath.Join(folder, "nowhere", "a.db")); err == nil {
		t.Error("a backup was written to a folder that is not there")
	}
	c.Lock()
	_, err := Backup(context.Background(), c.Store, filepath.Join(folder, "a.db"))
	mustRefuse(t, err, "locked")
	if got := files(t, folder); len(got) != 1 {
		t.Errorf("left behind %v", got)
	}
}

// damagedCounty is a county with a damaged file, opened.
func damagedCounty(t *testing.T) (*county, *store.Store) {
	t.Helper()
	c := newCounty(t, 3)
	must(t, c.Close())
	damage(t, c.live())
	s, err := store.Open(context.Background(), c.live(), store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	must(t, unlockWith(passphrase)(s))
	return c, s
}

func TestDamagedFileGivesNoBackup(t *testing.T) {
	_, s := damagedCounty(t)
	folder := t.TempDir()
	_, err := Backup(context.Background(), s, filepath.Join(folder, "a.db"))
	mustRefuse(t, err, "backup-bad")
	if got := files(t, folder); len(got) != 0 {
		t.Errorf("left behind %v", got)
	}
}

func TestBackupThatIsCalledOffLeavesNothing(t *testing.T) {
	c := newCounty(t, 3)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	folder := t.TempDir()
	if _, err := Backup(ctx, c.Store, filepath.Join(folder, "a.db")); err == nil {
		t.Error("done all the same")
	}
	if got := files(t, folder); len(got) != 0 {
		t.Errorf("left behind %v", got)
	}
}
