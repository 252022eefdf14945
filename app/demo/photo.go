package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
)

// The size of a portrait on the registration site, in pixels.
const (
	photoWidth  = 295
	photoHeight = 413
)

// silhouette draws a neutral head and shoulders on white: nobody's photo, and
// obviously so. The shade varies a little, so that sheets can be told apart.
func (c *chance) silhouette() ([]byte, error) {
	shade := uint8(c.between(120, 165))
	ink := color.Gray{Y: shade}
	picture := image.NewGray(image.Rect(0, 0, photoWidth, photoHeight))
	for y := range photoHeight {
		for x := range photoWidth {
			picture.SetGray(x, y, color.Gray{Y: 255})
			if inOval(x, y, 147, 160, 68, 88) || inOval(x, y, 147, 430, 125, 150) || (x > 115 && x < 180 && y > 200 && y < 300) {
				picture.SetGray(x, y, ink)
			}
		}
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 80})
	return out.Bytes(), err
}

// inOval reports whether the point lies in the oval round (cx, cy) with the
// half axes rx and ry.
func inOval(x, y, cx, cy, rx, ry int) bool {
	dx, dy := float64(x-cx)/float64(rx), float64(y-cy)/float64(ry)
	return dx*dx+dy*dy <= 1
}
