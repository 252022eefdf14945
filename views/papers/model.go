// Package papers is the screen of rosters and printing: which paper, for whom,
// what to look at before the stamp, and the pages themselves. What is previewed
// is the PDF that will be printed. Model holds the choice; Preview and the two
// ways of printing return work for the background, which keeps to the choice of
// its moment.
package papers

import (
	"path/filepath"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the choice on the screen and its last preview.
type Model struct {
	desk     *registration.Desk
	papers   *paper.Papers
	paper    string
	scope    Scope
	by       []string // of statistics
	copies   int
	preview  Preview
	shown    bool
	accepted bool             // the clerk has read what will not print
	steps    []Step           // nil: not counted yet
	checks   []data.SpotCheck // the year's, while the paper is about one
}

// administratorForm is the paper that is about units, not about people.
const administratorForm = "administrator-form"

// orderForm is the paper that is about what units have ordered.
const orderForm = "textbooks"

// Papers that are about slips of originals, about how reviews stand, about what
// became of units, and about rows of theirs that could not enter.
const (
	custodySlip = "custody-slip"
	reviewSheet = "review-sheet"
	unitChange  = "unit-change"
	importNote  = "import-note"
)

// rosterPaper is the paper that may be by unit, level or trade; spotCheckPaper is
// about the sample of a spot check.
const (
	rosterPaper    = "roster"
	spotCheckPaper = "spot-check"
)

// order is in which papers are listed: the most used first.
var order = []string{rosterPaper, "registration", reviewSheet, "payment-slip", custodySlip, "commitment", "public-notice", "notice-proof", "correction", "rejection", "reminder", "pass-notice", importNote, "summary", orderForm, spotCheckPaper, "certificates", "archive", "statistics", administratorForm, unitChange}

// name is how a paper is called, "" when there is none.
func (m *Model) name(id string) string { return m.papers.Short(id) }

// New lists the papers; the roster of the county is chosen.
func New(desk *registration.Desk, papers *paper.Papers) *Model {
	return &Model{desk: desk, papers: papers, paper: rosterPaper, copies: 1}
}

// Paper is a line of the list.
type Paper struct {
	ID, Name  string
	Chosen    bool
	Landscape bool
}

// Papers returns the list: the known ones first, any other after them.
func (m *Model) Papers() (list []Paper) {
	ids := slices.Clone(order)
	for _, id := range m.papers.IDs() {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		if name := m.name(id); name != "" {
			list = append(list, Paper{id, name, id == m.paper, m.papers.Landscape(id)})
		}
	}
	return list
}

// Choose takes another paper; one that there is not leaves the present one.
func (m *Model) Choose(id string) {
	if m.papers.Name(id) != "" && id != m.paper {
		m.paper, m.scope.From = id, 0
	}
	m.forget()
	m.readChecks()
}

// CountBy says what statistics are by; nothing is the usual.
func (m *Model) CountBy(by []string) {
	m.by = by
	m.forget()
}

// forget drops the preview: it is of something else now.
func (m *Model) forget() { m.shown, m.accepted, m.steps = false, false, nil }

// Chosen returns the paper chosen.
func (m *Model) Chosen() string { return m.paper }

// Head returns the title and what is chosen.
func (m *Model) Head() (title string, facts []string) {
	return "名册与打印", []string{m.name(m.paper), wording.Or(m.unit(), wholeCounty), m.counted(m.Count())}
}

// unit is the unit the pages are about, "" the county; a sample is of all units.
func (m *Model) unit() string {
	if m.paper == spotCheckPaper {
		return ""
	}
	return m.scope.Unit
}

// counted is a number with what the paper counts.
func (m *Model) counted(n int) string {
	if m.ofUnits() || m.paper == custodySlip {
		return wording.Count(n) + " 份"
	}
	return wording.Count(n) + " 人"
}

// ofUnits reports whether the paper is about units and not about people.
func (m *Model) ofUnits() bool {
	return m.paper == administratorForm || m.paper == orderForm || m.paper == unitChange || m.paper == importNote
}

// SaveName proposes a name for the file.
func (m *Model) SaveName() string {
	name := m.name(m.paper) + m.orderName() + " " + wording.Or(m.unit(), wording.Or(m.desk.Office.Profile.County, wholeCounty))
	name += " " + m.desk.Office.Today().String() + ".pdf"
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r == filepath.Separator {
			return -1
		}
		return r
	}, m.desk.Office.Profile.Marked(name))
}
