package textbooks

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
)

// takeOrder reads an order of a person or a unit.
func (s *Sheet) takeOrder(r *sheets.LedgerRow) error {
	w := Wish{Trade: r.Texts["trade"]}
	var err error
	if w.Level, err = levelOf(r.Texts["level"]); err != nil {
		return err
	}
	if r.Texts["id_number"] != "" || r.Texts["name"] != "" {
		err = s.readPerson(r, &w)
	} else {
		err = s.readUnit(r, &w)
	}
	if err != nil {
		return err
	}
	if err := s.readBook(r, &w); err != nil {
		return err
	}
	o, err := ordered(s.desk, s.books, w)
	if err != nil {
		return err
	}
	if err := samePrice(r, o.Price); err != nil {
		return err
	}
	held := holding{application: o.Application, book: o.Book}
	if o.Application == "" {
		held.unit = o.Unit
	}
	switch had, met := s.taken[held]; {
	case met && had.here:
		return data.Refuse("book-again", "copies", fmt.Sprintf("这张表里同一本书订了两次，前面是 %d 册", had.copies), "请并成一行再导入")
	case met:
		return again(fmt.Sprintf("这本书已经订过 %d 册", had.copies), had.copies == o.Copies)
	}
	s.taken[held] = taking{o.Copies, true}
	s.orders = append(s.orders, o)
	return nil
}

// readPerson finds who orders. What the sheet says of trade and level must be what
// he applies for: else the book would be for somebody else. Without a number of
// copies it is one.
func (s *Sheet) readPerson(r *sheets.LedgerRow, w *Wish) error {
	a, err := s.finder.Whose(registration.MentionIn(r.Texts))
	if err != nil {
		return err
	}
	if _, err := orderer(s.desk, a.Application.ID); err != nil {
		return err
	}
	app := &a.Application
	if w.Trade != "" && !s.desk.Office.Codes.SameTrade(w.Trade, app.Trade) || w.Level != 0 && w.Level != app.Level {
		return data.Refuse("book-other", "trade", fmt.Sprintf("%s 报的是%s%s，表里写的是%s%s", a.Person.Name, app.Trade, app.Level, w.Trade, w.Level), "请核对是不是他，或把表里的工种等级改成申报的")
	}
	w.Application, w.Trade, w.Level, w.Copies = app.ID, app.Trade, app.Level, 1
	if r.Texts["copies"] != "" {
		w.Copies, err = sheets.ReadCopies(r.Texts["copies"])
	}
	return err
}

// readUnit finds the unit that orders; only a name as on the seal is taken.
func (s *Sheet) readUnit(r *sheets.LedgerRow, w *Wish) (err error) {
	name := units.Trim(r.Texts["unit"])
	if name == "" {
		return data.Refuse("required-missing", "unit", "没有写是谁订的", "请补上单位，或姓名和身份证号")
	}
	switch match := s.desk.Units().Match(name); match.Kind {
	case units.Exact:
		w.Unit = match.Unit.ID
	case units.Similar:
		return data.Refuse("unit-similar", "unit", fmt.Sprintf("单位库里没有“%s”，最接近的是“%s”（%s）", name, match.Unit.Name, match.Why), "确认是同一单位，就改成单位库里的名称")
	default:
		return data.Refuse("unit-unknown", "unit", fmt.Sprintf("单位库里没有“%s”", name), "请核对单位名称；确是新单位就先在单位库里登记")
	}
	if r.Texts["copies"] == "" {
		return data.Refuse("required-missing", "copies", "没有写订几册", "请补上册数")
	}
	w.Copies, err = sheets.ReadCopies(r.Texts["copies"])
	return err
}

// readBook finds the book a row names, where it names one: among those for the
// trade and level, or without a trade among all.
func (s *Sheet) readBook(r *sheets.LedgerRow, w *Wish) error {
	title := strings.Trim(data.Squeeze(r.Texts["book"]), "《》")
	if title == "" {
		if w.Trade == "" {
			return data.Refuse("required-missing", "trade", "没有写工种，也没有写书名", "请补上工种和等级，或书名")
		}
		return nil
	}
	var fitting []data.Book
	for _, b := range s.books {
		if b.Void == "" && data.Squeeze(b.Title) == title && (w.Trade == "" || s.desk.Office.Codes.SameTrade(b.Trade, w.Trade)) &&
			(w.Level == 0 || b.Level == 0 || b.Level == w.Level) {
			fitting = append(fitting, b)
		}
	}
	switch len(fitting) {
	case 1:
		w.Book = fitting[0].ID
		return nil
	case 0:
		return data.Refuse("book-none", "book", fmt.Sprintf("目录里没有%s%s的《%s》", w.Trade, w.Level, title), having(s.books)+"，请核对书名，或先把书登记进目录")
	}
	var fors []string
	for i := range fitting {
		fors = append(fors, fitting[i].For())
	}
	slices.Sort(fors)
	return data.Refuse("book-which", "book", fmt.Sprintf("目录里有 %d 本《%s》", len(fitting), title), "请写明工种和等级："+strings.Join(fors, "、"))
}

// samePrice refuses a price that is not the catalogue's: money would not agree.
func samePrice(r *sheets.LedgerRow, price data.Fen) error {
	text := r.Texts["price"]
	if text == "" {
		return nil
	}
	written, err := priceOf(text)
	if err == nil && written != price {
		err = data.Refuse("book-price", "price", fmt.Sprintf("表里的单价是 %s 元，目录里是 %s 元", written, price), "请照书目核对；价改了，先改目录再订")
	}
	return err
}
