package shell

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32              = windows.NewLazySystemDLL("user32.dll")
	getWindowPlacement  = user32.NewProc("GetWindowPlacement")
	setWindowPlacement  = user32.NewProc("SetWindowPlacement")
	monitorFromRect     = user32.NewProc("MonitorFromRect")
	isIconic            = user32.NewProc("IsIconic")
	showWindow          = user32.NewProc("ShowWindow")
	setForegroundWindow = user32.NewProc("SetForegroundWindow")
)

const (
	showNormal    = 1 // SW_SHOWNORMAL
	showMinimised = 2 // SW_SHOWMINIMIZED
	showMaximised = 3 // SW_SHOWMAXIMIZED
	restored      = 9 // SW_RESTORE

	thenMaximised = 2 // WPF_RESTORETOMAXIMIZED, of a minimised window
	titleBar      = 32
)

// placement is WINDOWPLACEMENT. Its rectangle is the window's when it is neither
// maximised nor in the task bar.
type placement struct {
	length, flags, show uint32
	_, _, _, _          int32
	normal              rect
}

type rect struct{ left, top, right, bottom int32 }

// handleOf returns the system's own number of the window, 0 before it is shown.
func handleOf(w fyne.Window) (handle uintptr) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle = c.HWND
			}
		})
	}
	return handle
}

// placeOf returns where the window is, nil before it is shown.
func placeOf(w fyne.Window) *WindowPlace {
	p := placement{}
	p.length = uint32(unsafe.Sizeof(p))
	if done, _, _ := getWindowPlacement.Call(handleOf(w), uintptr(unsafe.Pointer(&p))); done == 0 {
		return nil
	}
	r := p.normal
	return &WindowPlace{
		X: int(r.left), Y: int(r.top), Width: int(r.right - r.left), Height: int(r.bottom - r.top),
		Maximised: p.show == showMaximised || p.show == showMinimised && p.flags&thenMaximised != 0,
	}
}

// putBack puts a shown window where it was. If the screen it was on is gone, it
// stays where Windows has put it.
func putBack(w fyne.Window, at *WindowPlace) {
	p := placement{show: showNormal, normal: rect{int32(at.X), int32(at.Y), int32(at.X + at.Width), int32(at.Y + at.Height)}}
	p.length = uint32(unsafe.Sizeof(p))
	bar := p.normal // what a hand can take hold of
	bar.bottom = bar.top + titleBar
	if monitor, _, _ := monitorFromRect.Call(uintptr(unsafe.Pointer(&bar)), 0); monitor == 0 {
		return
	}
	if at.Maximised {
		p.show = showMaximised
	}
	_, _, _ = setWindowPlacement.Call(handleOf(w), uintptr(unsafe.Pointer(&p)))
}

// raise brings the window to the front, out of the task bar if it lies there.
func raise(w fyne.Window) {
	handle := handleOf(w)
	if down, _, _ := isIconic.Call(handle); down != 0 {
		_, _, _ = showWindow.Call(handle, restored)
	}
	_, _, _ = setForegroundWindow.Call(handle)
}
