package registration_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

var ctx = context.Background()

// practice is a small county at a desk whose clock moves on with every look.
func practice(t testing.TB) *registration.Desk {
	t.Helper()
	folder := demotest.County(t, demotest.Small(60))
	at := time.Date(2026, 4, 2, 9, 0, 0, 0, time.UTC)
	return demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { at = at.Add(time.Second); return at }})
}

func amend(t *testing.T, d *registration.Desk, id data.ApplicationID, key, text string) {
	t.Helper()
	if _, err := d.Amend(ctx, id, map[string]string{key: text}, ""); err != nil {
		t.Fatal(err)
	}
}

func timeline(t *testing.T, d *registration.Desk, id data.ApplicationID) []registration.Event {
	t.Helper()
	events, err := d.Timeline(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestTheTimelineTellsOldAndNewByLabel(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{})[0]
	id, other := a.Application.ID, d.AllUnits()[5].Name
	amend(t, d, id, "unit", other)
	amend(t, d, id, "phone", "13800001111")
	events := timeline(t, d, id)
	if c := events[0].Changes; len(c) != 1 || c[0].Label != "联系电话" || c[0].Old != a.Person.Phone || c[0].New != "13800001111" {
		t.Errorf("the newest says %+v", c)
	}
	if c := events[1].Changes; c[0].Label != "工作单位" || c[0].Old != a.Unit || c[0].New != other {
		t.Errorf("the one before says %+v", c)
	}
	if last := events[len(events)-1]; !last.New || last.By == "" {
		t.Errorf("the oldest says %+v", last)
	}
}

func TestAnUndoneChangeIsMarkedAndNotUndoneAgain(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{})[0]
	id := a.Application.ID
	amend(t, d, id, "phone", "13800001111")
	back, err := d.Undo(ctx, id, timeline(t, d, id)[0])
	if err != nil || back.Person.Phone != a.Person.Phone {
		t.Fatalf("undone to %s, %v", back.Person.Phone, err)
	}
	events := timeline(t, d, id)
	if events[0].CanUndo() || !events[1].Undone || events[1].CanUndo() {
		t.Errorf("the timeline: %+v", events[:2])
	}
}

func TestAChangeWrittenOverIsNotUndone(t *testing.T) {
	d := practice(t)
	id := d.Register.Find(registration.Query{})[0].Application.ID
	amend(t, d, id, "phone", "13800001111")
	amend(t, d, id, "phone", "13900002222")
	if _, err := d.Undo(ctx, id, timeline(t, d, id)[1]); !data.HasCode(err, "undo-stale") {
		t.Errorf("got %v", err)
	}
}

func TestAnUndoneIDNumberBringsBackBirthAndSex(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{})[0]
	amend(t, d, a.Application.ID, "id_number", "411502197001010016")
	back, err := d.Undo(ctx, a.Application.ID, timeline(t, d, a.Application.ID)[0])
	if err != nil || back.Person.IDNumber != a.Person.IDNumber || back.Person.Birth != a.Person.Birth || back.Person.Sex != a.Person.Sex {
		t.Errorf("came back as %+v, %v", back.Person, err)
	}
}

func TestASelectionReadsBackWhatItWrites(t *testing.T) {
	for _, s := range []registration.Selection{
		{}, {Text: "刘 0027"}, {Unit: "罗山县教育体育局", Levels: []data.Level{4, 3}},
		{Trade: "保育员", Statuses: []data.Status{data.Submitted, data.Returned}, Flags: []registration.Flag{registration.Owing}, Text: "lw"},
	} {
		if got := registration.ReadSelection(s.String()); !got.Equal(s) {
			t.Errorf("%q reads as %+v", s.String(), got)
		}
	}
	if got := registration.ReadSelection("状态=没有 刘"); got.Text != "状态=没有 刘" {
		t.Errorf("unknown words are searched for, got %+v", got)
	}
}

func TestFlagsFollowFromTheFacts(t *testing.T) {
	d := practice(t)
	for name, want := range map[string]registration.Flag{"张国栋": registration.AtTheLimit, "吴明远": registration.AgeThisYear, "林晓峰": registration.Owing} {
		found := d.Register.Find(registration.Query{Text: name})
		if len(found) != 1 || !slices.Contains(d.FlagsOf(found[0]), want) {
			t.Errorf("%s has %v, want %s among them", name, d.FlagsOf(found[0]), want)
		}
	}
	owing := registration.Selection{Flags: []registration.Flag{registration.Owing}}
	for _, a := range d.Select(owing) {
		if !a.Application.Commitment {
			t.Errorf("%s owes nothing", a.Person.Name)
		}
	}
}

func TestARenamedUnitIsShownAndFoundByBothNames(t *testing.T) {
	d := practice(t)
	a := d.Register.Find(registration.Query{})[0]
	u, err := d.UnitNamed(a.Unit)
	if err != nil {
		t.Fatal(err)
	}
	old := u.Name
	u.Name = "罗山县新名中心"
	if _, err := d.AmendUnit(ctx, u); err != nil {
		t.Fatal(err)
	}
	now, _ := d.Register.ByID(a.Application.ID)
	if now.Unit != "罗山县新名中心" || len(d.Register.Find(registration.Query{Text: "新名"})) == 0 || len(d.Register.Find(registration.Query{Unit: old})) != 0 {
		t.Errorf("his unit is %s", now.Unit)
	}
	if again, err := d.UnitNamed(old); err != nil || again.ID != u.ID {
		t.Errorf("by the old name: %+v, %v", again, err)
	}
}

func TestTwoUnitsOfOneNameAreRefused(t *testing.T) {
	d := practice(t)
	if _, err := d.AmendUnit(ctx, data.Unit{Name: d.AllUnits()[0].Name + " "}); !data.HasCode(err, "unit-duplicate") {
		t.Errorf("got %v", err)
	}
	fresh, err := d.AmendUnit(ctx, data.Unit{Name: "罗山县某站"})
	if err != nil || fresh.Supervising != fresh.ID || d.Units().Match("罗山县某站").Unit.ID != fresh.ID {
		t.Errorf("the new unit: %+v, %v", fresh, err)
	}
}

func TestDraftsAreKeptSealedAndApartFromImports(t *testing.T) {
	d := practice(t)
	drafts, err := registration.OpenDrafts(ctx, d.Office)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []data.ApplicationID{"", "a"} {
		if err := drafts.Keep(ctx, id, map[string]string{"name": "刘" + string(id)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := drafts.Keep(ctx, "", nil); err != nil {
		t.Fatal(err)
	}
	again, err := registration.OpenDrafts(ctx, d.Office)
	if err != nil || again.Has("") || again.Texts("a")["name"] != "刘a" {
		t.Errorf("kept: %+v, %v", again.Texts("a"), err)
	}
	if imports, err := d.Imports(ctx); err != nil || len(imports) != 0 {
		t.Errorf("a draft counts as an import: %+v, %v", imports, err)
	}
}

func TestPeopleAreFoundWhileAClerkTypes(t *testing.T) {
	d := practice(t)
	id := d.Register.Find(registration.Query{})[0].Application.ID
	done := make(chan int)
	go func() {
		found := 0
		for range 200 {
			found += len(d.Select(registration.Selection{Text: "刘", Flags: []registration.Flag{registration.AgeThisYear}}))
			found += len(d.Register.Find(registration.Query{}))
		}
		done <- found
	}()
	for i := range 20 {
		amend(t, d, id, "phone", []string{"13800001111", "13900002222"}[i%2])
	}
	if found := <-done; found < 200*60 {
		t.Errorf("somebody was missed: %d", found)
	}
}
