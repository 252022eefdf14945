package review

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/eligibility"
	"gongkao/data"
)

func TestOnePaperTicksAllThatItBearsOut(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Pass))
	first, _ := st.s.m.step(st.s.m.OpenKey())
	st.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	ticked := 0
	for _, s := range st.s.m.c.Steps() {
		if s.Done() {
			ticked++
			if s.Look[0] != first.Look[0] {
				t.Errorf("%s is ticked, which looks at %v", s.Title, s.Look)
			}
		}
	}
	if ticked < 2 {
		t.Errorf("%d are ticked", ticked)
	}
	st.Press(fyne.KeyZ, fyne.KeyModifierControl)
	for _, s := range st.s.m.c.Steps() {
		if s.Done() {
			t.Errorf("%s stays ticked", s.Title)
		}
	}
}

func TestHalfTypedObjectionIsWrittenWhenOneGoesOn(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Type("-")
	st.Type("印章看不清楚")
	st.s.neighbour(1)
	st.at(a)
	if s := st.s.m.c.Steps()[0]; s.Tick.Note != "印章看不清楚" {
		t.Errorf("the tick is %v", s.Tick)
	}
}

func TestKeysOfTheScanDoNotObject(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	before, _ := st.s.m.Shown()
	st.Press(fyne.KeyTab)
	after, _ := st.s.m.Shown()
	if before.Key == after.Key {
		t.Error("Tab shows no other paper")
	}
	st.attach(a, before.Key, 2)
	st.s.Refresh()
	st.Press(fyne.KeyTab, fyne.KeyModifierShift)
	st.Settle()
	if !st.Sees("第 1 页，共 2 页") {
		t.Fatalf("the scans are not shown: %v", st.Texts())
	}
	if st.Canvas().Focused() != fyne.Focusable(st.s.view) {
		t.Fatal("Tab does not give the scan the keyboard")
	}
	zoom := st.s.view.Zoom()
	st.Type("+")
	if st.s.writing != Nothing || st.s.view.Zoom() == zoom {
		t.Error("+ over the scan does not zoom")
	}
	wide, high := st.s.scans.PageSize(0)
	st.Type("r")
	if w, h := st.s.scans.PageSize(0); w != high || h != wide {
		t.Error("R does not turn it")
	}
	st.Settle()
	st.Press(fyne.KeyReturn)
	if !st.s.m.Items()[0].Done || st.Canvas().Focused() != fyne.Focusable(st.s.clauses) {
		t.Error("Enter over the scan does not tick and go back to the clauses")
	}
	st.s.showEvidence(0)
	st.s.showEvidence(slices.IndexFunc(st.s.m.Evidences(), func(e Evidence) bool { return e.Key == before.Key }))
	st.Settle()
	st.Press(fyne.KeyF6)
	if st.Canvas().Focused() != fyne.Focusable(st.s.view) {
		t.Error("F6 does not go to the scan")
	}
	st.Press(fyne.KeyEscape)
	if st.Canvas().Focused() != fyne.Focusable(st.s.clauses) {
		t.Error("Esc does not lead out of the scan")
	}
}

func TestWhatWasSeenOfAPaperIsNoted(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Pass))
	st.Press(fyne.KeyY)
	if h, ok := st.s.m.paper(); !ok || h.Document.State != data.DocumentSeen {
		t.Fatalf("noted %v: %s", h, st.Said())
	}
	if !strings.Contains(st.Said(), "见原件") {
		t.Errorf("says %q", st.Said())
	}
	st.Press(fyne.KeyY)
	if h, _ := st.s.m.paper(); h.Document.State != data.DocumentOpen {
		t.Error("the same key does not take it back")
	}
}

func TestLetterThatOpensAFieldIsNotTypedIntoIt(t *testing.T) {
	st := open(t, 200)
	a := st.waiting(eligibility.Warn)
	st.at(a)
	st.attach(a, "id-card", 1)
	st.s.Refresh()
	for _, press := range []struct {
		letter string
		open   Writing
		on     State
	}{{"0", AReason, Unsure}, {"o", WhyAside, Unsure}, {"-", WhyNot, Unsure}, {"*", ANote, Untouched}} {
		st.s.show(st.s.m.Items()[slices.IndexFunc(st.s.m.Items(), func(i Item) bool { return i.State == press.on })].Key)
		st.Type(press.letter)
		if st.s.writing != press.open || st.s.value() != "" {
			t.Errorf("%s asks for %v, and in the field stands %q", press.letter, st.s.writing, st.s.value())
		}
		st.Press(fyne.KeyEscape)
	}
	st.s.showEvidence(0)
	st.Settle()
	st.Press(fyne.KeyF6)
	st.Type("0")
	if st.s.writing != AReason || st.s.value() != "" {
		t.Errorf("over a scan 0 asks for %v, %q", st.s.writing, st.s.value())
	}
}
