package registration

import (
	"slices"

	"gongkao/app/retirement"
	"gongkao/data"
)

// Flag is something about an application that follows from its facts and the
// policy; it is kept nowhere.
type Flag string

// The flags, each the word that screens show.
const (
	Committed   Flag = "容缺"  // a commitment was made
	Owing       Flag = "未补"  // and what it promised is still owed
	AgeThisYear Flag = "到龄"  // retires within the year, after the notice's month
	AtTheLimit  Flag = "需确认" // retires in the notice's month: a person decides

	Unpaid   Flag = "未缴费"   // the fee is due and not all of it has come
	GivenUp  Flag = "自动放弃"  // nothing had come when the last day to pay was over
	Differs  Flag = "缴费不符"  // what came is not what is due
	Slipless Flag = "确认单未交" // it came before the signed slip was back
)

// The flags that follow from more than the application itself. Whoever makes the
// morning page works them out for everybody at once (Mark).
const (
	Held     Flag = "原件在库"
	Reprint  Flag = "打印后有改动"
	Double   Flag = "疑似重复"
	Overtime Flag = "已逾期失效"

	Stamped   Flag = "盖章件已回"  // a stamped sheet is back, and holds
	StampVoid Flag = "盖章后有改动" // one is back that no longer says what is on record
)

// Flags lists all flags in the order of screens.
func Flags() []Flag {
	return []Flag{AtTheLimit, AgeThisYear, Committed, Owing, Unpaid, GivenUp, Differs, Slipless, Overtime, Held, Reprint, StampVoid, Stamped, Double}
}

// String returns the word that screens show.
func (f Flag) String() string { return string(f) }

// FlagsOf returns the flags of an application. 未补 says all that 容缺 would.
func (d *Desk) FlagsOf(a *data.Applicant) []Flag {
	var has []Flag
	for _, f := range Flags() {
		if d.Has(a, f) && (f != Committed || !d.Has(a, Owing)) {
			has = append(has, f)
		}
	}
	return has
}

// Has reports whether the application has the flag.
func (d *Desk) Has(a *data.Applicant, f Flag) bool {
	switch f {
	case Committed:
		return a.Application.Commitment || slices.ContainsFunc(a.Dossier.Commitments, stands)
	case Owing:
		return d.owing(a)
	case AgeThisYear:
		return d.standing(a) == retirement.ThisYear
	case AtTheLimit:
		return d.standing(a) == retirement.Boundary
	case Unpaid, GivenUp, Differs, Slipless:
		return d.hasOfFees(a, f)
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.marked[f][a.Application.ID]
}

// Mark says which applications have a flag that follows from more than the
// application itself, until it is said anew.
func (d *Desk) Mark(f Flag, has map[data.ApplicationID]bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.marked == nil {
		d.marked = map[Flag]map[data.ApplicationID]bool{}
	}
	d.marked[f] = has
}

// MarkOne is Mark for one application: what others have of the flag stays.
func (d *Desk) MarkOne(f Flag, id data.ApplicationID, has bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.marked == nil {
		d.marked = map[Flag]map[data.ApplicationID]bool{}
	}
	if d.marked[f] == nil {
		d.marked[f] = map[data.ApplicationID]bool{}
	}
	d.marked[f][id] = has
}

// standing is how the application stands to the year by age.
func (d *Desk) standing(a *data.Applicant) retirement.Standing {
	p := d.Office.Policy
	return retirement.Stand(Retires(a), p.Cutoff.Date, p.Year)
}

// Retires returns the statutory month of retirement; zero where it cannot be known, because the
// category is not entered or is another sex's.
func Retires(a *data.Applicant) data.Month {
	category := a.Person.RetirementCategory()
	if (category == data.M60) != (a.Person.Sex == data.Male) {
		return data.Month{}
	}
	return retirement.Of(a.Person.Birth.MonthOf(), category).Month
}

func stands(c data.Commitment) bool { return c.Withdrawn.IsZero() }

// owing reports whether what was promised is still owed. Where the dossier has a
// record it tells; the word of a sheet speaks of every appraisal missing.
func (d *Desk) owing(a *data.Applicant) bool {
	if !slices.ContainsFunc(a.Dossier.Commitments, stands) {
		return a.Application.Commitment && d.owes(a)
	}
	return slices.ContainsFunc(a.Dossier.Commitments, func(c data.Commitment) bool { return c.Open() && unsettled(a, &c) })
}

// unsettled reports whether something of a promise is still to come: a year that
// is not recorded, or a document besides.
func unsettled(a *data.Applicant, c *data.Commitment) bool {
	if len(c.Slots) > 0 {
		return true
	}
	return slices.ContainsFunc(c.Years, func(year int) bool {
		grade := a.Person.Appraisals[year]
		return grade == "" || grade == data.Unrecorded
	})
}

// owes reports whether an appraisal that a commitment speaks of is still not
// recorded: a year written 未备案, or the last year when nothing is written.
func (d *Desk) owes(a *data.Applicant) bool {
	for _, grade := range a.Person.Appraisals {
		if grade == data.Unrecorded {
			return true
		}
	}
	for _, row := range d.Office.Policy.Rules(a.Application.Level, a.Application.Path) {
		if row.ID == "commitment-due" && a.Person.Appraisals[row.LastYear] == "" {
			return true
		}
	}
	return false
}
