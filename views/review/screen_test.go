package review

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/shell"
)

var bg = context.Background()

// agreeAll presses Enter until nothing is left to tick, or something needs more
// than that, and returns how often.
func (st *stage) agreeAll() (pressed int) {
	for range 30 {
		item, ok := st.s.m.current()
		if !ok || item.Done || item.State == Broken {
			return pressed
		}
		st.Press(fyne.KeyReturn)
		pressed++
	}
	st.t.Fatal("Enter does not come to an end")
	return pressed
}

func TestCleanReviewTakesAtMostTwelveKeystrokes(t *testing.T) {
	st := open(t, 200)
	st.Go(shell.Route{Place: shell.Review})
	most, reviewed := 0, 0
	for _, id := range reviewing.Queue(st.Office, "") {
		a, _ := st.Office.Register.ByID(id)
		if st.Office.Judge(a).Outcome != eligibility.Pass || a.Application.Level == 1 {
			continue
		}
		st.at(a)
		pressed := st.agreeAll()
		st.Press(fyne.KeyF8)
		pressed++
		if got := st.status(id); got != data.Approved {
			t.Fatalf("%s is %s after %d keystrokes: %s", a.Person.Name, got, pressed, st.Said())
		}
		most, reviewed = max(most, pressed), reviewed+1
	}
	if reviewed < 20 || most > 12 {
		t.Errorf("%d sound people took up to %d keystrokes each, want at most 12", reviewed, most)
	}
	t.Logf("%d sound people, up to %d keystrokes each", reviewed, most)
}

func TestNextPersonOpensByItselfAndTheLastKeepsHisSign(t *testing.T) {
	st := open(t, 120)
	st.Go(shell.Route{Place: shell.Review})
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.agreeAll()
	st.Press(fyne.KeyF8)
	now, open := st.s.m.Person()
	if !open || now == a.Application.ID {
		t.Fatalf("after the decision %q is open", now)
	}
	row := slices.Index(st.s.m.Queue.ids, a.Application.ID)
	if row < 0 || st.s.m.Queue.Row(row).Word != "通过" {
		t.Errorf("the decided person is not signed in the queue")
	}
	if !st.Sees("今天已审 1 人") || !strings.Contains(st.Said(), a.Person.Name+"通过") {
		t.Errorf("nothing says what was done: %s", st.Said())
	}
}

func TestApprovalSaysWhyItIsNotOpenYet(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Pass))
	if !st.s.decide[0].Disabled() || !st.Sees("第 1 条未了") {
		t.Error("F8 is open before anything was looked at, or does not say why not")
	}
	st.Press(fyne.KeyF8)
	if !strings.Contains(st.Said(), "还有") {
		t.Errorf("pressing it all the same says %q", st.Said())
	}
	st.agreeAll()
	if st.s.decide[0].Disabled() || st.Sees("条未了") {
		t.Error("F8 stays grey after everything was ticked")
	}
}

func TestObjectionByItsNumberBecomesTheReasonOfTheReturn(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Press(fyne.KeyReturn)
	st.Type("-")
	if !st.Sees("哪里不符") {
		t.Fatalf("− does not ask: %v", st.Texts())
	}
	st.Type("3")
	st.Press(fyne.KeyReturn)
	if item := st.s.m.Items()[1]; item.State != Objected {
		t.Fatalf("the clause is %v", item)
	}
	st.Press(fyne.KeyF9)
	if st.status(a.Application.ID) != data.Returned {
		t.Fatalf("status %s: %s", st.status(a.Application.ID), st.Said())
	}
	c, err := reviewing.Begin(bg, st.Office, a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	if asks := c.Asks(); len(asks) != 1 || asks[0].Text != reviewing.Reasons[2].Text {
		t.Errorf("asked: %v", asks)
	}
}

func TestReturnedPersonIsAskedFirst(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	st.Type("1")
	st.Press(fyne.KeyF9)
	st.at(a)
	if !st.Sees("补正情况") || !st.Sees("补正：申报材料不齐全") {
		t.Fatalf("what was asked does not come first: %v", st.Texts())
	}
	st.Press(fyne.KeyF8)
	if st.status(a.Application.ID) == data.Approved {
		t.Fatal("approved with an open question")
	}
	st.Type("材料已补齐")
	st.Press(fyne.KeyReturn)
	if item := st.s.m.Items()[0]; !item.Done {
		t.Fatalf("the answer is not written: %v, %s", item, st.Said())
	}
	st.agreeAll()
	st.Press(fyne.KeyF8)
	if got := st.status(a.Application.ID); got != data.Approved {
		t.Errorf("status %s: %s", got, st.Said())
	}
}

func TestWarningIsSetAsideWithAReasonOfItsNumber(t *testing.T) {
	st := open(t, 200)
	a := st.waiting(eligibility.Warn)
	st.at(a)
	items := st.s.m.Items()
	at := slices.IndexFunc(items, func(i Item) bool { return i.State == Unsure })
	if at < 0 || !st.Sees(items[at].Title) {
		t.Fatal("no warning is signed from the start")
	}
	st.Type("o")
	if st.s.writing != Nothing || !strings.Contains(st.Said(), "不需要说明理由") {
		t.Errorf("O on a sound clause: %s", st.Said())
	}
	st.s.show(items[at].Key)
	st.Press(fyne.KeyReturn)
	st.Press(fyne.KeyReturn)
	if now := st.s.m.Items()[at]; now.Done {
		t.Fatalf("passed over without a reason: %v", now)
	}
	st.Type("2")
	st.Press(fyne.KeyReturn)
	if now := st.s.m.Items()[at]; now.State != SetAside {
		t.Fatalf("%v: %s", now, st.Said())
	}
	step, _ := st.s.m.step(items[at].Key)
	if step.Tick.Note != reviewing.Excuses[1] {
		t.Errorf("reason %q", step.Tick.Note)
	}
}

func TestLastTickIsTakenBack(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Pass))
	first := st.s.m.OpenKey()
	st.Press(fyne.KeyReturn)
	st.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if st.s.m.Items()[0].Done || st.s.m.OpenKey() != first {
		t.Errorf("still ticked: %s", st.Said())
	}
}

