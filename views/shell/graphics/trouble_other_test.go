//go:build !windows && !darwin

package graphics

import (
	"strings"
	"testing"
)

func TestWithoutAScreenTheCommandsAreNamed(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if words, found := Trouble(); !found || !strings.Contains(words, "屏幕") || !strings.Contains(words, "gongkao --help") {
		t.Errorf("%v %q", found, words)
	}
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, "0")
			if words, found := Trouble(); found {
				t.Errorf("with a screen: %q", words)
			}
		})
	}
}
