package instance

import "golang.org/x/sys/windows"

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// letForward lets the window we are about to call come to the front. Windows
// would only blink it in the task bar: the clerk has just started us, not it.
func letForward() {
	anybody := ^uintptr(0) // ASFW_ANY
	_, _, _ = allowSetForegroundWindow.Call(anybody)
}
