package textbooks

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/wording"
)

// Orderer is who may order: a unit for itself, or one of its people.
type Orderer struct {
	Label string

	unit      data.UnitID
	applicant *data.Applicant
}

// Orderers are the unit shown, those that it supervises, and everybody of theirs
// who applies. It refuses while the whole county is shown.
func (m *Model) Orderers() ([]Orderer, error) {
	if err := m.oneUnit("订教材"); err != nil {
		return nil, err
	}
	top := m.shown.Unit
	all := []Orderer{{Label: top.Name + "（单位）", unit: top.ID}}
	for _, u := range m.desk.AllUnits() {
		if u.Supervising == top.ID && u.ID != top.ID && !u.Merged() {
			all = append(all, Orderer{Label: u.Name + "（单位）", unit: u.ID})
		}
	}
	people := m.desk.Register.Find(registration.Query{Unit: top.Name, Statuses: registration.Running})
	slices.SortFunc(people, func(a, b *data.Applicant) int {
		return cmp.Or(cmp.Compare(a.Person.Name, b.Person.Name), cmp.Compare(a.Person.IDNumber, b.Person.IDNumber))
	})
	for _, a := range people {
		number := string(a.Person.IDNumber)
		label := fmt.Sprintf("%s　%s%s　%s", a.Person.Name, a.Application.Trade, a.Application.Level, number[max(0, len(number)-4):])
		all = append(all, Orderer{Label: label, unit: a.Application.Unit, applicant: a})
	}
	return all, nil
}

func (m *Model) oneUnit(what string) error {
	if m.unit == "" {
		return data.Refuse("unit-unknown", "unit", "现在看的是全县，"+what+"要先选一个主管部门", "请在左边选单位，可以直接打拼音首字母")
	}
	return nil
}

// Offered is a book that may be ordered.
type Offered struct {
	Label string

	id data.BookID
}

// Offers are the books that somebody may order, the proposed one first: for a
// person those for his trade and level, for a unit all. It refuses where there is
// none (book-none).
func (m *Model) Offers(o Orderer) (offers []Offered, err error) {
	var books []data.Book
	if o.applicant != nil {
		books, err = m.ledger.For(m.desk.Office.Codes, o.applicant.Application.Trade, o.applicant.Application.Level)
	} else {
		books = slices.DeleteFunc(slices.Clone(m.ledger.Books), func(b data.Book) bool { return b.Void != "" })
	}
	for _, b := range books {
		offers = append(offers, Offered{fmt.Sprintf("%s《%s》%s 元", b.For(), b.Title, b.Price), b.ID})
	}
	return offers, err
}

// Order orders copies of a book; both are chosen by their labels.
func (m *Model) Order(ctx context.Context, o Orderer, book, copies string) (wording.Done, error) {
	offers, err := m.Offers(o)
	if err != nil {
		return wording.Done{}, err
	}
	at := slices.IndexFunc(offers, func(f Offered) bool { return f.Label == book })
	if at < 0 {
		return wording.Done{}, data.Refuse("book-which", "book", "没有选订哪一本", "请按 F4 从目录里选")
	}
	n, err := sheets.ReadCopies(copies)
	if err != nil {
		return wording.Done{}, err
	}
	w := ordering.Wish{Unit: o.unit, Book: offers[at].id, Copies: n}
	who := strings.TrimSuffix(o.Label, "（单位）")
	if o.applicant != nil {
		w.Application, who = o.applicant.Application.ID, o.applicant.Person.Name
	}
	placed, err := ordering.Order(ctx, m.desk, w)
	if err != nil {
		return wording.Done{}, err
	}
	b, _ := m.ledger.Book(placed.Book)
	done := wording.Done{What: fmt.Sprintf("%s 订《%s》%d 册，%s 元", who, b.Title, placed.Copies, placed.Amount()), Next: "再订一笔按 Ctrl+N"}
	return done, m.Refresh(ctx)
}

// Owing is what the unit shown has still to hand up, as it is written into the
// slip; "" for nothing.
func (m *Model) Owing() string {
	if owing := m.shown.Owing(); owing > 0 {
		return strings.ReplaceAll(owing.String(), ",", "")
	}
	return ""
}

// HandUp records money handed up by the unit shown.
func (m *Model) HandUp(ctx context.Context, money, on, hand string) (wording.Done, error) {
	fen, err := sheets.ReadAmount(money)
	if err != nil {
		return wording.Done{}, err
	}
	return m.settle(ctx, data.BookSlip{Money: fen}, [2]string{on, hand}, ordering.HandUp)
}

// Everything is the choice that hands out all that waits.
const everything = "全部未发的"

// Waiting are the choices of what to hand out: all that waits, then book by book,
// those that do not wait too.
func (m *Model) Waiting() (choices []string, err error) {
	if err := m.oneUnit("发书"); err != nil {
		return nil, err
	}
	a := m.shown
	if len(a.Wares) == 0 {
		return nil, data.Refuse("slip-empty", "", "这个单位还没有订教材", "请先按 Ctrl+N 登记订单")
	}
	if n := a.Waiting(); n > 0 {
		choices = append(choices, fmt.Sprintf("%s %d 册", everything, n))
	}
	for _, w := range a.Wares {
		choices = append(choices, wareLabel(w))
	}
	return choices, nil
}

func wareLabel(w ordering.Ware) string {
	return fmt.Sprintf("%s《%s》未发 %d 册", w.Book.For(), w.Book.Title, w.Waiting)
}

// HandOut records books handed out: all that wait, or copies of one.
func (m *Model) HandOut(ctx context.Context, what, copies string, signed [2]string) (wording.Done, error) {
	slip := data.BookSlip{Books: map[data.BookID]int{}}
	for _, w := range m.shown.Wares {
		switch {
		case strings.HasPrefix(what, everything) && w.Waiting > 0, what == wareLabel(w) && strings.TrimSpace(copies) == "" && w.Waiting > 0:
			slip.Books[w.Book.ID] = w.Waiting
		case what == wareLabel(w):
			n, err := sheets.ReadCopies(copies)
			if err != nil {
				return wording.Done{}, err
			}
			slip.Books[w.Book.ID] = n
		}
	}
	return m.settle(ctx, slip, signed, ordering.HandOut)
}

type settling func(context.Context, *registration.Desk, data.BookSlip) (data.BookSlip, []string, error)

// settle writes a slip on a day, signed by somebody.
func (m *Model) settle(ctx context.Context, slip data.BookSlip, signed [2]string, do settling) (wording.Done, error) {
	if signed[0] != "" {
		on, err := data.ReadDate(signed[0])
		if err != nil {
			return wording.Done{}, err
		}
		if slip.On, err = data.ParseISODate(on.String()); err != nil {
			return wording.Done{}, data.Refuse("date-bad", "on", "“"+signed[0]+"”不是某一天", "请写年月日，例如 2026-05-12")
		}
	}
	slip.Unit, slip.Hand = m.unit, signed[1]
	slip, notes, err := do(ctx, m.desk, slip)
	if err != nil {
		return wording.Done{}, err
	}
	done := wording.Done{What: fmt.Sprintf("已收书款 %s 元，%s签字", slip.Money, slip.Hand), Next: strings.Join(notes, "；")}
	if len(slip.Books) > 0 {
		done.What = "已发书 " + m.handed(slip.Books) + "，" + slip.Hand + "签字"
	}
	m.view = Slips
	return done, m.Refresh(ctx)
}
