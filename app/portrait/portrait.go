// Package portrait opens the pictures people bring of themselves and takes a part
// of one: upright, on white, never stretched out of its proportions. What goes
// onto a paper, into the record and onto the screen is cut here alone.
//
// A picture is decoded once and never turned as a whole: its part is scaled first,
// which for a telephone's twelve million points is a tenth of the memory. Callers
// want Open, Cut and Picture.Part.
package portrait

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	_ "image/gif" // of a moving one the first picture is taken
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/bmp" // what old scanners write
	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // what messengers write
)

// LargestPicture keeps a file of a few bytes that claims 30000×30000 from taking a
// gigabyte.
const LargestPicture = 40_000_000 // points

// largestProgressive is of a JPEG that comes in passes, all of which have to be
// held at once: twelve bytes a point.
const largestProgressive = 16_000_000

// What Open says of a picture that it does not open.
var (
	ErrTooLarge = errors.New("portrait: a picture of more than 40 million points")
	ErrUnknown  = errors.New("portrait: not a kind of picture that is read")
)

// Picture is an opened picture.
type Picture struct {
	Format string // jpeg, png, gif, bmp, webp
	raw    image.Image
	held   hold // how it lies: 1 is upright
}

// Open decodes a picture. Its size is asked before its points are read. It fails
// with ErrTooLarge, ErrUnknown, or what the decoder says of a broken file.
func Open(content []byte) (*Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(content))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrUnknown
	case err != nil:
		return nil, err
	}
	notes := notesOf(content)
	points := config.Width * config.Height
	if config.Width < 1 || config.Height < 1 || points > LargestPicture || notes.progressive && points > largestProgressive {
		return nil, ErrTooLarge
	}
	raw, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return &Picture{format, raw, notes.held}, nil
}

// Size is of the picture as it is seen.
func (p *Picture) Size() image.Point {
	size := p.raw.Bounds().Size()
	if p.held.lies() {
		return image.Pt(size.Y, size.X)
	}
	return size
}

// Turned is the same picture so many quarters further, clockwise.
func (p *Picture) Turned(quarters int) *Picture {
	turned := *p
	for range (quarters%4 + 4) % 4 {
		turned.held = turned.held.further()
	}
	return &turned
}

// Part draws a part of the picture as it is seen, so many points wide and high, on
// white.
func (p *Picture) Part(part image.Rectangle, size image.Point) *image.RGBA {
	return p.part(part, size, draw.CatmullRom)
}

// Quick is Part by a coarser filter, for a picture that is only looked at.
func (p *Picture) Quick(part image.Rectangle, size image.Point) *image.RGBA {
	return p.part(part, size, draw.ApproxBiLinear)
}

func (p *Picture) part(part image.Rectangle, size image.Point, by draw.Scaler) *image.RGBA {
	from := p.held.raw(part, p.raw.Bounds())
	lying := size
	if p.held.lies() {
		lying = image.Pt(size.Y, size.X)
	}
	to := image.NewRGBA(image.Rectangle{Max: lying})
	draw.Draw(to, to.Bounds(), image.White, image.Point{}, draw.Src)
	if from.Size() == lying {
		draw.Draw(to, to.Bounds(), p.raw, from.Min, draw.Over)
	} else {
		by.Scale(to, to.Bounds(), p.raw, from, draw.Over, nil)
	}
	return p.held.upright(to)
}

// Corner returns the mean of a corner as it is seen, a sixteenth of the width wide:
// 0 upper left, 1 upper right.
func (p *Picture) Corner(which int) color.RGBA {
	size := p.Size()
	side := max(1, size.X/16)
	part := image.Rect(0, 0, side, side)
	if which == 1 {
		part = part.Add(image.Pt(size.X-side, 0))
	}
	return p.Part(part.Intersect(image.Rectangle{Max: size}), image.Pt(1, 1)).RGBAAt(0, 0)
}
