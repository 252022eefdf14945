package data

import (
	"slices"
	"testing"
)

func TestASheetKnowsWhoStandsOnIt(t *testing.T) {
	forms := Print{Records: []ApplicationID{"a", "b"}, Sums: []string{"1", "2"}, Codes: []string{"AAAAAAAA", "BBBBBBBB"}}
	units := Print{Records: []ApplicationID{"a", "b", "c"}, Codes: []string{"AAAAAAAA", "BBBBBBBB", "CCCCCCCC"},
		About: []SheetAbout{{People: 2, Unit: "u1"}, {First: 2, People: 1, Unit: "u2"}, {People: 3}}}
	older := Print{Records: []ApplicationID{"a", "b"}, Code: "DDDDDDDD"}
	for _, c := range []struct {
		print *Print
		of    ApplicationID
		codes []string
		whom  [][]ApplicationID
	}{
		{&forms, "b", []string{"BBBBBBBB"}, [][]ApplicationID{{"b"}}},
		{&units, "b", []string{"AAAAAAAA", "CCCCCCCC"}, [][]ApplicationID{{"a", "b"}, {"a", "b", "c"}}},
		{&older, "b", []string{"DDDDDDDD"}, [][]ApplicationID{{"a", "b"}}},
		{&older, "x", nil, nil},
	} {
		sheets := c.print.SheetsOf(c.of)
		if len(sheets) != len(c.codes) {
			t.Errorf("%s is on %d sheets, want %v", c.of, len(sheets), c.codes)
			continue
		}
		for i, s := range sheets {
			if s.Code != c.codes[i] || !slices.Equal(s.People, c.whom[i]) {
				t.Errorf("%s: sheet %s about %v, want %s about %v", c.of, s.Code, s.People, c.codes[i], c.whom[i])
			}
		}
	}
	if s := forms.Sheets()[1]; s.Sums[0] != "2" || s.At != 1 {
		t.Errorf("the second form: %+v", s)
	}
	if s := older.Stamped(&StampedSheet{Sheet: 1, Code: "EEEEEEEE", People: 1}); s.People[0] != "b" || s.Code != "EEEEEEEE" {
		t.Errorf("a form of an older print: %+v", s)
	}
}
