package textbooks

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/codes"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Bounds of what can be meant: beyond them somebody has hit a wrong key.
const (
	mostPrice  = data.Fen(1_000_00) // of one copy
	longTitle  = 60
	tradesTold = 8 // of those that have books, in a refusal
)

// AddBook enters a book into the year's catalogue. It refuses a trade, title or
// level that is missing or none (required-missing, level-unknown, title-long), a
// price of nothing, beyond reason or other than the same book has there (book-price),
// and a book that stands there already (book-twice).
func AddBook(ctx context.Context, d *registration.Desk, b data.Book) (data.Book, error) {
	b, err := tidied(d, b)
	if err != nil {
		return b, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpTextbook, why("登记教材", &b), func(tx *store.Tx) error {
		standing, err := tx.Books(b.Year)
		if err != nil {
			return err
		}
		if err := notYet(standing, &b); err != nil {
			return err
		}
		b.ID, b.At = data.BookID(tx.NewID()), tx.Now()
		return tx.PutBook(b)
	})
	return b, err
}

// tidied is a book as it may be entered.
func tidied(d *registration.Desk, b data.Book) (data.Book, error) {
	b.Trade, b.Title, b.Source = data.Squeeze(b.Trade), strings.TrimSpace(b.Title), strings.TrimSpace(b.Source)
	if known, ok := d.Office.Codes.Trade(b.Trade); ok {
		b.Trade = known.Name
	}
	switch {
	case b.Trade == "":
		return b, data.Refuse("required-missing", "trade", "没有写是哪个工种的教材", "请写工种")
	case b.Title == "":
		return b, data.Refuse("required-missing", "book", "没有写书名", "请照书目写全书名")
	case utf8.RuneCountInString(b.Title) > longTitle:
		return b, data.Refuse("title-long", "book", fmt.Sprintf("书名超过 %d 个字", longTitle), "请核对是否把别的内容粘进了书名")
	case b.Level != 0 && !b.Level.Valid():
		return b, data.Refuse("level-unknown", "level", "没有这个等级", "请写五级到一级；各级通用的空着")
	case b.Price <= 0:
		return b, data.Refuse("book-price", "price", "《"+b.Title+"》的单价是 0", "请照书目写单价，例如 32.00")
	case b.Price > mostPrice:
		return b, data.Refuse("book-price", "price", fmt.Sprintf("《%s》的单价 %s 元太大了", b.Title, b.Price), "请核对小数点，单价以元计")
	}
	source, err := data.Written("source-long", b.Source)
	b.Year, b.Source, b.By, b.Void = d.Office.Profile.Year, source, d.Office.Clerk, ""
	return b, err
}

// notYet refuses a book that stands in the catalogue.
func notYet(standing []data.Book, b *data.Book) error {
	for _, o := range standing {
		if o.Void != "" || o.Trade != b.Trade || o.Level != b.Level || o.Title != b.Title {
			continue
		}
		if o.Price == b.Price {
			return data.Refuse("book-twice", "book", fmt.Sprintf("目录里已经有%s的《%s》", o.For(), o.Title), "不用再登记")
		}
		return data.Refuse("book-price", "price", fmt.Sprintf("目录里已经有%s的《%s》，单价 %s 元", o.For(), o.Title, o.Price), "要改价，请先把原来那一条作废，再登记新价；已订的仍按订时的价")
	}
	return nil
}

// VoidBook says why a book is no longer ordered; what was ordered stays. It
// refuses a book that there is none of (book-unknown) and one without a reason
// (reason-missing).
func VoidBook(ctx context.Context, d *registration.Desk, id data.BookID, reason string) (data.Book, error) {
	var b data.Book
	reason, err := data.Said("reason-missing", "作废的理由", reason)
	if err != nil {
		return b, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpTextbook, "教材作废："+reason, func(tx *store.Tx) error {
		all, err := tx.Books(d.Office.Profile.Year)
		if err != nil {
			return err
		}
		if b, err = named(all, id); err != nil {
			return err
		}
		b.Void = reason
		return tx.PutBook(b)
	})
	return b, err
}

// named finds a book that is still ordered.
func named(all []data.Book, id data.BookID) (data.Book, error) {
	at := slices.IndexFunc(all, func(b data.Book) bool { return b.ID == id })
	switch {
	case at < 0:
		return data.Book{}, data.Refuse("book-unknown", "book", "本年的教材目录里没有这本书", "请从目录里重新选")
	case all[at].Void != "":
		return all[at], data.Refuse("book-void", "book", fmt.Sprintf("《%s》已经作废：%s", all[at].Title, all[at].Void), "请选目录里还在订的教材")
	}
	return all[at], nil
}

// For returns the books of the catalogue for a trade and level, those of that
// level first. A trade may be written by another word for it. It refuses where
// there is none (book-none) and says which trades have books.
func (l *Ledger) For(c *codes.Codes, trade string, level data.Level) ([]data.Book, error) {
	return booksFor(l.Books, c, trade, level)
}

func booksFor(all []data.Book, c *codes.Codes, trade string, level data.Level) (found []data.Book, err error) {
	for _, b := range all {
		if b.Void == "" && c.SameTrade(b.Trade, trade) && (b.Level == level || b.Level == 0) {
			found = append(found, b)
		}
	}
	if len(found) == 0 {
		what := "“" + trade + "”" + level.String() + "没有教材"
		return nil, data.Refuse("book-none", "book", what, having(all)+"，请先把书登记进目录")
	}
	slices.SortStableFunc(found, func(a, b data.Book) int { return int(b.Level - a.Level) })
	return found, nil
}

// having says which trades have books, and for which levels.
func having(all []data.Book) string {
	var trades []string
	levels := map[string][]string{}
	for _, b := range all {
		if b.Void != "" {
			continue
		}
		if _, met := levels[b.Trade]; !met {
			trades = append(trades, b.Trade)
		}
		if name := b.LevelName(); !slices.Contains(levels[b.Trade], name) {
			levels[b.Trade] = append(levels[b.Trade], name)
		}
	}
	if len(trades) == 0 {
		return "教材目录还是空的"
	}
	more := ""
	if len(trades) > tradesTold {
		trades, more = trades[:tradesTold], fmt.Sprintf("等 %d 个工种", len(trades))
	}
	for i, trade := range trades {
		trades[i] = trade + "（" + strings.Join(levels[trade], "、") + "）"
	}
	return "有教材的是" + strings.Join(trades, "、") + more
}
