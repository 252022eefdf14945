package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gongkao/assets"
)

// folderWith is a folder of fonts like the system's.
func folderWith(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return []string{filepath.Join(folder, "not there"), folder}
}

// restricted is the font with its maker's word that nobody may embed it.
func restricted(t *testing.T, font []byte) []byte {
	t.Helper()
	bad := slices.Clone(font)
	for i := range int(u16(bad, 4)) {
		if at := 12 + 16*i; string(bad[at:at+4]) == "OS/2" {
			binary.BigEndian.PutUint16(bad[u32(bad, at+8)+8:], usageRestricted)
			return bad
		}
	}
	t.Fatal("the font has no table OS/2")
	return nil
}

func TestFaceOfTheSystemIsTakenFromItsFolder(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string][]byte
		taken bool
	}{
		{"there", map[string][]byte{"simfang.ttf": assets.SongBold}, true},
		{"only the second choice", map[string][]byte{"STFANGSO.TTF": assets.SongBold}, true},
		{"a collection", map[string][]byte{"simfang.ttf": collection(assets.SongBold)}, true},
		{"a broken first choice", map[string][]byte{"simfang.ttf": assets.SongBold[:400], "STFANGSO.TTF": assets.SongBold}, true},
		{"absent", map[string][]byte{"simkai.ttf": assets.SongBold}, false},
		{"broken", map[string][]byte{"simfang.ttf": []byte("no font")}, false},
		{"not to be embedded", map[string][]byte{"simfang.ttf": restricted(t, assets.SongBold)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := faces[Fang].open(folderWith(t, c.files))
			if !c.taken {
				if got != loaded[Song]() {
					t.Errorf("set in %s, want Song", got.name)
				}
				return
			}
			if got.name != "FangSong" || math.Abs(got.middle-0.377) > 0.0005 || got.advance('·', got.Glyph('·')) != got.unitsPerEm/2 {
				t.Errorf("%s, middle %.4f, · of %d", got.name, got.middle, got.advance('·', got.Glyph('·')))
			}
		})
	}
}

func TestFacesOfTheSystemAreMissingInTests(t *testing.T) {
	for face, want := range map[Face]bool{Song: false, Bold: false, Hei: false, Fang: true, Kai: true} {
		if got := face.Missing(); got != want {
			t.Errorf("%v missing: %v", face, got)
		}
	}
}

func TestFaceOfTheSystemPrintsWithItsDotInHalfAnEm(t *testing.T) {
	was := loaded[Fang]
	fang := faces[Fang].open(folderWith(t, map[string][]byte{"simfang.ttf": assets.Hei})) // whose · is a whole em
	loaded[Fang] = func() *cut { return fang }
	defer func() { loaded[Fang] = was }()
	if got, want := Fang.Width("买·合", 10), 25*MM; math.Abs(got-want) > 1e-9 {
		t.Errorf("买·合 is %.3f mm wide, want %.3f", got, want)
	}
	sheet := &Sheet{Pages: []*Page{Portrait()}}
	sheet.Pages[0].Texts = []Text{{X: 20, Y: 20, Face: Fang, Size: 16, Text: "买·𬱖"}}
	var b bytes.Buffer
	if err := Write(&b, sheet, Info{}); err != nil {
		t.Fatal(err)
	}
	fonts := embeddedFonts(t, b.Bytes())
	dot := gather(sheet).find(Fang, '·')
	embedded := fonts[dot.font-1]
	if w := embedded.drawnAdvance(int(dot.code)); w != fang.unitsPerEm/2 {
		t.Errorf("the · of the file is %d wide", w)
	}
	outline := embedded.outline(int(dot.code))
	if middle := (int(int16(u16(outline, 2))) + int(int16(u16(outline, 6)))) / 2; middle < 230 || middle > 270 {
		t.Errorf("the · stands at %d of its 500", middle)
	}
}

func TestOnlyCharactersThatStandAloneComeFromTheSystemsLastFonts(t *testing.T) {
	for r, want := range map[rune]bool{'\U00030000': true, '☑': true, '😀': true, 'ꀀ': false, 'ئ': false, 'ཀ': false, '\uE000': false, '\U000F0000': false} {
		if standsAlone(r) != want {
			t.Errorf("%c U+%04X stands alone: %v", r, r, !want)
		}
	}
}

func TestOutlinesLeaveTheirInstructionsBehind(t *testing.T) {
	box := []uint16{1, 0, 0, 10, 10, 3}
	simple := append(bigEndian(box), 0, 2, 0x4F, 0x4F, 0x31, 0x31) // two bytes of program, then flags
	want := append(bigEndian(box), 0, 0, 0x31, 0x31)
	if got := unhinted(simple); !bytes.Equal(got, want) {
		t.Errorf("simple: % x, want % x", got, want)
	}
	composite := append(bigEndian([]uint16{0xFFFF, 0, 0, 10, 10, partProgram, 7, 0x0102}), 0, 1, 0x4F)
	if got, want := unhinted(composite), bigEndian([]uint16{0xFFFF, 0, 0, 10, 10, 0, 7, 0x0102}); !bytes.Equal(got, want) {
		t.Errorf("composite: % x, want % x", got, want)
	}
}
