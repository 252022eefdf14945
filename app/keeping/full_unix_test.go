//go:build !windows

package keeping

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// onFullDisk runs f while no file of this process can grow beyond so many
// bytes: as near to a full disk as an ordinary user comes.
func onFullDisk(t *testing.T, bytes uint64, f func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	small := before
	small.Cur = bytes
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small))
	defer func() { must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) }()
	f()
}

func TestFullDiskGivesNoBackupAndNoHalfOne(t *testing.T) {
	c := newCounty(t, 5)
	usb := t.TempDir()
	onFullDisk(t, 20_001, func() {
		_, err := Backup(context.Background(), c.Store, filepath.Join(usb, "a.db"))
		mustRefuse(t, err, "disk-error") // SQLite takes this limit for a failing disk
	})
	if got := files(t, usb); len(got) != 0 {
		t.Errorf("left behind %v", got)
	}
}

func TestFullDiskLeavesTheOfficeAsItWasWhenRestoring(t *testing.T) {
	c, backup := backedUp(t)
	before, err := os.ReadFile(c.live())
	must(t, err)
	onFullDisk(t, 20_001, func() {
		_, err := Restore(context.Background(), c.restoration(backup))
		mustRefuse(t, err, "disk-full")
	})
	after, err := os.ReadFile(c.live())
	must(t, err)
	if string(before) != string(after) || len(files(t, c.folder)) != 2 {
		t.Errorf("changed; the folder holds %v", files(t, c.folder))
	}
}
