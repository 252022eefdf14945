package grid

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// compoundMark begins every compound file (OLE): old Excel, WPS .et, old Word,
// and the envelope of encrypted .xlsx.
var compoundMark = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

const (
	maxEntries   = 20_000 // of the directory; a workbook with pictures and macros has some dozens
	entrySize    = 128
	miniSize     = 64   // bytes of a sector of the mini stream
	miniLimit    = 4096 // shorter streams are in the mini stream
	lastSector   = 0xFFFFFFFA
	compoundHead = 512
)

var errCompound = errors.New("sheets: compound file out of order")

func isCompound(content []byte) bool { return bytes.HasPrefix(content, compoundMark) }

// compound is a compound file: a small file system of sectors that point to the
// next. [MS-CFB] tells its form. Nothing in it is believed: no chain may be
// longer than the file has sectors.
type compound struct {
	content []byte
	size    int      // bytes of a sector
	next    []uint32 // the sector after each
	entries []byte   // the directory
	mini    []byte   // the mini stream
	after   []uint32 // the mini sector after each
}

func openCompound(content []byte) (*compound, error) {
	if len(content) < compoundHead {
		return nil, damaged(errCompound)
	}
	c := &compound{content: content}
	switch head := u32s(content[:compoundHead]); content[30] {
	case 9, 12:
		c.size = 1 << content[30]
		c.readTable(head)
		var err error
		if c.entries, err = c.chain(head[12], maxEntries*entrySize); err != nil {
			return nil, err
		}
		return c, c.readMini(head)
	}
	return nil, damaged(errCompound)
}

// u32s reads bytes as numbers of four.
func u32s(b []byte) []uint32 {
	all := make([]uint32, len(b)/4)
	for i := range all {
		all[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return all
}

// sectors is how many sectors the file has; the last may be cut short.
func (c *compound) sectors() int { return (len(c.content) - 1) / c.size }

// sector returns the bytes of a sector, nil beyond the end.
func (c *compound) sector(n uint32) []byte {
	if n >= lastSector || int(n) >= c.sectors() {
		return nil
	}
	at := (int(n) + 1) * c.size
	return c.content[at:min(at+c.size, len(c.content))]
}

// readTable reads which sector follows which: the table's own sectors are
// listed in the head and, of large files, in a chain of lists.
func (c *compound) readTable(head []uint32) {
	list, more := head[19:], head[17]
	for range c.sectors() + 1 {
		for _, n := range list {
			if len(c.next) >= c.sectors() {
				return
			}
			c.next = append(c.next, u32s(c.sector(n))...)
		}
		if list = u32s(c.sector(more)); len(list) == 0 {
			return
		}
		list, more = list[:len(list)-1], list[len(list)-1]
	}
}

// chain returns the bytes of a chain of sectors; where they lie side by side, as
// most programs write them, without copying. One longer than most bytes is too
// large.
func (c *compound) chain(first uint32, most int) ([]byte, error) {
	length, side := 0, true
	for n, steps := first, 0; n < lastSector; steps++ {
		piece := c.sector(n)
		if piece == nil || int(n) >= len(c.next) || steps > c.sectors() {
			return nil, damaged(errCompound)
		}
		if length += len(piece); length > most {
			return nil, tooLarge()
		}
		side = side && n == first+uint32(steps)
		n = c.next[n]
	}
	if start := (int(first) + 1) * c.size; side {
		return c.content[min(start, len(c.content)):][:length], nil
	}
	out := make([]byte, 0, length)
	for n := first; n < lastSector; n = c.next[n] {
		out = append(out, c.sector(n)...)
	}
	return out, nil
}

// readMini reads the stream in which the small streams are.
func (c *compound) readMini(head []uint32) error {
	table, err := c.chain(head[15], len(c.content))
	if err != nil || len(table) == 0 || len(c.entries) < entrySize {
		return err
	}
	c.after = u32s(table)
	c.mini, err = c.chain(entry(c.entries).first(), len(c.content))
	return err
}

// stream returns the content of an entry.
func (c *compound) stream(e entry) ([]byte, error) {
	size := e.size()
	if size > len(c.content) {
		return nil, damaged(errCompound)
	}
	if size >= miniLimit {
		out, err := c.chain(e.first(), len(c.content))
		if err == nil && len(out) < size {
			err = damaged(errCompound)
		}
		return out[:min(size, len(out))], err
	}
	var out []byte
	for n := int(e.first()); len(out) < size; n = int(c.after[n]) {
		if n >= len(c.after) || (n+1)*miniSize > len(c.mini) {
			return nil, damaged(errCompound)
		}
		out = append(out, c.mini[n*miniSize:(n+1)*miniSize]...)
	}
	return out[:size], nil
}

// entry is an entry of the directory.
type entry []byte

func (e entry) u32(at int) uint32 { return binary.LittleEndian.Uint32(e[at:]) }
func (e entry) isStream() bool    { return e[66] == 2 }
func (e entry) first() uint32     { return e.u32(116) }
func (e entry) size() int         { return int(e.u32(120)) }

// name returns the name in lower case.
func (e entry) name() string {
	units := make([]uint16, 0, 32)
	for at := 0; at < 64 && at+2 < int(binary.LittleEndian.Uint16(e[64:])); at += 2 {
		units = append(units, binary.LittleEndian.Uint16(e[at:]))
	}
	return strings.ToLower(string(utf16.Decode(units)))
}

// top returns the streams at the top, by name: those of objects put into a
// sheet lie deeper.
func (c *compound) top() map[string]entry {
	found := map[string]entry{}
	if len(c.entries) < entrySize {
		return found
	}
	const left, right, child = 68, 72, 76
	seen := make([]bool, len(c.entries)/entrySize)
	for open := []uint32{entry(c.entries).u32(child)}; len(open) > 0; {
		n := open[len(open)-1]
		open = open[:len(open)-1]
		if int(n) >= len(seen) || seen[n] {
			continue
		}
		seen[n] = true
		e := entry(c.entries[int(n)*entrySize:][:entrySize])
		if e.isStream() {
			found[e.name()] = e
		}
		open = append(open, e.u32(left), e.u32(right))
	}
	return found
}
