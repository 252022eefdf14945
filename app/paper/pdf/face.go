package pdf

import (
	"fmt"
	"sync"
	"unicode"

	"gongkao/assets"
)

// Face is a kind of type a paper may ask for.
type Face int

// The faces of the papers.
const (
	Song Face = iota // words, values
	Bold             // Song Bold: titles, column heads
	Hei              // headings of letters
)

// face is what the office knows of a Face. middle is how far below the middle
// of a cell, in em, the baseline of a hanzi lies so that the eye sees it
// centred; figure is the fixed width of 0–9 in thousandths of an em.
type face struct {
	name   string
	file   string // the font's name inside a PDF
	data   *[]byte
	middle float64
	figure int
}

var faces = [...]face{
	Song: {"Song", "NotoSerifSC-Regular", &assets.Song, 0.3715, 557},
	Bold: {"Bold", "NotoSerifSC-Bold", &assets.SongBold, 0.377, 594},
	Hei:  {"Hei", "NotoSansSC-Regular", &assets.Hei, 0.3585, 0},
}

// String returns the name papers use: Song, Bold, Hei.
func (f Face) String() string { return faces[f].name }

// FaceNamed returns the face of that name; ok is false when there is none.
func FaceNamed(name string) (f Face, ok bool) {
	for i, known := range faces {
		if known.name == name {
			return Face(i), true
		}
	}
	return 0, false
}

// type of a face, opened when first used. Nearly every rune is found in widths
// with one look: its width in the face's own font, in font units; 0 when the
// font lacks it.
type cut struct {
	*Font
	widths [0x10000]uint16
}

var loaded [len(faces)]func() *cut

// lastResort is the font of rare hanzi, 30 MB when unpacked, so it is opened
// only for a hanzi that Song lacks.
var lastResort = sync.OnceValue(func() *Font {
	data, err := assets.Rare()
	if err != nil {
		panic(fmt.Sprintf("pdf: the embedded rare font cannot be unpacked: %v", err))
	}
	return mustOpen("HanaMinB", data)
})

func init() {
	for i, f := range faces {
		loaded[i] = sync.OnceValue(func() *cut {
			c := &cut{Font: mustOpen(f.file, *f.data)}
			c.figure = f.figure * c.unitsPerEm / 1000
			for r, glyph := range c.bmp {
				if glyph != 0 {
					c.widths[r] = uint16(c.advance(rune(r), int(glyph)))
				}
			}
			return c
		})
	}
}

// mustOpen opens an embedded font; that it opens is tested, so a failure means
// a broken program.
func mustOpen(name string, data []byte) *Font {
	f, err := OpenFont(name, data, 0)
	if err != nil {
		panic(err)
	}
	return f
}

// find returns the font and glyph that print r in this face: the face itself,
// then Song, then the font of rare hanzi. glyph is 0 when nobody has it.
func (f Face) find(r rune) (font *Font, glyph int) {
	font = loaded[f]().Font
	if g := font.Glyph(r); g != 0 {
		return font, g
	}
	if f != Song {
		font = loaded[Song]().Font
		if g := font.Glyph(r); g != 0 {
			return font, g
		}
	}
	if unicode.Is(unicode.Han, r) {
		font = lastResort()
		return font, font.Glyph(r)
	}
	return font, 0
}
