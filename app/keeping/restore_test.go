package keeping

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

func (c *county) restoration(from string) Restoration {
	return Restoration{Live: c.live(), From: from, Backups: c.backups, Unlock: unlockWith(passphrase), Options: store.Options{}}
}

// backedUp returns a county of seven people, closed, and a backup of when it
// had five.
func backedUp(t *testing.T) (c *county, backup string) {
	t.Helper()
	c = newCounty(t, 5)
	backup = filepath.Join(t.TempDir(), "backup.db")
	_, err := Backup(context.Background(), c.Store, backup)
	must(t, err)
	c.enter(t, 5, 7)
	must(t, c.Close())
	return c, backup
}

func TestRestoredFileIsTheBackupAndTheOldOneIsKept(t *testing.T) {
	c, backup := backedUp(t)
	report, err := Restore(context.Background(), c.restoration(backup))
	must(t, err)
	if !report.OK || report.People != 5 {
		t.Errorf("report %+v", report)
	}
	if n := people(t, c.live()); n != 5 {
		t.Errorf("%d people in the office's file", n)
	}
	for _, name := range files(t, c.backups) {
		if filepath.Ext(name) == ".db" && people(t, filepath.Join(c.backups, name)) != 7 {
			t.Errorf("%s is not the old file", name)
		}
	}
	if got := files(t, c.backups); !contains(got, "replaced-") || !contains(got, ".head") {
		t.Errorf("the backups are %v", got)
	}
	if got := files(t, c.folder); len(got) != 3 { // database, head file, backups
		t.Errorf("the folder holds %v", got)
	}
}

func TestRestoringStandsInTheHistory(t *testing.T) {
	c, backup := backedUp(t)
	_, err := Restore(context.Background(), c.restoration(backup))
	must(t, err)
	s, err := store.Open(context.Background(), c.live(), store.Options{})
	must(t, err)
	defer s.Close()
	must(t, unlockWith(passphrase)(s))
	must(t, s.View(context.Background(), func(r *store.Reader) error {
		entries, err := r.History(data.KindSchema, "schema")
		if last := entries[len(entries)-1]; last.Op != data.OpRestore || last.Why != "取自 backup.db" || last.By != "李娟" {
			t.Errorf("the last entry is %+v", last)
		}
		return err
	}))
	_, err = s.Update(context.Background(), data.OpEnter, "", func(tx *store.Tx) error { return tx.PutOffice(data.Office{Name: "罗山县"}) })
	must(t, err)
}

func TestRestoreThatFailsLeavesTheOfficeAsItWas(t *testing.T) {
	for name, spoil := range map[string]struct {
		code string
		do   func(*Restoration)
	}{
		"wrong passphrase": {"wrong-passphrase", func(r *Restoration) { r.Unlock = unlockWith("别的口令") }},
		"damaged backup":   {"backup-bad", func(r *Restoration) { damage(t, r.From) }},
		"cut backup":       {"file-cut", func(r *Restoration) { must(t, os.Truncate(r.From, 9000)) }},
		"empty backup":     {"file-empty", func(r *Restoration) { must(t, os.Truncate(r.From, 0)) }},
		"no backup":        {"file-missing", func(r *Restoration) { r.From += ".nowhere" }},
		"a letter":         {"not-ours", func(r *Restoration) { must(t, os.WriteFile(r.From, []byte("尊敬的领导"), 0o600)) }},
		"itself":           {"restore-onto-itself", func(r *Restoration) { r.From = r.Live }},
	} {
		t.Run(name, func(t *testing.T) {
			c, backup := backedUp(t)
			before, err := os.ReadFile(c.live())
			must(t, err)
			r := c.restoration(backup)
			spoil.do(&r)
			_, err = Restore(context.Background(), r)
			mustRefuse(t, err, spoil.code)
			after, err := os.ReadFile(c.live())
			must(t, err)
			if string(before) != string(after) {
				t.Error("the office's file was changed")
			}
			if got := files(t, c.folder); len(got) != 2 { // database and head file
				t.Errorf("left behind %v", got)
			}
		})
	}
}

func TestRestoreMendsALostADamagedAndAnInterruptedFile(t *testing.T) {
	for name, hurt := range map[string]func(c *county){
		"lost":    func(c *county) { must(t, os.RemoveAll(c.folder)) },
		"damaged": func(c *county) { must(t, os.Truncate(c.live(), 5000)) },
		"interrupted": func(c *county) { // killed: the log holds what the file does not
			s, err := store.Open(context.Background(), c.live(), store.Options{})
			must(t, err)
			must(t, unlockWith(passphrase)(s))
			_, err = s.Update(context.Background(), data.OpEnter, "", func(tx *store.Tx) error { return tx.PutOffice(data.Office{Name: "罗山县"}) })
			must(t, err)
			for _, suffix := range []string{"", "-wal"} {
				must(t, disk.Copy(c.live()+suffix, c.live()+".kept"+suffix))
			}
			must(t, s.Close())
			for _, suffix := range []string{"", "-wal"} {
				must(t, disk.Move(c.live()+".kept"+suffix, c.live()+suffix))
			}
		},
		"without its log": func(c *county) { // its head file knows of more than it holds
			must(t, os.WriteFile(store.HeadPath(c.live()), []byte("x"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, backup := backedUp(t)
			hurt(c)
			_, err := Restore(context.Background(), c.restoration(backup))
			must(t, err)
			if n := people(t, c.live()); n != 5 {
				t.Errorf("%d people", n)
			}
		})
	}
}

func TestFileCopiedByHandWithItsLogIsRestoredWhole(t *testing.T) {
	c, _ := backedUp(t)
	open := newCounty(t, 4)
	taken := filepath.Join(t.TempDir(), "taken.db")
	for _, suffix := range []string{"", "-wal"} {
		must(t, disk.Copy(open.live()+suffix, taken+suffix))
	}
	report, err := Restore(context.Background(), c.restoration(taken))
	must(t, err)
	if report.People != 4 {
		t.Errorf("%d people", report.People)
	}
}
