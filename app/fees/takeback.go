package fees

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
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

// manyAtOnce is from how many applications on reading everything again is quicker
// than reading them one by one.
const manyAtOnce = 200

// TakeBackBatch takes a batch of payments back, as one Update. It refuses a batch
// that there is none of (batch-unknown), one taken back before (batch-void), and
// nothing said of why (reason-missing).
func TakeBackBatch(ctx context.Context, d *registration.Desk, id data.BatchID, why string) (payments int, err error) {
	batches, err := d.Imports(ctx)
	if err != nil {
		return 0, err
	}
	at := slices.IndexFunc(batches, func(b data.Batch) bool { return b.ID == id && b.Kind == sheets.Payments })
	switch {
	case at < 0:
		return 0, data.Refuse("batch-unknown", "", "没有找到这一批缴费", "请刷新列表后再试")
	case batches[at].Void != "":
		return 0, data.Refuse("batch-void", "", "这一批已经撤销："+batches[at].Void, "要重新登记，请再导入一次")
	case strings.TrimSpace(why) == "":
		return 0, data.Refuse("reason-missing", "", "没有写撤销的理由", "请写明为什么撤销，记录会带着理由留下")
	}
	var touched []data.ApplicationID
	batch := batches[at]
	batch.Void = strings.TrimSpace(why)
	_, err = d.Office.Store.Update(ctx, data.OpTakeBack, batch.Void, func(tx *store.Tx) error {
		if touched, err = NewSheet(d).TakeBack(tx, id, "整批撤销："+batch.Void); err != nil {
			return err
		}
		return tx.PutBatch(batch)
	})
	if err != nil {
		return 0, err
	}
	return len(touched), renew(ctx, d, touched)
}

func renew(ctx context.Context, d *registration.Desk, touched []data.ApplicationID) error {
	if len(touched) > manyAtOnce {
		return d.Reload(ctx)
	}
	for _, id := range touched {
		if _, err := d.Renew(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
