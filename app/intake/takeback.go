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
	Removed int             `json:"removed"` // people, or records, that no longer count
	Kept    []data.IDNumber `json:"kept"`    // people whose rows stay because they have been touched since
	Stay    []Stay          `json:"stay,omitempty"`
	Units   *TakenUnits     `json:"units,omitempty"` // nil: the batch wrote none
}

// Stay is somebody, or a unit, that a batch leaves behind, and why.
type Stay struct {
	IDNumber data.IDNumber `json:"id_number,omitempty"`
	Name     string        `json:"name"`
	Why      string        `json:"why"` // what was done since: 修改信息、打印
}

// TakenUnits says what became of the units that a batch wrote.
type TakenUnits struct {
	PutBack []string `json:"put_back"` // are again as they were before
	Stay    []Stay   `json:"stay"`
}

// TakeBack takes back what a batch brought, as one Update with its reason. People
// whom nobody has touched since are gone from every list, and stand as before the
// import; the others stay. Units that were changed are as they were, new ones stay
// in the register: a unit cannot be taken out. What payments, scores or orders
// brought becomes void; the records stay to be read. Rows of the batch no longer
// wait.
//
// It refuses a batch that there is none of (batch-unknown), one taken back before
// (batch-void), one of another year (batch-year) or kind (batch-kind), no reason
// (reason-missing), and what the ledger refuses.
func TakeBack(ctx context.Context, d *registration.Desk, id data.BatchID, why string) (Taken, error) {
	back, err := newTakingBack(ctx, d, id, why)
	if err != nil {
		return Taken{}, err
	}
	changes, err := d.Office.Store.Update(ctx, data.OpTakeBack, back.batch.Void, func(tx *store.Tx) error { return back.write(ctx, tx) })
	if err != nil {
		return Taken{}, err
	}
	for _, kind := range kept[back.batch.Kind] {
		back.taken.Removed += len(changes.Touched[kind])
	}
	return back.taken, back.renew(context.WithoutCancel(ctx)) // what no longer counts must not be seen
}

// takingBack is a batch while it is taken back.
type takingBack struct {
	desk    *registration.Desk
	batch   data.Batch // void already
	drafts  *registration.Drafts
	touched []data.ApplicationID
	taken   Taken
	again   bool // its files are taken in again by the same Update, and stay
}

func newTakingBack(ctx context.Context, d *registration.Desk, id data.BatchID, why string) (*takingBack, error) {
	batch, err := mayTakeBack(ctx, d, id)
	if err != nil {
		return nil, err
	}
	if batch.Void = strings.TrimSpace(why); batch.Void == "" {
		return nil, data.Refuse("reason-missing", "", "没有写撤销的理由", "请写明为什么撤销，记录会带着理由留下")
	}
	back := &takingBack{desk: d, batch: batch, taken: Taken{Kind: batch.Kind, Kept: []data.IDNumber{}}}
	back.drafts, err = registration.OpenDrafts(ctx, d.Office)
	return back, err
}

func isRoster(kind string) bool { return kind == sheets.People || kind == sheets.Units }

// write writes everything within an Update.
func (b *takingBack) write(ctx context.Context, tx *store.Tx) error {
	if isRoster(b.batch.Kind) {
		if err := b.roster(ctx, tx); err != nil {
			return err
		}
	} else if err := b.ledger(tx); err != nil {
		return err
	}
	b.batch.Waiting = 0
	if err := tx.PutBatch(b.batch); err != nil || b.again {
		return err
	}
	return Settled(tx, b.batch)
}

func (b *takingBack) ledger(tx *store.Tx) error {
	ledger, err := ledgerOf(b.desk, b.batch.Kind)
	if err != nil {
		return err
	}
	b.touched, err = ledger.TakeBack(tx, b.batch.ID, "整批撤销："+b.batch.Void)
	return err
}

// renew reads again what taking back has changed.
func (b *takingBack) renew(ctx context.Context) error {
	if isRoster(b.batch.Kind) {
		return b.desk.Reload(ctx)
	}
	return b.desk.RenewAll(ctx, b.touched)
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
	case batches[at].Kind == sheets.People && batches[at].Accepted > 0 && len(brought(d, id)) == 0:
		return data.Batch{}, data.Refuse("batch-year", "", "这一批的人不在本年度的名册里", "往年的名册不能再撤销；要看那一年，请在设置的“年度”里打开")
	case !isRoster(batches[at].Kind) && kept[batches[at].Kind] == nil:
		return data.Batch{}, data.Refuse("batch-kind", "", "这一批不是导入的表，不能这样撤销", "开启年度的，请在“年度”里撤销")
	}
	return batches[at], nil
}
