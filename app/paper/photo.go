package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"gongkao/app/portrait"
)

const (
	photoQuality = 92
	// sameShape is how far a photo's proportions may be off before it is cut.
	sameShape = 0.01
)

// portraitOf returns the photo as a JPEG of the given proportion (width by
// height): cut at the sides, or at the foot more than at the head, and never
// stretched. A JPEG that is right already is returned as it came, unless a
// camera wrote into it: which side is up, which printers do not read, and where
// it was taken, which is nobody's business.
func portraitOf(photo []byte, proportion float64) ([]byte, error) {
	if printsAsItIs(photo, proportion) {
		return photo, nil
	}
	picture, err := portrait.Open(photo)
	if err != nil {
		return nil, err
	}
	cut := portrait.Cut(picture.Size(), proportion)
	var out bytes.Buffer
	err = jpeg.Encode(&out, picture.Part(cut, cut.Size()), &jpeg.Options{Quality: photoQuality})
	return out.Bytes(), err
}

// printsAsItIs reports whether a photo is a JPEG of the proportion that is whole (it
// has its end mark), without a camera's notes, and not in the printers' four
// colours, which each reader shows in another way. It looks at the head alone: a
// county's photos are printed at once.
func printsAsItIs(photo []byte, proportion float64) bool {
	config, format, err := image.DecodeConfig(bytes.NewReader(photo))
	return err == nil && format == "jpeg" && config.Width*config.Height <= portrait.LargestPicture &&
		math.Abs(float64(config.Width)/float64(config.Height)/proportion-1) < sameShape &&
		bytes.HasSuffix(photo, []byte{0xFF, 0xD9}) && config.ColorModel != color.CMYKModel && !portrait.FromCamera(photo)
}
