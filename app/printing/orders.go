package printing

import (
	"cmp"
	"context"
	"slices"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Order forms of textbooks: one a supervising unit, and for the whole county one
// more with the sum, by which the office orders.

const (
	orderNote = "注：教材本着自愿原则征订，由主管单位统一汇总后上缴，不得强制或变相摊派。"
	unitSeal  = "（主管部门人事部门章）"
	deskSeal  = "（工考管理机构章）"
)

// title is a line of an order form: a book at the price of the day of ordering.
type title struct {
	book  data.BookID
	price data.Fen
}

// bookForm is what a supervising unit has ordered.
type bookForm struct {
	unit   data.Unit
	copies map[title]int
}

// forms gathers the orders that stand, of the people and the units asked for, by
// the supervising unit that answers for them now. Orders of a unit as a whole
// belong to no level and to no person.
func forms(d *registration.Desk, r *store.Reader, q registration.Query) ([]*bookForm, []data.ApplicationID, error) {
	all, err := r.BookOrders(d.Office.Profile.Year)
	if err != nil {
		return nil, nil, err
	}
	homes := homesOf(d)
	found := map[data.UnitID]*bookForm{}
	ordering := map[data.ApplicationID]bool{}
	add := func(unit data.UnitID, o *data.BookOrder) {
		home := homes.above(unit)
		if found[home] == nil {
			found[home] = &bookForm{unit: homes[home], copies: map[title]int{}}
		}
		found[home].copies[title{o.Book, o.Price}] += o.Copies
	}
	wanted := map[data.ApplicationID]*data.Applicant{}
	for _, a := range d.Register.Find(q) {
		wanted[a.Application.ID] = a
	}
	for i := range all {
		o := &all[i]
		if o.Void != "" {
			continue
		}
		if a := wanted[o.Application]; a != nil {
			ordering[o.Application] = true
			add(a.Application.Unit, o)
		} else if o.Application == "" && q.Level == 0 && len(q.Numbers)+len(q.Statuses) == 0 && homes.within(o.Unit, q.Unit) {
			add(o.Unit, o)
		}
	}
	var list []*bookForm
	for _, u := range d.AllUnits() {
		if f := found[u.ID]; f != nil {
			list = append(list, f)
		}
	}
	var people []data.ApplicationID
	for _, a := range d.Register.Find(q) {
		if ordering[a.Application.ID] {
			people = append(people, a.Application.ID)
		}
	}
	return list, people, nil
}

// homes are the units by id.
type homes map[data.UnitID]data.Unit

func homesOf(d *registration.Desk) homes {
	h := homes{}
	for _, u := range d.AllUnits() {
		h[u.ID] = u
	}
	return h
}

// standing is the unit, or the one it was merged into.
func (h homes) standing(id data.UnitID) data.UnitID {
	for range h {
		u, known := h[id]
		if !known || !u.Merged() {
			break
		}
		id = u.Into
	}
	return id
}

// above is the supervising unit that answers for a unit.
func (h homes) above(id data.UnitID) data.UnitID {
	id = h.standing(id)
	if above := h.standing(h[id].Supervising); h[above].ID != "" {
		return above
	}
	return id
}

// within reports whether a unit is the one named, or is supervised by it.
func (h homes) within(id data.UnitID, name string) bool {
	return name == "" || h[h.standing(id)].Name == name || h[h.above(id)].Name == name
}

// orders are the order forms of a scope.
func orders(d *registration.Desk, r *store.Reader, q registration.Query) ([]paper.Table, []data.ApplicationID, error) {
	list, people, err := forms(d, r, q)
	if err != nil {
		return nil, nil, err
	}
	books, err := r.Books(d.Office.Profile.Year)
	if err != nil {
		return nil, nil, err
	}
	known := map[data.BookID]data.Book{}
	for _, b := range books {
		known[b.ID] = b
	}
	var tables []paper.Table
	sum := &bookForm{copies: map[title]int{}}
	for _, f := range list {
		t := paper.Table{Title: f.unit.Name, Head: "主管部门：" + f.unit.Name, Note: orderNote, Seal: unitSeal, Contact: contact(f.unit), Lines: f.lines(known)}
		if q.Unit != "" && q.Unit != f.unit.Name {
			t.Title, t.Head = q.Unit, "申报单位："+q.Unit
		}
		tables = append(tables, t)
		for at, n := range f.copies {
			sum.copies[at] += n
		}
	}
	if len(list) > 1 {
		tables = append(tables, paper.Table{Title: "全县合计", Head: "填报单位：" + d.Office.Profile.Name + "（全县合计）", Note: orderNote, Seal: deskSeal, Lines: sum.lines(known)})
	}
	return tables, people, nil
}

func contact(u data.Unit) string {
	if u.Contact != "" && u.Phone != "" {
		return u.Contact + "　" + u.Phone
	}
	return u.Contact + u.Phone
}

// lines are the lines of a form: by trade, the lowest level first, books for every
// level last.
func (f *bookForm) lines(known map[data.BookID]data.Book) []paper.Line {
	titles := make([]title, 0, len(f.copies))
	for at := range f.copies {
		titles = append(titles, at)
	}
	slices.SortFunc(titles, func(a, b title) int {
		x, y := known[a.book], known[b.book]
		return cmp.Or(cmp.Compare(x.Trade, y.Trade), cmp.Compare(y.Level, x.Level), cmp.Compare(x.Title, y.Title), cmp.Compare(a.price, b.price), cmp.Compare(a.book, b.book))
	})
	lines := make([]paper.Line, len(titles))
	for i, at := range titles {
		b, n := known[at.book], f.copies[at]
		lines[i] = paper.Line{Name: b.Title, Trade: b.Trade, Level: cmp.Or(b.Level.String(), "各等级"), Title: quoted(b.Title), Copies: n, Price: at.price, Amount: data.Fen(n) * at.price}
	}
	return lines
}

// quoted writes a title in 《》, as titles stand in Chinese.
func quoted(title string) string {
	if title == "" || []rune(title)[0] == '《' {
		return title
	}
	return "《" + title + "》"
}

// BookForms counts the order forms that printing a scope gives.
func BookForms(ctx context.Context, d *registration.Desk, q registration.Query) (n int, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		list, _, err := forms(d, r, q)
		if n = len(list); n > 1 {
			n++ // the sum of the county
		}
		return err
	})
	return n, err
}
