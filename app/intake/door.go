package intake

import (
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// OpenLedger opens the ledger of a kind of sheet (payments, scores, textbooks), for
// rows of it that have waited in a tray.
func OpenLedger(d *registration.Desk, kind string) (Ledger, error) { return ledgerOf(d, kind) }

// PutUnits writes what lines of a unit sheet change in the register, with the
// record of what was renamed or merged and what that rests on.
func PutUnits(tx *store.Tx, d *registration.Desk, plan *units.Plan, basis string) error {
	changed := append([]data.Unit(nil), plan.New...)
	for _, c := range plan.Changed {
		changed = append(changed, c.After)
	}
	for _, u := range changed {
		if err := tx.PutUnit(u); err != nil {
			return err
		}
	}
	for _, c := range changesOf(plan, basis) {
		if err := unitbook.Imported(tx, d, c); err != nil {
			return err
		}
	}
	return nil
}
