package intake

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Taken says what taking a batch back did.
type Taken struct {
	Kind    string          `json:"kind"`
	Removed int             `json:"removed"` // records that no longer count
	Kept    []data.IDNumber `json:"kept"`    // people whose rows stay because they have been touched since
}

// TakeBack makes what a batch of payments, scores or orders brought void, as one
// Update with its reason; the records stay to be read. It refuses a batch that
// there is none of (batch-unknown), one taken back before (batch-void), one of
// people or units (batch-people), of another kind (batch-kind), no reason
// (reason-missing), and what the ledger refuses.
func TakeBack(ctx context.Context, d *registration.Desk, id data.BatchID, why string) (Taken, error) {
	batch, err := mayTakeBack(ctx, d, id)
	if err != nil {
		return Taken{}, err
	}
	if batch.Void = strings.TrimSpace(why); batch.Void == "" {
		return Taken{}, data.Refuse("reason-missing", "", "没有写撤销的理由", "请写明为什么撤销，记录会带着理由留下")
	}
	ledger, err := ledgerOf(d, batch.Kind)
	if err != nil {
		return Taken{}, err
	}
	var touched []data.ApplicationID
	changes, err := d.Office.Store.Update(ctx, data.OpTakeBack, batch.Void, func(tx *store.Tx) (err error) {
		if touched, err = ledger.TakeBack(tx, id, "整批撤销："+batch.Void); err != nil {
			return err
		}
		return tx.PutBatch(batch)
	})
	if err != nil {
		return Taken{}, err
	}
	taken := Taken{Kind: batch.Kind, Kept: []data.IDNumber{}}
	for _, kind := range kept[batch.Kind] {
		taken.Removed += len(changes.Touched[kind])
	}
	return taken, d.RenewAll(context.WithoutCancel(ctx), touched) // what no longer counts must not be seen
}

func mayTakeBack(ctx context.Context, d *registration.Desk, id data.BatchID) (data.Batch, error) {
	batches, err := d.Imports(ctx)
	if err != nil {
		return data.Batch{}, err
	}
	at := slices.IndexFunc(batches, func(b data.Batch) bool { return b.ID == id })
	switch {
	case at < 0:
		return data.Batch{}, data.Refuse("batch-unknown", "", "没有找到这一批导入", "请刷新后再试，或核对批次号")
	case batches[at].Void != "":
		return data.Batch{}, data.Refuse("batch-void", "", "这一批已经撤销："+batches[at].Void, "要重新登记，请再导入一次")
	case batches[at].Kind == sheets.People || batches[at].Kind == sheets.Units:
		return data.Batch{}, data.Refuse("batch-people", "", "这一批是花名册或单位册，还不能整批撤销", "导错了的人，请在“申报人员”里逐个撤回；单位请在“单位”里改")
	case kept[batches[at].Kind] == nil:
		return data.Batch{}, data.Refuse("batch-kind", "", "这一批不是缴费、成绩或征订，不能这样撤销", "开启年度的，请在“年度”里撤销")
	}
	return batches[at], nil
}
