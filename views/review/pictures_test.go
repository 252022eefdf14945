package review

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestPicturesOfEveryState(t *testing.T) {
	st := open(t, 120)
	st.Go(shell.Route{Place: shell.Review})
	st.Picture("review-first")
	sound := st.waiting(eligibility.Pass)
	demotest.Earlier(t, st.Office, sound)
	st.at(sound)
	st.attach(sound, "certificate", 1)
	st.s.Refresh()
	for st.s.m.OpenKey() != "years-in-level" {
		st.Press(fyne.KeyReturn)
	}
	st.Picture("review")
	st.Type("37")
	st.Picture("review-reasons")
	st.Type("-")
	st.Picture("review-object")
	st.Press(fyne.KeyEscape)
	for i, e := range st.s.m.Evidences() {
		if e.Sort != APaper {
			st.s.showEvidence(i)
			st.Picture("review-" + strings.ReplaceAll(e.Key, " ", "-"))
		}
	}
	st.s.show("years-in-level")
	st.Settle()
	st.Rooms("review")
}

func TestPicturesOfTrouble(t *testing.T) {
	st := open(t, 200)
	a := st.waiting(eligibility.Warn)
	st.at(a)
	st.s.show(st.s.m.Items()[slices.IndexFunc(st.s.m.Items(), func(i Item) bool { return i.State == Unsure })].Key)
	st.Picture("review-warn")
	st.Type("o")
	st.Picture("review-aside")
	st.Press(fyne.KeyEscape)
	b := st.waiting(eligibility.Fail)
	if _, err := st.Office.Amend(bg, b.Application.ID, map[string]string{"name": strings.Repeat("阿卜杜热合曼", 8) + "𬱖·"}, ""); err != nil {
		t.Fatal(err)
	}
	st.at(b)
	st.s.show(st.s.m.Items()[slices.IndexFunc(st.s.m.Items(), func(i Item) bool { return i.State == Broken })].Key)
	st.Picture("review-block-long-name")
	c := st.waiting(eligibility.Pass)
	st.at(c)
	st.Type("12")
	st.Press(fyne.KeyF9)
	if st.status(c.Application.ID) != data.Returned {
		t.Fatal(st.Said())
	}
	st.at(c)
	st.Picture("review-asked")
	st.at(b)
	st.Rooms("review-block-long-name")
}
