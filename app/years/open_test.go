package years_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/data/store"
)

func TestEverybodyComesOverOrIsLeftWithAReason(t *testing.T) {
	d := january(t, 60)
	before := everybody(d)
	act, err := years.Open(ctx, d, 2027, nil)
	if err != nil {
		t.Fatal(err)
	}
	if act.People+len(act.Left) != len(before) || act.People == 0 || act.Units != len(d.AllUnits()) {
		t.Errorf("%d came, %d left of %d; %d units", act.People, len(act.Left), len(before), act.Units)
	}
	if d.Office.Profile.Year != 2027 || !d.Office.Policy.Provisional() || d.Register.Len() != act.People {
		t.Errorf("year %d, provisional %v, %d people", d.Office.Profile.Year, d.Office.Policy.Provisional(), d.Register.Len())
	}
	left := map[data.PersonID]string{}
	for _, l := range act.Left {
		left[l.Person] = l.Why
	}
	for _, was := range before {
		now, came := d.Register.ByNumber(was.Person.IDNumber)
		if why, stays := left[was.Person.ID]; stays == came || stays && why == "" {
			t.Fatalf("%s came %v, left %q", was.Person.Name, came, why)
		}
		if !came {
			if month := registration.Retires(was); month.Year > 2026 {
				t.Errorf("%s retires %s and was left: %s", was.Person.Name, month, left[was.Person.ID])
			}
			continue
		}
		want := data.Application{
			ID: now.Application.ID, Person: was.Person.ID, Year: 2027, Unit: was.Application.Unit, StaffKind: was.Application.StaffKind,
			Post: was.Application.Post, Status: data.Carried, Batch: act.Batch,
		}
		if now.Application != want {
			t.Errorf("carried over as %+v", now.Application)
		}
	}
}

