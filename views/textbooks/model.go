// Package textbooks is the page of the year's textbooks (教材征订): the supervising
// units with what they have ordered, owe and wait for, and of the one chosen its
// orders, its slips, and their sums; behind it the catalogue.
package textbooks

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model knows the year's textbooks, which unit is shown and how.
type Model struct {
	desk   *registration.Desk
	ledger *ordering.Ledger
	units  []Unit
	county *ordering.Account
	shown  *ordering.Account // of the unit shown
	unit   data.UnitID       // shown; "" is the whole county
	view   View

	lastBook data.Book // entered last: trade and source are carried over
}

// View is what is shown of a unit.
type View int

// The views, in the order of their tabs.
const (
	Form   View = iota // by trade and level, as the order form lists it
	Orders             // one by one
	Slips              // money handed up, books handed out
)

// Unit is a supervising unit as the list shows it.
type Unit struct {
	ID                               data.UnitID
	Name, Copies, Due, Paid, Waiting string
	Owes, Waits, Over                bool // money is owed, books wait; more money than due
}

// New returns a model that has read nothing yet.
func New(desk *registration.Desk) *Model {
	return &Model{desk: desk, ledger: &ordering.Ledger{}, county: &ordering.Account{}, shown: &ordering.Account{}}
}

// Refresh reads the year's textbooks again; the unit shown stays shown.
func (m *Model) Refresh(ctx context.Context) error {
	ledger, err := ordering.Load(ctx, m.desk)
	if err != nil {
		return err
	}
	m.ledger, m.county = ledger, ledger.County()
	m.show(m.unit)
	county := unitOf(m.county)
	county.Name = "全县"
	m.units = []Unit{county}
	var silent []Unit
	for _, u := range m.desk.AllUnits() {
		if u.Supervising != u.ID || u.Merged() {
			continue
		}
		if a, _ := ledger.Account(u.ID); len(a.Wares) > 0 || a.Paid != 0 {
			m.units = append(m.units, unitOf(a))
		} else {
			silent = append(silent, unitOf(a))
		}
	}
	m.units = append(m.units, silent...)
	return nil
}

func unitOf(a *ordering.Account) Unit {
	return Unit{
		ID: a.Unit.ID, Name: a.Unit.Name, Copies: wording.Count(a.Copies), Due: a.Due.String(), Paid: a.Paid.String(), Waiting: wording.Count(a.Waiting()),
		Owes: a.Owing() > 0, Waits: a.Waiting() > 0, Over: a.Owing() < 0,
	}
}

// Units are the county as a whole, then the supervising units, those that have
// ordered first.
func (m *Model) Units() []Unit { return m.units }

// Show shows one of Units.
func (m *Model) Show(row int) {
	if row >= 0 && row < len(m.units) {
		m.show(m.units[row].ID)
	}
}

func (m *Model) show(unit data.UnitID) {
	m.unit, m.shown = unit, m.county
	if unit != "" {
		m.shown, _ = m.ledger.Account(unit)
	}
}

// ShowUnit shows the supervising unit of a unit.
func (m *Model) ShowUnit(id data.UnitID) {
	if a, ok := m.ledger.Account(id); ok {
		m.show(a.Unit.ID)
	}
}

// At is which of Units is shown.
func (m *Model) At() int {
	return max(0, slices.IndexFunc(m.units, func(u Unit) bool { return u.ID == m.unit }))
}

// Jump finds a unit by pinyin initials out of its name, from the one after a row on;
// where they begin does not matter, for nearly every name begins with the county's.
func (m *Model) Jump(typed string, after int) (row int, found bool) {
	for by := range m.units {
		at := (max(0, after) + by) % len(m.units)
		for _, initials := range registration.Initials(m.units[at].Name) {
			if strings.Contains(strings.ToLower(initials), typed) {
				return at, true
			}
		}
	}
	return 0, false
}

// View is what is shown of the unit.
func (m *Model) View() View { return m.view }

// See shows another view of the unit.
func (m *Model) See(v View) { m.view = v }

// Bare reports whether the catalogue has no book that can be ordered.
func (m *Model) Bare() bool {
	return !slices.ContainsFunc(m.ledger.Books, func(b data.Book) bool { return b.Void == "" })
}

// Head is the title of the page and what the year has come to.
func (m *Model) Head() (title, fact string) {
	a := m.county
	if a.Orders == 0 {
		return "教材征订", "本年还没有人订"
	}
	return "教材征订", fmt.Sprintf("%s 人订，共 %s 册 %s 元", wording.Count(a.People), wording.Count(a.Copies), a.Due)
}

// Name is the unit shown, and a line about it.
func (m *Model) Name() (name, fact string) {
	a := m.shown
	name = a.Unit.Name
	if m.unit == "" {
		name = "全县"
	}
	if a.Orders == 0 {
		return name, "没有订"
	}
	own := a.Orders - a.People
	fact = fmt.Sprintf("%s 人订", wording.Count(a.People))
	if own > 0 {
		fact += fmt.Sprintf("，共 %s 笔", wording.Count(a.Orders))
	}
	return name, fact
}

// Printed is the full name of the unit whose order form is printed; "" is the
// county's.
func (m *Model) Printed() string {
	if m.unit == "" {
		return ""
	}
	return m.shown.Unit.Name
}

// Money is what the unit shown has to hand up, set as a sum; over is when it was
// more than is due.
func (m *Model) Money() (rows [3][2]string, over bool) {
	a := m.shown
	last, owing := "未缴", a.Owing()
	if over = owing < 0; over {
		last, owing = "多缴", -owing
	}
	return [3][2]string{{"应缴", a.Due.String()}, {"已缴", a.Paid.String()}, {last, owing.String()}}, over
}

// Books is what the unit shown has to be given, set as a sum.
func (m *Model) Books() [3][2]string {
	a := m.shown
	return [3][2]string{{"应发", wording.Count(a.Copies)}, {"已发", wording.Count(a.Handed)}, {"未发", wording.Count(a.Waiting())}}
}

// Total is the amount of the orders in figures and in capitals, as the order
// form writes it.
func (m *Model) Total() (figures, capitals string) {
	due := m.shown.Due
	return due.String() + " 元", due.Capital()
}
