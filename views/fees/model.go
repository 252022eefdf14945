// Package fees is the page of the money: who has to pay how much, what came in,
// what does not agree, and the sums of it. Payments are typed, corrected with a
// reason, or come with a sheet; none is ever taken out.
package fees

import (
	"context"
	"fmt"
	"slices"
	"strings"

	money "gongkao/app/fees"
	"gongkao/app/fees/account"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model knows everybody of whom money is due or came, and whom of them the page
// shows.
type Model struct {
	desk    *registration.Desk
	printed map[data.ApplicationID]bool // for whom the slip was printed
	all     []person
	rows    []int // of all, that are shown
	view    View
	unit    string // full name of a unit or supervising unit; "": all
	sum     money.Total
	counts  [views]int
}

// person is somebody with his account, once read.
type person struct {
	*data.Applicant
	account money.Account
}

// View is which people the page shows.
type View int

// The views, in the order of the tabs.
const (
	Unpaid View = iota
	Paid
	Differing
	GivenUp
	Everybody
	views
)

var viewWords = [views]string{"未缴", "已缴清", "与应缴不符", "自动放弃", "全部"}

func (v View) holds(a *money.Account) bool {
	switch v {
	case Unpaid:
		return a.Unpaid()
	case Paid:
		return a.Settled()
	case Differing:
		return a.Differs()
	case GivenUp:
		return a.Lapsed()
	}
	return true
}

// New returns a model that has read nothing yet.
func New(desk *registration.Desk) *Model { return &Model{desk: desk} }

// Waiting returns of how many people money is awaited.
func Waiting(desk *registration.Desk) int {
	return money.Sum(desk.Office.Policy, desk.Register.Find(registration.Query{}), desk.Office.Today()).Unpaid
}

// Refresh reads everybody anew.
func (m *Model) Refresh(ctx context.Context) (err error) {
	if m.printed, err = money.Printed(ctx, m.desk); err != nil {
		return err
	}
	m.read()
	return nil
}

func (m *Model) read() {
	p, today := m.desk.Office.Policy, m.desk.Office.Today()
	m.all = m.all[:0]
	for _, a := range m.desk.Register.Find(registration.Query{}) {
		if account.Approved(a) || len(a.Ledger.Payments) > 0 {
			m.all = append(m.all, person{a, money.Of(p, a, today)})
		}
	}
	m.narrow()
}

// narrow sums up and lists the people of the unit and the view.
func (m *Model) narrow() {
	m.sum, m.counts, m.rows = money.Total{}, [views]int{}, m.rows[:0]
	for i := range m.all {
		one := &m.all[i]
		if !m.within(one) {
			continue
		}
		m.sum.Add(&one.account)
		for v := range views {
			if v.holds(&one.account) {
				m.counts[v]++
			}
		}
		if m.view.holds(&one.account) {
			m.rows = append(m.rows, i)
		}
	}
}

func (m *Model) within(p *person) bool {
	return m.unit == "" || p.Unit == m.unit || p.Supervising == m.unit
}

// Look shows another view.
func (m *Model) Look(v View) {
	m.view = v
	m.narrow()
}

// View is the one shown, and the words and counts of all of them.
func (m *Model) View() (shown View, words [views]string, counts [views]int) {
	return m.view, viewWords, m.counts
}

// Only shows the people of one unit, those it supervises included; "" is all.
func (m *Model) Only(unit string) {
	m.unit = unit
	m.narrow()
}

// Unit is the unit of Only.
func (m *Model) Unit() string { return m.unit }

// Units are those that have people on the page, supervising ones first.
func (m *Model) Units() []string {
	known := map[string]bool{}
	var above, below []string
	add := func(to *[]string, name string) {
		if name != "" && !known[name] {
			known[name] = true
			*to = append(*to, name)
		}
	}
	for i := range m.all {
		add(&above, m.all[i].Supervising)
	}
	for i := range m.all {
		add(&below, m.all[i].Unit)
	}
	slices.Sort(above)
	slices.Sort(below)
	return append(above, below...)
}

// Count is how many rows there are.
func (m *Model) Count() int { return len(m.rows) }

func (m *Model) at(row int) (*person, bool) {
	if row < 0 || row >= len(m.rows) {
		return nil, false
	}
	return &m.all[m.rows[row]], true
}

// ID is whose a row is.
func (m *Model) ID(row int) data.ApplicationID {
	if p, ok := m.at(row); ok {
		return p.Application.ID
	}
	return ""
}

// NameOf is the name of a unit, "" of one that there is not.
func (m *Model) NameOf(unit data.UnitID) string {
	for _, u := range m.desk.AllUnits() {
		if u.ID == unit {
			return u.Name
		}
	}
	return ""
}

// UnitOf is the unit of whom a row is.
func (m *Model) UnitOf(row int) data.UnitID {
	if p, ok := m.at(row); ok {
		return p.Application.Unit
	}
	return ""
}

// List are all rows, as a record is opened from them.
func (m *Model) List() []data.ApplicationID {
	list := make([]data.ApplicationID, len(m.rows))
	for row := range m.rows {
		list[row] = m.ID(row)
	}
	return list
}

// Jump is the first after a row whose name begins with pinyin initials, around to
// the top.
func (m *Model) Jump(initials string, after int) (row int, found bool) {
	for by := range m.rows {
		at := (after + by) % len(m.rows)
		p, _ := m.at(at)
		if slices.ContainsFunc(registration.Initials(p.Person.Name), func(s string) bool { return strings.HasPrefix(s, initials) }) {
			return at, true
		}
	}
	return 0, false
}

// Head is the title and what it has come to.
func (m *Model) Head() (title, fact string) {
	if m.unit != "" {
		return "缴费", m.unit
	}
	return "缴费", fmt.Sprintf("应缴 %s 人，未缴 %s 人", wording.Count(m.sum.Approved), wording.Count(m.sum.Unpaid))
}

// Empty says why no row is shown, and what to do.
func (m *Model) Empty() (why, what string) {
	switch {
	case len(m.all) == 0:
		return "还没有人要缴费", "资格审查通过以后才缴费；到“资格审查”里审结，通过的人就列在这里。"
	case m.view == Unpaid:
		return "没有人未缴", "该缴的都缴清了。按 1—5 换着看：已缴清、与应缴不符、全部。"
	case m.view == Differing:
		return "没有与应缴不符的", "缴少、缴多、逾期缴的会列在这里。"
	case m.view == GivenUp:
		return "没有人自动放弃", "缴费截止日核对生效以后，过了那天一分没缴的人会列在这里。"
	}
	return "没有人符合“" + viewWords[m.view] + "”", "按 5 看全部；按 Esc 不再按单位筛选。"
}
