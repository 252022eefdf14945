package graphics

import "testing"

func TestVersionIsReadFromWhatDriversCallThemselves(t *testing.T) {
	for _, c := range []struct {
		driver string
		want   version
		enough bool
	}{
		{"2.1.0 - Build 8.15.10.2702", version{2, 1}, true},
		{"4.6 (Compatibility Profile) Mesa 22.3.6", version{4, 6}, true},
		{"4.6.0 NVIDIA 551.86", version{4, 6}, true},
		{"10.0", version{10, 0}, true},
		{"3.1.0 - Build 9.17.10.4229", version{3, 1}, true},
		{"2.0.6645 Compatibility Profile Context", version{2, 0}, false},
		{"1.1.0", version{1, 1}, false},
		{"1.4.0 - Build 7.14.10.4926", version{1, 4}, false},
		{"OpenGL ES 3.2 NVIDIA 551.86", version{3, 2}, false},
		{"", version{}, false},
		{"unknown", version{}, false},
		{"-3.2", version{}, false},
	} {
		if got := versionOf(c.driver); got != c.want || enough(c.driver) != c.enough {
			t.Errorf("%q is read as %v, enough %v; want %v, %v", c.driver, got, enough(c.driver), c.want, c.enough)
		}
	}
}
