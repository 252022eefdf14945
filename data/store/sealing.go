package store

import (
	"gongkao/data"
	"gongkao/data/seal"
)

// sealing keeps what names people: whatever pack writes, encrypted, bound to
// kind and id.
func sealing[T any](kind data.Kind, id func(*T) string, pack func(*T) []byte, unpack func(*T, []byte) error) column[T] {
	return column[T]{name: "sealed", sealed: true,
		get: func(keys *seal.Keys, t *T) any { return keys.Seal(kind, id(t), pack(t)) },
		set: func(r *reading, t *T, v any) error {
			b, err := asBytes(v)
			if err != nil {
				return err
			}
			if r.keys == nil {
				return errLocked()
			}
			plain, err := r.keys.Open(kind, id(t), b)
			if err != nil {
				return err
			}
			return unpack(t, plain)
		}}
}

// sealedTexts keeps some strings sealed, one after the other as in identity.go.
func sealedTexts[T any](kind data.Kind, id func(*T) string, at func(*T) []*string) column[T] {
	return sealing(kind, id,
		func(t *T) (b []byte) {
			for _, s := range at(t) {
				b = packString(b, *s)
			}
			return b
		},
		func(t *T, plain []byte) error {
			u := unpacking{rest: string(plain)}
			for _, s := range at(t) {
				*s = u.string()
			}
			return u.done()
		})
}
