package pdf

import (
	"slices"
	"strings"
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

// hostile are strings as a clerk's paste, a spreadsheet or a broken file may
// bring them.
func hostile() *rapid.Generator[string] {
	pieces := []*rapid.Generator[string]{
		rapid.String(),
		rapid.StringOf(rapid.RuneFrom([]rune("罗山县农业人2年0，。、：；！？（）《》“”〔〕·… 　—％𬱖𠮷Aq"))),
		rapid.StringOf(rapid.RuneFrom(nil, unicode.Cc, unicode.Cf, unicode.Zs, unicode.Variation_Selector, unicode.Co, unicode.Mn)),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.Map(rapid.IntRange(1, 3), func(n int) string { return "𬱖"[:n] }),
	}
	return rapid.Map(rapid.SliceOfN(rapid.OneOf(pieces...), 0, 8), func(parts []string) string { return strings.Join(parts, "") })
}

// What a reader sees of a text neither goes nor comes: each character is there
// once, as itself, as a blank or as 〓.
func TestCleanLosesNothingThatCanBeSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := hostile().Draw(t, "text")
		clean, lost := Clean(in)
		out, missing := []rune(clean), slices.Clone(lost)
		for _, r := range in {
			if unicode.In(r, unicode.Cf, unicode.Variation_Selector) {
				continue
			}
			switch {
			case len(out) == 0:
				t.Fatalf("%q ends before %U of %q", clean, r, in)
			case out[0] == r:
			case out[0] == ' ' && !unicode.IsGraphic(r) || out[0] == ' ' && unicode.IsSpace(r):
			case out[0] == Geta && len(missing) > 0 && missing[0] == r:
				missing = missing[1:]
			default:
				t.Fatalf("%U became %U in %q", r, out[0], in)
			}
			out = out[1:]
		}
		if len(out) > 0 || len(missing) > 0 {
			t.Fatalf("%q of %q came from nowhere, and %U", string(out), in, missing)
		}
	})
}

func TestCleanTextAlwaysHasGlyphs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clean, _ := Clean(hostile().Draw(t, "text"))
		for _, r := range clean {
			if _, glyph := Song.find(r); glyph == 0 || unicode.IsControl(r) {
				t.Fatalf("%U got through", r)
			}
		}
	})
}
