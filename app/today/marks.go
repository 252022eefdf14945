package today

import (
	"hash/maphash"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/spread"
)

// marks are the flags that follow from more than an application itself.
var marks = map[registration.Flag]func(*morning, *data.Applicant) bool{
	registration.Held:    func(m *morning, a *data.Applicant) bool { return m.units.Originals(a.Application.ID).Pieces > 0 },
	registration.Reprint: func(m *morning, a *data.Applicant) bool { return len(m.changed[a.Application.ID]) > 0 },
	registration.Double:  func(m *morning, a *data.Applicant) bool { return m.double[a.Application.ID] },
	registration.Overtime: func(m *morning, a *data.Applicant) bool {
		return slices.Contains(registration.Running, a.Application.Status) && m.lapsed(a)
	},
}

// has returns what tells whether somebody has a flag on the day of the page. The
// office's own word on money is of today.
func (m *morning) has(f registration.Flag) func(*data.Applicant) bool {
	if of, is := marks[f]; is {
		return func(a *data.Applicant) bool { return of(m, a) }
	}
	if f == registration.Unpaid {
		return m.unpaid
	}
	return func(a *data.Applicant) bool { return m.desk.Has(a, f) }
}

// mark hands the marks to the register, which shows the lists that the numbers
// open.
func (m *morning) mark() {
	for i := range listed {
		opens := listed[i].Opens
		if len(opens.Flags) != 1 || marks[opens.Flags[0]] == nil {
			continue
		}
		people := m.found[listed[i].ID].people
		has := make(map[data.ApplicationID]bool, len(people))
		for _, a := range people {
			has[a.Application.ID] = true
		}
		m.desk.Mark(opens.Flags[0], has)
	}
}

// doubles finds people of the same name and birthday under different numbers.
func doubles(everybody []*data.Applicant) map[data.ApplicationID]bool {
	met, double := make(map[uint64]*data.Applicant, len(everybody)), map[data.ApplicationID]bool{}
	for i, key := range likenesses(everybody) {
		if key == 0 {
			continue
		}
		a := everybody[i]
		first, again := met[key]
		if !again {
			met[key] = a
			continue
		}
		if first.Person.Name == a.Person.Name && first.Person.Birth == a.Person.Birth {
			double[first.Application.ID], double[a.Application.ID] = true, true
		}
	}
	return double
}

// likenesses returns for everybody a number that people of the same name and
// birthday share; 0 for whom nobody is like: his birthday is not known, or he can
// no longer be assessed.
func likenesses(everybody []*data.Applicant) []uint64 {
	seed := maphash.MakeSeed()
	return slices.Concat(spread.Over(len(everybody), func(from, to int) []uint64 {
		keys := make([]uint64, to-from)
		for i, a := range everybody[from:to] {
			p := &a.Person
			if p.Birth.IsZero() || !slices.Contains(registration.Running, a.Application.Status) {
				continue
			}
			keys[i] = maphash.String(seed, p.Name) ^ uint64(p.Birth.Year*10000+p.Birth.Month*100+p.Birth.Day)
		}
		return keys
	})...)
}
