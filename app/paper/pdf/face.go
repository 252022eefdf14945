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
	Fang             // 仿宋: letters. The system's, Song where it has none
	Kai              // 楷体, likewise
)

// face is what the office knows of a Face. A face without data is the system's.
// figure and dot are the fixed widths of 0–9 and of · in thousandths of an em.
type face struct {
	name   string
	file   string // the font's name inside a PDF
	data   *[]byte
	system []string // where the system keeps it, the best first
	figure int
	dot    int
}

var faces = [...]face{
	Song: {name: "Song", file: "NotoSerifSC-Regular", data: &assets.Song, figure: 557},
	Bold: {name: "Bold", file: "NotoSerifSC-Bold", data: &assets.SongBold, figure: 594},
	Hei:  {name: "Hei", file: "NotoSansSC-Regular", data: &assets.Hei},
	Fang: {name: "Fang", file: "FangSong", system: []string{"simfang.ttf", "STFANGSO.TTF"}, dot: 500},
	Kai:  {name: "Kai", file: "KaiTi", system: []string{"simkai.ttf", "STKAITI.TTF"}, dot: 500},
}

// String returns the name papers use: Song, Bold, Hei, Fang, Kai.
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

// cut is the type of a face, opened when first used. Nearly every rune is found
// in widths with one look: its width in the face's own font, in font units; 0
// when the font lacks it. middle is how far below the middle of a cell, in em,
// the baseline lies so that the eye sees hanzi centred.
type cut struct {
	*Font
	widths [0x10000]uint16
	middle float64
}

// measured is the hanzi that fills its square: its middle is that of all.
const measured = '国'

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
		loaded[i] = sync.OnceValue(func() *cut { return f.open(systemFolders()) })
	}
}

// open returns the face's type: the embedded font, or the system's, and Song
// where there is none.
func (f *face) open(folders []string) *cut {
	var font *Font
	if f.data != nil {
		font = mustOpen(f.file, *f.data)
	} else if font = systemFont(f.file, f.system, folders); font == nil {
		return loaded[Song]()
	}
	font.figure, font.dot = f.figure*font.unitsPerEm/1000, f.dot*font.unitsPerEm/1000
	return newCut(font)
}

func newCut(font *Font) *cut {
	c := &cut{Font: font}
	for r, glyph := range c.bmp {
		if glyph != 0 {
			c.widths[r] = uint16(c.advance(rune(r), int(glyph)))
		}
	}
	low, high := c.reach(c.Glyph(measured))
	c.middle = float64(low+high) / 2 / float64(c.unitsPerEm)
	return c
}

// Missing reports whether the machine lacks the face, so that Song stands in.
func (f Face) Missing() bool { return f != Song && loaded[f]() == loaded[Song]() }

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
// then Song, then the font of rare hanzi, then one of the system's. glyph is 0
// when nobody has it.
func (f Face) find(r rune) (font *Font, glyph int) {
	for _, known := range [...]Face{f, Song} {
		font = loaded[known]().Font
		if g := font.Glyph(r); g != 0 {
			return font, g
		}
	}
	if unicode.Is(unicode.Han, r) {
		font = lastResort()
		if g := font.Glyph(r); g != 0 {
			return font, g
		}
	}
	if other, g := systemGlyph(r); g != 0 {
		return other, g
	}
	return font, 0
}
