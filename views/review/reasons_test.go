package review

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/eligibility"
	reviewing "gongkao/app/review"
	"gongkao/data"
)

// returning presses F9 without a reason, which asks for one, types it and presses
// F9 again.
func returning(t *testing.T, typed string) (*stage, data.ApplicationID) {
	t.Helper()
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Press(fyne.KeyF9)
	st.Type(typed)
	st.Press(fyne.KeyF9)
	return st, a.Application.ID
}

func TestAConclusionTakesTheReasonThatIsMarked(t *testing.T) {
	st, id := returning(t, "2")
	if st.status(id) != data.Returned {
		t.Fatalf("status %s: %s", st.status(id), st.Said())
	}
	c, err := reviewing.Begin(bg, st.Office, id)
	if err != nil {
		t.Fatal(err)
	}
	if asks := c.Asks(); len(asks) != 1 || asks[0].Text != reviewing.Reasons[1].Text {
		t.Errorf("asked: %v", asks)
	}
}

func TestANumberIsNoReason(t *testing.T) {
	st, id := returning(t, "99")
	if st.status(id) != data.Submitted || !strings.Contains(st.Said(), "没有第 99 条") {
		t.Errorf("status %s: %s", st.status(id), st.Said())
	}
}
