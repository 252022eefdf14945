package pdf

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCleanPrintsOrReportsEveryCharacter(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		lost           []rune
	}{
		{"plain text stays", "刘𬱖 411503198109010027", "刘𬱖 411503198109010027", nil},
		{"tabs and line breaks become blanks", "a\tb\r\nc", "a b  c", nil},
		{"what nobody sees goes", "刘\u200b明\ufeff\u202e\u2066华\U000E0100", "刘明华", nil},
		{"the full-width blank stays", "张　伟", "张　伟", nil},
		{"broken UTF-8 is shown and reported", "刘\xe5\x88", "刘〓〓", []rune{utf8.RuneError, utf8.RuneError}},
		{"a character no font has is shown and reported", "刘\U0001F600", "刘〓", []rune{0x1F600}},
		{"a private-use character is shown and reported", "\uE000", "〓", []rune{0xE000}},
		{"Song lacks it, the rare font has it", "𠮷", "𠮷", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, lost := Clean(c.in)
			if got != c.want || !cmp.Equal(lost, c.lost) {
				t.Errorf("%q, lost %U; want %q, %U", got, lost, c.want, c.lost)
			}
		})
	}
}

func TestCleanTextAlwaysHasGlyphs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clean, _ := Clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text"))
		for _, r := range clean {
			if _, glyph := Song.find(r); glyph == 0 || unicode.IsControl(r) {
				t.Fatalf("%U got through", r)
			}
		}
	})
}
