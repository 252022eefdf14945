package portrait

import (
	"bytes"
	"encoding/binary"
)

// notes are what the head of a JPEG says besides the picture.
type notes struct {
	held        hold
	progressive bool
	camera      bool   // a camera wrote into it
	comment     string // the first
}

// The marks of a JPEG's head that are looked at.
const (
	markStart       = 0xD8
	markProgressive = 0xC2
	markScan        = 0xDA
	markApp1        = 0xE1
	markComment     = 0xFE
)

// notesOf reads the segments before the picture itself. A head that does not hold
// together says what was read so far.
func notesOf(content []byte) notes {
	n := notes{held: 1}
	if !bytes.HasPrefix(content, []byte{0xFF, markStart}) {
		return n
	}
	for rest := content[2:]; len(rest) >= 4 && rest[0] == 0xFF; {
		mark := rest[1]
		if mark == 0xFF { // padding
			rest = rest[1:]
			continue
		}
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if mark == markScan || size < 4 || size > len(rest) {
			break
		}
		n.take(mark, rest[4:size])
		rest = rest[size:]
	}
	return n
}

func (n *notes) take(mark byte, segment []byte) {
	switch mark {
	case markProgressive:
		n.progressive = true
	case markComment:
		if n.comment == "" {
			n.comment = string(segment)
		}
	case markApp1:
		if tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok {
			n.camera = true
			if held := holdOf(tiff); held != 0 {
				n.held = held
			}
		}
	}
}

// holdOf finds how the camera was held among its notes; 0 where they do not say.
func holdOf(tiff []byte) hold {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 0
	}
	const held, entrySize = 0x0112, 12
	if len(tiff) < 8 {
		return 0
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 0
	}
	count, entries := int(order.Uint16(tiff[at:])), tiff[at+2:]
	for range count {
		if len(entries) < entrySize {
			break
		}
		if order.Uint16(entries) == held {
			if v := hold(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 0
		}
		entries = entries[entrySize:]
	}
	return 0
}

// Comment returns the comment that a JPEG carries, "" for none.
func Comment(jpeg []byte) string { return notesOf(jpeg).comment }

// FromCamera reports whether a camera wrote into a JPEG: which side is up, and
// where it was taken.
func FromCamera(jpeg []byte) bool { return notesOf(jpeg).camera }
