package textbooks

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// How many copies can be meant: a person reads one book, a unit orders for all.
const (
	mostOfPerson = 20
	mostOfUnit   = 5_000
)

// Wish is an order as somebody asks for it.
type Wish struct {
	Application data.ApplicationID // whose; "": a unit's own
	Unit        data.UnitID        // which, of a unit's own
	Book        data.BookID        // "": the book for trade and level
	Trade       string             // of a unit's own; a person has his own
	Level       data.Level
	Copies      int
}

// Order writes an order at the price of today. It refuses somebody who does not
// apply (book-not-applying), a trade or level without a book (book-none) or with
// several (book-which), copies that cannot be (book-copies), a book somebody has
// ordered already (book-twice, book-again), and one not ordered any more (book-void).
func Order(ctx context.Context, d *registration.Desk, w Wish) (data.BookOrder, error) {
	var o data.BookOrder
	_, err := d.Office.Store.Update(ctx, data.OpTextbook, fmt.Sprintf("订教材 %d 册", w.Copies), func(tx *store.Tx) error {
		books, err := tx.Books(d.Office.Profile.Year)
		if err != nil {
			return err
		}
		if o, err = ordered(d, books, w); err != nil {
			return err
		}
		o.ID, o.At = data.BookOrderID(tx.NewID()), tx.Now()
		return tx.PutBookOrder(o)
	})
	if err == nil && o.Application != "" {
		_, err = d.Renew(ctx, o.Application)
	}
	return o, err
}

// ordered makes an order of a wish, from the books of the catalogue.
func ordered(d *registration.Desk, books []data.Book, w Wish) (o data.BookOrder, err error) {
	o = data.BookOrder{Year: d.Office.Profile.Year, Application: w.Application, Copies: w.Copies, By: d.Office.Clerk}
	most, who := mostOfUnit, "一个单位"
	if w.Application != "" {
		a, err := orderer(d, w.Application)
		if err != nil {
			return o, err
		}
		w.Trade, w.Level, w.Unit = a.Application.Trade, a.Application.Level, a.Application.Unit
		most, who = mostOfPerson, "一个人"
	}
	unit := newHomes(d.EveryUnit()).standing(w.Unit)
	if unit == nil {
		return o, data.Refuse("unit-unknown", "unit", "没有写明是哪个单位订的", "请选一个单位或一个人")
	}
	o.Unit = unit.ID
	book, err := chosen(d, books, w)
	if err != nil {
		return o, err
	}
	o.Book, o.Price = book.ID, book.Price
	if w.Copies < 1 || w.Copies > most {
		return o, data.Refuse("book-copies", "copies", fmt.Sprintf("《%s》写了订 %d 册", book.Title, w.Copies), fmt.Sprintf("%s请写 1 到 %d 册；不订就不用登记", who, most))
	}
	return o, notTwice(d, &o, &book)
}

// orderer returns who may order: somebody who applies.
func orderer(d *registration.Desk, id data.ApplicationID) (*data.Applicant, error) {
	a, known := d.Register.ByID(id)
	if !known {
		return nil, data.Refuse("not-found", "", "没有找到这份申报", "请在申报人员里重新查找")
	}
	if !applying(a) {
		return nil, data.Refuse("book-not-applying", "", fmt.Sprintf("%s 的申报是“%s”，不再订教材", a.Person.Name, a.Application.Status), "请核对是不是他；确要给他书，请用单位的名义订")
	}
	return a, nil
}

// chosen returns the book of a wish: the one named, or the only one for trade and
// level.
func chosen(d *registration.Desk, books []data.Book, w Wish) (data.Book, error) {
	if w.Book != "" {
		return named(books, w.Book)
	}
	fitting, err := booksFor(books, d.Office.Codes, w.Trade, w.Level)
	if err != nil {
		return data.Book{}, err
	}
	if len(fitting) > 1 {
		var titles []string
		for _, b := range fitting {
			titles = append(titles, "《"+b.Title+"》")
		}
		return data.Book{}, data.Refuse("book-which", "book", fmt.Sprintf("“%s”%s有 %d 本教材", w.Trade, w.Level, len(fitting)), "请写明订哪一本："+strings.Join(titles, "、"))
	}
	return fitting[0], nil
}

// notTwice refuses a second order of one book for one person: copies are changed
// by making the first void.
func notTwice(d *registration.Desk, o *data.BookOrder, b *data.Book) error {
	a, known := d.Register.ByID(o.Application)
	if !known {
		return nil
	}
	for _, had := range a.Ledger.Orders {
		if had.Void == "" && had.Book == o.Book {
			return again(fmt.Sprintf("%s 已经订过《%s》%d 册", a.Person.Name, b.Title, had.Copies), had.Copies == o.Copies)
		}
	}
	return nil
}

// again refuses an order of what was ordered before: the very same (book-twice),
// as when a sheet comes again, or other copies of it (book-again).
func again(what string, same bool) error {
	code := "book-again"
	if same {
		code = "book-twice"
	}
	return data.Refuse(code, "copies", what, "要改册数，请先把那一笔作废，再重新订")
}

// VoidOrder says why an order does not count. It refuses an order that there is
// none of (order-unknown), one that is void already (order-void), and one without
// a reason (reason-missing).
func VoidOrder(ctx context.Context, d *registration.Desk, id data.BookOrderID, reason string) (data.BookOrder, error) {
	var o data.BookOrder
	reason, err := data.Said("reason-missing", "作废的理由", reason)
	if err != nil {
		return o, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpTextbook, "教材订单作废："+reason, func(tx *store.Tx) error {
		var found bool
		if o, found, err = tx.BookOrder(id); err != nil {
			return err
		}
		switch {
		case !found || o.Year != d.Office.Profile.Year:
			return data.Refuse("order-unknown", "", "没有找到这笔订单", "请重新列出订单再选")
		case o.Void != "":
			return data.Refuse("order-void", "", "这笔订单已经作废："+o.Void, "不用再作废")
		}
		o.Void = reason
		return tx.PutBookOrder(o)
	})
	if err == nil && o.Application != "" {
		_, err = d.Renew(ctx, o.Application)
	}
	return o, err
}

// Doubt says what is to be looked at about an order that stands: whose is not
// applying any more, or applies for something else than the book is for. "" when
// nothing is.
func Doubt(d *registration.Desk, o Ordered) string {
	a := o.Applicant
	if a == nil || o.Void != "" {
		return ""
	}
	switch app := &a.Application; {
	case !applying(a):
		return "申报已是“" + app.Status.String() + "”"
	case !d.Office.Codes.SameTrade(o.Title.Trade, app.Trade), o.Title.Level != 0 && o.Title.Level != app.Level:
		return "现在报的是" + app.Trade + app.Level.String()
	}
	return ""
}
