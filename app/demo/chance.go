package demo

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
)

// chance is where everything accidental in an invented county comes from: one
// seeded stream, so that the same seed gives the same county to the byte.
type chance struct {
	*rand.Rand
	stream *rand.ChaCha8
	clock  time.Time
	count  uint32 // of ids
}

func newChance(seed uint64, start time.Time) *chance {
	key := sha256.Sum256(binary.BigEndian.AppendUint64([]byte("gongkao practice county "), seed))
	stream := rand.NewChaCha8(key)
	return &chance{Rand: rand.New(stream), stream: stream, clock: start}
}

// now is the county's clock; it stands still until tick moves it.
func (c *chance) now() time.Time { return c.clock }

// tick lets some minutes of office time pass: nobody works at night.
func (c *chance) tick(most time.Duration) {
	c.clock = c.clock.Add(time.Second * time.Duration(1+c.IntN(int(most/time.Second))))
	if c.clock.Hour() >= 17 {
		c.clock = morning(c.clock.AddDate(0, 0, 1))
	}
}

func morning(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 8, 30, 0, 0, t.Location())
}

// newID returns a UUIDv7 by the county's clock: time, then a counter, so that
// ids sort in the order of entry, then chance.
func (c *chance) newID() string {
	c.count++
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], uint64(c.clock.UnixMilli())<<16|0x7000|uint64(c.count>>14&0xfff))
	binary.BigEndian.PutUint64(id[8:], 1<<63|uint64(c.count&0x3fff)<<48|c.Uint64()>>16)
	return id.String()
}

// Read fills p from the stream, for keys and seals.
func (c *chance) Read(p []byte) (int, error) { return c.stream.Read(p) }

// percent is true p times in a hundred.
func (c *chance) percent(p int) bool { return c.IntN(100) < p }

// between returns a number from low to high, both included.
func (c *chance) between(low, high int) int { return low + c.IntN(high-low+1) }

// pick returns one of the choices.
func pick[T any](c *chance, choices []T) T { return choices[c.IntN(len(choices))] }
