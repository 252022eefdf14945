package graphics

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	errorIcon   = 0x10    // MB_ICONERROR
	inFront     = 0x10000 // MB_SETFOREGROUND
	withNothing = uintptr(0)
)

// Tell shows words in a box of Windows' own and returns when it was read.
func Tell(title, words string) {
	head, err := windows.UTF16PtrFromString(title)
	if err != nil {
		head = windows.StringToUTF16Ptr("工考")
	}
	body, err := windows.UTF16PtrFromString(words)
	if err != nil {
		return
	}
	_, _, _ = messageBox.Call(withNothing, uintptr(unsafe.Pointer(body)), uintptr(unsafe.Pointer(head)), errorIcon|inFront)
}
