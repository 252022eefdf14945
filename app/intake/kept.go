package intake

import (
	"crypto/sha256"
	"encoding/hex"

	"gongkao/data"
	"gongkao/data/store"
)

// Settled lets go of the senders' files of a batch of which nothing is left to be
// answered, within the Update that settled it or took it back. A file stays while
// a row waits or was sent back to the sender and has not come in mended, in this
// batch or another. Callers that settle rows of a tray call it with the batch as
// they have written it.
func Settled(tx *store.Tx, b data.Batch) error {
	if needed, err := needsFiles(tx, b); err != nil || needed {
		return err
	}
	var held []data.BatchFile
	for _, f := range b.Files {
		_, kept, err := tx.SentFile(f.SHA256)
		if err != nil {
			return err
		}
		if kept {
			held = append(held, f)
		}
	}
	if len(held) == 0 {
		return nil
	}
	elsewhere, err := neededElsewhere(tx, b.ID)
	if err != nil {
		return err
	}
	for _, f := range held {
		if elsewhere[f.SHA256] {
			continue
		}
		if err := tx.PutSentFile(data.SentFile{SHA256: f.SHA256, Name: f.Name}); err != nil {
			return err
		}
	}
	return nil
}

// needsFiles reports whether somebody is still to be answered from the files of a
// batch.
func needsFiles(tx *store.Tx, b data.Batch) (bool, error) {
	if b.Void != "" || len(b.Tray) == 0 {
		return false, nil
	}
	if b.Waiting > 0 {
		return true, nil
	}
	answers, err := tx.TrayAnswers(b.ID)
	for _, a := range answers {
		if a.State == data.TraySentBack {
			return true, err
		}
	}
	return false, err
}

func neededElsewhere(tx *store.Tx, than data.BatchID) (map[string]bool, error) {
	all, err := tx.Batches()
	if err != nil {
		return nil, err
	}
	hashes := map[string]bool{}
	for _, other := range all {
		if other.ID == than {
			continue
		}
		needed, err := needsFiles(tx, other)
		if err != nil {
			return nil, err
		}
		for _, f := range other.Files {
			hashes[f.SHA256] = hashes[f.SHA256] || needed
		}
	}
	return hashes, nil
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
