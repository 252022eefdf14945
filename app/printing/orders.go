package printing

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/app/textbooks"
	"gongkao/data"
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
	book  *data.Book
	price data.Fen
}

// bookForm is what a supervising unit has ordered.
type bookForm struct {
	unit   data.Unit
	copies map[title]int
	people []data.ApplicationID // who ordered
}

// forms gathers the orders that stand, of the people and the units asked for, by
// the supervising unit that answers for them now (app/textbooks). Orders of a unit
// as a whole belong to no level and to no person.
func forms(ctx context.Context, d *registration.Desk, q registration.Query) (list []*bookForm, err error) {
	ledger, err := textbooks.Load(ctx, d)
	if err != nil {
		return nil, err
	}
	wanted := map[*data.Applicant]bool{}
	for _, a := range d.Register.Find(q) {
		wanted[a] = true
	}
	found, ordering := map[data.UnitID]*bookForm{}, map[data.ApplicationID]bool{}
	for _, o := range ledger.Orders("") {
		own := o.Applicant == nil && q.Text == "" && q.Level == 0 && len(q.Numbers)+len(q.Statuses) == 0 && (q.Unit == "" || o.Of.Name == q.Unit || o.Supervising.Name == q.Unit)
		if o.Void != "" || !own && !wanted[o.Applicant] {
			continue
		}
		f := found[o.Supervising.ID]
		if f == nil {
			f = &bookForm{unit: *o.Supervising, copies: map[title]int{}}
			found[o.Supervising.ID] = f
			list = append(list, f)
		}
		f.copies[title{o.Title, o.Price}] += o.Copies
		if o.Applicant != nil && !ordering[o.Application] {
			f.people = append(f.people, o.Application)
		}
		ordering[o.Application] = true
	}
	at := map[data.UnitID]int{}
	for i, u := range d.AllUnits() {
		at[u.ID] = i
	}
	slices.SortFunc(list, func(a, b *bookForm) int { return at[a.unit.ID] - at[b.unit.ID] })
	return list, nil
}

// orders are the order forms of the scope.
func orders(ctx context.Context, g *gathering) error {
	d, q := g.desk, g.order.Query
	list, err := forms(ctx, d, q)
	if err != nil {
		return err
	}
	sum := &bookForm{copies: map[title]int{}}
	for _, f := range list {
		t := paper.Table{Title: f.unit.Name, Head: "主管部门：" + f.unit.Name, Note: orderNote, Seal: unitSeal, Contact: contact(f.unit), Lines: f.lines()}
		if q.Unit != "" && q.Unit != f.unit.Name {
			t.Title, t.Head = q.Unit, "申报单位："+q.Unit
		}
		g.job.Tables = append(g.job.Tables, t)
		g.abouts = append(g.abouts, data.SheetAbout{First: len(g.people), People: len(f.people), Unit: f.unit.ID})
		g.people = append(g.people, f.people...)
		for at, n := range f.copies {
			sum.copies[at] += n
		}
	}
	if len(list) > 1 {
		g.job.Tables = append(g.job.Tables, paper.Table{Title: "全县合计", Head: "填报单位：" + d.Office.Profile.Name + "（全县合计）", Note: orderNote, Seal: deskSeal, Lines: sum.lines()})
		g.abouts = append(g.abouts, data.SheetAbout{People: len(g.people)})
	}
	return nil
}

func contact(u data.Unit) string {
	if u.Contact != "" && u.Phone != "" {
		return u.Contact + "　" + u.Phone
	}
	return u.Contact + u.Phone
}

// lines are the lines of a form: by trade, the lowest level first, books for every
// level last.
func (f *bookForm) lines() []paper.Line {
	titles := slices.SortedFunc(maps.Keys(f.copies), func(a, b title) int {
		return cmp.Or(cmp.Compare(a.book.Trade, b.book.Trade), cmp.Compare(b.book.Level, a.book.Level), cmp.Compare(a.book.Title, b.book.Title), cmp.Compare(a.price, b.price), cmp.Compare(a.book.ID, b.book.ID))
	})
	lines := make([]paper.Line, len(titles))
	for i, at := range titles {
		b, n := at.book, f.copies[at]
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
