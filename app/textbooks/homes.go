package textbooks

import "gongkao/data"

// homes finds the unit that books and money of another one belong to: units are
// merged and get another supervising unit, and what they ordered goes along.
type homes struct {
	byID  map[data.UnitID]*data.Unit
	found map[data.UnitID]*data.Unit // supervising unit by unit, as they were asked for
}

func newHomes(all []data.Unit) homes {
	h := homes{map[data.UnitID]*data.Unit{}, map[data.UnitID]*data.Unit{}}
	for i := range all {
		h.byID[all[i].ID] = &all[i]
	}
	return h
}

// standing returns a unit, or the one it was merged into. Units merged in a ring
// are nobody's work of ours; the search ends.
func (h homes) standing(id data.UnitID) *data.Unit {
	u := h.byID[id]
	for range h.byID {
		if u == nil || !u.Merged() || h.byID[u.Into] == nil {
			break
		}
		u = h.byID[u.Into]
	}
	return u
}

// supervising returns the unit that answers for another one now; nil when the
// register lacks it.
func (h homes) supervising(id data.UnitID) *data.Unit {
	if u, met := h.found[id]; met {
		return u
	}
	u := h.standing(id)
	if u != nil {
		if above := h.standing(u.Supervising); above != nil {
			u = above
		}
	}
	h.found[id] = u
	return u
}
