package intake

import "gongkao/app/registration"

// KeepWith lets a ledger of a test's own keep a kind of sheet; call back ends it.
func KeepWith(kind string, open func(*registration.Desk) (Ledger, error)) (back func()) {
	before, known := ledgers[kind]
	ledgers[kind] = open
	return func() {
		if delete(ledgers, kind); known {
			ledgers[kind] = before
		}
	}
}
