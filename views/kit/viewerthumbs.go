package kit

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Thumbs is the strip of small pages under a PageView: the current one framed,
// its number bold. It draws only those in view, one after another, so that a
// roster of 400 pages costs no more than one of four.
type Thumbs struct {
	widget.BaseWidget
	OnPick func(page int) // a small page was clicked

	lane     *Lane
	pages    PageSource
	current  int
	first    int // leftmost page in view
	pictures map[int]image.Image
	wheel    float32
}

// Measures of the strip.
const (
	ThumbsHeight float32 = 110
	thumbHigh    float32 = 82
	thumbWide    float32 = 116
	thumbFrame   float32 = 3
	thumbsKept           = 120 // pictures in memory, some 80 kB each
)

var (
	_ desktop.Mouseable = (*Thumbs)(nil)
	_ fyne.Scrollable   = (*Thumbs)(nil)
)

// NewThumbs returns an empty strip.
func NewThumbs(runner *Runner) *Thumbs {
	t := &Thumbs{lane: runner.NewLane(nil)}
	t.ExtendBaseWidget(t)
	return t
}

// SetPages shows another file; nil clears the strip.
func (t *Thumbs) SetPages(pages PageSource) {
	t.lane.Leave()
	t.pages, t.current, t.first = pages, 0, 0
	t.pictures = map[int]image.Image{}
	t.Refresh()
	t.draw()
}

// SetCurrent frames a page and brings it into view.
func (t *Thumbs) SetCurrent(page int) {
	t.current = page
	view := t.view()
	view.reveal(page)
	t.first = view.first
	t.Refresh()
	t.draw()
}

func (t *Thumbs) count() int {
	if t.pages == nil {
		return 0
	}
	return t.pages.Pages()
}

// cell is how wide each page's place is: as the first page stands, for a file
// has one kind of paper.
func (t *Thumbs) cell() fyne.Size {
	if t.count() == 0 {
		return fyne.NewSize(thumbWide, thumbHigh)
	}
	return t.size(0)
}

// size is how large a page is drawn.
func (t *Thumbs) size(page int) fyne.Size {
	w, h := t.pages.PageSize(page)
	if w <= 0 || h <= 0 {
		return fyne.NewSize(thumbWide, thumbHigh)
	}
	k := min(thumbWide/float32(w), thumbHigh/float32(h))
	return fyne.NewSize(round(float32(w)*k), round(float32(h)*k))
}

func (t *Thumbs) pitch() float32 { return t.cell().Width + Gutter }

func (t *Thumbs) view() rowsView {
	v := rowsView{count: t.count(), fits: max(0, int((t.Size().Width+Gutter)/t.pitch())), first: t.first}
	v.clamp()
	return v
}

// draw has the next missing page in view drawn, and then the next.
func (t *Thumbs) draw() {
	view := t.view()
	page := view.first
	for ; page <= view.last() && t.pictures[page] != nil; page++ {
	}
	if page > view.last() || t.lane.Busy() {
		return
	}
	pages, wide := t.pages, int(round(t.size(page).Width*t.scale()))
	Run(t.lane, Task[image.Image]{
		Title: "正在画小样",
		Work: func(ctx context.Context, _ Progress) (image.Image, error) {
			return pages.Page(ctx, page, wide)
		},
		Done: func(picture image.Image) {
			if len(t.pictures) >= thumbsKept {
				clear(t.pictures)
			}
			t.pictures[page] = picture
			t.Refresh()
			t.draw()
		},
	})
}

func (t *Thumbs) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && c.Scale() > 0 {
		return c.Scale()
	}
	return 1
}

// MinSize lets the strip be as narrow as one page.
func (t *Thumbs) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(thumbWide, ThumbsHeight)
}

// MouseDown picks the page under the pointer.
func (t *Thumbs) MouseDown(ev *desktop.MouseEvent) {
	page := t.first + int(ev.Position.X/t.pitch())
	view := t.view()
	if page <= view.last() && t.OnPick != nil {
		t.OnPick(page)
	}
}

// MouseUp is nothing.
func (t *Thumbs) MouseUp(*desktop.MouseEvent) {}

// Scrolled moves the strip by one page for a notch.
func (t *Thumbs) Scrolled(ev *fyne.ScrollEvent) {
	const notch = 25
	t.wheel += ev.Scrolled.DY + ev.Scrolled.DX
	by := int(t.wheel / notch)
	t.wheel -= float32(by) * notch
	view := t.view()
	if view.scroll(-by) {
		t.first = view.first
		t.Refresh()
		t.draw()
	}
}
