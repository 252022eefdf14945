package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// In these tests a line of ten hanzi at 10 pt is 35.28 mm wide.
const tenHanzi = 100 * MM

func TestWrapKeepsTheRulesOfTheLine(t *testing.T) {
	for _, c := range []struct {
		name, text string
		how        Breaking
		want       []string
	}{
		{"short text stays whole", "罗山县农业农村局", Prose, []string{"罗山县农业农村局"}},
		{"nothing stays nothing", "", Prose, []string{""}},
		{"a comma takes the character before it along", "一二三四五六七八九十，甲乙", Prose, []string{"一二三四五六七八九", "十，甲乙"}},
		{"an opening bracket goes to the next line", "一二三四五六七八九（甲乙）", Prose, []string{"一二三四五六七八九", "（甲乙）"}},
		{"a number stays whole", "一二三四五六七八2026年", Prose, []string{"一二三四五六七八", "2026年"}},
		{"a number keeps its measure word", "一二三四五六七八37人参加", Prose, []string{"一二三四五六七八", "37人参加"}},
		{"a forbidden sign takes the whole number along", "一二三四五六七八2026，甲", Prose, []string{"一二三四五六七八", "2026，甲"}},
		{"a name breaks only after the dot", "阿卜杜克热木·买合木提江·伊斯拉木江", OfName, []string{"阿卜杜克热木·", "买合木提江·", "伊斯拉木江"}},
		{"a word longer than a line is cut where it ends", strings.Repeat("8", 20), Prose, []string{strings.Repeat("8", 17), "888"}},
		{"a rare character is one character", "一二三四五六七八九𬱖甲", Prose, []string{"一二三四五六七八九𬱖", "甲"}},
		{"blanks at the end do not begin a line", "一二三四五六七八九十 甲", Prose, []string{"一二三四五六七八九十 ", "甲"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Song.Wrap(c.text, 10, tenHanzi, c.how)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWrapLosesNothingOfAnyTextAndNoLineIsTooWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := Clean(hostile().Draw(t, "text"))
		width := rapid.Float64Range(1, 60).Draw(t, "width")
		how := Breaking(rapid.IntRange(0, 1).Draw(t, "how"))
		lines := Song.Wrap(s, 10, width, how)
		if got := strings.Join(lines, ""); got != s {
			t.Fatalf("in %q, out %q", s, got)
		}
		for _, l := range lines {
			seen := strings.TrimRight(l, " ")
			if utf8.RuneCountInString(seen) > 1 && Song.Width(seen, 10) > width+1e-3 {
				t.Fatalf("line %q is wider than %.2f", l, width)
			}
		}
	})
}

// The one line that may break the rule is within what is longer than a line and
// may be broken nowhere: a row of closing signs, a number of sixty digits.
func TestNoLineOfAnyTextBeginsOrEndsWithASignThatMayNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := Clean(hostile().Draw(t, "text"))
		width := rapid.Float64Range(15, 60).Draw(t, "width")
		lines := Song.Wrap(s, 10, width, Prose)
		at := 0
		for i, l := range lines[:len(lines)-1] {
			at += len(l)
			last, _ := utf8.DecodeLastRuneInString(l)
			first, _ := utf8.DecodeRuneInString(lines[i+1])
			forbidden := strings.ContainsRune(noStart, first) || strings.ContainsRune(noEnd, last) || digit(last) && (digit(first) || strings.ContainsRune(counted, first))
			if forbidden && Song.Width(unbroken(s, at), 10) <= width {
				t.Fatalf("%q breaks before %q, though %q has room on a line", s, lines[i+1], unbroken(s, at))
			}
		}
	})
}

// unbroken is the word of s around a place within it.
func unbroken(s string, place int) string {
	at := 0
	for _, w := range words(s, Prose) {
		if at += len(w); at > place {
			return w
		}
	}
	return ""
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func TestFitLosesNothingOfAnyTextInAnyRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs, _ := Paragraphs(hostile().Draw(t, "text"))
		size := rapid.Float64Range(6, 16).Draw(t, "size")
		style := Style{Face: Face(rapid.IntRange(0, len(faces)-1).Draw(t, "face")), Size: size, Least: rapid.Float64Range(0, size).Draw(t, "least"), Leading: 1.3}
		room := Room{Width: rapid.Float64Range(20, 120).Draw(t, "width"), Height: rapid.Float64Range(3, 40).Draw(t, "height"), Indent: 2, Order: Order(rapid.IntRange(0, 2).Draw(t, "order"))}
		set := style.Fit(paragraphs, room)
		var got strings.Builder
		for i, l := range set.Lines {
			got.WriteString(l.Text)
			if l.Last && i < len(set.Lines)-1 {
				got.WriteByte('\n')
			}
		}
		if want := strings.Join(paragraphs, "\n"); got.String() != want {
			t.Fatalf("in %q, out %q", want, got.String())
		}
		if set.Size > style.Size || set.Size < style.Least-1e-6 || set.Shrunk != (set.Size < style.Size) {
			t.Fatalf("size %g of %g to %g, shrunk %v", set.Size, style.Least, style.Size, set.Shrunk)
		}
	})
}

func TestFitShrinksThenWrapsThenSaysItIsTooLong(t *testing.T) {
	style := Style{Face: Song, Size: 10, Least: 9, Leading: 1.2}
	for _, c := range []struct {
		name   string
		text   string
		height float64
		size   float64
		lines  int
		whole  bool
	}{
		{"fits as it is", "一二三四五六七八九十", 4, 10, 1, true},
		{"shrinks by quarter points", "一二三四五六七八九十甲", 4, 9, 1, true},
		{"wraps at the full size when there is room", "一二三四五六七八九十甲乙", 8, 10, 2, true},
		{"wraps at the largest size that fits", "一二三四五六七八九十甲乙", 7.4, 9.5, 2, true},
		{"says that it is too long", strings.Repeat("长", 40), 8, 9, 4, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			set := style.Fit([]string{c.text}, Room{Width: tenHanzi, Height: c.height})
			if set.Size != c.size || len(set.Lines) != c.lines || set.Whole != c.whole {
				t.Errorf("size %g in %d lines, whole %v; want %g, %d, %v", set.Size, len(set.Lines), set.Whole, c.size, c.lines, c.whole)
			}
		})
	}
}
