package slip

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestTheTenthWordIsTakenByZero(t *testing.T) {
	test.NewTempApp(t)
	p := newPick(true, "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")
	for _, key := range "190" {
		p.TypedRune(key)
	}
	for i, want := range []bool{true, false, false, false, false, false, false, false, true, true, false} {
		if p.Ticked(i) != want {
			t.Errorf("word %d ticked: %t", i+1, !want)
		}
	}
	if figure(8) != "9" || figure(9) != "0" {
		t.Errorf("the ninth shows %s, the tenth %s", figure(8), figure(9))
	}
}
