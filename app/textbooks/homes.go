package textbooks

import "gongkao/data"

// homes finds the unit that books and money of another one belong to: units are
// merged and get another supervising unit, and what they ordered goes along.
type homes struct {
	byID  map[data.UnitID]*data.Unit
	found map[data.UnitID]*home // as they were asked for
}

// home is where what a unit ordered belongs now.
type home struct {
	unit, supervising *data.Unit
	account           *Account // of the supervising unit, once there is one
}

func newHomes(all []data.Unit) homes {
	h := homes{map[data.UnitID]*data.Unit{}, map[data.UnitID]*home{}}
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

// of returns where a unit's orders belong now; nil when the register lacks it.
func (h homes) of(id data.UnitID) *home {
	at, met := h.found[id]
	if !met {
		if u := h.standing(id); u != nil {
			at = &home{unit: u, supervising: u}
			if above := h.standing(u.Supervising); above != nil {
				at.supervising = above
			}
		}
		h.found[id] = at
	}
	return at
}

// supervising returns the unit that answers for another one now; nil when the
// register lacks it.
func (h homes) supervising(id data.UnitID) *data.Unit {
	if at := h.of(id); at != nil {
		return at.supervising
	}
	return nil
}
