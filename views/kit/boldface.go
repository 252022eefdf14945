package kit

import (
	"sync"

	"golang.org/x/image/font/sfnt"

	"gongkao/assets"
)

// The bold face holds the characters of everyday, a third of the regular one's:
// Fyne keeps every glyph of a face in memory, and rare names alone would cost
// fifty megabytes. A text with a rare character is set in the regular face as a
// whole, so that no name is half bold.

var bold = struct {
	once   sync.Once
	font   *sfnt.Font
	mu     sync.Mutex
	buffer sfnt.Buffer
	has    map[rune]bool
}{has: map[rune]bool{}}

// boldly reports whether a text that is wanted bold can be.
func boldly(text string, wanted bool) bool {
	if !wanted {
		return false
	}
	for _, r := range text {
		if r > '\u00ff' && !boldHas(r) {
			return false
		}
	}
	return true
}

func boldHas(r rune) bool {
	bold.mu.Lock()
	defer bold.mu.Unlock()
	has, known := bold.has[r]
	if known {
		return has
	}
	bold.once.Do(func() {
		// The face is ours and embedded: a test opens it.
		bold.font, _ = sfnt.Parse(assets.HeiBold)
	})
	if bold.font != nil {
		glyph, err := bold.font.GlyphIndex(&bold.buffer, r)
		has = err == nil && glyph != 0
	}
	bold.has[r] = has
	return has
}
