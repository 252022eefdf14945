package fees

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// ReturnSlip records on the day that the slip printed before paying is back with
// the person's signature. It refuses somebody of whom nothing is due
// (pay-not-due), and a slip that is back already (slip-back).
func ReturnSlip(ctx context.Context, d *registration.Desk, id data.ApplicationID) error {
	a, known := d.Register.ByID(id)
	switch {
	case !known:
		return notFound()
	case a.Ledger.Slip.Returned():
		return data.Refuse("slip-back", "", a.Person.Name+" 的确认单 "+a.Ledger.Slip.Signed.String()+" 已经交回", "登记错了，可以在这个人的经过里撤销")
	case Of(d.Office.Policy, a, d.Office.Today()).Due == 0:
		return notDue(a, 1).refusal()
	}
	_, err := ReturnSlips(ctx, d, []data.ApplicationID{id})
	return err
}

// ReturnSlips is ReturnSlip for a pile of slips, as one Update: those that are back
// already, and whose nothing is due, are passed over. It returns how many came
// back, and refuses a pile in which there is none (slip-none).
func ReturnSlips(ctx context.Context, d *registration.Desk, pile []data.ApplicationID) (back int, err error) {
	today := d.Office.Today()
	var due []data.ApplicationID
	for _, id := range pile {
		a, known := d.Register.ByID(id)
		if !known {
			return 0, notFound()
		}
		if !a.Ledger.Slip.Returned() && Of(d.Office.Policy, a, today).Due > 0 {
			due = append(due, id)
		}
	}
	if len(due) == 0 {
		return 0, data.Refuse("slip-none", "", "选中的人确认单都已经交回，或者还不用缴费", "请选确认单还没有交的人")
	}
	_, err = d.Office.Store.Update(ctx, data.OpPayment, "确认单已签字交回", func(tx *store.Tx) error {
		for _, id := range due {
			if err := tx.PutPaymentSlip(data.PaymentSlip{ID: id, Signed: today, By: d.Office.Clerk, At: tx.Now()}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return len(due), d.RenewAll(ctx, due)
}

// Printed returns for whom the slip was printed, by application.
func Printed(ctx context.Context, d *registration.Desk) (map[data.ApplicationID]bool, error) {
	prints, err := d.Prints(ctx)
	if err != nil {
		return nil, err
	}
	printed := map[data.ApplicationID]bool{}
	for _, p := range prints {
		if p.Paper == SlipPaper {
			for _, id := range p.Records {
				printed[id] = true
			}
		}
	}
	return printed, nil
}
