//go:build !windows

package graphics

import (
	"fmt"
	"os"
	"runtime"
)

// Trouble says why no window can be opened here, and what to do; found is false
// when one can.
func Trouble() (words string, found bool) {
	if runtime.GOOS == "darwin" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return "", false
	}
	return "没有可以显示窗口的屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）。\n请在有桌面的电脑上打开；命令不需要屏幕，用法见 gongkao --help。", true
}

// Tell writes words to standard error.
func Tell(_, words string) { fmt.Fprintln(os.Stderr, words) }
