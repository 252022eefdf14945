package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"gongkao/data"
)

// A recovery wrap is mark 4 | nonce 12 | sealed master key 48. The code has
// 138 bits of its own, so it needs neither salt nor slowness.
const recoveryMark = "gkr1"

// WrapRecovery draws a recovery code and wraps the master key under it. The
// code is to be printed and locked away; it is kept nowhere else.
func (k *Keys) WrapRecovery(random io.Reader) (code string, wrap []byte, err error) {
	symbols, err := drawSymbols(random)
	if err != nil {
		return "", nil, err
	}
	key, err := recoveryKey(symbols)
	if err != nil {
		return "", nil, err
	}
	wrap, err = k.wrapMaster(key, []byte(recoveryMark))
	return formatCode(symbols), wrap, err
}

// UnwrapRecovery opens a recovery wrap. A code with a slip of the pen is
// refused as recovery-slip, saying which group; a code without one that
// belongs to another data file, as wrong-recovery-code.
func UnwrapRecovery(wrap []byte, code string, random io.Reader) (*Keys, error) {
	if len(wrap) != len(recoveryMark)+nonceSize+sealedKeySize || string(wrap[:4]) != recoveryMark {
		return nil, wrapDamaged()
	}
	symbols, err := readCode(code)
	if err != nil {
		return nil, err
	}
	key, err := recoveryKey(symbols)
	if err != nil {
		return nil, err
	}
	keys, err := unwrapMaster(key, wrap, random)
	if errors.Is(err, errWrongKey) {
		return nil, data.RefuseBecause(err, "wrong-recovery-code", "这个恢复码不是这份数据文件的", "请找打印日期最近的那一张恢复码")
	}
	return keys, err
}

func recoveryKey(symbols []byte) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, symbols, nil, "gongkao recovery", 32)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return key, nil
}
