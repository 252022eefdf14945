package kit_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

func TestKeysWalkThroughAHundredThousandRows(t *testing.T) {
	rows, d := shownRows(t, 100_000, 1136, nil)
	steps := []struct {
		key         fyne.KeyName
		mods        fyne.KeyModifier
		current     int
		first, last int
		selected    kit.Spans
	}{
		{fyne.KeyDown, 0, 1, 0, 14, nil},
		{fyne.KeyUp, 0, 0, 0, 14, nil},
		{fyne.KeyUp, 0, 0, 0, 14, nil},
		{fyne.KeyPageDown, 0, 14, 0, 14, nil},
		{fyne.KeyPageDown, 0, 28, 14, 28, nil},
		{fyne.KeyPageUp, 0, 14, 14, 28, nil},
		{fyne.KeyEnd, 0, 99_999, 99_985, 99_999, nil},
		{fyne.KeySpace, 0, 99_999, 99_985, 99_999, kit.Spans{{99_999, 99_999}}},
		{fyne.KeyHome, 0, 0, 0, 14, kit.Spans{{99_999, 99_999}}},
		{fyne.KeyDown, shift, 1, 0, 14, kit.Spans{{0, 1}, {99_999, 99_999}}},
		{fyne.KeyDown, shift, 2, 0, 14, kit.Spans{{0, 2}, {99_999, 99_999}}},
		{fyne.KeyUp, shift, 1, 0, 14, kit.Spans{{0, 1}, {99_999, 99_999}}},
		{fyne.KeyEnd, shift, 99_999, 99_985, 99_999, kit.Spans{{0, 99_999}}},
		{fyne.KeyEscape, 0, 99_999, 99_985, 99_999, nil},
		{fyne.KeyA, ctrl, 99_999, 99_985, 99_999, kit.Spans{{0, 99_999}}},
	}
	for i, s := range steps {
		d.Press(s.key, s.mods)
		first, last := rows.Seen()
		if rows.Current() != s.current || first != s.first || last != s.last || !slices.Equal(rows.Selected(), s.selected) {
			t.Fatalf("step %d, %s: current %d, seen %d–%d, selected %v; want %+v", i, s.key, rows.Current(), first, last, rows.Selected(), s)
		}
	}
}

func TestLettersJumpAndAPauseBeginsANewName(t *testing.T) {
	var asked []string
	now := time.Date(2026, 4, 7, 9, 0, 0, 0, time.UTC)
	rows, d := shownRows(t, 100, 1136, func(r *kit.Rows) {
		r.Now = func() time.Time { return now }
		r.Letters = func(typed string, after int) (int, bool) {
			asked = append(asked, typed)
			return 7, typed == "zh"
		}
	})
	d.Type("zh")
	now = now.Add(2 * time.Second)
	d.Type("W")
	if !slices.Equal(asked, []string{"z", "zh", "w"}) || rows.Current() != 7 {
		t.Errorf("asked %v, current %d", asked, rows.Current())
	}
}

func TestKeysThatAreNotTheListsGoOn(t *testing.T) {
	var heard []string
	keys := kit.NewKeys()
	for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEscape, fyne.KeyF5, fyne.KeyReturn} {
		keys.On(0, key, func() { heard = append(heard, string(key)) })
	}
	keys.On(ctrl, fyne.KeyP, func() { heard = append(heard, "Ctrl+P") })
	tabs := 0
	rows, d := shownRows(t, 100, 1136, func(r *kit.Rows) { r.Join(keys, func(bool) { tabs++ }) })
	rows.Select(kit.Spans{{0, 0}})
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyEscape, fyne.KeyPageDown, fyne.KeyF5, fyne.KeyReturn, fyne.KeyTab} {
		d.Press(key)
	}
	d.Press(fyne.KeyP, ctrl)
	if got := strings.Join(heard, " "); got != "Escape Next F5 Return Ctrl+P" || tabs != 1 || rows.Current() != 0 {
		t.Errorf("heard %q, %d tabs, current %d", got, tabs, rows.Current())
	}
}
