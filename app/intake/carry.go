package intake

import (
	"maps"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// carry lets what was answered of a row of the batch that was taken back count for
// the same row where it waits once more.
func (a *again) carry(tx *store.Tx, t *taking) error {
	answers, err := tx.TrayAnswers(a.back.batch.ID)
	if err != nil || len(answers) == 0 {
		return err
	}
	for _, b := range t.batches() {
		if b.ID == "" {
			continue
		}
		if err := b.carry(tx, a.back.batch.Tray, answers); err != nil {
			return err
		}
	}
	return nil
}

// carry writes the answers of earlier rows under the places they have now. A row
// that had entered waits, as it was mended: whom it brought was taken back.
func (b *batch) carry(tx *store.Tx, earlier []data.WaitingRow, answers map[int]data.TrayAnswer) error {
	for _, i := range slices.Sorted(maps.Keys(answers)) {
		was := earlier[i]
		at := slices.IndexFunc(b.Tray, func(w data.WaitingRow) bool {
			return w.File == was.File && w.Sheet == was.Sheet && w.Row == was.Row
		})
		if at < 0 {
			continue
		}
		answer := answers[i]
		answer.ID, answer.Batch, answer.Row, answer.At, answer.Application = data.TrayRow(b.ID, at), b.ID, at, tx.Now(), ""
		if answer.State == data.TrayEntered {
			answer.State = data.TrayOpen
		}
		if answer.State != data.TrayOpen {
			b.Waiting--
		}
		if err := tx.PutTrayAnswer(answer); err != nil {
			return err
		}
	}
	if err := tx.PutBatch(b.Batch); err != nil {
		return err
	}
	return Settled(tx, b.Batch)
}
