// Package graphics finds out, before there is a window, whether this computer
// can draw one, and says so in the clerk's language if it cannot: what draws the
// window needs OpenGL 2.1 and would otherwise end in an English message or in
// silence. It uses the system alone and nothing of the window. main calls
// Trouble and, when there is any, Tell.
package graphics

import (
	"strconv"
	"strings"
)

// The least OpenGL a window can be drawn with.
const (
	leastMajor = 2
	leastMinor = 1
)

// version is an OpenGL version; the zero one is unknown.
type version struct{ major, minor int }

// versionOf reads what a driver calls its version: "2.1.0 - Build 8.15.10.2702",
// "4.6 (Compatibility Profile) Mesa 22.3.6", "OpenGL ES 3.2 NVIDIA". The number
// is the first thing in it that begins with a digit.
func versionOf(driver string) version {
	for _, word := range strings.Fields(driver) {
		major, rest, _ := strings.Cut(word, ".")
		minor, _, _ := strings.Cut(rest, ".")
		v := version{number(major), number(minor)}
		if v.major > 0 {
			return v
		}
	}
	return version{}
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// enough reports whether a window can be drawn. OpenGL ES is another thing with
// its own numbers.
func enough(driver string) bool {
	v := versionOf(driver)
	return !strings.Contains(driver, "OpenGL ES") && (v.major > leastMajor || v.major == leastMajor && v.minor >= leastMinor)
}
