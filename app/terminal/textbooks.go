package terminal

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// textbooksCommand is the year's textbooks: what there is, who has ordered what,
// and what every unit still owes.
type textbooksCommand struct {
	Catalogue textbookCatalogue `cmd:"" help:"列出教材目录"`
	Add       textbookAdd       `cmd:"" help:"登记一本教材"`
	Order     textbookOrder     `cmd:"" help:"订教材：为一个人，或为一个单位"`
	Orders    textbookOrders    `cmd:"" help:"列出订单"`
	Totals    textbookTotals    `cmd:"" help:"汇总"`
	Slip      textbookSlip      `cmd:"" help:"登记上缴的书款，或发出的书"`
	Slips     textbookSlips     `cmd:"" help:"各主管部门应缴、已缴、未缴和应发、已发、未发，及其单子"`
	Void      textbookVoid      `cmd:"" help:"作废一本教材、一笔订单或一张单子，写明理由"`
}

// book is a textbook as the command line writes it.
type book struct {
	ID     data.BookID `json:"id"`
	Trade  string      `json:"trade"`
	Level  data.Level  `json:"level"` // 0: every level
	Title  string      `json:"title"`
	Price  data.Fen    `json:"price_fen"`
	Source string      `json:"source"`
	Void   string      `json:"void"`
}

func bookOf(b data.Book) book {
	return book{b.ID, b.Trade, b.Level, b.Title, b.Price, b.Source, b.Void}
}

func (b book) words() string {
	words := fmt.Sprintf("%s\t%s\t%s\t%s", b.ID, (&data.Book{Trade: b.Trade, Level: b.Level}).For(), b.Title, b.Price)
	if b.Void != "" {
		words += "\t已作废：" + b.Void
	}
	return words
}

// atTextbooks runs a command on the year's textbooks.
func (c *call) atTextbooks(do func(*registration.Desk, *textbooks.Ledger) (answer, error)) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		l, err := textbooks.Load(c.ctx, d)
		if err != nil {
			return answer{}, err
		}
		return do(d, l)
	})
}

// tableOf writes lines of columns parted by tabs, and a sentence beneath.
func tableOf(lines []string, last string) (string, error) {
	var words strings.Builder
	columns := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
	for _, line := range lines {
		fmt.Fprintln(columns, line)
	}
	err := columns.Flush()
	return words.String() + last, err
}

type textbookCatalogue struct{}

func (*textbookCatalogue) run(c *call) (answer, error) {
	return c.atTextbooks(func(_ *registration.Desk, l *textbooks.Ledger) (answer, error) {
		all := []book{}
		var lines []string
		for _, b := range l.Books {
			all = append(all, bookOf(b))
			lines = append(lines, bookOf(b).words())
		}
		last := fmt.Sprintf("目录里共 %d 本教材", len(all))
		if len(all) == 0 {
			last = "目录里还没有教材：请用 textbooks add 登记，或 import 导入书目"
		}
		words, err := tableOf(lines, last)
		return answer{document: all, words: words}, err
	})
}

type textbookAdd struct {
	Trade  string `required:"" help:"工种" placeholder:"T"`
	Level  int    `help:"等级，5 到 1；不写是各级通用" placeholder:"N"`
	Title  string `required:"" help:"书名" placeholder:"TITLE"`
	Price  string `required:"" help:"单价，元，例如 32.00" placeholder:"YUAN"`
	Source string `help:"书名和单价的出处" placeholder:"TEXT"`
}

func (a *textbookAdd) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		price, err := sheets.ReadAmount(a.Price)
		if err != nil {
			return answer{}, err
		}
		b, err := textbooks.AddBook(c.ctx, d, data.Book{Trade: a.Trade, Level: data.Level(a.Level), Title: a.Title, Price: price, Source: a.Source})
		return answer{document: bookOf(b), words: fmt.Sprintf("已登记%s《%s》，单价 %s 元", b.For(), b.Title, b.Price)}, err
	})
}

type textbookVoid struct {
	ID  string `arg:"" help:"教材、订单或单子的编号"`
	Why string `required:"" help:"理由" placeholder:"TEXT"`
}

func (v *textbookVoid) run(c *call) (answer, error) {
	return c.atTextbooks(func(d *registration.Desk, l *textbooks.Ledger) (answer, error) {
		_, isBook := l.Book(data.BookID(v.ID))
		isSlip := slices.ContainsFunc(l.Slips, func(s data.BookSlip) bool { return string(s.ID) == v.ID })
		var err error
		switch {
		case isBook:
			_, err = textbooks.VoidBook(c.ctx, d, data.BookID(v.ID), v.Why)
		case isSlip:
			_, err = textbooks.VoidSlip(c.ctx, d, data.BookSlipID(v.ID), v.Why)
		default:
			_, err = textbooks.VoidOrder(c.ctx, d, data.BookOrderID(v.ID), v.Why)
		}
		return answer{document: struct {
			ID   string `json:"id"`
			Void string `json:"void"`
		}{v.ID, v.Why}, words: "已作废：" + v.Why}, err
	})
}
