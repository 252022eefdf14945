package store

import (
	"encoding/json"

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

// sealedJSON keeps a whole record sealed, for kinds nobody asks SQL about: their
// notes and reasons name people in words. The columns before it are of use to
// SQL all the same, and checked against it.
func sealedJSON[T any](kind data.Kind, id func(*T) string) column[T] {
	return sealing(kind, id,
		func(t *T) []byte {
			b, err := json.Marshal(t)
			if err != nil { // only for types that are no JSON at all, which any test shows
				panic(err)
			}
			return b
		},
		func(t *T, plain []byte) error { return json.Unmarshal(plain, t) })
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
