package units

import (
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Row is a line of the tree.
type Row struct {
	ID                data.UnitID
	Name              string
	Top               bool // a supervising unit
	Below             int  // how many units it supervises
	Folded            bool
	Entered, Approved string // counts; a supervising unit's are of all its units
	Mark              wording.Mark
	Why               string // why it is found, when not by its name: 曾用名 …
}

// counts are of one unit, or of a supervising unit with all of its own.
type counts struct{ entered, approved int }

// branch is a supervising unit with its units, in the order of the register.
type branch struct {
	top   data.Unit
	below []data.Unit
}

// arrange sorts the register into branches. A unit whose supervising unit the
// register lacks stands for itself.
func (m *Model) arrange() {
	at := map[data.UnitID]int{}
	known := map[data.UnitID]bool{}
	m.branches = nil
	all := m.desk.AllUnits()
	for _, u := range all {
		known[u.ID] = true
	}
	for _, u := range all {
		if u.Supervising == u.ID || !known[u.Supervising] {
			at[u.ID] = len(m.branches)
			m.branches = append(m.branches, branch{top: u})
		}
	}
	for _, u := range all {
		if _, top := at[u.ID]; top {
			continue
		}
		if i, ok := at[u.Supervising]; ok {
			m.branches[i].below = append(m.branches[i].below, u)
		} else { // supervised by one that is itself supervised: shown on its own
			m.branches = append(m.branches, branch{top: u})
		}
	}
}

// count counts everybody by unit.
func (m *Model) count() {
	m.counts = map[data.UnitID]counts{}
	for _, a := range m.desk.Register.Find(registration.Query{Statuses: registration.Running}) {
		c := m.counts[a.Application.Unit]
		c.entered++
		if s := a.Application.Status; s == data.Approved || s == data.Reported {
			c.approved++
		}
		m.counts[a.Application.Unit] = c
	}
}

func (m *Model) sum(b branch) counts {
	sum := m.counts[b.top.ID]
	for _, u := range b.below {
		sum.entered += m.counts[u.ID].entered
		sum.approved += m.counts[u.ID].approved
	}
	return sum
}

// Rows returns the lines of the tree as it is folded, or what the filter finds,
// unfolded.
func (m *Model) Rows() (rows []Row) {
	for _, b := range m.branches {
		if m.narrowed() {
			rows = append(rows, m.found(b)...)
			continue
		}
		rows = append(rows, m.top(b, m.folded[b.top.ID]))
		if m.folded[b.top.ID] {
			continue
		}
		for _, u := range b.below {
			rows = append(rows, m.row(u, m.counts[u.ID]))
		}
	}
	return rows
}

func (m *Model) top(b branch, folded bool) Row {
	r := m.row(b.top, m.sum(b))
	r.Top, r.Below, r.Folded = true, len(b.below), folded && len(b.below) > 0
	if _, handed := m.administrators[b.top.ID]; !handed {
		r.Mark = wording.Block
	}
	return r
}

func (m *Model) row(u data.Unit, c counts) Row {
	return Row{ID: u.ID, Name: u.Name, Entered: wording.Count(c.entered), Approved: wording.Count(c.approved)}
}

// Fold folds or unfolds a supervising unit.
func (m *Model) Fold(id data.UnitID, fold bool) { m.folded[id] = fold }

// Select makes a unit the one whose particulars are shown.
func (m *Model) Select(id data.UnitID) {
	m.selected, m.fresh = id, false
	m.texts, m.problems = map[string]string{}, map[string]error{}
}

// Selected returns the unit shown, "" when none is or a new one is being
// entered.
func (m *Model) Selected() data.UnitID { return m.selected }
