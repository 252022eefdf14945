package store

import (
	"encoding/json"
	"fmt"
	"time"
	"unicode/utf8"

	"gongkao/data"
	"gongkao/data/seal"
)

// A column is one column of a table and the field of the record it keeps. get
// returns what is written; set takes what was read and is strict: a value of
// another type or form than get would write is damage, not something to make
// the best of.
type column[T any] struct {
	name   string
	get    func(*seal.Keys, *T) any
	set    func(*reading, *T, any) error
	sealed bool // get seals afresh, so two gets differ
	unread bool // written and verified, but of no use to a reader
}

// reading is what reading rows needs and gathers.
type reading struct {
	keys   *seal.Keys            // nil while locked
	words  map[string]string     // words that come again and again, kept once
	months map[string]data.Month // months read before
}

func newReading(keys *seal.Keys) *reading {
	return &reading{keys: keys, words: map[string]string{}, months: map[string]data.Month{}}
}

// word returns the one kept copy of a word of few different values: a sex, a
// trade, an ethnic group.
func (r *reading) word(s string) string {
	if kept, ok := r.words[s]; ok {
		return kept
	}
	r.words[s] = s
	return s
}

func asText(v any) (string, error) {
	s, ok := v.(string)
	if !ok || !utf8.ValidString(s) {
		return "", fmt.Errorf("%T where text should be", v)
	}
	return s, nil
}

func asNumber(v any) (int64, error) {
	n, ok := v.(int64)
	if !ok {
		return 0, fmt.Errorf("%T where a whole number should be", v)
	}
	return n, nil
}

func asBytes(v any) ([]byte, error) {
	b, ok := v.([]byte)
	if !ok {
		return nil, fmt.Errorf("%T where bytes should be", v)
	}
	return b, nil
}

// text keeps a string that differs from record to record.
func text[T any, S ~string](name string, at func(*T) *S) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return string(*at(t)) },
		set: func(_ *reading, t *T, v any) error {
			s, err := asText(v)
			*at(t) = S(s)
			return err
		}}
}

// word keeps a string that many records share.
func word[T any, S ~string](name string, at func(*T) *S) column[T] {
	c := text(name, at)
	c.set = func(r *reading, t *T, v any) error {
		s, err := asText(v)
		*at(t) = S(r.word(s))
		return err
	}
	return c
}

// reference keeps the id of another record; NULL when there is none.
func reference[T any, S ~string](name string, at func(*T) *S) column[T] {
	shared := word(name, at)
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any {
			if *at(t) == "" {
				return nil
			}
			return string(*at(t))
		},
		set: func(r *reading, t *T, v any) error {
			if v == nil {
				*at(t) = ""
				return nil
			}
			return shared.set(r, t, v)
		}}
}

// number keeps a whole number.
func number[T any, N ~int | ~int64 | ~uint64](name string, at func(*T) *N) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return int64(*at(t)) },
		set: func(_ *reading, t *T, v any) error {
			n, err := asNumber(v)
			*at(t) = N(n)
			return err
		}}
}

// yesNo keeps a truth as 1 or 0.
func yesNo[T any](name string, at func(*T) *bool) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any {
			if *at(t) {
				return int64(1)
			}
			return int64(0)
		},
		set: func(_ *reading, t *T, v any) error {
			n, err := asNumber(v)
			*at(t) = n == 1
			if err == nil && n != 0 && n != 1 {
				err = fmt.Errorf("%d where 0 or 1 should be", n)
			}
			return err
		}}
}

// month keeps a month as YYYY-MM, empty when not given.
func month[T any](name string, at func(*T) *data.Month) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return at(t).String() },
		set: func(r *reading, t *T, v any) error {
			s, err := asText(v)
			if err != nil {
				return err
			}
			m, known := r.months[s]
			if !known {
				if err := m.UnmarshalText([]byte(s)); err != nil {
					return err
				}
				r.months[s] = m
			}
			*at(t) = m
			return nil
		}}
}

// day keeps a date as YYYY-MM-DD, empty when not given.
func day[T any](name string, at func(*T) *data.Date) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return at(t).String() },
		set: func(_ *reading, t *T, v any) error {
			s, err := asText(v)
			if err != nil {
				return err
			}
			return at(t).UnmarshalText([]byte(s))
		}}
}

// moment keeps a point of time with the zone in which it was taken: whoever
// prints its day wants the office's day.
func moment[T any](name string, at func(*T) *time.Time) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return at(t).Format(time.RFC3339Nano) },
		set: func(_ *reading, t *T, v any) error {
			s, err := asText(v)
			if err != nil {
				return err
			}
			*at(t), err = time.Parse(time.RFC3339Nano, s)
			return err
		}}
}

// plainBytes keeps bytes as they are.
func plainBytes[T any](name string, at func(*T) *[]byte) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any { return append([]byte{}, *at(t)...) },
		set: func(_ *reading, t *T, v any) error {
			b, err := asBytes(v)
			if len(b) > 0 {
				*at(t) = b
			}
			return err
		}}
}

// jsonText keeps a list or map as JSON; empty when there is none. Verify wants the
// JSON back as it was written, so a field added later to a type kept this way
// must carry omitempty.
func jsonText[T, V any](name string, at func(*T) *V) column[T] {
	return column[T]{name: name,
		get: func(_ *seal.Keys, t *T) any {
			b, err := json.Marshal(at(t))
			if err != nil { // only for types that are no JSON at all, which any test shows
				panic(fmt.Sprintf("store: column %s: %v", name, err))
			}
			if s := string(b); s != "null" {
				return s
			}
			return ""
		},
		set: func(_ *reading, t *T, v any) error {
			s, err := asText(v)
			if err != nil || s == "" {
				return err
			}
			return json.Unmarshal([]byte(s), at(t))
		}}
}
