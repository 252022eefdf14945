package years_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/data/store"
)

// records is everything of a year that is not history.
type records struct {
	Office data.Office
	Units  []data.Unit
	People []*data.Applicant
}

func recordsOf(t *testing.T, d *registration.Desk, year int) (all records) {
	t.Helper()
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if all.Office, err = r.Office(); err != nil {
			return err
		}
		if all.Units, err = r.Units(); err != nil {
			return err
		}
		all.People, err = r.Applicants(year)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAYearTakenBackLeavesEverythingAsItWas(t *testing.T) {
	d := january(t, 60)
	certify(t, d, everybody(d)[0])
	before := recordsOf(t, d, 2026)
	for range 2 { // and it can be opened and taken back again
		if _, err := years.Open(ctx, d, 2027, nil); err != nil {
			t.Fatal(err)
		}
		if reflect.DeepEqual(before, recordsOf(t, d, 2026)) {
			t.Fatal("opening promoted nobody")
		}
		act, err := years.TakeBack(ctx, d, 2027, nil)
		if err != nil || act.Withdrawn == "" {
			t.Fatalf("%+v, %v", act, err)
		}
		if after := recordsOf(t, d, 2026); !reflect.DeepEqual(before, after) {
			t.Errorf("before %+v\nafter  %+v", before.Office, after.Office)
		}
		if d.Office.Profile.Year != 2026 || d.Office.Policy.Year != 2026 || d.Register.Len() != len(before.People) {
			t.Errorf("the office works in %d with %d people", d.Office.Profile.Year, d.Register.Len())
		}
		if _, err := os.Stat(d.Office.PolicyPath(2027, "")); err == nil {
			t.Error("the copied policy lies there still")
		}
	}
	report, err := d.Office.Store.Verify(ctx)
	if err != nil || !report.OK {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestAYearInWhichSomethingWasEnteredIsNotTakenBack(t *testing.T) {
	d := january(t, 60)
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	a := everybody(d)[0]
	if _, err := d.Amend(ctx, a.Application.ID, map[string]string{"trade": "农艺工", "level": "四级"}, ""); err != nil {
		t.Fatal(err)
	}
	_, err := years.TakeBack(ctx, d, 2027, nil)
	if !data.HasCode(err, "year-used") || !strings.Contains(err.Error(), a.Person.Name) {
		t.Errorf("%v", err)
	}
	if d.Office.Profile.Year != 2027 {
		t.Error("the year was left all the same")
	}
}

func TestWhoeverAppliesTakesTheApplicationCarriedOver(t *testing.T) {
	d := january(t, 60)
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	people := everybody(d)
	one, other := people[0], people[1]
	amended, err := d.Amend(ctx, one.Application.ID, map[string]string{"phone": "13800001111"}, "")
	if err != nil || amended.Application.Status != data.Carried {
		t.Errorf("a new phone number makes %v, %v", amended, err)
	}
	amended, err = d.Amend(ctx, one.Application.ID, map[string]string{"trade": "农艺工", "level": "四级"}, "")
	if err != nil || amended.Application.Status != data.Draft {
		t.Errorf("trade and level make %v, %v", amended, err)
	}
	entered, err := d.Enter(ctx, data.Applicant{Unit: other.Unit,
		Person:      data.Person{Name: other.Person.Name, IDNumber: other.Person.IDNumber},
		Application: data.Application{Trade: "农艺工", Level: 4, Path: data.Promotion}})
	if err != nil || entered.Application.ID != other.Application.ID || entered.Application.Post != other.Application.Post {
		t.Errorf("entered anew: %+v, %v", entered, err)
	}
	if d.Register.Len() != len(people) {
		t.Errorf("%d people of %d", d.Register.Len(), len(people))
	}
	events, err := d.Timeline(ctx, one.Application.ID)
	told := slices.ContainsFunc(events, func(e registration.Event) bool { return e.New && e.Words == "带入 2027 年度" })
	if err != nil || !told {
		t.Errorf("the timeline does not tell that he came over: %v", err)
	}
}
