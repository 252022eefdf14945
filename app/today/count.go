package today

import (
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/spread"
)

// found is whom a queue of people counts.
type found struct {
	people []*data.Applicant // in the order of entry
	units  []bool            // by place: somebody of the unit is among them
}

// tally is what one look at people counts.
type tally struct {
	progress Progress
	heard    []bool  // by place of the unit: somebody of it may still be assessed
	found    []found // by place in listed
}

// question is what a queue asks of somebody of one status.
type question struct {
	queue int                          // place in listed
	flags []func(*data.Applicant) bool // all must be so
}

// questions lists what is asked of whom, by status: what Select would ask, of
// queues that select by status and flags.
func (m *morning) questions() map[data.Status][]question {
	asked := map[data.Status][]question{}
	for i := range listed {
		if listed[i].Counts != People {
			continue
		}
		of := question{queue: i}
		for _, f := range listed[i].Opens.Flags {
			of.flags = append(of.flags, m.has(f))
		}
		statuses := listed[i].Opens.Statuses
		if len(statuses) == 0 {
			statuses = registration.Statuses()
		}
		for _, s := range statuses {
			asked[s] = append(asked[s], of)
		}
	}
	delete(asked, data.Carried) // who has not applied this year waits for nothing
	return asked
}

// count looks at everybody once, on all processors: what a county of 100,000
// costs is not the asking but the fetching of each from memory.
func (m *morning) count(asked map[data.Status][]question) {
	units := m.desk.EveryUnit()
	m.place = make(map[data.UnitID]int, len(units))
	for i, u := range units {
		m.place[u.ID] = 1 + i // 0 is of none
	}
	running := map[data.Status]bool{}
	for _, s := range registration.Running {
		running[s] = true
	}
	empty := func() *tally {
		t := &tally{heard: make([]bool, 1+len(units)), found: make([]found, len(listed))}
		for i := range t.found {
			t.found[i].units = make([]bool, 1+len(units))
		}
		return t
	}
	all := empty()
	for _, part := range spread.Over(len(m.everybody), func(from, to int) *tally {
		t := empty()
		for _, a := range m.everybody[from:to] {
			status, unit := a.Application.Status, m.place[a.Application.Unit]
			t.progress.take(status)
			t.heard[unit] = t.heard[unit] || running[status]
			for _, of := range asked[status] {
				t.ask(of, a, unit)
			}
		}
		return t
	}) {
		all.add(part)
	}
	m.heard, m.progress, m.found = all.heard, all.progress, map[string]found{}
	for i, f := range all.found {
		m.found[listed[i].ID] = f
	}
}

// ask counts somebody in a queue if he is what it asks for.
func (t *tally) ask(of question, a *data.Applicant, unit int) {
	for _, has := range of.flags {
		if !has(a) {
			return
		}
	}
	f := &t.found[of.queue]
	f.people, f.units[unit] = append(f.people, a), true
}

// add adds the tally of people who stand behind those counted.
func (t *tally) add(o *tally) {
	t.progress.add(o.progress)
	join(t.heard, o.heard)
	for i := range t.found {
		t.found[i].people = append(t.found[i].people, o.found[i].people...)
		join(t.found[i].units, o.found[i].units)
	}
}

func join(to, from []bool) {
	for i, yes := range from {
		to[i] = to[i] || yes
	}
}

func count(places []bool) (n int) {
	for _, yes := range places {
		if yes {
			n++
		}
	}
	return n
}
