package keeping

import (
	"context"
	"path/filepath"
	"testing"
	"time"
)

func TestAutomaticBackupIsNamedByTimeAndReason(t *testing.T) {
	c := newCounty(t, 3)
	for _, want := range []struct{ why, name string }{
		{"导入前", "gongkao-20260320-143000-导入前.db"},
		{"导入前", "gongkao-20260320-143000-导入前-2.db"},
		{"../../etc\\CON:*? 恢复前", "gongkao-20260320-143000-etcCON恢复前.db"},
		{"", "gongkao-20260320-143000-自动.db"},
	} {
		path, err := AutoBackup(context.Background(), c.Store, c.backups, want.why)
		must(t, err)
		if path != filepath.Join(c.backups, want.name) {
			t.Errorf("%q became %s", want.why, path)
		}
		if n := people(t, path); n != 3 {
			t.Errorf("%d people in %s", n, path)
		}
	}
}

func TestLastTenBackupsStayAndNothingElseIsTouched(t *testing.T) {
	c := newCounty(t, 1)
	mine, err := AutoBackup(context.Background(), c.Store, c.backups, "first")
	must(t, err)
	letter := filepath.Join(c.backups, "请勿删除.db")
	_, err = Backup(context.Background(), c.Store, letter)
	must(t, err)
	for range 12 {
		c.now = c.now.Add(time.Hour)
		_, err := AutoBackup(context.Background(), c.Store, c.backups, "导入前")
		must(t, err)
	}
	got := files(t, c.backups)
	if len(got) != keptBackups+1 || contains(got, filepath.Base(mine)) || !contains(got, "请勿删除") {
		t.Errorf("the folder holds %v", got)
	}
}

func TestBackupJustMadeStaysThoughTheClockWasSetBack(t *testing.T) {
	c := newCounty(t, 1)
	for range keptBackups {
		c.now = c.now.Add(time.Hour)
		_, err := AutoBackup(context.Background(), c.Store, c.backups, "导入前")
		must(t, err)
	}
	c.now = c.now.AddDate(-1, 0, 0)
	last, err := AutoBackup(context.Background(), c.Store, c.backups, "导入前")
	must(t, err)
	got := files(t, c.backups)
	if len(got) != keptBackups || !contains(got, filepath.Base(last)) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestWhatIsWrittenWhileTheCopyIsCheckedIsNotInIt(t *testing.T) {
	c := newCounty(t, 3)
	checked, err := Beside(context.Background(), c.Store, c.backups, "开启前")
	must(t, err)
	c.enter(t, 3, 5)
	path, err := checked()
	must(t, err)
	if again, err := checked(); again != path || err != nil {
		t.Errorf("asked again it is %s, %v", again, err)
	}
	if n := people(t, path); n != 3 {
		t.Errorf("%d people in the backup", n)
	}
	if got := files(t, c.backups); len(got) != 1 {
		t.Errorf("the folder holds %v", got)
	}
}

func TestACopyOfADamagedFileIsNoBackupAndLeavesNothing(t *testing.T) {
	c, s := damagedCounty(t)
	checked, err := Beside(context.Background(), s, c.backups, "开启前")
	must(t, err)
	_, err = checked()
	mustRefuse(t, err, "backup-bad")
	if got := files(t, c.backups); len(got) != 0 {
		t.Errorf("left behind %v", got)
	}
}
