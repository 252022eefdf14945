package intake

import "gongkao/app/registration"

// OpenLedger opens the ledger of a kind of sheet (payments, scores, textbooks), for
// rows of it that have waited in a tray.
func OpenLedger(d *registration.Desk, kind string) (Ledger, error) { return ledgerOf(d, kind) }
