package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Behind each code of the finished file, which is a glyph number, stands the outline the designer drew,
// never .notdef: the whole way from Sheet through gofpdf to the embedded font.
func TestEveryStandardCharacterHasItsOwnOutlineInTheFile(t *testing.T) {
	list, err := os.ReadFile("testdata/hanzi-8105.txt")
	if err != nil {
		t.Fatal(err)
	}
	page := Portrait()
	for _, text := range []string{strings.TrimSpace(string(list)) + "𬱖𫖯𬬻𠙶𫰛𠮷", "0123456789ABCX，。（）·—“”"} {
		page.Texts = append(page.Texts, Text{X: 10, Y: 10, Size: 10, Text: text}, Text{X: 10, Y: 20, Size: 10, Face: Hei, Text: text[:min(3000, len(text))]})
	}
	sheet := &Sheet{Pages: []*Page{page}}
	letters := gather(sheet)
	var b bytes.Buffer
	if err := Write(&b, sheet, Info{}); err != nil {
		t.Fatal(err)
	}
	fonts := embeddedFonts(t, b.Bytes())
	if len(fonts) != len(letters.fonts) {
		t.Fatalf("%d fonts in the file, want %d", len(fonts), len(letters.fonts))
	}
	for _, run := range page.Texts {
		for _, r := range run.Text {
			l := letters.find(run.Face, r)
			source, glyph := run.Face.find(r)
			if glyph == 0 {
				continue // Hei has no such sign and borrows none
			}
			want := source.outline(glyph)
			if source.figure != 0 && r >= '0' && r <= '9' {
				want = shifted(want, (source.figure-source.drawnAdvance(glyph))/2)
			}
			got := fonts[l.font-1].outline(int(l.code))
			if !bytes.Equal(bytes.TrimRight(got, "\x00"), bytes.TrimRight(want, "\x00")) && len(parts(want)) == 0 {
				t.Fatalf("%c U+%04X of %v has another outline", r, r, run.Face)
			}
			if bytes.Equal(got, source.outline(0)) {
				t.Fatalf("%c U+%04X of %v is a missing glyph", r, r, run.Face)
			}
		}
	}
}

// embeddedFonts takes the fonts out of a file, in the order in which gofpdf
// named them.
func embeddedFonts(t *testing.T, file []byte) (fonts []*Font) {
	t.Helper()
	objects, err := readObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		at := number(o.body, `/FontDescriptor (\d+) 0 R`)
		if at == 0 {
			continue
		}
		descriptor := objects[at-1].body
		f, err := OpenFont("embedded", unpacked(t, objects[number(descriptor, `/FontFile2 (\d+) 0 R`)-1].body), 0)
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, f)
	}
	return fonts
}

func number(body []byte, pattern string) int {
	m := regexp.MustCompile(pattern).FindSubmatch(body)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func unpacked(t *testing.T, body []byte) []byte {
	t.Helper()
	_, packed, _ := bytes.Cut(body, []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}
