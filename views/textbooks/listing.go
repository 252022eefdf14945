package textbooks

import (
	"fmt"
	"slices"
	"strings"

	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/wording"
)

// Line is a row of the order form.
type Line struct{ Trade, Level, Title, Copies, Price, Amount string }

// Lines are the orders of the unit shown by trade and level.
func (m *Model) Lines() []Line {
	lines := m.shown.Lines
	all := make([]Line, len(lines))
	for i, l := range lines {
		all[i] = Line{l.Book.Trade, l.Book.LevelName(), l.Book.Title, wording.Count(l.Copies), l.Price.String(), l.Amount.String()}
	}
	return all
}

// Entry is an order as the list shows it.
type Entry struct {
	ID                    data.BookOrderID
	Application           data.ApplicationID // whose; "" of a unit's own
	Who, Unit, Title, For string
	Copies, Amount        string
	Own                   bool   // of the unit itself
	Void                  bool   // does not count
	Note                  string // why it does not, or what is to be looked at
}

// Entries are the orders of the unit shown one by one, void ones last.
func (m *Model) Entries() []Entry {
	orders := m.ledger.Orders(m.unit)
	all := make([]Entry, len(orders))
	for i, o := range orders {
		e := Entry{
			ID: o.ID, Application: o.Application, Who: "单位", Unit: o.Of.Name, Title: o.Title.Title, For: o.Title.For(), Copies: wording.Count(o.Copies),
			Amount: (data.Fen(o.Copies) * o.Price).String(), Own: o.Applicant == nil, Void: o.Void != "", Note: o.Void,
		}
		if o.Applicant != nil {
			e.Who = o.Applicant.Person.Name
		}
		if !e.Void {
			e.Note = ordering.Doubt(m.desk, o)
		}
		all[i] = e
	}
	slices.SortStableFunc(all, func(a, b Entry) int { return behind(a.Void) - behind(b.Void) })
	return all
}

// behind is the rank of what goes to the end of a list.
func behind(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Paper is a slip as the list shows it.
type Paper struct {
	ID                   data.BookSlipID
	On, Kind, What, Hand string
	Void                 string
}

// Papers are the slips of the unit shown, the newest first.
func (m *Model) Papers() []Paper {
	slips := m.ledger.Slips
	if m.unit != "" {
		slips = m.ledger.SlipsOf(m.unit)
	}
	all := make([]Paper, 0, len(slips))
	for _, s := range slices.Backward(slips) {
		p := Paper{ID: s.ID, On: wording.Day(s.On), Kind: "收书款", What: s.Money.String() + " 元", Hand: s.Hand, Void: s.Void}
		if len(s.Books) > 0 {
			p.Kind, p.What = "发书", m.handed(s.Books)
		}
		all = append(all, p)
	}
	return all
}

// handed says which books a slip hands out, in the order of the catalogue.
func (m *Model) handed(books map[data.BookID]int) string {
	var parts []string
	total := 0
	for _, b := range m.ledger.Books {
		if n := books[b.ID]; n > 0 {
			total += n
			parts = append(parts, fmt.Sprintf("《%s》%d", b.Title, n))
		}
	}
	return fmt.Sprintf("%d 册：%s", total, strings.Join(parts, "、"))
}

// Title is a book as the catalogue shows it.
type Title struct {
	ID                                 data.BookID
	Trade, Level, Title, Price, Source string
	Ordered                            string // copies of the year
	Void                               string
}

// Titles are the books of the catalogue by trade and level, those that are
// ordered no more last.
func (m *Model) Titles() []Title {
	ordered := map[data.BookID]int{}
	for _, w := range m.county.Wares {
		ordered[w.Book.ID] = w.Ordered
	}
	all := make([]Title, len(m.ledger.Books))
	for i, b := range m.ledger.Books {
		all[i] = Title{b.ID, b.Trade, b.LevelName(), b.Title, b.Price.String(), b.Source, wording.Count(ordered[b.ID]), b.Void}
	}
	slices.SortStableFunc(all, func(a, b Title) int { return behind(a.Void != "") - behind(b.Void != "") })
	return all
}

// CatalogueHead is the title of the catalogue, and how much is in it.
func (m *Model) CatalogueHead() (title, fact string) {
	standing := 0
	trades := map[string]bool{}
	for _, b := range m.ledger.Books {
		if b.Void == "" {
			standing++
			trades[b.Trade] = true
		}
	}
	if standing == 0 {
		return "教材目录", "还没有教材"
	}
	return "教材目录", fmt.Sprintf("%d 个工种 %d 本", len(trades), standing)
}
