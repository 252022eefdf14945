package registration

import (
	"encoding/json"
	"fmt"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// tellBookOrder: copies of a textbook ordered, or the order made void.
func tellBookOrder(t *teller, _ *Event, was *data.BookOrder, is data.BookOrder) []sentence {
	title := "教材"
	if at := slices.IndexFunc(t.books, func(b data.Book) bool { return b.ID == is.Book }); at >= 0 {
		title = "《" + t.books[at].Title + "》"
	}
	of := fmt.Sprintf("%s%d 册，单价 %s 元", title, is.Copies, is.Price)
	switch {
	case was != nil && was.Void == "" && is.Void != "":
		return []sentence{{EventTextbook, "教材订单作废", of + reasonWords(is.Void)}}
	case was != nil && was.Void != "" && is.Void == "":
		return []sentence{{EventTextbook, "教材订单恢复", of}}
	}
	return []sentence{{EventTextbook, "订教材", of}}
}

// putBookOrderBack makes an order void, or lets a void one stand again, unless the
// same book has been ordered anew since.
func putBookOrderBack(u undoing, e store.Entry) error {
	var o data.BookOrder
	if err := json.Unmarshal(e.After, &o); err != nil {
		return err
	}
	ledger, err := u.tx.Ledger(o.Application)
	if err != nil {
		return err
	}
	if o.Void != "" && slices.ContainsFunc(ledger.Orders, func(x data.BookOrder) bool { return x.Void == "" && x.Book == o.Book }) {
		return stale()
	}
	return whole(findBookOrder, voidBookOrder, (*store.Tx).PutBookOrder)(u, e)
}

func findBookOrder(tx *store.Tx, o *data.BookOrder) (data.BookOrder, error) {
	ledger, err := tx.Ledger(o.Application)
	return find(ledger.Orders, func(x *data.BookOrder) bool { return x.ID == o.ID }), err
}

func voidBookOrder(_ undoing, o data.BookOrder) data.BookOrder {
	o.Void = "撤销"
	return o
}
