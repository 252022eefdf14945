package kit

import "fyne.io/fyne/v2"

// Zoom is how large a page is shown.
type Zoom int

// The steps. At FitPage the page is seen whole, at Actual as large as on paper.
const (
	FitPage Zoom = iota
	FitWidth
	Actual
	Larger
	Double
)

// zoomSteps names the steps; a factor of 0 depends on the desk.
var zoomSteps = []struct {
	word   string
	factor float32
}{FitPage: {"整页", 0}, FitWidth: {"适合宽度", 0}, Actual: {"100%", 1}, Larger: {"150%", 1.5}, Double: {"200%", 2}}

// String is the step's word between − and +.
func (z Zoom) String() string { return zoomSteps[z].word }

// inkPerPoint turns points of paper into our pixels: 96 to the inch at 100 %.
const inkPerPoint = 96.0 / 72

// pageFrame is where a page lies on the desk. It draws nothing.
type pageFrame struct {
	desk   fyne.Size // room there is
	page   fyne.Size // at 100 %
	zoom   Zoom
	offset fyne.Position // of the desk's corner from the page's, when the page is larger
}

// factor is how much larger than on paper the page is at a step.
func (f *pageFrame) factor(z Zoom) float32 {
	if f.page.Width <= 0 || f.page.Height <= 0 {
		return 1
	}
	width, height := f.desk.Width/f.page.Width, f.desk.Height/f.page.Height
	switch z {
	case FitPage:
		return min(width, height)
	case FitWidth:
		return width
	}
	return zoomSteps[z].factor
}

// shown is how large the page is on the screen.
func (f *pageFrame) shown() fyne.Size {
	k := f.factor(f.zoom)
	return fyne.NewSize(f.page.Width*k, f.page.Height*k)
}

// corner is where the page's upper left corner lies on the desk. A page smaller
// than the desk lies in its middle, at the top.
func (f *pageFrame) corner() fyne.Position {
	shown := f.shown()
	at := fyne.NewPos(-f.offset.X, -f.offset.Y)
	if shown.Width <= f.desk.Width {
		at.X = (f.desk.Width - shown.Width) / 2
	}
	if shown.Height <= f.desk.Height {
		at.Y = 0
	}
	return at
}

// moveTo moves the desk over the page and reports whether it moved. It never
// leaves the page.
func (f *pageFrame) moveTo(offset fyne.Position) bool {
	was, shown := f.offset, f.shown()
	f.offset.X = max(0, min(offset.X, shown.Width-f.desk.Width))
	f.offset.Y = max(0, min(offset.Y, shown.Height-f.desk.Height))
	return f.offset != was
}

func (f *pageFrame) moveBy(dx, dy float32) bool {
	return f.moveTo(fyne.NewPos(f.offset.X+dx, f.offset.Y+dy))
}

// zoomTo keeps what lies under a point of the desk where it is.
func (f *pageFrame) zoomTo(z Zoom, about fyne.Position) {
	before, corner := f.factor(f.zoom), f.corner()
	f.zoom = z
	k := f.factor(z) / before
	f.moveTo(fyne.NewPos((about.X-corner.X)*k-about.X, (about.Y-corner.Y)*k-about.Y))
}

// step returns the next larger or smaller zoom: the two that depend on the desk
// may lie anywhere among the others.
func (f *pageFrame) step(larger bool) Zoom {
	now, best := f.factor(f.zoom), f.zoom
	for z := range Zoom(len(zoomSteps)) {
		k := f.factor(z)
		beyond, nearer := k > now*1.01, k < f.factor(best)
		if !larger {
			beyond, nearer = k < now*0.99, k > f.factor(best)
		}
		if beyond && (best == f.zoom || nearer) {
			best = z
		}
	}
	return best
}

func (f *pageFrame) middle() fyne.Position { return fyne.NewPos(f.desk.Width/2, f.desk.Height/2) }
