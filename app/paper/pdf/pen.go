package pdf

import (
	"math"
	"strconv"
)

// perMM is how many points, the unit of page contents, a millimetre is.
const perMM = 72 / 25.4

// pen writes page contents with its own operators: no measuring, no search, no
// loss, and a third of gofpdf's time.
type pen struct {
	letters *letters
	height  float64 // of the page, mm
	font    uint8   // set on this page
	size    float64
	width   float64 // of lines
	dash    [2]float64
	out     []byte
}

// page returns the contents of a page after those gofpdf wrote (its photos):
// rules, then words. They are good until the next call.
func (p *pen) page(before []byte, page *Page) []byte {
	p.height = page.Height
	p.font, p.size, p.width, p.dash = 0, 0, 0, [2]float64{}
	p.out = append(p.out[:0], before...)
	for _, l := range page.Lines {
		p.line(l)
	}
	for _, block := range page.Blocks {
		p.block(block)
	}
	for i := range page.Texts {
		p.text(&page.Texts[i])
	}
	return p.out
}

func (p *pen) line(l Line) {
	if l.Width != p.width {
		p.numbers(l.Width * perMM)
		p.op("w")
		p.width = l.Width
	}
	if l.Dash != p.dash {
		p.setDash(l.Dash)
	}
	p.point(l.X1, l.Y1)
	p.op("m")
	p.point(l.X2, l.Y2)
	p.op("l S")
}

func (p *pen) setDash(dash [2]float64) {
	p.out = append(p.out, '[')
	if dash != [2]float64{} {
		p.numbers(dash[0]*perMM, dash[1]*perMM)
	}
	p.op("] 0 d")
	p.dash = dash
}

func (p *pen) block(rects []Rect) {
	for _, r := range rects {
		p.point(r.X, r.Y+r.H)
		p.numbers(r.W*perMM, r.H*perMM)
		p.op("re")
	}
	p.op("f")
}

// text writes a run, changing the font inside it where a character comes from
// another.
func (p *pen) text(t *Text) {
	if t.Text == "" {
		return
	}
	p.out = append(p.out, "BT "...)
	p.point(t.X, t.Y)
	p.op("Td")
	open := false
	previous := rune(0)
	for _, r := range t.Text {
		l := p.letters.find(t.Face, r)
		if l.font != p.font || t.Size != p.size {
			if open {
				p.op(")] TJ")
				open = false
			}
			p.setFont(l.font, t.Size)
		}
		if !open {
			p.out = append(p.out, "[("...)
			open = true
		}
		if t.Gap != 0 && opens(previous, r) {
			p.out = append(p.out, ')')
			p.numbers(-t.Gap / (t.Size * MM) * 1000)
			p.out = append(p.out, '(')
		}
		p.code(l.code)
		previous = r
	}
	p.op(")] TJ ET")
}

func (p *pen) setFont(font uint8, size float64) {
	p.out = append(p.out, '/')
	p.out = append(p.out, p.letters.fonts[font-1].resource...)
	p.out = append(p.out, ' ')
	p.numbers(size)
	p.op("Tf")
	p.font, p.size = font, size
}

// code writes a character code inside a literal string.
func (p *pen) code(c uint16) {
	for _, b := range [2]byte{byte(c >> 8), byte(c)} {
		switch b {
		case '(', ')', '\\':
			p.out = append(p.out, '\\', b)
		case '\r':
			p.out = append(p.out, `\r`...)
		default:
			p.out = append(p.out, b)
		}
	}
}

func (p *pen) op(name string) {
	p.out = append(p.out, name...)
	p.out = append(p.out, '\n')
}

// point writes a place, turning millimetres from the top into points from the
// bottom.
func (p *pen) point(x, y float64) { p.numbers(x*perMM, (p.height-y)*perMM) }

// numbers writes numbers with three decimals at most: finer than any printer.
func (p *pen) numbers(all ...float64) {
	for _, v := range all {
		n := int64(math.Round(v * 1000))
		if n < 0 {
			p.out = append(p.out, '-')
			n = -n
		}
		p.out = strconv.AppendInt(p.out, n/1000, 10)
		if rest := n % 1000; rest != 0 {
			p.out = append(p.out, '.', byte('0'+rest/100))
			if rest%100 != 0 {
				p.out = append(p.out, byte('0'+rest/10%10))
			}
			if rest%10 != 0 {
				p.out = append(p.out, byte('0'+rest%10))
			}
		}
		p.out = append(p.out, ' ')
	}
}
