package unitbook_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
)

var bg = context.Background()

// county is a practice county with its units in hand.
type county struct {
	testing.TB
	*registration.Desk
}

func open(t testing.TB) county {
	t.Helper()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	place := office.Place{Folder: demotest.County(t, demo.Size{People: 80, Units: 30, Seed: 5}), Now: func() time.Time { now = now.Add(time.Second); return now }}
	return county{t, demotest.Open(t, place)}
}

func (c county) unit(name string) data.Unit {
	c.Helper()
	for _, u := range c.EveryUnit() {
		if u.Name == name {
			return u
		}
	}
	c.Fatalf("there is no %s", name)
	return data.Unit{}
}

func (c county) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

func (c county) refuses(err error, code string) {
	c.Helper()
	r, ok := data.AsRefusal(err)
	if !ok || r.Code != code || r.Message == "" || r.Hint == "" {
		c.Errorf("%v, want the refusal %s with the next step", err, code)
	}
}

func (c county) book() *unitbook.Book {
	c.Helper()
	b, err := unitbook.Load(bg, c.Desk)
	c.must(err)
	return b
}

// free is a supervising unit of which the practice county has told nothing yet.
func (c county) free() data.Unit {
	c.Helper()
	b := c.book()
	for _, u := range b.Supervising() {
		if _, confirmed := b.Confirmed(u.ID); !confirmed {
			return u
		}
	}
	c.Fatal("every supervising unit is confirmed")
	return data.Unit{}
}

var why = unitbook.Basis{Document: "罗编〔2026〕3号"}

func TestAConfirmationStandsOnceAndIsWithdrawnWithItsReason(t *testing.T) {
	c := open(t)
	u := c.free()
	_, err := unitbook.Confirm(bg, c.Desk, u.ID, " ")
	c.refuses(err, "who-missing")
	_, err = unitbook.Confirm(bg, c.Desk, u.ID, "陈国强")
	c.must(err)
	_, err = unitbook.Confirm(bg, c.Desk, u.ID, "陈国强")
	c.refuses(err, "confirmed")
	c.refuses(unitbook.Withdraw(bg, c.Desk, u.ID, ""), "reason-missing")
	c.must(unitbook.Withdraw(bg, c.Desk, u.ID, "漏了一个下属单位"))
	c.refuses(unitbook.Withdraw(bg, c.Desk, u.ID, "再撤"), "not-confirmed")
	_, err = unitbook.Confirm(bg, c.Desk, u.ID, "李萍")
	c.must(err)
	if got, ok := c.book().Confirmed(u.ID); !ok || got.Who != "李萍" || got.Year != 2026 {
		t.Errorf("%+v", got)
	}
	story := c.book().Story(u.ID)
	if !slices.ContainsFunc(story, func(told unitbook.Told) bool {
		return strings.Contains(told.Words, "（已撤回：漏了一个下属单位）")
	}) {
		t.Errorf("%+v", story)
	}
	for _, other := range c.AllUnits() {
		if other.Supervising != other.ID {
			_, err = unitbook.Confirm(bg, c.Desk, other.ID, "陈国强")
			c.refuses(err, "not-supervising")
			break
		}
	}
}

func TestARenamedUnitIsFoundByItsOldName(t *testing.T) {
	c := open(t)
	u := c.free()
	old := u.Name
	_, err := unitbook.Rename(bg, c.Desk, u.ID, "罗山县新名称服务中心", unitbook.Basis{})
	c.refuses(err, "basis-missing")
	_, err = unitbook.Rename(bg, c.Desk, u.ID, old, why)
	c.refuses(err, "name-same")
	change, err := unitbook.Rename(bg, c.Desk, u.ID, " 罗山县新名称服务中心", why)
	c.must(err)
	if m := c.Units().Match(old); m.Kind != units.Similar || m.Unit.ID != u.ID {
		t.Errorf("%s means %+v", old, m)
	}
	for _, a := range c.Register.Find(registration.Query{}) {
		if a.Application.Unit == u.ID && a.Unit != "罗山县新名称服务中心" {
			t.Errorf("%s is still of %s", a.Person.Name, a.Unit)
		}
	}
	c.must(unitbook.TakeBack(bg, c.Desk, change.ID, "文件还没有下发"))
	if now := c.unit(old); now.ID != u.ID || slices.Contains(now.Former, old) {
		t.Errorf("%+v", now)
	}
	c.refuses(unitbook.TakeBack(bg, c.Desk, change.ID, "再撤"), "change-unknown")
}

