package disk

import "syscall"

// SyncFolder does nothing: Windows has no such call, NTFS journals the rename
// itself.
func SyncFolder(string) error { return nil }

// Windows error numbers that package syscall does not name.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
)

var (
	fullErrors     = []error{errorDiskFull, errorHandleDiskFull}
	readOnlyErrors = []error{errorWriteProtect, syscall.ERROR_ACCESS_DENIED}
	lockedErrors   = []error{errorSharingViolation, errorLockViolation}
)
