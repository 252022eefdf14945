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
		return data.Refuse("not-found", "", "没有找到这份申报", "请在申报人员里重新查找")
	case a.Ledger.Slip.Returned():
		return data.Refuse("slip-back", "", a.Person.Name+" 的确认单 "+a.Ledger.Slip.Signed.String()+" 已经交回", "登记错了，可以在这个人的经过里撤销")
	}
	if acc := Of(d.Office.Policy, a, d.Office.Today()); acc.Due == 0 {
		return notDue(a, 1).refusal()
	}
	return write(ctx, d, "确认单已签字交回", id, func(tx *store.Tx) error {
		return tx.PutPaymentSlip(data.PaymentSlip{ID: id, Signed: d.Office.Today(), By: d.Office.Clerk, At: tx.Now()})
	})
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
