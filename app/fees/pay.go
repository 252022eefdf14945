package fees

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// maxReference is the longest reference of a site or a bank.
const maxReference = 60

// Pay writes down money that somebody paid; a payment without a step is for the
// step that is owed, one without a day was paid today. It refuses what is no
// payment (pay-amount, pay-date, pay-reference), what is not due (pay-not-due), a
// step or reference paid before (pay-twice); and, unless why says how it came
// about, money that is not what is owed or comes after the last day (pay-short,
// pay-over, pay-late): mistyped far more often than paid so. A payment before the
// signed slip is back is written all the same, for it is a fact; the account says
// Unslipped.
func Pay(ctx context.Context, d *registration.Desk, p data.Payment, why string) (data.Payment, error) {
	a, known := d.Register.ByID(p.Application)
	if !known {
		return p, notFound()
	}
	today := d.Office.Today()
	if p.Paid.IsZero() {
		p.Paid = today
	}
	if err := tidy(&p); err != nil {
		return p, err
	}
	if n, twice := referred(d.Register.Find(registration.Query{}), p.Reference); twice {
		return p, n.refusal()
	}
	acc := Of(d.Office.Policy, a, today)
	for _, n := range judge(&acc, a, &p, today) {
		switch {
		case !n.Doubt:
			return p, n.refusal()
		case strings.TrimSpace(why) == "":
			n.Hint = "请核对；款确实是这样缴的，请写明情况再登记"
			return p, n.refusal()
		}
	}
	err := write(ctx, d, "缴费"+remark(why), a.Application.ID, func(tx *store.Tx) error {
		p.ID, p.By, p.At = data.PaymentID(tx.NewID()), d.Office.Clerk, tx.Now()
		return tx.PutPayment(p)
	})
	return p, err
}

func notFound() error {
	return data.Refuse("not-found", "", "没有找到这份申报", "请在申报人员里重新查找")
}

func remark(why string) string {
	if why = strings.TrimSpace(why); why != "" {
		return "：" + why
	}
	return ""
}

// tidy takes blanks and wide characters out of a reference.
func tidy(p *data.Payment) error {
	p.Reference = data.Squeeze(data.Narrow(p.Reference))
	if n := utf8.RuneCountInString(p.Reference); n > maxReference {
		return data.Refuse("pay-reference", "reference", fmt.Sprintf("流水号有 %d 个字，最多 %d 个", n, maxReference), "请只写流水号")
	}
	return nil
}

// referred finds who has paid under a reference; "" is nobody's.
func referred(people []*data.Applicant, reference string) (n Note, twice bool) {
	if reference == "" {
		return n, false
	}
	for _, a := range people {
		for _, p := range a.Ledger.Payments {
			if p.Void == "" && p.Reference == reference {
				return sameReference(a, &p), true
			}
		}
	}
	return n, false
}

func sameReference(a *data.Applicant, p *data.Payment) Note {
	return Note{Code: "pay-twice", Field: "reference", Message: fmt.Sprintf("流水号 %s 已经登记过：%s，%s 缴 %s 元", p.Reference, a.Person.Name, p.Paid, p.Fen), Hint: "请核对是不是同一笔；先登记的那一笔错了，请先把它更正作废"}
}

// Correct makes an entry void, with the reason; it stays to be read. It refuses an
// entry that there is none of (pay-unknown), one that is void already (pay-void),
// and nothing said of why (reason-missing).
func Correct(ctx context.Context, d *registration.Desk, id data.PaymentID, why string) (data.Payment, error) {
	why = strings.TrimSpace(why)
	_, p, known := find(d, id)
	switch {
	case !known:
		return p, data.Refuse("pay-unknown", "", "没有找到这一笔缴费", "请刷新列表后再试")
	case p.Void != "":
		return p, data.Refuse("pay-void", "", "这一笔已经作废："+p.Void, "要重新登记，请另记一笔")
	case why == "":
		return p, data.Refuse("reason-missing", "", "没有写更正的理由", "请写明哪里登记错了，作废的记录会带着理由留下")
	case utf8.RuneCountInString(why) > data.MaxNote:
		return p, data.Refuse("note-long", "", fmt.Sprintf("理由超过 %d 个字", data.MaxNote), "请写得短一些")
	}
	p.Void = why
	return p, write(ctx, d, "更正："+why, p.Application, func(tx *store.Tx) error { return tx.PutPayment(p) })
}

// find finds a payment of the year, and whose it is.
func find(d *registration.Desk, id data.PaymentID) (*data.Applicant, data.Payment, bool) {
	for _, a := range d.Register.Find(registration.Query{}) {
		for _, p := range a.Ledger.Payments {
			if p.ID == id {
				return a, p, true
			}
		}
	}
	return nil, data.Payment{}, false
}

// write is one Update about one application, and its renewal.
func write(ctx context.Context, d *registration.Desk, why string, id data.ApplicationID, do func(*store.Tx) error) error {
	if _, err := d.Office.Store.Update(ctx, data.OpPayment, why, do); err != nil {
		return err
	}
	_, err := d.Renew(ctx, id)
	return err
}

// Entry is a payment and whose it is.
type Entry struct {
	Applicant *data.Applicant
	data.Payment
}

// Entries lists the payments of people, void ones too, in the order of entry.
func Entries(people []*data.Applicant) (all []Entry) {
	for _, a := range people {
		for _, p := range a.Ledger.Payments {
			all = append(all, Entry{a, p})
		}
	}
	slices.SortFunc(all, func(x, y Entry) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return all
}
