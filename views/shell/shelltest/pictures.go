package shelltest

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"
)

// wanted names the folder that people look at pictures in; `make screens` sets
// it.
const wanted = "GONGKAO_SCREENS"

// Pictures returns the folder that a test writes its pictures to: the one that
// people look in, or one that ends with the test. Either way they are drawn.
func Pictures(t testing.TB) string {
	t.Helper()
	return cmp.Or(os.Getenv(wanted), t.TempDir())
}

// Picture waits until the window stands still and draws it to a file of a name.
// A character that is drawn as a box fails the test.
func (s *Stage) Picture(name string) {
	s.t.Helper()
	s.Settle()
	s.NothingMissing()
	s.Save(filepath.Join(s.pictures, name+".png"))
}

// Rooms draws the window in every size that a screen has to be right in, under
// the name of the screen: with a title bar and a task bar, 1280 wide, 125 and
// 150 %, and 150 % with both bars.
func (s *Stage) Rooms(screen string) {
	s.t.Helper()
	for _, room := range []struct {
		name  string
		enter func()
	}{
		{"690", func() { s.Resize(1366, 690) }},
		{"1280", func() { s.Resize(1280, 690) }},
		{"125", s.At125},
		{"150", s.At150},
		{"150-460", func() { s.Resize(911, 460) }},
	} {
		room.enter()
		s.Picture(screen + "-" + room.name)
	}
}

// Large returns how many people a large county has: 100,000 where pictures are
// looked at, fewer in the tests of every day.
func Large(testing.TB) int {
	if os.Getenv(wanted) != "" {
		return 100_000
	}
	return 2_000
}
