package tray

import (
	"cmp"
	"context"
	"fmt"

	"gongkao/app/intake"
	"gongkao/data"
	"gongkao/data/store"
)

// answering is one thing a clerk says of rows, written as one Update.
type answering struct {
	why   string
	at    []int                                         // of which rows
	set   func(i int, a *data.TrayAnswer)               // what is said of each
	along func(ctx context.Context, tx *store.Tx) error // what is written with it, and before it; nil: nothing
}

// answer writes what is said and lets it count; nothing counts that was not
// written. It refuses rows that somebody else has settled since they were read
// (tray-settled), and reads the tray again then; nothing is said any more of an
// import that was taken back (batch-void).
func (t *Tray) answer(ctx context.Context, a answering) ([]data.TrayAnswer, error) {
	before, after := make([]data.TrayAnswer, len(a.at)), make([]data.TrayAnswer, len(a.at))
	err := t.aside(func() error { return t.write(ctx, &a, before, after) })
	if data.HasCode(err, "tray-settled") {
		if err := t.read(ctx, t.batch.ID); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	for n, i := range a.at {
		t.unclaim(i)
		t.take(i, after[n])
	}
	t.batch.Waiting = t.waiting()
	return before, nil
}

// write is answer's Update.
func (t *Tray) write(ctx context.Context, a *answering, before, after []data.TrayAnswer) error {
	_, err := t.desk.Office.Store.Update(ctx, data.OpTray, a.why, func(tx *store.Tx) error {
		if void, err := tx.BatchVoid(t.batch.ID); err != nil || void != "" {
			return cmp.Or(err, voidBatch(void))
		}
		for n, i := range a.at {
			now, err := t.standing(tx, i)
			if err != nil {
				return err
			}
			before[n] = now
		}
		if a.along != nil {
			if err := a.along(ctx, tx); err != nil {
				return err
			}
		}
		for n, i := range a.at {
			now := before[n]
			a.set(i, &now)
			now.At, now.By = tx.Now(), t.desk.Office.Clerk
			if err := tx.PutTrayAnswer(now); err != nil {
				return err
			}
			after[n] = now
		}
		return t.finished(tx, a.at, after)
	})
	return err
}

// finished lets the senders' files go when an answer has left nothing to be
// answered from them.
func (t *Tray) finished(tx *store.Tx, at []int, after []data.TrayAnswer) error {
	b := t.batch
	b.Waiting = t.waiting()
	for n, i := range at {
		switch was, is := t.rows[i].open(), after[n].State == data.TrayOpen; {
		case was && !is:
			b.Waiting--
		case is && !was:
			b.Waiting++
		}
	}
	if b.Waiting > 0 {
		return nil
	}
	return intake.Settled(tx, b)
}

// waiting counts the open rows.
func (t *Tray) waiting() (n int) {
	for i := range t.rows {
		if t.rows[i].open() {
			n++
		}
	}
	return n
}

// standing returns what has been answered of a row up to now. The row must be as
// it was when it was read: a tray may lie on two desks.
func (t *Tray) standing(tx *store.Tx, i int) (data.TrayAnswer, error) {
	id := t.rows[i].answer.ID
	if id == "" {
		id = data.TrayRow(t.batch.ID, i)
	}
	now, found, err := tx.TrayAnswer(id)
	if err != nil {
		return now, err
	}
	if !found {
		now = data.TrayAnswer{ID: id, Batch: t.batch.ID, Row: i}
	}
	if now.State != t.rows[i].answer.State {
		return now, data.Refuse("tray-settled", "", fmt.Sprintf("第 %d 行刚才已由 %s %s", t.batch.Tray[i].Row, now.By, stateWords[now.State]), "已重新列出，请再看一遍")
	}
	return now, nil
}

// stateWords say what somebody did with a row.
var stateWords = map[data.TrayState]string{
	data.TrayOpen: "放回待处理", data.TrayEntered: "放入", data.TraySentBack: "退给单位", data.TrayDropped: "定为不录",
}

// mayAnswer refuses a row that is not open.
func (t *Tray) mayAnswer(i int) error {
	if i < 0 || i >= len(t.rows) {
		return fmt.Errorf("tray: there is no row %d", i)
	}
	if !t.rows[i].open() {
		return data.Refuse("tray-settled", "", fmt.Sprintf("第 %d 行已经%s", t.batch.Tray[i].Row, stateWords[t.rows[i].answer.State]), "要改，请先把它放回待处理")
	}
	return nil
}
