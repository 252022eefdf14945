package years

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"gongkao/app/fees/account"
	"gongkao/app/results"
	"gongkao/data"
)

// anyUnits draws units, some of them merged into others, in chains and rings too.
func anyUnits(t *rapid.T) []data.Unit {
	units := make([]data.Unit, rapid.IntRange(1, 6).Draw(t, "units"))
	for i := range units {
		units[i].ID = data.UnitID(fmt.Sprint("u", i))
		if rapid.Bool().Draw(t, "merged") {
			units[i].Into = data.UnitID(fmt.Sprint("u", rapid.IntRange(0, len(units)).Draw(t, "into")))
		}
	}
	return units
}

// anyPeople draws people with what decides whether they come and rise.
func anyPeople(t *rapid.T, units int) []*data.Applicant {
	people := make([]*data.Applicant, rapid.IntRange(0, 12).Draw(t, "people"))
	levels := rapid.IntRange(0, 5)
	for i := range people {
		a := &data.Applicant{}
		a.Person.ID, a.Person.Sex = data.PersonID(fmt.Sprint("p", i)), data.Male
		a.Person.Birth = data.Date{Year: rapid.IntRange(1955, 1990).Draw(t, "born"), Month: rapid.IntRange(1, 12).Draw(t, "month"), Day: 1}
		a.Person.CurrentLevel = data.Level(levels.Draw(t, "held"))
		app := &a.Application
		app.Person, app.Unit = a.Person.ID, data.UnitID(fmt.Sprint("u", rapid.IntRange(0, units).Draw(t, "unit")))
		app.Level, app.Trade = data.Level(rapid.IntRange(1, 5).Draw(t, "level")), "农艺工"
		app.Status = rapid.SampledFrom([]data.Status{data.Draft, data.Approved, data.Reported, data.Rejected, data.Carried}).Draw(t, "status")
		for n := range rapid.IntRange(0, 2).Draw(t, "certificates") {
			c := data.Certificate{Number: fmt.Sprint(i, n), Issued: data.MustDate(2026, 12, 1)}
			if rapid.Bool().Draw(t, "void") {
				c.Void = "登记错了"
			}
			a.Ledger.Certificates = append(a.Ledger.Certificates, c)
			if rapid.Bool().Draw(t, "revoked") {
				a.Dossier.Violations = append(a.Dossier.Violations, data.Violation{Revoked: []string{c.Number}})
			}
		}
		people[i] = a
	}
	return people
}

func TestAnyRegisterComesOverWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := anyUnits(t)
		people := anyPeople(t, len(units))
		p := planOf(2027, people, units)
		if len(p.Coming)+len(p.Left) != len(people) {
			t.Fatalf("%d come and %d are left of %d", len(p.Coming), len(p.Left), len(people))
		}
		stands := map[data.UnitID]bool{}
		for _, u := range units {
			stands[u.ID] = !u.Merged()
		}
		for _, l := range p.Left {
			if l.Why == "" {
				t.Fatal("somebody is left without a reason")
			}
		}
		for _, c := range p.Coming {
			was := c.Was.Person
			if !stands[c.Unit] {
				t.Fatalf("somebody comes to %q, which does not stand", c.Unit)
			}
			_, earned := results.CertificateOf(c.Was)
			switch {
			case c.Person == nil:
			case !earned || !account.Approved(c.Was):
				t.Fatal("somebody rose by no certificate")
			case was.CurrentLevel != 0 && c.Person.CurrentLevel >= was.CurrentLevel:
				t.Fatalf("somebody rose from %s to %s", was.CurrentLevel, c.Person.CurrentLevel)
			case c.Person.CurrentLevel != c.Was.Application.Level:
				t.Fatal("somebody rose to another level than he applied for")
			}
			if earned && c.Person == nil && c.Owed == "" {
				t.Fatal("somebody with a certificate does not rise, and nobody says why")
			}
		}
	})
}
