package portrait

import "image"

// hold is how a camera was held, as EXIF counts it: 1 upright, 3 upside down, 6 and
// 8 on its sides, the others mirrored.
type hold int

// ways says of each hold which point of the picture as it lies, w wide and h high,
// is seen at x, y.
var ways = map[hold]func(x, y, w, h int) (int, int){
	2: func(x, y, w, _ int) (int, int) { return w - 1 - x, y },
	3: func(x, y, w, h int) (int, int) { return w - 1 - x, h - 1 - y },
	4: func(x, y, _, h int) (int, int) { return x, h - 1 - y },
	5: func(x, y, _, _ int) (int, int) { return y, x },
	6: func(x, y, _, h int) (int, int) { return y, h - 1 - x },
	7: func(x, y, w, h int) (int, int) { return w - 1 - y, h - 1 - x },
	8: func(x, y, w, _ int) (int, int) { return w - 1 - y, x },
}

// quarters says which hold is seen when another is turned by a quarter.
var quarters = map[hold]hold{1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2}

func (h hold) further() hold { return quarters[max(h, 1)] }

// lies reports whether the picture as it lies is as wide as it is seen high.
func (h hold) lies() bool { return h >= 5 }

// raw returns where a part as it is seen lies within bounds.
func (h hold) raw(part, bounds image.Rectangle) image.Rectangle {
	way := ways[h]
	if way == nil {
		return part.Add(bounds.Min)
	}
	x0, y0 := way(part.Min.X, part.Min.Y, bounds.Dx(), bounds.Dy())
	x1, y1 := way(part.Max.X-1, part.Max.Y-1, bounds.Dx(), bounds.Dy())
	r := image.Rect(min(x0, x1), min(y0, y1), max(x0, x1)+1, max(y0, y1)+1)
	return r.Add(bounds.Min)
}

// upright returns a picture that lies as it is seen.
func (h hold) upright(lying *image.RGBA) *image.RGBA {
	way, size := ways[h], lying.Bounds().Size()
	if way == nil {
		return lying
	}
	seen := size
	if h.lies() {
		seen = image.Pt(size.Y, size.X)
	}
	to := image.NewRGBA(image.Rectangle{Max: seen})
	for y := range seen.Y {
		for x := range seen.X {
			fx, fy := way(x, y, size.X, size.Y)
			copy(to.Pix[to.PixOffset(x, y):][:4], lying.Pix[lying.PixOffset(fx, fy):][:4])
		}
	}
	return to
}