// pair returns two supervising units: one with people and units below it, and
// another.
func (c county) pair() (u, heir data.Unit) {
	c.Helper()
	b := c.book()
	for _, top := range b.Supervising() {
		if n, _, _ := b.People(top.ID); n > 0 && len(b.Below(top.ID)) > 0 && u.ID == "" {
			u = top
		} else {
			heir = top
		}
	}
	if u.ID == "" || heir.ID == "" {
		c.Fatal("no such units")
	}
	return u, heir
}

func TestAMergedUnitTakesItsPeopleAndUnitsAlongAndTheyComeBack(t *testing.T) {
	c := open(t)
	u, heir := c.pair()
	b := c.book()
	below := b.Below(u.ID)
	var own []data.ApplicationID
	for _, a := range c.Register.Find(registration.Query{}) {
		if a.Application.Unit == u.ID {
			own = append(own, a.Application.ID)
		}
	}
	if len(own) == 0 {
		t.Fatal("the unit itself has nobody")
	}
	change, err := unitbook.Merge(bg, c.Desk, u.ID, heir.ID, why)
	c.must(err)
	if change.Moved != len(own) {
		t.Errorf("%d went along, want %d", change.Moved, len(own))
	}
	for _, id := range own {
		a, _ := c.Register.ByID(id)
		if a.Application.Unit != heir.ID || a.Unit != heir.Name {
			t.Errorf("%s is of %s", a.Person.Name, a.Unit)
		}
		events, err := c.Timeline(bg, id)
		c.must(err)
		if !slices.ContainsFunc(events, func(e registration.Event) bool {
			return strings.Contains(e.Words, u.Name+" → "+heir.Name) && strings.Contains(e.Why, why.Document) && !e.CanUndo()
		}) {
			t.Errorf("%s: the timeline does not tell the move: %+v", a.Person.Name, events)
		}
	}
	for _, o := range below {
		if now := c.unit(o.Name); now.Supervising != heir.ID {
			t.Errorf("%s is supervised by %s", o.Name, now.Supervising)
		}
	}
	if slices.ContainsFunc(c.AllUnits(), func(o data.Unit) bool { return o.ID == u.ID }) {
		t.Error("the merged unit can still be picked")
	}
	if m := c.Units().Match(u.Name); m.Kind != units.Similar || m.Unit.ID != heir.ID || !strings.Contains(m.Why, "已并入") {
		t.Errorf("%s means %+v", u.Name, m)
	}
	for _, bad := range [][2]data.UnitID{{u.ID, heir.ID}, {below[0].ID, u.ID}} {
		_, err = unitbook.Merge(bg, c.Desk, bad[0], bad[1], why)
		c.refuses(err, "unit-merged")
	}
	_, err = unitbook.Merge(bg, c.Desk, heir.ID, u.ID, why)
	c.refuses(err, "merge-ring")
	_, err = unitbook.Merge(bg, c.Desk, heir.ID, heir.ID, why)
	c.refuses(err, "merge-ring")

	c.must(unitbook.TakeBack(bg, c.Desk, change.ID, "并错了"))
	for _, id := range own {
		if a, _ := c.Register.ByID(id); a.Application.Unit != u.ID || a.Unit != u.Name {
			t.Errorf("%s did not come back: %s", a.Person.Name, a.Unit)
		}
	}
	for _, o := range below {
		if now := c.unit(o.Name); now.Supervising != u.ID {
			t.Errorf("%s did not come back", o.Name)
		}
	}
	if m := c.Units().Match(u.Name); m.Kind != units.Exact || m.Unit.ID != u.ID {
		t.Errorf("%s means %+v", u.Name, m)
	}
}

