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

// Large returns how many people a large county has: 100,000 where pictures are
// looked at, fewer in the tests of every day.
func Large(testing.TB) int {
	if os.Getenv(wanted) != "" {
		return 100_000
	}
	return 2_000
}
