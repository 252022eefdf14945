package seal

import (
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/crypto/argon2"

	"gongkao/data"
)

// Cost is how much work one try of a passphrase takes (argon2id).
type Cost struct {
	MemoryKiB uint32
	Time      uint32 // passes over the memory
	Threads   uint8
}

// DefaultCost takes about 0.2 s on an office computer. PracticeCost takes
// nothing: the passphrase of a practice county is public.
var (
	DefaultCost  = Cost{MemoryKiB: 64 * 1024, Time: 3, Threads: 4}
	PracticeCost = Cost{MemoryKiB: 64, Time: 1, Threads: 1}
)

// A wrap says itself how it was made:
// mark 4 | memory 4 | time 4 | threads 1 | salt 16 | nonce 12 | sealed master key 48
// The first 29 bytes are bound to the sealed key as additional data.
const (
	passphraseMark = "gkp1"
	saltSize       = 16
	passphraseHead = 4 + 4 + 4 + 1 + saltSize
	sealedKeySize  = masterSize + 16
)

// WrapPassphrase wraps the master key under a passphrase; keep the result with
// the clerk's record. An empty passphrase is refused (passphrase-empty).
func (k *Keys) WrapPassphrase(passphrase string, cost Cost) ([]byte, error) {
	if passphrase == "" {
		return nil, data.Refuse("passphrase-empty", "", "口令不能为空", "请设一个自己记得住、别人猜不到的口令")
	}
	wrap := append(make([]byte, 0, passphraseHead+nonceSize+sealedKeySize), passphraseMark...)
	wrap = binary.BigEndian.AppendUint32(wrap, cost.MemoryKiB)
	wrap = binary.BigEndian.AppendUint32(wrap, cost.Time)
	wrap = append(wrap, cost.Threads)
	salt := make([]byte, saltSize)
	k.draw(salt)
	wrap = append(wrap, salt...)
	return k.wrapMaster(cost.key(passphrase, salt), wrap)
}

// UnwrapPassphrase opens a wrap and returns the keys. It refuses with
// wrong-passphrase; with wrap-damaged when the bytes are no wrap at all.
func UnwrapPassphrase(wrap []byte, passphrase string, random io.Reader) (*Keys, error) {
	if len(wrap) != passphraseHead+nonceSize+sealedKeySize || string(wrap[:4]) != passphraseMark {
		return nil, wrapDamaged()
	}
	cost := Cost{binary.BigEndian.Uint32(wrap[4:]), binary.BigEndian.Uint32(wrap[8:]), wrap[12]}
	if !cost.believable() {
		return nil, wrapDamaged()
	}
	keys, err := unwrapMaster(cost.key(passphrase, wrap[13:passphraseHead]), wrap, random)
	if errors.Is(err, errWrongKey) {
		return nil, data.RefuseBecause(err, "wrong-passphrase", "口令不对", "请检查大小写和输入法后重试，忘记口令时可用恢复码打开")
	}
	return keys, err
}

func (c Cost) key(passphrase string, salt []byte) []byte {
	return argon2.IDKey([]byte(passphrase), salt, c.Time, c.MemoryKiB, c.Threads, 32)
}

// believable keeps a damaged wrap from asking for all memory or for hours.
func (c Cost) believable() bool {
	return c.MemoryKiB >= 8 && c.MemoryKiB <= 1<<20 && c.Time >= 1 && c.Time <= 32 && c.Threads >= 1
}

func wrapDamaged() error {
	return data.Refuse("wrap-damaged", "", "用户的钥匙记录已损坏", "请用恢复码打开，或用“恢复备份”取回最近的备份")
}

var errWrongKey = errors.New("seal: the wrapped key does not open")

// wrapMaster appends nonce and sealed master key to head, which it binds.
func (k *Keys) wrapMaster(key, head []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, nonceSize)
	k.draw(nonce)
	wrap := append(head[:len(head):len(head)], nonce...)
	return aead.Seal(wrap, nonce, k.master[:], head), nil
}

// unwrapMaster undoes wrapMaster; the head is what stands before nonce and
// sealed key.
func unwrapMaster(key, wrap []byte, random io.Reader) (*Keys, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	sealed := len(wrap) - sealedKeySize
	head := sealed - nonceSize
	plain, err := aead.Open(nil, wrap[head:sealed], wrap[sealed:], wrap[:head])
	if err != nil {
		return nil, errWrongKey
	}
	return derive([masterSize]byte(plain), random)
}
