package terminal

import (
	"fmt"
	"strings"
	"time"

	"gongkao/app/registration"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// bookOrder is an order as the command line writes it.
type bookOrder struct {
	ID       data.BookOrderID `json:"id"`
	Unit     string           `json:"unit"`
	Above    string           `json:"supervising_unit"`
	IDNumber data.IDNumber    `json:"id_number"` // "": the unit's own
	Name     string           `json:"name"`
	Trade    string           `json:"trade"` // of the book
	Level    data.Level       `json:"level"`
	Title    string           `json:"title"`
	Copies   int              `json:"copies"`
	Price    data.Fen         `json:"price_fen"`
	Amount   data.Fen         `json:"amount_fen"`
	Void     string           `json:"void"`
	Note     string           `json:"note"` // what is to be looked at
	By       string           `json:"by"`
	At       time.Time        `json:"at"`
}

func bookOrderOf(d *registration.Desk, o textbooks.Ordered) bookOrder {
	one := bookOrder{
		ID: o.ID, Unit: o.Of.Name, Above: o.Supervising.Name, Trade: o.Title.Trade, Level: o.Title.Level, Title: o.Title.Title,
		Copies: o.Copies, Price: o.Price, Amount: o.Amount(), Void: o.Void, Note: textbooks.Doubt(d, o), By: o.By, At: o.At,
	}
	if o.Applicant != nil {
		one.IDNumber, one.Name = o.Applicant.Person.IDNumber, o.Applicant.Person.Name
	}
	return one
}

func (o *bookOrder) words() string {
	who := o.Name
	if who == "" {
		who = "（单位）"
	}
	words := fmt.Sprintf("%s\t%s\t%s\t《%s》\t%d 册\t%s", o.ID, o.Unit, who, o.Title, o.Copies, o.Amount)
	switch {
	case o.Void != "":
		words += "\t已作废：" + o.Void
	case o.Note != "":
		words += "\t请看：" + o.Note
	}
	return words
}

type textbookOrder struct {
	ID     string `name:"id" help:"谁订的：身份证号" placeholder:"NUMBER"`
	Unit   string `help:"哪个单位订的" placeholder:"U"`
	Trade  string `help:"单位订的：工种" placeholder:"T"`
	Level  int    `help:"单位订的：等级，5 到 1" placeholder:"N"`
	Book   string `help:"教材编号；工种等级只有一本时不用写" placeholder:"BOOK"`
	Copies int    `default:"1" help:"册数" placeholder:"N"`
}

func (t *textbookOrder) run(c *call) (answer, error) {
	if (t.ID == "") == (t.Unit == "") {
		return answer{}, &usageError{"要写明是谁订的：一个人，或一个单位", "请写 --id 身份证号，或 --unit 单位 --trade 工种 --level 等级"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		w := textbooks.Wish{Book: data.BookID(t.Book), Trade: t.Trade, Level: data.Level(t.Level), Copies: t.Copies}
		if t.ID != "" {
			a, err := applicantNumbered(d, t.ID)
			if err != nil {
				return answer{}, err
			}
			w.Application = a.Application.ID
		} else {
			u, err := d.UnitNamed(t.Unit)
			if err != nil {
				return answer{}, err
			}
			w.Unit = u.ID
		}
		placed, err := textbooks.Order(c.ctx, d, w)
		if err != nil {
			return answer{}, err
		}
		return orderTold(c, d, placed.ID)
	})
}

// orderTold is an order as an answer.
func orderTold(c *call, d *registration.Desk, id data.BookOrderID) (answer, error) {
	l, err := textbooks.Load(c.ctx, d)
	if err != nil {
		return answer{}, err
	}
	for _, o := range l.Orders("") {
		if o.ID == id {
			one := bookOrderOf(d, o)
			return answer{document: one, words: strings.ReplaceAll("已订\t"+one.words(), "\t", "  ")}, nil
		}
	}
	return answer{}, fmt.Errorf("terminal: order %s is gone", id)
}

type textbookOrders struct {
	Unit string `help:"只列这个单位或主管部门的" placeholder:"U"`
}

func (t *textbookOrders) run(c *call) (answer, error) {
	return c.atTextbooks(func(d *registration.Desk, l *textbooks.Ledger) (answer, error) {
		var unit data.UnitID
		if t.Unit != "" {
			u, err := d.UnitNamed(t.Unit)
			if err != nil {
				return answer{}, err
			}
			unit = u.ID
		}
		all := []bookOrder{}
		var lines []string
		copies, amount := 0, data.Fen(0)
		for _, o := range l.Orders(unit) {
			one := bookOrderOf(d, o)
			all = append(all, one)
			lines = append(lines, one.words())
			if o.Void == "" {
				copies, amount = copies+o.Copies, amount+o.Amount()
			}
		}
		words, err := tableOf(lines, fmt.Sprintf("共 %d 册，%s 元（%s）", copies, amount, amount.Capital()))
		return answer{document: all, words: words}, err
	})
}

type textbookTotals struct {
	By []string `help:"按什么汇总：unit 主管部门、trade、level、book，可写几个" placeholder:"unit,trade"`
}

func (t *textbookTotals) run(c *call) (answer, error) {
	return c.atTextbooks(func(_ *registration.Desk, l *textbooks.Ledger) (answer, error) {
		by := make([]textbooks.By, len(t.By))
		for i, word := range t.By {
			by[i] = textbooks.By(word)
		}
		totals, err := l.Totals(by...)
		if err != nil {
			return answer{}, err
		}
		var lines []string
		for _, one := range totals {
			level := ""
			if one.Level != nil {
				level = (&data.Book{Level: *one.Level}).LevelName()
			}
			lines = append(lines, fmt.Sprintf("%s\t%s\t%s\t%s\t%d 册\t%s", one.Unit, one.Trade, level, one.Book, one.Copies, one.Amount))
		}
		whole := l.County()
		words, err := tableOf(lines, fmt.Sprintf("共 %d 册，%s 元（%s）", whole.Copies, whole.Due, whole.Due.Capital()))
		return answer{document: totals, words: words}, err
	})
}
