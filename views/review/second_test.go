package review

import (
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/dossier"
	"gongkao/app/eligibility"
	"gongkao/app/office"
	"gongkao/app/registration"
	reviewing "gongkao/app/review"
	"gongkao/data"
)

const passphrase = "第二位的口令"

// seat opens a county's review as a clerk; "" is its own.
func seat(t *testing.T, folder, passphrase string) (*Model, func()) {
	t.Helper()
	april := func() time.Time { return time.Date(2026, 4, 10, 9, 0, 0, 0, time.FixedZone("CST", 8*3600)) }
	o, err := office.Open(bg, office.Place{Folder: folder, Passphrase: passphrase, Now: april})
	if err != nil {
		t.Fatal(err)
	}
	d, err := registration.NewDesk(bg, o)
	if err != nil {
		t.Fatal(err)
	}
	folders, err := dossier.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return New(d, folders), func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	}
}

// wantTwo lets an office want two clerks for everybody, and finds somebody sound.
func wantTwo(t *testing.T, m *Model) (sound data.ApplicationID) {
	t.Helper()
	if err := m.desk.Office.AddUser(bg, "李卫东", passphrase); err != nil {
		t.Fatal(err)
	}
	if err := reviewing.SetOptions(bg, m.desk, data.ReviewOptions{Second: data.SecondAll}); err != nil {
		t.Fatal(err)
	}
	for _, waiting := range reviewing.Queue(m.desk, "") {
		if a, _ := m.desk.Register.ByID(waiting); m.desk.Judge(a).Outcome == eligibility.Pass {
			sound = waiting
		}
	}
	return sound
}

// approve ticks everything and concludes.
func approve(t *testing.T, m *Model, id data.ApplicationID) string {
	t.Helper()
	if err := m.Find(bg, id); err != nil {
		t.Fatal(err)
	}
	for item, _ := m.current(); !item.Done; item, _ = m.current() {
		if _, err := m.Agree(bg); err != nil {
			t.Fatal(err)
		}
	}
	said, err := m.Conclude(bg, reviewing.Approve)
	if err != nil {
		t.Fatal(err)
	}
	return said.What
}

func TestSecondReviewerDoesNotLearnWhoWasFirstNorWhatHeSaid(t *testing.T) {
	folder := demotest.County(t, demotest.Small(60))
	m, leave := seat(t, folder, "")
	first := m.desk.Office.Clerk
	id := wantTwo(t, m)
	if said := approve(t, m, id); !strings.Contains(said, "等另一位审核人") {
		t.Errorf("the first is told %q", said)
	}
	if err := m.Find(bg, id); err != nil {
		t.Fatal(err)
	}
	if words, _ := m.Why(); words != "等另一位审核人" {
		t.Errorf("beside F8 stands %q", words)
	}
	if said, err := m.TakeBack(bg); err != nil || said.What != "结论收回了" {
		t.Fatalf("taking the conclusion back: %v, %v", said, err)
	}
	if _, err := m.Conclude(bg, reviewing.Approve); err != nil {
		t.Fatal(err)
	}
	m.Queue.Narrow(allUnits, allLevels, "等我复核")
	if m.Queue.Len() != 0 {
		t.Errorf("%d wait for whoever concluded himself", m.Queue.Len())
	}
	leave()

	m, leave = seat(t, folder, passphrase)
	defer leave()
	if err := m.Refresh(bg); err != nil {
		t.Fatal(err)
	}
	m.Queue.Narrow(allUnits, allLevels, "等我复核")
	if m.Queue.Len() != 1 || m.Queue.Current() != id {
		t.Errorf("%d wait for the second", m.Queue.Len())
	}
	if err := m.Find(bg, id); err != nil {
		t.Fatal(err)
	}
	if notice := m.Notice(); notice == "" || strings.Contains(notice, first) || strings.Contains(notice, "应通过") {
		t.Errorf("the second reads %q", notice)
	}
	for _, item := range m.Items() {
		if item.Done {
			t.Fatalf("%s is ticked already", item.Title)
		}
	}
	approve(t, m, id)
	if a, _ := m.desk.Register.ByID(id); a.Application.Status != data.Approved {
		t.Errorf("two agree, and it is %s", a.Application.Status)
	}
}

func TestWhoWaitsForAnotherClerkIsNotLeftToDo(t *testing.T) {
	folder := demotest.County(t, demotest.Small(60))
	m, leave := seat(t, folder, "")
	defer leave()
	id := wantTwo(t, m)
	approve(t, m, id)
	fresh := New(m.desk, m.folders)
	if err := fresh.Refresh(bg); err != nil {
		t.Fatal(err)
	}
	fresh.Queue.widen()
	if all := len(reviewing.Queue(m.desk, "")); fresh.Queue.Len() != all || fresh.Queue.Left() != all-1 {
		t.Errorf("%d of %d are left to do", fresh.Queue.Left(), all)
	}
}
