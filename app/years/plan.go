package years

import (
	"fmt"

	"gongkao/app/registration"
	"gongkao/data"
)

// Plan is what opening a year will do. It is made of the register in memory, so
// that what was said beforehand is what happens.
type Plan struct {
	Year, From int
	Units      int         // that stand
	Coming     []Coming    // in the order of the old register
	Left       []data.Left // who stays behind, and why
	Policy     PolicyPlan
}

// Coming is somebody who comes over.
type Coming struct {
	Was    *data.Applicant
	Unit   data.UnitID  // where he is now: his unit, or the one it was merged into
	Person *data.Person // as he stands in the new year, where that differs
	Owed   string       // why he might have risen and has not; ""
}

// planOf makes the plan: everybody of the register either comes or is left.
func planOf(year int, people []*data.Applicant, units []data.Unit) Plan {
	p := Plan{Year: year, From: year - 1}
	heirs := heirsOf(units)
	for _, u := range units {
		if !u.Merged() {
			p.Units++
		}
	}
	for _, a := range people {
		unit, stands := heirs[a.Application.Unit]
		if why := leftBecause(a, p.From, stands); why != "" {
			p.Left = append(p.Left, data.Left{Person: a.Person.ID, Why: why})
			continue
		}
		c := Coming{Was: a, Unit: unit}
		c.Person, c.Owed = risen(a)
		p.Coming = append(p.Coming, c)
	}
	return p
}

// leftBecause says why somebody stays behind, "" when he does not. Whoever is
// banned comes over: the rules tell of it. Whose month of retirement cannot be
// known comes over too: nobody guesses it.
func leftBecause(a *data.Applicant, from int, unitStands bool) string {
	if month := registration.Retires(a); !month.IsZero() && month.Year <= from {
		return fmt.Sprintf("%s 到法定退休年龄", month)
	}
	if !unitStands {
		return "单位“" + a.Unit + "”已撤销，没有并入别的单位"
	}
	return ""
}

// heirsOf finds for every unit the one that stands in its place: itself, or the
// one it was merged into, over several mergers. A unit without one is missing.
func heirsOf(units []data.Unit) map[data.UnitID]data.UnitID {
	byID := make(map[data.UnitID]*data.Unit, len(units))
	for i := range units {
		byID[units[i].ID] = &units[i]
	}
	heirs := make(map[data.UnitID]data.UnitID, len(units))
	for id, u := range byID {
		for range units { // a ring never ends by itself
			if u == nil || !u.Merged() {
				break
			}
			u = byID[u.Into]
		}
		if u != nil && !u.Merged() {
			heirs[id] = u.ID
		}
	}
	return heirs
}

// Promoted lists who begins the new year at a higher level.
func (p *Plan) Promoted() (all []data.Rise) {
	for _, c := range p.Coming {
		if c.Person != nil {
			all = append(all, data.Rise{Person: c.Was.Person.ID, From: c.Was.Person.CurrentLevel, To: c.Person.CurrentLevel})
		}
	}
	return all
}

// Owed lists who comes over, might have risen and has not.
func (p *Plan) Owed() (all []data.Left) {
	for _, c := range p.Coming {
		if c.Owed != "" {
			all = append(all, data.Left{Person: c.Was.Person.ID, Why: c.Owed})
		}
	}
	return all
}
