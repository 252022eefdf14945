package review

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/registration"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/shell"
)

// approved opens somebody sound and approves him.
func (st *stage) approved() *data.Applicant {
	st.t.Helper()
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.agreeAll()
	st.Press(fyne.KeyF8)
	if got := st.status(a.Application.ID); got != data.Approved {
		st.t.Fatalf("%s: %s", got, st.Said())
	}
	return a
}

func TestApprovedPersonIsLockedUntilACorrectionIsOpenedWithItsReason(t *testing.T) {
	st := open(t, 120)
	a := st.approved()
	st.at(a)
	if !st.Sees("已审结（通过）") || st.Sees("相符") {
		t.Fatalf("an approved person can be ticked: %v", st.Texts())
	}
	st.Press(fyne.KeyReturn)
	if !strings.Contains(st.Said(), "更正") {
		t.Errorf("Enter says %q", st.Said())
	}
	st.Type("-")
	if st.s.writing != Nothing {
		t.Error("an objection can be written")
	}
	st.Press(fyne.KeyE, fyne.KeyModifierControl)
	if !st.Sees("更正理由") {
		t.Fatalf("Ctrl+E does not ask why: %v", st.Texts())
	}
	st.Press(fyne.KeyReturn)
	if st.status(a.Application.ID) != data.Approved {
		t.Fatal("opened without a reason")
	}
	st.Type("证书时间登记有误，单位来函")
	st.Picture("review-correct")
	st.Press(fyne.KeyReturn)
	if st.status(a.Application.ID) != data.Submitted || !st.Sees("更正：证书时间登记有误，单位来函") {
		t.Fatalf("%s: %s", st.status(a.Application.ID), st.Said())
	}
	st.Press(fyne.KeyF8)
	if st.status(a.Application.ID) != data.Approved {
		t.Errorf("with nothing changed the ticks do not stand: %s", st.Said())
	}
}

func TestWhatIsNotDecidedNeedsNoCorrection(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Pass))
	st.Press(fyne.KeyE, fyne.KeyModifierControl)
	if st.s.writing != Nothing || !strings.Contains(st.Said(), "不用办更正") {
		t.Errorf("Ctrl+E says %q", st.Said())
	}
}

func TestSelectionListsEverybodyWhoWaits(t *testing.T) {
	st := open(t, 120)
	st.Go(shell.Route{Place: shell.Review})
	batch := st.s.m.Queue.Len()
	st.Go(shell.Route{Place: shell.Today})
	st.Go(shell.Route{Place: shell.Review, Select: &registration.Selection{Statuses: []data.Status{data.Submitted}}})
	if all := len(reviewing.Queue(st.Office, "")); st.s.m.Queue.Len() != all || all <= batch {
		t.Errorf("%d are listed, want %d", st.s.m.Queue.Len(), all)
	}
}

func TestReviewOpensWhoseRecordOneComesFrom(t *testing.T) {
	st := open(t, 120)
	st.Elsewhere(shell.Record)
	queue := reviewing.Queue(st.Office, "")
	last := queue[len(queue)-1]
	st.Go(shell.Route{Place: shell.Record, Person: last})
	st.Go(shell.Route{Place: shell.Review})
	if who, _ := st.s.m.Person(); who != last {
		t.Errorf("%s is open, want %s", who, last)
	}
}

func TestReviewSheetOfWhoIsShownIsOneKeyAway(t *testing.T) {
	st := open(t, 120)
	elsewhere := st.Elsewhere(shell.Papers)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Paper != "review-sheet" || len(r.Numbers) != 1 || r.Numbers[0] != a.Person.IDNumber {
		t.Errorf("Ctrl+P leads to %+v", r)
	}
}

func TestLastYearSaysSameOnlyOfWhatIsTheSame(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	demotest.Earlier(t, st.Office, a)
	st.at(a)
	rows := table{title: "申报", now: "今年", last: "上年", rows: st.s.m.Recalled()}
	rows.tracks(300)
	for _, v := range rows.rows {
		if v.Last == "相同" && (v.Label == "年度" || v.Label == "状态" || v.Label == "工作单位") {
			t.Errorf("%s is said to be the same", v.Label)
		}
	}
}

func TestTypedReasonIsOfferedToTheNext(t *testing.T) {
	st := open(t, 200)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Type("0")
	st.Type("单位公章与登记名称不符")
	st.Press(fyne.KeyReturn)
	st.Press(fyne.KeyF9)
	if st.status(a.Application.ID) != data.Returned {
		t.Fatalf("%s: %s", st.status(a.Application.ID), st.Said())
	}
	if _, _, offered := st.s.m.Asks(AReason); offered[len(offered)-1].Label != "单位公章与登记名称不符" {
		t.Errorf("offered: %v", offered)
	}
}
