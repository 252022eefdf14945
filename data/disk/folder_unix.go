//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

// SyncFolder returns when the names in the folder are on the disk.
func SyncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	// Some file systems (FAT, network) cannot sync a folder and say so; the
	// file itself is safe by then.
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

var (
	fullErrors     = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnlyErrors = []error{syscall.EROFS, syscall.EACCES, syscall.EPERM}
	lockedErrors   = []error{syscall.EBUSY, syscall.ETXTBSY}
)
