package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// thumbsRenderer draws the strip with one place per page in view.
type thumbsRenderer struct {
	strip  *Thumbs
	places []*thumbPlace
	drawn  []fyne.CanvasObject
}

// thumbPlace is where one small page after another is shown.
type thumbPlace struct {
	box           *fyne.Container
	frame, ground *canvas.Rectangle
	image         *canvas.Image
	number        *canvas.Text
}

// CreateRenderer is called by Fyne.
func (t *Thumbs) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return anew(t, &thumbsRenderer{strip: t})
}

func (d *thumbsRenderer) Destroy()                     {}
func (d *thumbsRenderer) MinSize() fyne.Size           { return d.strip.MinSize() }
func (d *thumbsRenderer) Objects() []fyne.CanvasObject { return d.drawn }

// Layout finds out how many pages there is room for.
func (d *thumbsRenderer) Layout(fyne.Size) {
	view := d.strip.view()
	d.strip.first = view.first
	d.strip.draw()
	d.Refresh()
}

// Refresh shows the pages in view.
func (d *thumbsRenderer) Refresh() {
	t := d.strip
	view := t.view()
	for len(d.places) <= view.last()-view.first {
		p := newThumbPlace()
		d.places, d.drawn = append(d.places, p), append(d.drawn, p.box)
	}
	for i, p := range d.places {
		page := view.first + i
		p.box.Hidden = page > view.last()
		if !p.box.Hidden {
			p.show(t, page, float32(i)*t.pitch())
		}
	}
	canvas.Refresh(t)
}

func newThumbPlace() *thumbPlace {
	p := &thumbPlace{
		frame: canvas.NewRectangle(Colors.HeadLine), ground: canvas.NewRectangle(Colors.Paper),
		image:  &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest},
		number: Style{}.Set(""),
	}
	p.number.Alignment = fyne.TextAlignCenter
	p.box = container.NewWithoutLayout(p.frame, p.ground, p.image, p.number)
	return p
}

// show draws a page at x, standing on the line above its number.
func (p *thumbPlace) show(t *Thumbs, page int, x float32) {
	size, cell := t.size(page), t.cell()
	current := page == t.current
	line, style := float32(1), Quiet()
	p.frame.FillColor = Colors.HeadLine
	if current {
		line, style, p.frame.FillColor = thumbFrame, Strong(), Colors.Accent
	}
	y := thumbHigh - size.Height
	place(p.box, x, 0, cell.Width, ThumbsHeight)
	place(p.frame, 0, y, size.Width, size.Height)
	place(p.ground, line, y+line, size.Width-2*line, size.Height-2*line)
	place(p.image, line, y+line, size.Width-2*line, size.Height-2*line)
	picture := t.pictures[page]
	p.image.Hidden = picture == nil
	if picture != nil && p.image.Image != picture {
		p.image.Image = picture
		p.image.Refresh()
	}
	p.number.Text, p.number.TextStyle.Bold, p.number.Color = strconv.Itoa(page+1), style.Bold, style.color()
	place(p.number, 0, thumbHigh+4-textRise, cell.Width, 22)
}
