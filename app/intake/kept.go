package intake

import (
	"crypto/sha256"
	"encoding/hex"

	"gongkao/data"
	"gongkao/data/store"
)

// Settled lets go of the senders' files of a batch of which nothing waits any
// more, within the Update that settled it: nobody is to be answered from them.
// A file of which rows of another batch wait stays. Callers that settle rows of
// a tray call it with the batch as they write it.
func Settled(tx *store.Tx, b data.Batch) error {
	if b.Waiting > 0 && b.Void == "" {
		return nil
	}
	all, err := tx.Batches()
	if err != nil {
		return err
	}
	needed := map[string]bool{}
	for _, other := range all {
		if other.ID == b.ID || other.Void != "" || other.Waiting == 0 {
			continue
		}
		for _, f := range other.Files {
			needed[f.SHA256] = true
		}
	}
	for _, f := range b.Files {
		if _, kept, err := tx.SentFile(f.SHA256); err != nil || !kept || needed[f.SHA256] {
			if err != nil {
				return err
			}
			continue
		}
		if err := tx.PutSentFile(data.SentFile{SHA256: f.SHA256, Name: f.Name}); err != nil {
			return err
		}
	}
	return nil
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
