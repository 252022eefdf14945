package pdf

import (
	"fmt"

	"github.com/boombuler/barcode/qr"
)

// QR returns the modules of a QR code (alphanumeric, level M: a quarter of it
// may be lost under a stamp or in a fax copy) as rectangles that fill the
// square at x, y. Modules side by side are one rectangle, so that no hairline
// shows between them.
func QR(content string, x, y, side float64) ([]Rect, error) {
	code, err := qr.Encode(content, qr.M, qr.AlphaNumeric)
	if err != nil {
		return nil, fmt.Errorf("pdf: QR code of %q: %w", content, err)
	}
	n := code.Bounds().Dx()
	dark := func(cx, cy int) bool {
		r, _, _, _ := code.At(cx, cy).RGBA()
		return r == 0
	}
	module := side / float64(n)
	var rects []Rect
	done := make([]bool, n*n)
	for cy := range n {
		for cx := range n {
			if done[cy*n+cx] || !dark(cx, cy) {
				continue
			}
			w, h := grow(cx, cy, n, func(px, py int) bool { return dark(px, py) && !done[py*n+px] })
			for py := cy; py < cy+h; py++ {
				for px := cx; px < cx+w; px++ {
					done[py*n+px] = true
				}
			}
			rects = append(rects, Rect{x + float64(cx)*module, y + float64(cy)*module, float64(w) * module, float64(h) * module})
		}
	}
	return rects, nil
}

// grow returns the widest, then highest rectangle of free modules whose upper
// left corner is x, y.
func grow(x, y, n int, free func(x, y int) bool) (w, h int) {
	for x+w < n && free(x+w, y) {
		w++
	}
	for h = 1; y+h < n; h++ {
		for px := x; px < x+w; px++ {
			if !free(px, y+h) {
				return w, h
			}
		}
	}
	return w, h
}
