package store

import (
	"encoding/json"
	"time"

	"gongkao/data"
)

var batches = &table[data.Batch]{kind: data.KindBatch, name: "batches", columns: []column[data.Batch]{
	text("id", func(b *data.Batch) *data.BatchID { return &b.ID }),
	word("kind", func(b *data.Batch) *string { return &b.Kind }),
	moment("at", func(b *data.Batch) *time.Time { return &b.At }),
	jsonText("files", func(b *data.Batch) *[]data.BatchFile { return &b.Files }),
	number("accepted", func(b *data.Batch) *int { return &b.Accepted }),
	number("waiting", func(b *data.Batch) *int { return &b.Waiting }),
	text("void", func(b *data.Batch) *string { return &b.Void }),
	sealing(data.KindBatch, func(b *data.Batch) string { return string(b.ID) }, packTray, unpackTray),
}}

// packed is what of a batch names people.
type packed struct {
	Tray   []data.WaitingRow `json:"tray,omitempty"`
	Sheets []data.BatchSheet `json:"sheets,omitempty"`
}

// packTray makes one text of the rows that wait and how their sheets were read.
func packTray(b *data.Batch) []byte {
	if len(b.Tray)+len(b.Sheets) == 0 {
		return nil
	}
	text, err := json.Marshal(packed{b.Tray, b.Sheets})
	if err != nil { // strings and numbers always can
		panic(err)
	}
	return text
}

// unpackTray reads what packTray made. Older versions packed the rows alone.
func unpackTray(b *data.Batch, plain []byte) error {
	p := packed{}
	var err error
	switch {
	case len(plain) == 0:
	case plain[0] == '[':
		err = json.Unmarshal(plain, &p.Tray)
	default:
		err = json.Unmarshal(plain, &p)
	}
	b.Tray, b.Sheets = p.Tray, p.Sheets
	return err
}

// Batches returns all imports, oldest first. How many rows of a tray wait is
// counted anew: an answer to one row does not write the whole tray again.
func (r *Reader) Batches() ([]data.Batch, error) {
	list, err := all(r, batches, "ORDER BY id")
	if err != nil {
		return nil, err
	}
	answers, err := all(r, trayAnswers, "ORDER BY id")
	settled := map[data.BatchID]int{}
	for _, a := range answers {
		if a.State != data.TrayOpen {
			settled[a.Batch]++
		}
	}
	for i := range list {
		switch b := &list[i]; {
		case b.Void != "":
			b.Waiting = 0 // nothing of it is anybody's work any more
		case len(b.Tray) > 0:
			b.Waiting = len(b.Tray) - settled[b.ID]
		}
	}
	return list, err
}

// Batch returns an import as it was written: Waiting is not counted anew. found is
// false when there is none of the id.
func (r *Reader) Batch(id data.BatchID) (b data.Batch, found bool, err error) {
	return one(r, batches, "WHERE id = ?", string(id))
}

// BatchVoid returns why an import was taken back, "" while it stands.
func (r *Reader) BatchVoid(id data.BatchID) (why string, err error) {
	err = r.each("SELECT void FROM batches WHERE id = ?", []any{string(id)}, func(row []any) error {
		why, _ = row[0].(string)
		return nil
	})
	return why, err
}

// PutBatch writes an import.
func (tx *Tx) PutBatch(b data.Batch) error { return put(tx, batches, b) }
