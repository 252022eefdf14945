package pdf

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"gongkao/assets"
)

func TestCollectionFaceReadsLikeTheFontItself(t *testing.T) {
	ttc := collection(assets.SongBold)
	f, err := OpenFont("collection", ttc, 0)
	if err != nil {
		t.Fatal(err)
	}
	if f.Glyph('国') != loaded[Bold]().Glyph('国') || f.Glyph('国') == 0 {
		t.Error("the collection's face has other glyphs")
	}
	if _, err := OpenFont("collection", ttc, 1); err == nil {
		t.Error("a face that is not there was opened")
	}
}

// collection packs a font as the one face of a .ttc.
func collection(font []byte) []byte {
	const at = 16 // the font follows the collection's head
	ttc := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01"), 0, 0, 0, at)
	ttc = append(ttc, font...)
	for i := range int(u16(font, 4)) { // table offsets count from the file's beginning
		place := at + 12 + 16*i + 8
		binary.BigEndian.PutUint32(ttc[place:], u32(ttc, place)+at)
	}
	return ttc
}

func TestFontWithoutTrueTypeOutlinesIsRefused(t *testing.T) {
	if _, err := OpenFont("cff", []byte("OTTO\x00\x01aaaaaaCFF 1234\x00\x00\x00\x1c\x00\x00\x00\x04data"), 0); !errors.Is(err, errNotTrueType) {
		t.Errorf("got %v", err)
	}
}

func TestDamagedFontNeverPanics(t *testing.T) {
	for _, n := range []int{0, 3, 4, 12, 40, 200, 300, 5_000, 100_000, 1_000_000, 3_000_000} {
		f, err := OpenFont("cut", slices.Clone(assets.SongBold[:n]), 0)
		if err != nil {
			continue
		}
		s := newSubset(f)
		for _, r := range "信阳市2026" {
			s.code(f, r)
		}
		if len(s.build()) == 0 {
			t.Errorf("cut at %d: no font", n)
		}
	}
}

func TestFiguresAllHaveOneWidthAndStandInItsMiddle(t *testing.T) {
	for _, face := range []Face{Song, Bold} {
		s := newSubset(loaded[face]().Font)
		for r := '0'; r <= '9'; r++ {
			s.code(s.base, r)
		}
		small, err := OpenFont("small", s.build(), 0)
		if err != nil {
			t.Fatal(err)
		}
		for r := '0'; r <= '9'; r++ {
			old, now := s.base.Glyph(r), int(r-'0')+1
			if got := small.drawnAdvance(now); got != faces[face].figure {
				t.Errorf("%v %c is %d wide, not %d", face, r, got, faces[face].figure)
			}
			moved := int(int16(u16(small.outline(now), 2))) - int(int16(u16(s.base.outline(old), 2)))
			if want := (faces[face].figure - s.base.drawnAdvance(old)) / 2; moved != want {
				t.Errorf("%v %c moved by %d, not %d", face, r, moved, want)
			}
		}
	}
}
