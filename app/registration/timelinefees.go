package registration

import (
	"gongkao/data"
	"gongkao/data/store"
)

// tellPayment: money that came, an entry made void. A payment is never undone:
// what was paid was paid.
func tellPayment(_ *teller, e *Event, was *data.Payment, is data.Payment) []sentence {
	e.bar(barPayment)
	what := is.Fen.String() + " 元，" + is.Paid.Chinese() + "缴"
	if is.Step > 1 {
		what += "，评审费"
	}
	if is.Reference != "" {
		what += "，流水号 " + is.Reference
	}
	switch {
	case is.Void != "" && (was == nil || was.Void == ""):
		return []sentence{{EventPayment, "", "缴费记录作废（" + is.Void + "）：" + what}}
	case was != nil:
		return []sentence{{EventPayment, "", "缴费记录改为 " + what}}
	}
	return []sentence{{EventPayment, "", "缴费 " + what}}
}

// tellPaymentSlip: the slip signed before paying came back, or that is taken back.
func tellPaymentSlip(_ *teller, _ *Event, _ *data.PaymentSlip, is data.PaymentSlip) []sentence {
	words := "缴费前信息确认单改回未交"
	if is.Returned() {
		words = "缴费前信息确认单已签字交回"
	}
	return []sentence{{EventPayment, "", words}}
}

func findPaymentSlip(tx *store.Tx, s *data.PaymentSlip) (data.PaymentSlip, error) {
	ledger, err := tx.Ledger(s.ID)
	if err != nil || ledger.Slip == nil {
		return data.PaymentSlip{}, err
	}
	return *ledger.Slip, nil
}

func openPaymentSlip(u undoing, s data.PaymentSlip) data.PaymentSlip {
	return data.PaymentSlip{ID: s.ID, By: u.clerk, At: u.tx.Now()}
}
