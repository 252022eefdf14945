package paper

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // photos arrive as JPEG, PNG or GIF
	"image/jpeg"
	_ "image/png"
	"math"

	"github.com/disintegration/imaging"
)

const (
	// largestPhoto keeps a file of a few bytes that claims 30000×30000 from
	// taking a gigabyte.
	largestPhoto = 40_000_000
	photoQuality = 92
	// exifReach is how far into a JPEG a camera's notes may begin.
	exifReach = 4096
	// sameShape is how far a photo's proportions may be off before it is cut.
	sameShape = 0.01
)

var errPhotoTooLarge = errors.New("paper: photo of more than 40 million points")

// portraitOf returns the photo as a JPEG of the given proportion (width by
// height): cut at the sides, or at the foot more than at the head, and never
// stretched. A JPEG that is right already is returned as it came, unless a
// camera wrote into it: which side is up, which printers do not read, and where
// it was taken, which is nobody's business.
func portraitOf(photo []byte, proportion float64) ([]byte, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(photo))
	if err != nil {
		return nil, err
	}
	if config.Width < 1 || config.Height < 1 || config.Width*config.Height > largestPhoto {
		return nil, errPhotoTooLarge
	}
	has := float64(config.Width) / float64(config.Height)
	if format == "jpeg" && printsAsItIs(photo, config) && math.Abs(has/proportion-1) < sameShape {
		return photo, nil
	}
	img, err := imaging.Decode(bytes.NewReader(photo), imaging.AutoOrientation(true))
	if err != nil {
		return nil, err
	}
	cut := cutTo(img.Bounds(), proportion)
	white := image.NewRGBA(image.Rect(0, 0, cut.Dx(), cut.Dy()))
	draw.Draw(white, white.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(white, white.Bounds(), img, cut.Min, draw.Over)
	var out bytes.Buffer
	err = jpeg.Encode(&out, white, &jpeg.Options{Quality: photoQuality})
	return out.Bytes(), err
}

// printsAsItIs reports whether a JPEG is whole (it has its end mark), without a
// camera's notes, and not in the printers' four colours, which each reader shows
// in another way.
func printsAsItIs(photo []byte, config image.Config) bool {
	return bytes.HasSuffix(photo, []byte{0xFF, 0xD9}) && config.ColorModel != color.CMYKModel && !bytes.Contains(photo[:min(exifReach, len(photo))], []byte("Exif\x00\x00"))
}

// cutTo returns the largest part of b with that proportion. Heads are near the
// top, so a third of the cut comes off there and two thirds at the foot.
func cutTo(b image.Rectangle, proportion float64) image.Rectangle {
	w, h := b.Dx(), b.Dy()
	if want := int(math.Round(float64(h) * proportion)); want < w {
		left := b.Min.X + (w-want)/2
		return image.Rect(left, b.Min.Y, left+max(want, 1), b.Max.Y)
	}
	want := max(int(math.Round(float64(w)/proportion)), 1)
	top := b.Min.Y + (h-want)/3
	return image.Rect(b.Min.X, top, b.Max.X, top+min(want, h))
}
