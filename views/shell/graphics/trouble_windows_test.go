package graphics

import (
	"strings"
	"testing"
	"unsafe"
)

func TestWhatWindowsReadsHasItsSizes(t *testing.T) {
	if format, class := unsafe.Sizeof(pixelFormat{}), unsafe.Sizeof(class{}); format != 40 || class != 80 {
		t.Errorf("PIXELFORMATDESCRIPTOR is %d long, want 40; WNDCLASSEXW %d, want 80", format, class)
	}
}

func TestAdviceSaysWhatToDoAndWhatWasFound(t *testing.T) {
	for name, c := range map[string]struct {
		driver driver
		want   []string
	}{
		"no driver":      {driver{version: "1.1.0", renderer: "GDI Generic"}, []string{"安装显卡厂家的最新驱动", "管电脑的同事", "需要 OpenGL 2.1；只有 1.1.0；GDI Generic"}},
		"remote desktop": {driver{version: "1.1.0", remote: true}, []string{"您正在用远程桌面", "需要 OpenGL 2.1；只有 1.1.0"}},
		"no format":      {driver{failed: "ChoosePixelFormat"}, []string{"需要 OpenGL 2.1；ChoosePixelFormat 失败"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, want := range c.want {
				if advice := c.driver.advice(); !strings.Contains(advice, want) {
					t.Errorf("%q is missing in:\n%s", want, advice)
				}
			}
		})
	}
}
