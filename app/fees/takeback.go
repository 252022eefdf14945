package fees

import (
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// TakeBack makes what a batch brought void, with the reason, and returns whose
// applications it touched. What is void already keeps its own reason.
func (s *Sheet) TakeBack(tx *store.Tx, batch data.BatchID, why string) ([]data.ApplicationID, error) {
	touched := map[data.ApplicationID]bool{}
	for _, e := range Entries(s.desk.Register.Find(registration.Query{})) {
		if e.Batch != batch || e.Void != "" {
			continue
		}
		e.Payment.Void = why
		if err := tx.PutPayment(e.Payment); err != nil {
			return nil, err
		}
		touched[e.Application] = true
	}
	return ids(touched), nil
}
