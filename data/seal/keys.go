package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"sync"

	"gongkao/data"
)

const (
	masterSize = 32
	nonceSize  = 12
	tagSize    = 16

	// Overhead is how many bytes longer a sealed value is than what is in it.
	Overhead = nonceSize + tagSize

	// sealVersion stands in the additional data of every sealed value, so
	// that a later form of sealing cannot be mistaken for this one.
	sealVersion = 1
)

// Keys are the keys of one data file, all derived from its master key: one
// for each purpose, so that nothing learnt of one helps with another. They
// are safe for use by several goroutines.
type Keys struct {
	master [masterSize]byte
	rows   cipher.AEAD
	id     []byte // finds ID numbers again
	audit  []byte // chains the audit log
	check  []byte // 核对码 on paper

	drawing sync.Mutex
	random  io.Reader // nonces and salts
}

// NewKeys draws a fresh master key. random is crypto/rand.Reader, or a seeded
// stream in a practice county, where the same seed shall give the same bytes.
func NewKeys(random io.Reader) (*Keys, error) {
	var master [masterSize]byte
	if _, err := io.ReadFull(random, master[:]); err != nil {
		return nil, fmt.Errorf("seal: no random bytes: %w", err)
	}
	return derive(master, random)
}

// derive makes the keys of each purpose from the master key.
func derive(master [masterSize]byte, random io.Reader) (*Keys, error) {
	k := &Keys{master: master, random: random}
	var rows []byte
	for _, purpose := range []struct {
		name string
		key  *[]byte
	}{{"rows", &rows}, {"id", &k.id}, {"audit", &k.audit}, {"check", &k.check}} {
		key, err := hkdf.Key(sha256.New, master[:], nil, "gongkao "+purpose.name, 32)
		if err != nil {
			return nil, fmt.Errorf("seal: %w", err)
		}
		*purpose.key = key
	}
	var err error
	k.rows, err = newAEAD(rows)
	return k, err
}

// Seal encrypts a record's content. What comes back is the nonce and then the
// ciphertext; it opens only under the same kind and id, so that a sealed value
// moved to another row is found out.
func (k *Keys) Seal(kind data.Kind, id string, plain []byte) []byte {
	out := make([]byte, nonceSize, len(plain)+Overhead)
	k.draw(out)
	var space [96]byte
	return k.rows.Seal(out, out[:nonceSize], plain, place(space[:0], kind, id))
}

// Open decrypts what Seal returned. The refusal record-damaged means it was
// altered, belongs elsewhere or was sealed under other keys.
func (k *Keys) Open(kind data.Kind, id string, sealed []byte) ([]byte, error) {
	if len(sealed) < nonceSize {
		return nil, damaged(fmt.Errorf("seal: %d bytes are too few", len(sealed)))
	}
	var space [96]byte
	plain, err := k.rows.Open(nil, sealed[:nonceSize], sealed[nonceSize:], place(space[:0], kind, id))
	if err != nil {
		return nil, damaged(fmt.Errorf("seal: %s %s: %w", kind, id, err))
	}
	return plain, nil
}

func damaged(cause error) error {
	return data.RefuseBecause(cause, "record-damaged", "有一条记录已损坏，打不开", "请停止录入，用“恢复备份”取回最近的备份")
}

// place writes where a sealed value belongs: kind, id and version, each
// length in front, so that no two places read alike.
func place(space []byte, kind data.Kind, id string) []byte {
	space = binary.AppendUvarint(space, uint64(len(kind)))
	space = append(space, kind...)
	space = binary.AppendUvarint(space, uint64(len(id)))
	space = append(space, id...)
	return append(space, sealVersion)
}

// draw fills b with random bytes. A random source that fails would repeat
// nonces and so give secrets away: there is no going on.
func (k *Keys) draw(b []byte) {
	k.drawing.Lock()
	defer k.drawing.Unlock()
	if _, err := io.ReadFull(k.random, b); err != nil {
		panic(fmt.Sprintf("seal: no random bytes: %v", err))
	}
}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return cipher.NewGCM(block)
}
