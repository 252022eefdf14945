package printer

import (
	"context"

	"golang.org/x/sys/windows"
)

// hand gives the file to the program that shows PDFs. Windows has no way to
// print a PDF without one, and most of them take no order to print. held says
// that the file is still being read.
func hand(ctx context.Context, path string, job Job) (said Said, held bool, err error) {
	if err := ctx.Err(); err != nil {
		return Said{}, false, err
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return Said{}, false, err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return Said{}, false, err
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return Said{}, false, nobody(err)
	}
	return shown(job), true, nil
}
