package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// The fixed measures of the frame, in pixels at 100 %.
const (
	TopBarHeight     float32 = 48
	ScreenHeadHeight float32 = 56
	MessageHeight    float32 = 32
	NavWidth         float32 = 182
	NarrowNavWidth   float32 = 48
	Margin           float32 = 24
	Gutter           float32 = 16
	FieldHeight      float32 = 30
	FieldPitch       float32 = 32
	ButtonHeight     float32 = 32
	TabHeight        float32 = 36
	NavRowHeight     float32 = 40
	HeadHeight       float32 = 32
	SmallHeight      float32 = 22 // chip, flag, keycap
	SumRowHeight     float32 = 24
)

// Windows narrower than these give way; compare with the canvas's own width,
// which already contains the system's scale (Fyne rounds 125 % to 130 %).
const (
	MediumBelow float32 = 1200 // navigation shows keys only
	NarrowBelow float32 = 1000 // side panels become a strip
)

// Columns is the number of columns of the grid.
const Columns = 12

// Grid divides a width into twelve columns with gutters of 16. At 1366 pixels
// the content is 1136 wide and a column 80.
type Grid struct{ Left, Right float32 }

// Content returns the grid of a content area of a width, between its margins.
func Content(left, width float32) Grid {
	return Grid{left + Margin, left + width - Margin}
}

func (g Grid) column() float32 {
	return (g.Right - g.Left - (Columns-1)*Gutter) / Columns
}

// X returns where a column begins; 0 is the first.
func (g Grid) X(column int) float32 {
	return round(g.Left + float32(column)*(g.column()+Gutter))
}

// Span returns the width of so many columns with the gutters between.
func (g Grid) Span(n int) float32 {
	return round(float32(n)*g.column() + float32(n-1)*Gutter)
}

// Whole rounds to a whole pixel at 100 %.
func Whole(v float32) float32 { return round(v) }

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// Snap moves a length to the nearest whole pixel of the screen, so that a line
// is as sharp at 150 % as at 100 %.
func Snap(v float32, c fyne.Canvas) float32 {
	if c == nil || c.Scale() <= 0 {
		return v
	}
	return round(v*c.Scale()) / c.Scale()
}
