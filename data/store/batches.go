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

// packTray makes one text of the rows that wait: they name people.
func packTray(b *data.Batch) []byte {
	if len(b.Tray) == 0 {
		return nil
	}
	packed, err := json.Marshal(b.Tray)
	if err != nil { // strings and numbers always can
		panic(err)
	}
	return packed
}

func unpackTray(b *data.Batch, plain []byte) error {
	b.Tray = nil
	if len(plain) == 0 {
		return nil
	}
	return json.Unmarshal(plain, &b.Tray)
}

// Batches returns all imports, oldest first.
func (r *Reader) Batches() ([]data.Batch, error) { return all(r, batches, "ORDER BY id") }

// PutBatch writes an import.
func (tx *Tx) PutBatch(b data.Batch) error { return put(tx, batches, b) }
