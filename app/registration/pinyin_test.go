package registration

import (
	"slices"
	"testing"
)

func TestEveryReadingOfANameIsIndexed(t *testing.T) {
	for name, want := range map[string][]string{
		"刘伟": {"lw"}, "曾乐": {"zl", "zy", "cl"}, "单晓": {"sx", "dx"}, "仇和": {"qh", "ch"}, "解放": {"xf", "jf"}, "尉迟文河": {"ycwh"}, "万俟明": {"mqm"},
		"买买提·吐尔逊": {"mmttex"}, "刘𬱖": {"lw"}, "吉𠮷": {"jj"}, "A王": {"aw"},
	} {
		got := Initials(name)
		for _, form := range want {
			if !slices.Contains(got, form) {
				t.Errorf("Initials(%s) = %v; want %s among them", name, got, form)
			}
		}
	}
}

func TestManyReadingsDoNotMultiplyWithoutEnd(t *testing.T) {
	if got := Initials("重单曾解重单曾解重单曾解"); len(got) > maxReadings {
		t.Errorf("%d forms; want at most %d", len(got), maxReadings)
	}
}
