package kit

import (
	"runtime"
	"syscall"

	"golang.org/x/sys/windows"
)

// alreadyThere is S_FALSE: the thread had an apartment of this kind.
const alreadyThere = syscall.Errno(1)

// dialogThread gives the goroutine a thread of its own, in an apartment of its
// own as Windows' file dialogs want one. Elsewhere the folder they begin in
// travels between threads, and may get lost. leave gives the thread back.
func dialogThread() (leave func()) {
	runtime.LockOSThread()
	err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	return func() {
		if err == nil || err == alreadyThere {
			windows.CoUninitialize()
		}
		runtime.UnlockOSThread()
	}
}

// ownFolder is where a clerk's files lie, "" when Windows does not tell. Given no
// folder, the dialog opens on the list of drives, where nothing can be saved.
func ownFolder() string {
	folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0)
	if err != nil {
		return ""
	}
	return folder
}
