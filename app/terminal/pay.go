package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
)

// payCommand writes a payment down, makes one void, takes in a signed slip, or
// lists the payments.
type payCommand struct {
	ID        string `name:"id" help:"身份证号" placeholder:"NUMBER"`
	Amount    string `help:"缴费金额，元" placeholder:"YUAN"`
	Date      string `help:"缴费日期（默认今天）" placeholder:"DATE"`
	Reference string `help:"流水号" placeholder:"R"`
	Step      int    `help:"第几次缴费；只有一级有第 2 次（默认是现在应缴的那一次）" placeholder:"N"`

	Correct string `help:"更正：作废哪一笔（缴费编号），要写 --reason" placeholder:"PAYMENT"`
	Reason  string `help:"更正的理由；金额不符或逾期仍要登记的情况说明" placeholder:"R"`
	Slip    bool   `help:"缴费前信息确认单已签字交回"`
}

// payment is a payment as the command line writes it.
type payment struct {
	Payment   data.PaymentID `json:"payment"`
	IDNumber  data.IDNumber  `json:"id_number"`
	Name      string         `json:"name"`
	Unit      string         `json:"unit"`
	Level     data.Level     `json:"level"`
	Step      int            `json:"step"`
	Fen       data.Fen       `json:"fen"`
	PaidOn    data.Date      `json:"paid_on"`
	Reference string         `json:"reference"`
	Batch     data.BatchID   `json:"batch"`
	Void      string         `json:"void"` // why it does not count; "": it does
	By        string         `json:"by"`
}

// charged is how somebody stands after what the command did.
type charged struct {
	IDNumber   data.IDNumber  `json:"id_number"`
	Payment    data.PaymentID `json:"payment,omitempty"`
	FeeDueFen  data.Fen       `json:"fee_due_fen"`
	FeePaidFen data.Fen       `json:"fee_paid_fen"`
	Slip       bool           `json:"slip"` // signed and back
	Differs    bool           `json:"differs"`
}

func (p *payCommand) run(c *call) (answer, error) {
	acts := 0
	for _, asked := range []bool{p.Amount != "", p.Correct != "", p.Slip} {
		if asked {
			acts++
		}
	}
	if acts > 1 || p.ID == "" && (p.Amount != "" || p.Slip) {
		return answer{}, &usageError{"登记、更正和收回确认单要分开办，登记要写明是谁", "请写成 pay --id 身份证号 --amount 金额、pay --id 身份证号 --slip、pay --correct 缴费编号 --reason 理由"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		switch {
		case p.Correct != "":
			return p.correct(c, d)
		case p.Amount == "" && !p.Slip:
			return p.list(d)
		}
		a, err := applicantNumbered(d, p.ID)
		if err != nil {
			return answer{}, err
		}
		if p.Slip {
			return stands(d, a.Application.ID, "", fees.ReturnSlip(c.ctx, d, a.Application.ID))
		}
		return p.pay(c, d, a)
	})
}

func (p *payCommand) pay(c *call, d *registration.Desk, a *data.Applicant) (answer, error) {
	one := data.Payment{Application: a.Application.ID, Step: p.Step, Reference: p.Reference}
	var err error
	if one.Fen, err = sheets.ReadAmount(p.Amount); err != nil {
		return answer{}, err
	}
	if p.Date != "" {
		if one.Paid, err = data.ParseISODate(p.Date); err != nil {
			return answer{}, err
		}
	}
	one, err = fees.Pay(c.ctx, d, one, p.Reason)
	return stands(d, a.Application.ID, one.ID, err)
}

func (p *payCommand) correct(c *call, d *registration.Desk) (answer, error) {
	one, err := fees.Correct(c.ctx, d, data.PaymentID(p.Correct), p.Reason)
	return stands(d, one.Application, one.ID, err)
}

// stands answers with how somebody stands now.
func stands(d *registration.Desk, id data.ApplicationID, payment data.PaymentID, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	a, _ := d.Register.ByID(id)
	acc := fees.Of(d.Office.Policy, a, d.Office.Today())
	words := fmt.Sprintf("%s：应缴 %s 元，已缴 %s 元", a.Person.Name, acc.Due, acc.Paid)
	if acc.Unslipped() {
		words += "\n确认单未交：缴费前信息确认单还没有签字交回"
	}
	if acc.Differs() {
		words += "\n与应缴不符，请核对"
	}
	return answer{document: charged{a.Person.IDNumber, payment, acc.Due, acc.Paid, acc.Slip, acc.Differs()}, words: words}, nil
}

// list lists the payments of the year or of one person, void ones too.
func (p *payCommand) list(d *registration.Desk) (answer, error) {
	q := registration.Query{}
	if p.ID != "" {
		a, err := applicantNumbered(d, p.ID)
		if err != nil {
			return answer{}, err
		}
		q.Numbers = []data.IDNumber{a.Person.IDNumber}
	}
	all := []payment{}
	var words strings.Builder
	table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
	people := d.Register.Find(q)
	for _, e := range fees.Entries(people) {
		a := e.Applicant
		all = append(all, payment{e.ID, a.Person.IDNumber, a.Person.Name, a.Unit, a.Application.Level, e.Step, e.Fen, e.Paid, e.Reference, e.Batch, e.Void, e.By})
		void := ""
		if e.Void != "" {
			void = "作废：" + e.Void
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", e.ID, a.Person.Name, a.Unit, e.Paid, e.Fen, e.Reference, void)
	}
	if err := table.Flush(); err != nil {
		return answer{}, err
	}
	sum := fees.Sum(d.Office.Policy, people, d.Office.Today())
	fmt.Fprintf(&words, "共 %d 笔；应缴 %s 元，已缴 %s 元", len(all), sum.Due, sum.Paid)
	return answer{document: all, words: words.String()}, nil
}
