package textbooks

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/sheets"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/wording"
)

// Voidable says what the row of the view shown would make void. Where a line of
// the order form stands for several orders it refuses, and shows them one by one.
func (m *Model) Voidable(row int) (what string, do func(context.Context, string) error, err error) {
	switch m.view {
	case Slips:
		if papers := m.Papers(); row >= 0 && row < len(papers) {
			p := papers[row]
			return p.Kind + " " + p.What, func(ctx context.Context, why string) error {
				_, err := ordering.VoidSlip(ctx, m.desk, p.ID, why)
				return err
			}, nil
		}
	case Orders:
		if entries := m.Entries(); row >= 0 && row < len(entries) {
			return m.voidable(entries[row])
		}
	case Form:
		return m.voidableLine(row)
	}
	return "", nil, data.Refuse("order-unknown", "", "没有选中哪一笔", "请先在右边选一行")
}

func (m *Model) voidable(e Entry) (string, func(context.Context, string) error, error) {
	if e.Void {
		return "", nil, data.Refuse("order-void", "", "这笔订单已经作废："+e.Note, "不用再作废")
	}
	return fmt.Sprintf("%s 订的《%s》%s 册", e.Who, e.Title, e.Copies), func(ctx context.Context, why string) error {
		_, err := ordering.VoidOrder(ctx, m.desk, e.ID, why)
		return err
	}, nil
}

// voidableLine is the one order that a line stands for.
func (m *Model) voidableLine(row int) (string, func(context.Context, string) error, error) {
	lines := m.shown.Lines
	if row < 0 || row >= len(lines) {
		return "", nil, data.Refuse("order-unknown", "", "没有选中哪一行", "请先在右边选一行")
	}
	l := lines[row]
	if l.Orders > 1 {
		m.view = Orders
		return "", nil, data.Refuse("order-which", "", fmt.Sprintf("《%s》这一行有 %d 笔订单", l.Book.Title, l.Orders), "已换到逐笔订单，请选出一笔再按 −")
	}
	for i, o := range m.ledger.Orders(m.unit) {
		if o.Void == "" && o.Book == l.Book.ID && o.Price == l.Price {
			entries := m.Entries()
			id := m.ledger.Orders(m.unit)[i].ID
			at := slices.IndexFunc(entries, func(e Entry) bool { return e.ID == id })
			return m.voidable(entries[at])
		}
	}
	return "", nil, data.Refuse("order-unknown", "", "没有找到这笔订单", "请换到逐笔订单再选")
}

// Void makes void what Voidable named.
func (m *Model) Void(ctx context.Context, do func(context.Context, string) error, why string) (wording.Done, error) {
	if err := do(ctx, why); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: "已作废：" + why, Next: "它仍留在记录里，不再计算"}, m.Refresh(ctx)
}

// Draft is a book as a clerk writes it into the catalogue.
type Draft struct{ Trade, Level, Title, Price, Source string }

// everyLevel is the word for a book of all levels.
const everyLevel = "各级"

// Levels are the words to choose from.
func Levels() []string {
	words := []string{everyLevel}
	for _, l := range data.Levels() {
		words = append(words, l.String())
	}
	return words
}

// Trades are the trades to choose from.
func (m *Model) Trades() (names []string) {
	for _, t := range m.desk.Office.Codes.Trades {
		names = append(names, t.Name)
	}
	return names
}

// Carried is what the next book begins with: trade and source of the last one.
func (m *Model) Carried() Draft {
	return Draft{Trade: m.lastBook.Trade, Source: m.lastBook.Source}
}

// AddBook enters a book into the catalogue.
func (m *Model) AddBook(ctx context.Context, d Draft) (wording.Done, error) {
	b := data.Book{Trade: d.Trade, Title: d.Title, Source: d.Source}
	if d.Level != "" && d.Level != everyLevel {
		level, ok := data.ReadLevel(d.Level)
		if !ok {
			return wording.Done{}, data.Refuse("level-unknown", "level", "没有“"+d.Level+"”这个等级", "请按 F4 选，各级通用的选“各级”")
		}
		b.Level = level
	}
	price, err := sheets.ReadAmount(d.Price)
	if err != nil {
		return wording.Done{}, data.Refuse("book-price", "price", "读不出单价“"+d.Price+"”", "请写成 32 或 32.00，只写数字")
	}
	b.Price = price
	if b, err = ordering.AddBook(ctx, m.desk, b); err != nil {
		return wording.Done{}, err
	}
	m.lastBook = b
	return wording.Done{What: fmt.Sprintf("已登记%s《%s》，单价 %s 元", b.For(), b.Title, b.Price), Next: "再登记一本按 Ctrl+N"}, m.Refresh(ctx)
}

// VoidBook says why a book of the catalogue is no longer ordered.
func (m *Model) VoidBook(ctx context.Context, t Title, why string) (wording.Done, error) {
	if _, err := ordering.VoidBook(ctx, m.desk, t.ID, why); err != nil {
		return wording.Done{}, err
	}
	done := wording.Done{What: "《" + t.Title + "》不再订：" + why}
	if t.Ordered != "0" {
		done.Next = "已订的 " + t.Ordered + " 册照旧，仍按订时的价"
	}
	return done, m.Refresh(ctx)
}