func TestChangeAgainstLastYearIsMarkedAndWhatNobodyRecordedIsNot(t *testing.T) {
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	demotest.Earlier(t, st.Office, a)
	st.at(a)
	st.s.m.Show("identity-unit")
	unit := st.s.m.Values()[0]
	if !unit.Changed || unit.Last == "" || unit.Last == unit.Now {
		t.Errorf("the other unit of last year is %v", unit)
	}
	st.s.m.Show("years-in-level")
	for _, v := range st.s.m.Values() {
		if v.Label == "取得现等级时间" && (v.Last != "" || v.Changed) {
			t.Errorf("what nobody had on record last year is %v", v)
		}
	}
}

func TestEmptyBatchLeadsToTheNext(t *testing.T) {
	st := open(t, 60)
	st.Go(shell.Route{Place: shell.Review})
	unit := st.s.m.Queue.Unit
	for range st.s.m.Queue.Len() {
		st.Type("1")
		st.Press(fyne.KeyF10)
	}
	if !st.Sees("这一批审完了") {
		t.Fatalf("%v", st.Texts())
	}
	st.Picture("review-done")
	st.Press(fyne.KeyReturn)
	if _, open := st.s.m.Person(); !open || st.s.m.Queue.Unit == unit {
		t.Errorf("Enter does not open the next batch: %q", st.s.m.Queue.Unit)
	}
}

func TestQueueIsNarrowedByLevelAndByWarnings(t *testing.T) {
	st := open(t, 200)
	st.Go(shell.Route{Place: shell.Review})
	q := st.s.m.Queue
	q.Narrow(allUnits, "三级", "待审")
	for i := range q.Len() {
		if !strings.HasSuffix(q.Row(i).Step, "→三") {
			t.Fatalf("%v among the third level", q.Row(i))
		}
	}
	third := q.Len()
	q.Narrow(allUnits, "三级", "有提醒")
	if q.Len() == 0 || q.Len() >= third {
		t.Errorf("%d of %d have warnings", q.Len(), third)
	}
}

func TestKeyFieldsAreTypedAgainBeforeTheClauses(t *testing.T) {
	st := open(t, 120)
	if err := reviewing.SetOptions(bg, st.Office, data.ReviewOptions{KeyTwice: 100}); err != nil {
		t.Fatal(err)
	}
	a := st.waiting(eligibility.Pass)
	st.at(a)
	if !st.Sees("再录一遍：姓名") {
		t.Fatalf("%v", st.Texts())
	}
	st.Type(a.Person.Name)
	st.Press(fyne.KeyReturn)
	if strings.Contains(strings.Join(st.Texts(), " "), a.Person.IDNumber.Grouped()) {
		t.Error("the number to be typed again stands on the screen")
	}
	st.Type("411521197806210049")
	st.Press(fyne.KeyReturn)
	if !st.Sees("两次录入不一致") || !st.Sees("材料上是") {
		t.Fatalf("another number is not told: %s", st.Said())
	}
	st.Picture("review-keying")
	st.Type(string(a.Person.IDNumber))
	st.Press(fyne.KeyReturn)
	if item := st.s.m.Items()[1]; !item.Done {
		t.Errorf("settled by the paper, it is %v: %s", item, st.Said())
	}
}

func TestScreenComesBackAfterItWasOutOfSight(t *testing.T) {
	st := open(t, 120)
	st.at(st.waiting(eligibility.Warn))
	st.Away(t)
	st.Press(fyne.KeyDown)
}

func BenchmarkNextPerson(b *testing.B) {
	st := open(b, 300)
	st.Go(shell.Route{Place: shell.Review})
	by := 1
	for b.Loop() {
		if at := st.s.m.Queue.Place(); at == st.s.m.Queue.Len()-1 {
			by = -1
		} else if at == 0 {
			by = 1
		}
		st.s.neighbour(by)
		st.Window.Canvas().Capture()
	}
}
