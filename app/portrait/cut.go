package portrait

import (
	"image"
	"math"
)

// Frame says which part of a picture is taken. Its zero value is the part that Cut
// takes.
type Frame struct {
	DX, DY float64 // how far from there, in percent of the free room; right and down
	Zoom   float64 // 1 to 2: how much closer; less is 1
	Turns  int     // quarters clockwise
}

// LargestZoom is the closest a frame comes.
const LargestZoom = 2.0

// head is how much of what is cut off above and below comes off above: heads are
// near the top.
const head = 1.0 / 3

// Cut returns the largest part of a picture with a proportion (width by height):
// cut at the sides alike, or a third above and two thirds at the foot.
func Cut(size image.Point, proportion float64) image.Rectangle {
	return Frame{}.Of(size, proportion)
}

// Of returns the part of a picture of a size, turned already, that the frame takes.
func (f Frame) Of(size image.Point, proportion float64) image.Rectangle {
	w, h := largest(size, proportion)
	zoom := min(max(f.Zoom, 1), LargestZoom)
	w, h = whole(float64(w)/zoom), whole(float64(h)/zoom)
	left := along(size.X-w, 0.5, f.DX)
	top := along(size.Y-h, head, f.DY)
	return image.Rect(left, top, left+w, top+h)
}

// Moved is the frame moved by percents of the free room, no further than the
// picture reaches.
func (f Frame) Moved(dx, dy float64) Frame {
	f.DX = min(max(f.DX+dx, -50), 50)
	f.DY = min(max(f.DY+dy, -100*head), 100*(1-head))
	return f
}

// Closer is the frame nearer by a step, or further by a negative one.
func (f Frame) Closer(step float64) Frame {
	f.Zoom = math.Round(min(max(max(f.Zoom, 1)+step, 1), LargestZoom)*100) / 100
	return f
}

// largest returns how large the part is at most.
func largest(size image.Point, proportion float64) (w, h int) {
	if w = int(math.Round(float64(size.Y) * proportion)); w < size.X {
		return max(w, 1), size.Y
	}
	return size.X, min(max(int(math.Round(float64(size.X)/proportion)), 1), size.Y)
}

// along places a part in the room that is free: so much of it before the part, and
// percents more.
func along(room int, share, percent float64) int {
	at := share + percent/100
	return int(float64(room) * min(max(at, 0), 1))
}

func whole(v float64) int { return max(1, int(math.Round(v))) }
