package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// pageRenderer draws a PageView: desk, line round the page, page, and the frame
// of the focus.
type pageRenderer struct {
	view    *PageView
	desk    *canvas.Rectangle
	paper   *canvas.Rectangle // the line round the page, and the page while it is not drawn
	sheet   *canvas.Rectangle
	image   *canvas.Image
	wait    *canvas.Text
	table   *container.Clip
	bars    [2]*canvas.Rectangle // how far down and across a larger page is read
	frame   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

const (
	frameSide float32 = 2 // how thick the frame of the focus is
	deskEdge  float32 = 2 // of the desk round the page, for the line about it
)

// CreateRenderer is called by Fyne.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	d := &pageRenderer{view: v,
		desk: canvas.NewRectangle(Colors.Desk), paper: canvas.NewRectangle(Colors.HeadLine), sheet: canvas.NewRectangle(Colors.Paper),
		image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest},
		wait:  Quiet().Set("正在画这一页…"),
	}
	d.table = container.NewClip(container.NewWithoutLayout(d.paper, d.sheet, d.image))
	d.objects = []fyne.CanvasObject{d.desk, d.table, d.wait}
	for i := range d.bars {
		d.bars[i] = canvas.NewRectangle(Colors.ScrollBar)
		d.bars[i].CornerRadius = barWidth / 2
		d.objects = append(d.objects, d.bars[i])
	}
	for range 4 {
		side := canvas.NewRectangle(Colors.Accent)
		d.frame, d.objects = append(d.frame, side), append(d.objects, side)
	}
	return anew(v, d)
}

func (d *pageRenderer) Destroy()                     {}
func (d *pageRenderer) MinSize() fyne.Size           { return d.view.MinSize() }
func (d *pageRenderer) Objects() []fyne.CanvasObject { return d.objects }

// Layout measures the desk and has the page drawn for it.
func (d *pageRenderer) Layout(size fyne.Size) {
	v := d.view
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
		v.scale = c.Scale()
	}
	v.frame.desk = size.Subtract(fyne.NewSquareSize(2 * (frameSide + deskEdge)))
	v.measure()
	v.frame.moveTo(v.frame.offset)
	v.ask()
	d.Refresh()
}

// Refresh draws what there is.
func (d *pageRenderer) Refresh() {
	v, size := d.view, d.view.Size()
	d.desk.FillColor = Colors.Desk
	place(d.desk, 0, 0, size.Width, size.Height)
	place(d.table, frameSide, frameSide, size.Width-2*frameSide, size.Height-2*frameSide)
	d.drawPage()
	d.wait.Hidden = !v.waiting
	place(d.wait, 16, 8, d.wait.MinSize().Width, 24)
	d.drawBars(size)
	d.drawFrame(size)
	canvas.Refresh(v)
}

// drawBars shows that there is more of the page than the desk holds.
func (d *pageRenderer) drawBars(size fyne.Size) {
	f, shown := &d.view.frame, d.view.frame.shown()
	y, height := barAt(f.offset.Y, f.desk.Height, shown.Height)
	x, width := barAt(f.offset.X, f.desk.Width, shown.Width)
	d.bars[0].Hidden, d.bars[1].Hidden = height == 0, width == 0
	const edge = frameSide + deskEdge
	place(d.bars[0], size.Width-edge-barWidth, edge+y, barWidth, height)
	place(d.bars[1], edge+x, size.Height-edge-barWidth, width, barWidth)
}

// barAt returns where a scroll bar begins and how long it is; 0 when all is in
// view. A pixel too many, as rounding makes them, is no reason for one.
func barAt(offset, desk, shown float32) (at, length float32) {
	if shown <= desk+1 {
		return 0, 0
	}
	length = max(thumbMin, desk*desk/shown)
	return (desk - length) * offset / (shown - desk), length
}

// drawPage places the page on whole pixels of the screen, so that its picture
// is neither stretched nor blurred.
func (d *pageRenderer) drawPage() {
	v := d.view
	none := v.page >= v.count()
	d.paper.Hidden, d.sheet.Hidden = none, none
	d.image.Hidden = none || v.picture == nil || v.of != v.page
	if none {
		return
	}
	at, shown := v.frame.corner(), v.frame.shown()
	x, y := v.snap(at.X+deskEdge), v.snap(at.Y+deskEdge)
	w, h := v.snap(shown.Width), v.snap(shown.Height)
	if !d.image.Hidden {
		if size := v.picture.Bounds().Size(); size.X == v.asked.wide {
			w, h = float32(size.X)/v.scale, float32(size.Y)/v.scale
		}
		if d.image.Image != v.picture {
			d.image.Image = v.picture
			d.image.Refresh()
		}
		place(d.image, x, y, w, h)
	}
	line := 1 / v.scale
	d.paper.FillColor, d.sheet.FillColor = Colors.HeadLine, Colors.Paper
	place(d.paper, x-line, y-line, w+2*line, h+2*line)
	place(d.sheet, x, y, w, h)
}

func (v *PageView) snap(length float32) float32 { return round(length*v.scale) / v.scale }

func (d *pageRenderer) drawFrame(size fyne.Size) {
	for _, side := range d.frame {
		side.Hidden, side.FillColor = !d.view.focused, Colors.Accent
	}
	place(d.frame[0], 0, 0, size.Width, frameSide)
	place(d.frame[1], 0, size.Height-frameSide, size.Width, frameSide)
	place(d.frame[2], 0, 0, frameSide, size.Height)
	place(d.frame[3], size.Width-frameSide, 0, frameSide, size.Height)
}
