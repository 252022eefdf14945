package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"

	"gongkao/data"
)

// idMACSize is enough that no two of all people ever share one.
const idMACSize = 16

// IDMAC returns the mark by which an ID number is found again: the same number
// gives the same mark in one data file, and the mark does not give the number.
func (k *Keys) IDMAC(n data.IDNumber) []byte {
	m := hmac.New(sha256.New, k.id)
	m.Write([]byte(n))
	return m.Sum(nil)[:idMACSize]
}

// ChainMAC links an audit entry to the one before it: HMAC-SHA256 over the
// previous hash and all parts, each with its length in front. A nil part and
// an empty one differ.
func (k *Keys) ChainMAC(prev []byte, parts ...[]byte) []byte {
	return mac(k.audit, append([][]byte{prev}, parts...))
}

// CheckCode returns the 核对码 printed on a sheet: eight characters, none of
// which is mistaken for another on paper. It tells whether a stamped sheet
// still says what the record says; only this data file can compute it.
func (k *Keys) CheckCode(parts ...[]byte) string {
	sum := mac(k.check, parts)
	code := make([]byte, 8)
	for i := range code {
		code[i] = letters[binary.BigEndian.Uint32(sum[i*4:])%uint32(len(letters))]
	}
	return string(code)
}

func mac(key []byte, parts [][]byte) []byte {
	m := hmac.New(sha256.New, key)
	var size [8]byte
	for _, part := range parts {
		n := uint64(0)
		if part != nil {
			n = uint64(len(part)) + 1
		}
		binary.BigEndian.PutUint64(size[:], n)
		m.Write(size[:])
		m.Write(part)
	}
	return m.Sum(nil)
}
