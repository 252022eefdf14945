package kit

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// PageSource is what a PageView shows: a printed file, or the scans of one
// person.
type PageSource interface {
	Pages() int
	// PageSize is in points, 1/72 inch.
	PageSize(page int) (width, height float64)
	// Page draws a page so many pixels wide, on a goroutine of its own.
	Page(ctx context.Context, page, pixelsWide int) (image.Image, error)
}

// PageView shows one page on a grey desk, so that one pixel of the picture is
// one pixel of the screen. Pages are drawn off the window's goroutine; until
// the sharp picture comes, the old one stands in, stretched.
//
// PgUp and PgDn turn pages, + and − zoom, arrows and the mouse move a page that
// is larger than the desk; the wheel reads on to the next page, with Ctrl it
// zooms.
type PageView struct {
	widget.BaseWidget

	Keys   *Keys           // asked for keys that are not the view's own
	Next   func(back bool) // Tab and Shift+Tab
	OnPage func(page int)  // another page is shown
	OnZoom func(Zoom)      // another zoom is set

	lane    *Lane
	pages   PageSource
	page    int
	frame   pageFrame
	scale   float32 // pixels of the screen for one of ours, as of the last layout
	picture image.Image
	of      int // the page the picture is of
	asked   pageWish
	waiting bool // so long that it has to be said
	focused bool
	mouse   fyne.Position // where the wheel zooms about
}

// pageWish is a picture asked for.
type pageWish struct{ page, wide int }

var (
	_ fyne.Focusable    = (*PageView)(nil)
	_ fyne.Shortcutable = (*PageView)(nil)
	_ fyne.Tabbable     = (*PageView)(nil)
	_ fyne.Scrollable   = (*PageView)(nil)
	_ fyne.Draggable    = (*PageView)(nil)
	_ desktop.Mouseable = (*PageView)(nil)
	_ desktop.Hoverable = (*PageView)(nil)
)

// NewPageView returns an empty desk.
func NewPageView(runner *Runner) *PageView {
	v := &PageView{frame: pageFrame{zoom: FitWidth}, scale: 1}
	v.lane = runner.NewLane(func(p *ProgressShown) {
		v.waiting = p != nil
		v.Refresh()
	})
	v.ExtendBaseWidget(v)
	return v
}

// SetPages shows another file from its first page; nil clears the desk. What is
// still being drawn of the old one is dropped.
func (v *PageView) SetPages(pages PageSource) {
	v.lane.Leave()
	v.pages, v.picture, v.asked, v.page = pages, nil, pageWish{}, 0
	v.turned()
}

// Replace shows the file as it is now, on the same page if there still is one:
// the paper was made again after a change.
func (v *PageView) Replace(pages PageSource) {
	page, offset := v.page, v.frame.offset
	v.lane.Leave()
	v.pages, v.asked = pages, pageWish{}
	v.page = max(0, min(page, v.count()-1))
	v.turned()
	v.frame.moveTo(offset)
	v.Refresh()
}

// Pages returns how many pages there are to turn.
func (v *PageView) Pages() int { return v.count() }

func (v *PageView) count() int {
	if v.pages == nil {
		return 0
	}
	return v.pages.Pages()
}

// Page returns the page shown, from 0.
func (v *PageView) Page() int { return v.page }

// GoTo shows a page from its top.
func (v *PageView) GoTo(page int) {
	page = max(0, min(page, v.count()-1))
	if page != v.page {
		v.page = page
		v.turned()
	}
}

// Turn goes by pages and reports whether there was one to go to.
func (v *PageView) Turn(by int) bool {
	was := v.page
	v.GoTo(v.page + by)
	return v.page != was
}

// turned lays the new page out and tells of it.
func (v *PageView) turned() {
	v.measure()
	v.frame.moveTo(fyne.Position{})
	v.ask()
	v.Refresh()
	if v.OnPage != nil && v.count() > 0 {
		v.OnPage(v.page)
	}
}

func (v *PageView) measure() {
	v.frame.page = fyne.Size{}
	if v.page < v.count() {
		w, h := v.pages.PageSize(v.page)
		v.frame.page = fyne.NewSize(float32(w*inkPerPoint), float32(h*inkPerPoint))
	}
}

// Zoom returns how the page is shown.
func (v *PageView) Zoom() Zoom { return v.frame.zoom }

// SetZoom shows the page larger or smaller, the middle staying where it is.
func (v *PageView) SetZoom(z Zoom) { v.zoomAbout(z, v.frame.middle()) }

// ZoomIn takes the next larger step.
func (v *PageView) ZoomIn() { v.SetZoom(v.frame.step(true)) }

// ZoomOut takes the next smaller step.
func (v *PageView) ZoomOut() { v.SetZoom(v.frame.step(false)) }

func (v *PageView) zoomAbout(z Zoom, at fyne.Position) {
	if z == v.frame.zoom {
		return
	}
	v.frame.zoomTo(z, at)
	v.ask()
	v.Refresh()
	if v.OnZoom != nil {
		v.OnZoom(z)
	}
}

// ask has the page drawn as wide as it stands on the screen, unless that was
// asked already.
func (v *PageView) ask() {
	wish := pageWish{v.page, int(round(v.frame.shown().Width * v.scale))}
	if v.page >= v.count() || wish.wide < 1 || wish == v.asked {
		return
	}
	v.asked = wish
	pages := v.pages
	Run(v.lane, Task[image.Image]{
		Title: "正在画这一页",
		Work: func(ctx context.Context, _ Progress) (image.Image, error) {
			return pages.Page(ctx, wish.page, wish.wide)
		},
		Done: func(picture image.Image) {
			v.picture, v.of = picture, wish.page
			v.Refresh()
		},
		Ended: func() {
			if v.picture == nil || v.of != wish.page {
				v.asked = pageWish{} // it failed: the next layout may ask again
			}
		},
	})
}

// MinSize is small: the preview gives way to everything else.
func (v *PageView) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(200, 160)
}
