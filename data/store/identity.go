package store

import (
	"encoding/binary"
	"errors"

	"gongkao/data"
)

// The sealed part of a person is packed, not JSON, because a hundred thousand
// of them are unpacked when a file is opened. Version 1:
//
//	version byte
//	name, ID number, birth, phone, address      strings
//	number of career steps                      uvarint
//	each step: from, to, where, as              strings
//
// A string is its length in bytes (uvarint) and its bytes; dates and months
// are written YYYY-MM-DD and YYYY-MM, empty when not given.
const identityVersion = 1

var errPacked = errors.New("store: sealed text is not packed as it should be")

func packIdentity(p *data.Person) []byte {
	b := make([]byte, 1, 128+64*len(p.Career))
	b[0] = identityVersion
	for _, s := range []string{p.Name, string(p.IDNumber), p.Birth.String(), p.Phone, p.Address} {
		b = packString(b, s)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Career)))
	for _, step := range p.Career {
		for _, s := range []string{step.From.String(), step.To.String(), step.Where, step.As} {
			b = packString(b, s)
		}
	}
	return b
}

func packString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func unpackIdentity(p *data.Person, plain []byte) error {
	if len(plain) == 0 || plain[0] != identityVersion {
		return errPacked
	}
	// One string for all, of which each field is a part: one allocation
	// instead of a dozen.
	u := unpacking{rest: string(plain[1:])}
	p.Name, p.IDNumber = u.string(), data.IDNumber(u.string())
	u.keep(p.Birth.UnmarshalText([]byte(u.string())))
	p.Phone, p.Address = u.string(), u.string()
	steps := u.number()
	if steps > uint64(len(u.rest)) {
		return errPacked
	}
	if steps > 0 {
		p.Career = make([]data.CareerStep, steps)
	}
	for i := range p.Career {
		step := &p.Career[i]
		u.keep(step.From.UnmarshalText([]byte(u.string())))
		u.keep(step.To.UnmarshalText([]byte(u.string())))
		step.Where, step.As = u.string(), u.string()
	}
	return u.done()
}

// unpacking takes packed strings apart; the first error stays.
type unpacking struct {
	rest string
	err  error
}

func (u *unpacking) keep(err error) {
	if u.err == nil {
		u.err = err
	}
}

// done returns the first error; bytes left over are one.
func (u *unpacking) done() error {
	if u.rest != "" {
		u.keep(errPacked)
	}
	return u.err
}

func (u *unpacking) number() uint64 {
	var n uint64
	for i := 0; i < len(u.rest) && i < binary.MaxVarintLen64; i++ {
		c := u.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			u.rest = u.rest[i+1:]
			return n
		}
	}
	u.keep(errPacked)
	u.rest = ""
	return 0
}

func (u *unpacking) string() string {
	n := u.number()
	if n > uint64(len(u.rest)) {
		u.keep(errPacked)
		u.rest = ""
		return ""
	}
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}
