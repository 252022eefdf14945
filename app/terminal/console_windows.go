package terminal

import (
	"os"
	"sync"

	"golang.org/x/sys/windows"
)

var (
	kernel32           = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole      = kernel32.NewProc("AttachConsole")
	setConsoleOutputCP = kernel32.NewProc("SetConsoleOutputCP")
)

const (
	ofTheParent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	utf8Page    = 65001       // CP_UTF8
)

// AttachConsole lets what a command says reach the console it was typed into.
// Windows gives a program with windows no console of its own; what was
// redirected (> file, | more, a script that reads along) it has all the same,
// and that stays as it is. Everything else is opened anew on the console of
// whoever started the program, if he has one. Call it before os.Stdout and
// os.Stderr are used, and only for a command: a program that is attached dies
// with its console.
func AttachConsole() {
	out, err := given(windows.STD_OUTPUT_HANDLE), given(windows.STD_ERROR_HANDLE)
	if attached, _, _ := attachConsole.Call(ofTheParent); attached == 0 {
		return
	}
	if piped(out) || piped(err) {
		// more and findstr take the bytes for the console's code page, GBK in a
		// Chinese Windows. It is not put back: they read on when we have ended.
		// Straight to a console Go writes UTF-16, whatever its page.
		_, _, _ = setConsoleOutputCP.Call(utf8Page)
	}
	console := sync.OnceValue(openConsole)
	if out == 0 {
		reopen(&os.Stdout, windows.STD_OUTPUT_HANDLE, console())
	}
	if err == 0 {
		reopen(&os.Stderr, windows.STD_ERROR_HANDLE, console())
	}
}

// given returns the handle this program was started with, 0 when it has none.
// A shell may leave numbers that mean something only to itself: they have no
// file type.
func given(std uint32) windows.Handle {
	h, err := windows.GetStdHandle(std)
	if err != nil || h == windows.InvalidHandle {
		return 0
	}
	if kind, err := windows.GetFileType(h); err != nil || kind == windows.FILE_TYPE_UNKNOWN {
		return 0
	}
	return h
}

func piped(h windows.Handle) bool {
	kind, err := windows.GetFileType(h)
	return h != 0 && err == nil && kind == windows.FILE_TYPE_PIPE
}

// openConsole opens the console for writing; nil when that fails. The shell did
// not wait for us and has printed its prompt: begin a new line.
func openConsole() *os.File {
	f, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	_, _ = f.WriteString("\n")
	return f
}

// reopen makes f the stream, for Go and for what Go prints when it dies.
func reopen(stream **os.File, std uint32, f *os.File) {
	if f == nil {
		return
	}
	if windows.SetStdHandle(std, windows.Handle(f.Fd())) == nil {
		*stream = f
	}
}
