package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
)

// Last fonts before 〓: those that Windows, Office or an office in need of rare
// hanzi has brought along, the best first. Only what is asked for is opened.
var lastFonts = [...]func() *Font{
	lazily("simsunb.ttf"), lazily("SimsunExtG.ttf"), lazily("simsun.ttc"), lazily("SURSONG.TTF"), lazily("msyh.ttc"), lazily("malgun.ttf"),
	lazily("seguisym.ttf"), lazily("cambria.ttc"),
}

func lazily(file string) func() *Font {
	return sync.OnceValue(func() *Font { return systemFont(plainName(file), []string{file}, systemFolders()) })
}

// plainName turns a file's name into a font's name for a PDF.
func plainName(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) }

// systemGlyph looks a rune up in the system's last fonts. glyph is 0 when none
// has it.
func systemGlyph(r rune) (font *Font, glyph int) {
	if !standsAlone(r) {
		return nil, 0
	}
	for _, open := range lastFonts {
		if font := open(); font != nil {
			if g := font.Glyph(r); g != 0 {
				return font, g
			}
		}
	}
	return nil, 0
}

// standsAlone reports whether a rune looks the same wherever it stands. Letters
// that join their neighbours, as Uyghur ones do, would come out wrong, which is
// worse than 〓; a private-use character is another on each machine.
func standsAlone(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Bopomofo, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Latin, unicode.Greek, unicode.Cyrillic,
		unicode.So, unicode.Sm, unicode.Sc, unicode.No, unicode.Po, unicode.Ps, unicode.Pe, unicode.Pd)
}

// systemFont opens the first of the files that is in one of the folders, can be
// read and may be embedded; nil when none is. Of a collection it is the first
// face.
func systemFont(name string, files, folders []string) *Font {
	for _, file := range files {
		for _, folder := range folders {
			data, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				continue
			}
			if f, err := OpenFont(name, data, 0); err == nil && f.embeddable() {
				return f
			}
		}
	}
	return nil
}

// Values of fsType (OpenType, table OS/2): who made the font does not allow it
// to be embedded, or only its bitmaps.
const (
	usage           = 0x000F
	usageRestricted = 0x0002
	bitmapsOnly     = 0x0200
)

func (f *Font) embeddable() bool {
	t := u16(f.tables["OS/2"], 8)
	return t&usage != usageRestricted && t&bitmapsOnly == 0
}