func TestWhoEarnedACertificateStandsAtTheNewLevel(t *testing.T) {
	d := january(t, 60)
	people := everybody(d)
	earned, voided, revoked, sat := people[0], people[1], people[2], people[3]
	c := certify(t, d, earned)
	void := certify(t, d, voided)
	gone := certify(t, d, revoked)
	app := sat.Application
	app.Status = data.Approved
	write(t, d, func(tx *store.Tx) error {
		void.Void = "登记错了"
		for _, err := range []error{
			tx.PutCertificate(void),
			tx.PutViolation(data.Violation{ID: "v", Person: revoked.Person.ID, Found: data.MustDate(2026, 12, 28), Until: data.MustDate(2028, 12, 27), What: "伪造", Revoked: []string{gone.Number}}),
			tx.PutApplication(app),
			tx.PutScore(data.Score{ID: "s", Application: sat.Application.ID, Subject: "subject-computer", Points: 800}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	act, err := years.Open(ctx, d, 2027, nil)
	if err != nil {
		t.Fatal(err)
	}
	now, _ := d.Register.ByNumber(earned.Person.IDNumber)
	if p := now.Person; p.CurrentLevel != 3 || p.CurrentTrade != earned.Application.Trade || p.CurrentCertNo != c.Number || p.CurrentCertDate != (data.Month{Year: 2026, Month: 12}) {
		t.Errorf("he stands at %s %s %s %s", p.CurrentLevel, p.CurrentTrade, p.CurrentCertNo, p.CurrentCertDate)
	}
	if len(act.Promoted) != 1 || act.Promoted[0] != (data.Rise{Person: earned.Person.ID, From: 4, To: 3}) {
		t.Errorf("%+v", act.Promoted)
	}
	for _, a := range []*data.Applicant{voided, revoked} {
		if now, ok := d.Register.ByNumber(a.Person.IDNumber); !ok || now.Person.CurrentLevel != 4 {
			t.Errorf("%s rose by a certificate that does not stand", a.Person.Name)
		}
	}
	for _, a := range []*data.Applicant{voided, revoked, sat} {
		if !slices.ContainsFunc(act.Owed, func(l data.Left) bool { return l.Person == a.Person.ID && l.Why != "" }) {
			t.Errorf("nobody says why %s has not risen: %+v", a.Person.Name, act.Owed)
		}
	}
}

func TestAMergedUnitsPeopleComeToItsHeir(t *testing.T) {
	d := january(t, 60)
	people := everybody(d)
	first, second := people[0].Application.Unit, data.UnitID("")
	for _, a := range people {
		if a.Application.Unit != first {
			second = a.Application.Unit
		}
	}
	write(t, d, func(tx *store.Tx) error {
		for _, u := range d.AllUnits() {
			switch u.ID {
			case first:
				u.Into = second
			case second:
				continue
			default:
				if u.Supervising == u.ID {
					continue
				}
				u.Into = u.ID // a ring: nobody stands at its end
			}
			if err := tx.PutUnit(u); err != nil {
				return err
			}
		}
		return nil
	})
	act, err := years.Open(ctx, d, 2027, nil)
	if err != nil {
		t.Fatal(err)
	}
	if now, ok := d.Register.ByNumber(people[0].Person.IDNumber); !ok || now.Application.Unit != second {
		t.Errorf("came %v to %v", ok, now)
	}
	if act.People+len(act.Left) != len(people) || len(act.Left) == 0 {
		t.Errorf("%d came, %d left", act.People, len(act.Left))
	}
}

func TestAYearThatIsNotTheNextIsRefused(t *testing.T) {
	d := january(t, 20)
	for year, code := range map[int]string{2026: "year-opened", 2025: "year-order", 2028: "year-gap", 2029: "year-gap"} {
		if _, err := years.Open(ctx, d, year, nil); !data.HasCode(err, code) {
			t.Errorf("%d: %v", year, err)
		}
	}
	if _, err := years.TakeBack(ctx, d, 2026, nil); !data.HasCode(err, "year-first") {
		t.Error(err)
	}
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := years.Open(ctx, d, 2027, nil); !data.HasCode(err, "year-opened") {
		t.Errorf("a second time: %v", err)
	}
	if _, err := years.TakeBack(ctx, d, 2026, nil); !data.HasCode(err, "year-order") {
		t.Error(err)
	}
}

func TestAClockThatWasSetBackOpensNothing(t *testing.T) {
	folder := demotest.County(t, demotest.Small(20))
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.Local) // the county's story is of March and April
	d := demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { return at }})
	if _, err := years.Open(ctx, d, 2027, nil); !data.HasCode(err, "clock-back") {
		t.Errorf("before the last entry: %v", err)
	}
	at = time.Date(2025, 12, 31, 9, 0, 0, 0, time.Local)
	if _, err := years.Open(ctx, d, 2027, nil); !data.HasCode(err, "clock-back") {
		t.Errorf("in the year before: %v", err)
	}
	if d.Office.Profile.Year != 2026 {
		t.Error("it was opened all the same")
	}
}

func TestAFileThatGivesNoSoundBackupOpensNoYear(t *testing.T) {
	folder := demotest.County(t, demotest.Small(40))
	path := filepath.Join(folder, office.DatabaseName)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	trade := bytes.LastIndex(content, []byte("驾驶员"))
	content[trade+2] ^= 1
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	d := demotest.Open(t, office.Place{Folder: folder, Now: inJanuary})
	written := 0
	_, err = years.Open(ctx, d, 2027, func(done, _ int) { written = 1 + done })
	if !data.HasCode(err, "backup-bad") || written == 0 {
		t.Fatalf("after %d people: %v", written, err)
	}
	if d.Office.Profile.Year != 2026 || len(recordsOf(t, d, 2027).People) != 0 {
		t.Errorf("the office works in %d", d.Office.Profile.Year)
	}
	if _, err := os.Stat(d.Office.PolicyPath(2027, "")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the policy of 2027 stayed: %v", err)
	}
	if left, err := os.ReadDir(d.Office.BackupFolder()); err != nil || len(left) != 0 {
		t.Errorf("left behind %v, %v", left, err)
	}
}
