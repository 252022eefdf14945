package kit

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The five sizes of type. Nothing is smaller than Normal.
const (
	Normal  float32 = 14
	Large   float32 = 16 // sub-title, open clause, the one sentence that must be read
	Heading float32 = 20 // screen title, a person's name, verdict, counts
	Banner  float32 = 28 // 演练
	Days    float32 = 32 // days left, nothing else
)

// Style is how a text is set. The zero Style is what almost everything is set
// in: 14 px, regular, ink.
type Style struct {
	Size  float32
	Bold  bool
	Color color.Color
}

// The styles with a name. They are functions, because the palette changes when
// the practice county opens.
func Strong() Style { return Style{Bold: true} }

// Quiet is the style of labels and secondary facts.
func Quiet() Style { return Style{Color: Colors.Ink2} }

// Faint is the style of sources, placeholders and what cannot be used now.
func Faint() Style { return Style{Color: Colors.Ink3} }

// Title is the style of a screen's title and of a person's name.
func Title() Style { return Style{Size: Heading, Bold: true} }

// Lead is the style of the fact beside a title and of the one sentence that
// must be read.
func Lead() Style { return Style{Size: Large, Color: Colors.Ink2} }

// In returns the style in another colour.
func (s Style) In(c color.Color) Style {
	s.Color = c
	return s
}

func (s Style) size() float32 {
	if s.Size == 0 {
		return Normal
	}
	return s.Size
}

func (s Style) color() color.Color {
	if s.Color == nil {
		return Colors.Ink
	}
	return s.Color
}

// Text returns a text to place. In a box higher than itself it stands in the
// middle.
func Text(s string, size float32, bold bool, c color.Color) *canvas.Text {
	t := canvas.NewText(s, c)
	t.TextSize, t.TextStyle.Bold = size, boldly(s, bold)
	return t
}

// Set returns a text in a style.
func (s Style) Set(text string) *canvas.Text {
	return Text(text, s.size(), s.Bold, s.color())
}

// Width returns how wide a text is in a style.
func (s Style) Width(text string) float32 {
	return width(text, s.size(), s.Bold)
}

type measured struct {
	text string
	size float32
	bold bool
}

// widths remembers what was measured, for a list asks for the same names again
// with every step. It starts afresh before it grows large.
var widths = struct {
	sync.Mutex
	of map[measured]float32
}{of: map[measured]float32{}}

const maxWidths = 20000

func width(text string, size float32, bold bool) float32 {
	if text == "" {
		return 0
	}
	bold = boldly(text, bold)
	key := measured{text, size, bold}
	widths.Lock()
	defer widths.Unlock()
	if w, ok := widths.of[key]; ok {
		return w
	}
	if len(widths.of) >= maxWidths {
		clear(widths.of)
	}
	w := fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
	widths.of[key] = w
	return w
}

// Fit returns the text, or as much of its beginning as the width holds with
// "…" after it. A hanzi of two code units is never cut in half.
func Fit(s string, room, size float32, bold bool) string {
	if width(s, size, bold) <= room {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)-1 // low fits, or nothing does
	for low < high {
		mid := (low + high + 1) / 2
		if width(string(runes[:mid])+"…", size, bold) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
