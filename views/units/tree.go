package units

import (
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/views/wording"
)

// Row is a line of the tree.
type Row struct {
	ID      data.UnitID
	Name    string
	Top     bool // a supervising unit
	Below   int  // how many units it supervises
	Folded  bool
	Entered string // a supervising unit's count is of all its units
	Owes    string // how many kinds of things it still owes; "齐": nothing, "": nothing was asked
	Mark    wording.Mark
	Why     string // why it is found, when not by its name: 曾用名 …
}

// counts are of one unit, or of a supervising unit with all of its own.
type counts struct{ entered int }

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
		m.counts[a.Application.Unit] = c
	}
	m.owes = map[data.UnitID]int{}
	for _, u := range m.desk.AllUnits() {
		if len(m.book.Items(u.ID)) > 0 {
			m.owes[u.ID] = m.book.Owes(u.ID)
		}
	}
}

func (m *Model) sum(b branch) counts {
	sum := m.counts[b.top.ID]
	for _, u := range b.below {
		sum.entered += m.counts[u.ID].entered
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
	r.Mark = formMarks[m.book.Form(b.top.ID).State]
	return r
}

// formMarks are the signs of a supervising unit by how far its form has come.
var formMarks = map[unitbook.FormState]wording.Mark{unitbook.FormNobody: wording.Block, unitbook.FormChanged: wording.Block, unitbook.FormAwaited: wording.Warn}

func (m *Model) row(u data.Unit, c counts) Row {
	r := Row{ID: u.ID, Name: u.Name, Entered: wording.Count(c.entered)}
	switch n, asked := m.owes[u.ID]; {
	case n > 0:
		r.Owes = wording.Count(n)
	case asked:
		r.Owes = allSent
	}
	return r
}

// allSent is what stands where nothing is owed.
const allSent = "齐"

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
