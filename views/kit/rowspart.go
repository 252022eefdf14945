package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Measures of framed parts; partGap stands between two.
const (
	partGap  float32 = 4
	signSide float32 = 14 // of a chip's sign
	// of a sign before plain words
	plainSignSide, plainSignGap float32 = 16, 6
)

// drawnPart is one part of a cell with the things to draw it, used again for
// whatever row comes into view: new pictures for every step would have to be
// drawn by Fyne every time.
type drawnPart struct {
	outer, inner *canvas.Rectangle
	icons        map[string]*canvas.Image // one per icon, for Fyne keeps a picture by its image
	text         *canvas.Text
	shown        bool
}

func newDrawnPart() *drawnPart {
	p := &drawnPart{outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	p.outer.CornerRadius, p.inner.CornerRadius = 4, 3
	p.icons = map[string]*canvas.Image{}
	p.hide()
	return p
}

func (p *drawnPart) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.outer, p.inner}
	for _, image := range p.icons {
		out = append(out, image)
	}
	return append(out, p.text)
}

func (p *drawnPart) hide() {
	p.shown = false
	p.outer.Hidden, p.inner.Hidden, p.text.Hidden = true, true, true
	p.showIcon(shownIcon{})
}

// shownIcon is an icon where it stands; without a name it is none.
type shownIcon struct {
	name       string
	color      color.Color
	x, y, side float32
}

// showIcon hides every other icon and reports whether it had to make the image.
func (p *drawnPart) showIcon(shown shownIcon) (made bool) {
	for name, image := range p.icons {
		image.Hidden = name != shown.name
	}
	if shown.name == "" {
		return false
	}
	icon := p.icons[shown.name]
	if icon == nil {
		icon = newIcon()
		p.icons[shown.name], made = icon, true
	}
	redrawIcon(icon, IconImage(shown.name, shown.side, shown.color))
	place(icon, shown.x, shown.y, shown.side, shown.side)
	return made
}

func newIcon() *canvas.Image { return &canvas.Image{FillMode: canvas.ImageFillStretch} }

// redrawIcon takes over the picture for another scale or another desk.
func redrawIcon(icon *canvas.Image, picture image.Image) {
	if icon.Image != picture {
		icon.Image = picture
		icon.Refresh()
	}
}

// drawAt draws the part from x, in the middle of a row, and returns where it
// ends. made says that there is a new thing to draw.
func (p *drawnPart) drawAt(part Part, x, room, height float32) (end float32, made bool) {
	p.shown = true
	top := round((height - SmallHeight) / 2)
	switch part.Frame {
	case Chipped:
		made = p.chip(part, x, top)
	case Flagged:
		p.frame(x, top, FlagWidth(part.Text), Colors.Paper, Colors.HeadLine)
		p.words(part.Text, x+flagPad, top, SmallHeight, Quiet())
		p.showIcon(shownIcon{}) // a chip may have stood here
	case Barred:
		p.bar(part.Bar, x, room, height)
		return x + room, false
	default:
		return p.plain(part, x, room, height)
	}
	return x + part.width() + partGap, made
}

// plain draws words without a frame, with what stands before them.
func (p *drawnPart) plain(part Part, x, room, height float32) (end float32, made bool) {
	p.outer.Hidden, p.inner.Hidden = true, true
	name, c := part.icon()
	made = p.showIcon(shownIcon{name, c, x, round((height - plainSignSide) / 2), plainSignSide})
	x += part.iconRoom()
	if p.text.Hidden = part.Text == ""; p.text.Hidden {
		return x, made
	}
	p.words(Fit(part.Text, room-part.iconRoom(), part.Style.size(), part.Style.Bold), x, 0, height, part.Style)
	return x + p.text.Size().Width, made
}

// chip draws as Sheet.Chip does.
func (p *drawnPart) chip(part Part, x, y float32) (made bool) {
	w := ChipWidth(part.Text, part.Sign)
	switch part.Sign {
	case NoSign:
		p.frame(x, y, w, Colors.Paper, Colors.AccentLine)
		p.words(part.Text, x+flagPad, y, SmallHeight, Style{Color: Colors.Accent})
	case Open:
		p.frame(x, y, w, Colors.Bar, Colors.Bar)
		p.words(part.Text, x+flagPad, y, SmallHeight, Quiet())
	default:
		tint := part.Sign.Tint()
		p.frame(x, y, w, tint, tint)
		p.words(part.Text, x+23, y, SmallHeight, Style{Color: part.Sign.Color()})
		return p.showIcon(shownIcon{part.Sign.Icon(), part.Sign.Color(), x + 5, y + 4, signSide})
	}
	return p.showIcon(shownIcon{})
}

// Heights of a bar, and of the paler one under it.
const (
	barThick float32 = 10
	barThin  float32 = 4
)

// bar draws in the accent colour alone, so that it is not taken for a sign.
func (p *drawnPart) bar(b Bar, x, room, height float32) {
	p.text.Hidden = true
	p.showIcon(shownIcon{})
	high := barThick
	if b.Before > 0 {
		high += barThin
	}
	top := round((height - high) / 2)
	p.outer.CornerRadius, p.inner.CornerRadius = 0, 0
	p.outer.Hidden, p.inner.Hidden = b.Length <= 0, b.Before <= 0
	p.outer.FillColor, p.inner.FillColor = Colors.Accent, Colors.AccentLine
	place(p.outer, x, top, max(1, round(room*b.Length)), barThick)
	place(p.inner, x, top+barThick, max(1, round(room*b.Before)), barThin)
}

func (p *drawnPart) frame(x, y, w float32, fill, line color.Color) {
	p.outer.CornerRadius, p.inner.CornerRadius = 4, 3
	p.outer.Hidden, p.inner.Hidden = false, false
	p.outer.FillColor, p.inner.FillColor = line, fill
	place(p.outer, x, y, w, SmallHeight)
	place(p.inner, x+1, y+1, w-2, SmallHeight-2)
}

func (p *drawnPart) words(s string, x, y, h float32, style Style) {
	t := p.text
	t.Hidden, t.Text, t.TextSize, t.TextStyle.Bold, t.Color = false, s, style.size(), boldly(s, style.Bold), style.color()
	place(t, x, y-textRise, style.Width(s), h)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