func TestAUnitMergedIntoOneOfItsOwnIsSucceededByIt(t *testing.T) {
	c := open(t)
	u, _ := c.pair()
	below := c.book().Below(u.ID)
	_, err := unitbook.Merge(bg, c.Desk, u.ID, below[0].ID, why)
	c.must(err)
	for _, o := range below {
		if now := c.unit(o.Name); now.Supervising != below[0].ID {
			t.Errorf("%s is supervised by %s", o.Name, now.Supervising)
		}
	}
}

func TestAChangeOnWhichAnotherRestsIsNotTakenBack(t *testing.T) {
	c := open(t)
	u, heir := c.pair()
	change, err := unitbook.Merge(bg, c.Desk, u.ID, heir.ID, why)
	c.must(err)
	_, err = unitbook.Rename(bg, c.Desk, heir.ID, "罗山县合并后的新名称局", why)
	c.must(err)
	c.refuses(unitbook.TakeBack(bg, c.Desk, change.ID, "并错了"), "change-stale")
	made, err := unitbook.New(bg, c.Desk, data.Unit{Name: "罗山县新设单位", Supervising: heir.ID}, why)
	c.must(err)
	c.refuses(unitbook.TakeBack(bg, c.Desk, made.ID, "不要了"), "change-new")
	_, err = unitbook.New(bg, c.Desk, data.Unit{Name: u.Name}, why)
	c.refuses(err, "unit-duplicate")
}

func TestAFormGoesItsWayAndAnotherPersonNeedsAnother(t *testing.T) {
	c := open(t)
	u := c.free()
	if _, known := c.book().Administrator(u.ID); !known {
		c.refuses(unitbook.ReturnForm(bg, c.Desk, u.ID), "administrator-missing")
	}
	for unitbook.RecallForm(bg, c.Desk, u.ID) == nil { // what the practice county tells of it
	}
	a, _ := c.book().Administrator(u.ID)
	a.Unit, a.Name = u.ID, "陈国强"
	a, err := c.PutAdministrator(bg, a)
	c.must(err)
	state := func(want unitbook.FormState) {
		t.Helper()
		if f := c.book().Form(u.ID); f.State != want {
			t.Errorf("the form is %s, want %s", f.State, want)
		}
	}
	state(unitbook.FormAwaited)
	c.refuses(unitbook.HandOut(bg, c.Desk, u.ID, "陈国强"), "form-missing")
	c.must(unitbook.ReturnForm(bg, c.Desk, u.ID))
	state(unitbook.FormReturned)
	c.refuses(unitbook.ReturnForm(bg, c.Desk, u.ID), "form-returned")
	c.refuses(unitbook.HandOut(bg, c.Desk, u.ID, ""), "who-missing")
	c.must(unitbook.HandOut(bg, c.Desk, u.ID, "陈国强"))
	state(unitbook.FormDone)
	c.refuses(unitbook.HandOut(bg, c.Desk, u.ID, "陈国强"), "account-out")
	a.Name = "李萍"
	_, err = c.PutAdministrator(bg, a)
	c.must(err)
	state(unitbook.FormChanged)
	c.must(unitbook.ReturnForm(bg, c.Desk, u.ID))
	state(unitbook.FormReturned)
	c.must(unitbook.RecallForm(bg, c.Desk, u.ID))
	state(unitbook.FormAwaited)
	c.refuses(unitbook.RecallForm(bg, c.Desk, u.ID), "form-missing")
}
