// Package demo invents the practice county: 罗山县 with its units, account
// administrators and applicants, several days into the season, every case of
// the rules among them; or at the end of the year, when all is done that can be. Nothing
// in it is real, and it says 演练 everywhere. The same seed gives the same county, to
// the byte. Callers want Fill.
package demo

import (
	"context"
	"time"

	"gongkao/app/eligibility"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

// Size says how large a county to invent.
type Size struct {
	People int
	Units  int
	Seed   uint64

	WholeSeason bool // the story goes on to December: everybody reviewed, scores, certificates, archives
}

// Usual is the county that `make run` opens.
var Usual = Size{People: 300, Units: 60, Seed: 2026}

// Counts says what was invented.
type Counts struct {
	People       int `json:"people"`
	Units        int `json:"units"`
	Applications int `json:"applications"`
}

// The story begins on the day unit names are checked, and is told for some
// weeks. What a large county has more of is people, not stories.
const (
	mostPhotos    = 600 // beyond them nobody looks, and the file would be gigabytes
	mostDecisions = 400
	peopleAtOnce  = 2000
)

// storyStart is when the invented season begins, in the county's own zone.
var storyStart = time.Date(policyYear, 3, 12, 8, 30, 0, 0, time.FixedZone("CST", 8*3600))

// Fill makes a practice county in an empty folder. It refuses sizes that make
// no sense (size) and a folder that holds an office (not-empty).
func Fill(ctx context.Context, folder string, size Size) (Counts, error) {
	if size.People < 0 || size.People > 200_000 || size.Units < 1 || size.Units > 5_000 {
		return Counts{}, data.Refuse("size", "", "演练县的人数应在 0 到 200000、单位数应在 1 到 5000 之间", "请改一下 --people 或 --units")
	}
	c := newChance(size.Seed, storyStart)
	profile := data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: policyYear, Practice: true, Seed: size.Seed}
	o, _, err := office.Create(ctx, office.Place{Folder: folder, Now: c.now, NewID: c.newID, Random: c}, profile, "王建国")
	if err != nil {
		return Counts{}, err
	}
	s := season{chance: c, office: o, size: size}
	err = s.tell(ctx)
	if closing := o.Close(); err == nil {
		err = closing
	}
	return Counts{People: size.People, Units: len(s.units), Applications: size.People}, err
}

// season is a county while its story is told.
type season struct {
	*chance
	office *office.Office
	size   Size
	units  []data.Unit
	known  map[data.IDNumber]bool
}

func (s *season) tell(ctx context.Context) error {
	for _, chapter := range []func(context.Context) error{s.registerUnits, s.registerPeople, s.review, s.folders, s.unitYear, s.textbooks, s.pay} {
		if err := chapter(ctx); err != nil {
			return err
		}
	}
	if s.size.WholeSeason {
		return s.finish(ctx)
	}
	return nil
}

func (s *season) registerUnits(ctx context.Context) error {
	s.units = s.inventUnits(s.size.Units)
	_, err := s.office.Store.Update(ctx, data.OpPractice, "演练：单位", func(tx *store.Tx) error {
		for _, u := range s.units {
			if err := tx.PutUnit(u); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.tick(26 * time.Hour)
	_, err = s.office.Store.Update(ctx, data.OpPractice, "演练：网上报名管理人员", func(tx *store.Tx) error {
		for _, a := range s.inventAdministrators(s.units) {
			if err := tx.PutAdministrator(a); err != nil {
				return err
			}
		}
		return nil
	})
	s.tick(26 * time.Hour)
	return err
}

// registerPeople enters people in the order their units send them.
func (s *season) registerPeople(ctx context.Context) error {
	s.known = map[data.IDNumber]bool{}
	perUnit := s.size.People/len(s.units) + 1
	for done := 0; done < s.size.People; {
		count := min(s.size.People-done, max(perUnit, 1), peopleAtOnce)
		if s.size.People > peopleAtOnce {
			count = min(s.size.People-done, peopleAtOnce)
		}
		_, err := s.office.Store.Update(ctx, data.OpPractice, "演练：申报人员", func(tx *store.Tx) error {
			for i := done; i < done+count; i++ {
				if err := s.register(tx, i, perUnit); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done += count
		s.tick(6 * time.Hour)
	}
	return nil
}

func (s *season) register(tx *store.Tx, i, perUnit int) error {
	a := s.somebody(i, s.units[i/perUnit%len(s.units)])
	a.Person.ID, a.Application.ID = data.PersonID(tx.NewID()), data.ApplicationID(tx.NewID())
	a.Application.Person = a.Person.ID
	if i < mostPhotos && !s.percent(4) {
		photo, err := s.silhouette()
		if err != nil {
			return err
		}
		a.Person.Photo = photo
	}
	a.Application.Status = data.Submitted
	if i >= len(peculiars) && s.percent(5) {
		a.Application.Status = data.Draft
	}
	if err := tx.PutPerson(a.Person); err != nil {
		return err
	}
	return tx.PutApplication(a.Application)
}

// somebody invents person number i; an ID number is never given twice.
func (s *season) somebody(i int, u data.Unit) data.Applicant {
	for {
		a := s.invent(u)
		if i < len(peculiars) {
			for a.Application.Level == 5 || a.Application.Level == 1 {
				a = s.invent(u)
			}
			a.Person.Name = peculiars[i].name
			peculiars[i].turn(s.chance, &a)
		}
		if !s.known[a.Person.IDNumber] {
			s.known[a.Person.IDNumber] = true
			return a
		}
	}
}

// review decides on part of those who wait, by the same door as the clerks.
func (s *season) review(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	waiting := desk.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})
	for _, a := range waiting[:min(len(waiting), mostDecisions)] {
		if !s.percent(55) {
			continue
		}
		s.tick(25 * time.Minute)
		if err := s.decide(ctx, desk, a); err != nil {
			return err
		}
	}
	return nil
}

// decide does what a careful clerk would: approves who is clear, rejects whom
// the notice excludes, returns some for their papers, and leaves who needs a
// second look.
func (s *season) decide(ctx context.Context, desk *registration.Desk, a *data.Applicant) error {
	verdict := eligibility.Judge(eligibility.Question{Applicant: a, Policy: s.office.Policy, Codes: s.office.Codes, AsOf: s.office.Today()})
	ruling := review.Ruling{Decision: review.Approve}
	switch {
	case verdict.Outcome == eligibility.Fail:
		ruling = review.Ruling{Decision: review.Reject, Reasons: []string{blocking(verdict)}}
	case verdict.Outcome == eligibility.Warn && s.percent(80):
		return nil
	case verdict.Outcome == eligibility.Warn, s.percent(6):
		ruling = review.Ruling{Decision: review.Return, Reasons: []string{pick(s.chance, returns)}}
	}
	_, err := review.Decide(ctx, desk, a, ruling)
	return err
}

// returns are the presets for which a unit can still bring something: nobody is
// sent back for his age.
var returns = []string{"materials-missing", "materials-unclear", "information-wrong", "appraisals-missing", "seal-missing"}

// blocking returns the first rule that stands in the way.
func blocking(v eligibility.Verdict) string {
	for _, f := range v.Findings {
		if f.Severity == eligibility.Block {
			return f.Rule
		}
	}
	return ""
}
