package unitbook

import (
	"gongkao/app/fees/account"
	"gongkao/app/registration"
	"gongkao/data"
)

// Item is one kind of thing that a unit is to send in the year, and how much of
// it has come.
type Item struct {
	ID, Name  string
	Due, Done int
	By        data.Date // the last day; zero: none is set
}

// Left is how much the unit still owes.
func (i Item) Left() int { return i.Due - i.Done }

// The items of a supervising unit itself.
const (
	ItemConfirmation = "confirmation"
	ItemForm         = "form"
	ItemRows         = "rows" // of its sheets that wait to be mended
)

// perPerson lists what a unit is to send for its people, in the order of the year.
var perPerson = []struct {
	id, name, deadline string
	asked, done        func(*registration.Desk, *data.Applicant) bool
}{
	{"first-review", "单位初审", "first-review", everybody, func(_ *registration.Desk, a *data.Applicant) bool { return a.Application.Status != data.Draft }},
	{"returned", "退回补正", "review", func(_ *registration.Desk, a *data.Applicant) bool { return a.Application.Status == data.Returned }, nobody},
	{"commitment", "容缺补交", "commitment-due", func(d *registration.Desk, a *data.Applicant) bool { return d.Has(a, registration.Committed) },
		func(d *registration.Desk, a *data.Applicant) bool { return !d.Has(a, registration.Owing) }},
	{"payment", "缴费", "", func(d *registration.Desk, a *data.Applicant) bool { return accountOf(d, a).Due > 0 },
		func(d *registration.Desk, a *data.Applicant) bool { return accountOf(d, a).Settled() }},
}

func accountOf(d *registration.Desk, a *data.Applicant) account.Account {
	return account.Of(d.Office.Policy, a, d.Office.Today())
}

func everybody(*registration.Desk, *data.Applicant) bool { return true }
func nobody(*registration.Desk, *data.Applicant) bool    { return false }

// sums are the counts of one unit.
type sums struct {
	people, approved, held int
	due, done              [8]int // by the place in perPerson
}

func (s *sums) add(o *sums) {
	s.people, s.approved, s.held = s.people+o.people, s.approved+o.approved, s.held+o.held
	for i := range s.due {
		s.due[i], s.done[i] = s.due[i]+o.due[i], s.done[i]+o.done[i]
	}
}

// count counts everybody who may still be assessed, by unit.
func (b *Book) count() {
	b.sums = map[data.UnitID]*sums{}
	for _, a := range b.desk.Register.Find(registration.Query{Statuses: registration.Running}) {
		s := b.sums[a.Application.Unit]
		if s == nil {
			s = &sums{}
			b.sums[a.Application.Unit] = s
		}
		s.people++
		s.held += b.held[a.Application.ID].Pieces
		if st := a.Application.Status; st == data.Approved || st == data.Reported {
			s.approved++
		}
		for i, item := range perPerson {
			if !item.asked(b.desk, a) {
				continue
			}
			s.due[i]++
			if item.done(b.desk, a) {
				s.done[i]++
			}
		}
	}
}

// of sums a unit up: a supervising unit with all of its own.
func (b *Book) of(id data.UnitID) (sum sums, wrong int) {
	all := []data.Unit{{ID: id}}
	if u := b.units[id]; u.Supervising == id {
		all = append(all, b.Below(id)...)
	}
	for _, u := range all {
		if s := b.sums[u.ID]; s != nil {
			sum.add(s)
		}
		wrong += b.wrong[u.ID]
	}
	return sum, wrong
}

// People counts those of a unit, with all of its own, who may still be assessed,
// those approved, and the originals of theirs that lie in the office.
func (b *Book) People(id data.UnitID) (running, approved, originals int) {
	sum, _ := b.of(id)
	return sum.people, sum.approved, sum.held
}

// Items lists what a unit is to send and what of it has come; a supervising unit's
// is of all its units. What nobody asks of it is left out.
func (b *Book) Items(id data.UnitID) (items []Item) {
	add := func(it Item, deadline string) {
		if d, known := b.desk.Office.Policy.Deadline(deadline); known {
			it.By = d.To
		}
		items = append(items, it)
	}
	if b.units[id].Supervising == id {
		_, confirmed := b.Confirmed(id)
		add(Item{ID: ItemConfirmation, Name: "单位名称核对", Due: 1, Done: one(confirmed)}, "unit-names")
		add(Item{ID: ItemForm, Name: "管理人员登记表", Due: 1, Done: one(!b.Form(id).State.Owed())}, "unit-names")
	}
	sum, wrong := b.of(id)
	for i, it := range perPerson {
		if sum.due[i] > 0 {
			add(Item{ID: it.id, Name: it.name, Due: sum.due[i], Done: sum.done[i]}, it.deadline)
		}
	}
	if wrong > 0 {
		add(Item{ID: ItemRows, Name: "表里不能用的行", Due: wrong}, "")
	}
	return items
}

// Owes counts the kinds of things that a unit still owes.
func (b *Book) Owes(id data.UnitID) (n int) {
	for _, it := range b.Items(id) {
		if it.Left() > 0 {
			n++
		}
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
