package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
)

type textbookSlip struct {
	Unit  string         `required:"" help:"主管部门" placeholder:"U"`
	Money string         `help:"上缴的书款，元" placeholder:"YUAN"`
	Books map[string]int `help:"发出的书：教材编号=册数，可写几个" placeholder:"BOOK=N"`
	Hand  string         `required:"" help:"谁来交款、谁签字领书" placeholder:"NAME"`
	On    string         `help:"哪一天（默认今天）" placeholder:"DATE"`
}

// settlement is a slip as the command line writes it.
type settlement struct {
	ID    data.BookSlipID     `json:"id"`
	Unit  string              `json:"unit"`
	Money data.Fen            `json:"money_fen"`
	Books map[data.BookID]int `json:"books"`
	On    data.Date           `json:"on"`
	Hand  string              `json:"hand"`
	Void  string              `json:"void"`
	Notes []string            `json:"notes,omitempty"` // what is to be looked at
}

func settlementOf(s data.BookSlip, unit string) settlement {
	return settlement{ID: s.ID, Unit: unit, Money: s.Money, Books: s.Books, On: s.On, Hand: s.Hand, Void: s.Void}
}

func (t *textbookSlip) run(c *call) (answer, error) {
	if (t.Money == "") == (len(t.Books) == 0) {
		return answer{}, &usageError{"书款和书要分开登记", "请写 --money 金额，或 --books 教材编号=册数"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		u, err := d.UnitNamed(t.Unit)
		if err != nil {
			return answer{}, err
		}
		slip := data.BookSlip{Unit: u.ID, Hand: t.Hand, Books: map[data.BookID]int{}}
		if t.On != "" {
			if slip.On, err = data.ParseISODate(t.On); err != nil {
				return answer{}, err
			}
		}
		do := textbooks.HandOut
		if t.Money != "" {
			do = textbooks.HandUp
			if slip.Money, err = sheets.ReadAmount(t.Money); err != nil {
				return answer{}, err
			}
		}
		for id, n := range t.Books {
			slip.Books[data.BookID(id)] = n
		}
		slip, notes, err := do(c.ctx, d, slip)
		one := settlementOf(slip, u.Name)
		one.Notes = notes
		return answer{document: one, words: strings.Join(append([]string{"已登记：" + u.Name + "，" + slip.Hand + "签字"}, notes...), "\n请注意：")}, err
	})
}

// standing is how a supervising unit stands, as the command line writes it.
type standing struct {
	Unit    string       `json:"unit"`
	Copies  int          `json:"copies"`
	Handed  int          `json:"handed"`
	Waiting int          `json:"waiting"`
	Due     data.Fen     `json:"due_fen"`
	Paid    data.Fen     `json:"paid_fen"`
	Owing   data.Fen     `json:"owing_fen"` // below 0: more than is due
	Slips   []settlement `json:"slips"`
}

type textbookSlips struct{}

func (*textbookSlips) run(c *call) (answer, error) {
	return c.atTextbooks(func(_ *registration.Desk, l *textbooks.Ledger) (answer, error) {
		all := []standing{}
		var lines []string
		for _, a := range l.Accounts() {
			one := standing{a.Unit.Name, a.Copies, a.Handed, a.Waiting(), a.Due, a.Paid, a.Owing(), []settlement{}}
			lines = append(lines, fmt.Sprintf("%s\t应缴 %s\t已缴 %s\t未缴 %s\t应发 %d\t已发 %d\t未发 %d", one.Unit, one.Due, one.Paid, one.Owing, one.Copies, one.Handed, one.Waiting))
			for _, s := range l.SlipsOf(a.Unit.ID) {
				one.Slips = append(one.Slips, settlementOf(s, a.Unit.Name))
			}
			all = append(all, one)
		}
		county := l.County()
		words, err := tableOf(lines, fmt.Sprintf("全县应缴 %s 已缴 %s 未缴 %s，应发 %d 已发 %d 未发 %d", county.Due, county.Paid, county.Owing(), county.Copies, county.Handed, county.Waiting()))
		return answer{document: all, words: words}, err
	})
}
