package tray

import (
	"fmt"
	"testing"
)

func TestTheFaultItselfIsMarked(t *testing.T) {
	for _, c := range []struct{ code, written, like, want string }{
		{"unit-similar", "罗山县 第二初级中学", "罗山县第二初级中学", "[{3 4}]"},
		{"unit-similar", "罗山县公路管理局", "罗山县公路事业发展中心", "[{5 8}]"},
		{"unit-similar", "县交通局", "罗山县人民医院", "[]"}, // another name, not a slip
		{"unit-similar", "罗山县 二中", "", "[{3 4}]"},
		{"id-checksum", "411521199206065053 ", "", "[{17 18}]"},
		{"id-mangled", "411521198311287000", "", "[{15 18}]"},
		{"id-mangled", "4.11521E+17", "", "[{7 11}]"},
		{"id-birth", "411521199202306506", "", "[{6 14}]"},
		{"id-characters", "41152119920606505O", "", "[{17 18}]"},
		{"date-ambiguous", "2001.1", "", "[{4 6}]"},
		{"name-bad", "张□𬱖", "", "[{1 2}]"},
		{"required-missing", "", "", "[]"},
	} {
		if got := fmt.Sprint(faults(c.code, c.written, c.like)); got != c.want {
			t.Errorf("%s of %q is %s; want %s", c.code, c.written, got, c.want)
		}
	}
}
