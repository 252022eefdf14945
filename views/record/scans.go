package record

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"

	"gongkao/app/preview"
	"gongkao/data"
)

// scans are the pages of a paper's scans one after another, for a PageView.
type scans struct {
	pages []scanPage
	files []*preview.Document
}

// scanPage is one page: of a picture, or of a PDF file.
type scanPage struct {
	scan    data.Scan
	picture image.Image
	file    *preview.Document
	page    int
}

// readScans reads and opens all scans of a paper; read is the work of reading
// one. A PDF without a renderer, or a file that cannot be drawn, has no pages.
func readScans(ctx context.Context, renderer *preview.Renderer, all []data.Scan, read func(context.Context, string) ([]byte, error)) (*scans, error) {
	s := &scans{}
	err := s.read(ctx, renderer, all, read)
	if err == nil {
		err = ctx.Err() // nobody looks any more
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *scans) read(ctx context.Context, renderer *preview.Renderer, all []data.Scan, read func(context.Context, string) ([]byte, error)) error {
	for _, scan := range all {
		content, err := read(ctx, scan.SHA256)
		if err != nil {
			return err
		}
		if picture, err := jpeg.Decode(bytes.NewReader(content)); err == nil {
			s.pages = append(s.pages, scanPage{scan: scan, picture: picture})
			continue
		}
		if renderer == nil {
			continue
		}
		file, err := renderer.Open(ctx, content)
		if err != nil {
			return err
		}
		s.files = append(s.files, file)
		for i := range file.Pages() {
			s.pages = append(s.pages, scanPage{scan: scan, file: file, page: i})
		}
	}
	return nil
}

// Pages returns how many pages there are.
func (s *scans) Pages() int { return len(s.pages) }

// PageSize is in points; a picture's pixel counts as one of the screen.
func (s *scans) PageSize(i int) (width, height float64) {
	const pointsPerPixel = 0.75
	p := s.pages[i]
	if p.file != nil {
		return p.file.PageSize(p.page)
	}
	b := p.picture.Bounds()
	return float64(b.Dx()) * pointsPerPixel, float64(b.Dy()) * pointsPerPixel
}

// Page draws a page so many pixels wide.
func (s *scans) Page(ctx context.Context, i, wide int) (image.Image, error) {
	p := s.pages[i]
	if p.file != nil {
		return p.file.Page(ctx, p.page, wide)
	}
	return shrunk(p.picture, wide), nil
}

// scanOf returns the scan a page belongs to.
func (s *scans) scanOf(page int) (data.Scan, bool) {
	if s == nil || page < 0 || page >= len(s.pages) {
		return data.Scan{}, false
	}
	return s.pages[page].scan, true
}

// close lets go of the files.
func (s *scans) close() (err error) {
	for _, f := range s.files {
		err = errors.Join(err, f.Close())
	}
	return err
}

// shrunk is a picture so many pixels wide, each the mean of those it stands for;
// one that is narrower already stays as it is.
func shrunk(picture image.Image, wide int) image.Image {
	b := picture.Bounds()
	if wide < 1 || wide >= b.Dx() {
		return picture
	}
	high := max(1, b.Dy()*wide/b.Dx())
	small := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		top, foot := b.Min.Y+y*b.Dy()/high, b.Min.Y+(y+1)*b.Dy()/high
		for x := range wide {
			left, right := b.Min.X+x*b.Dx()/wide, b.Min.X+(x+1)*b.Dx()/wide
			small.SetRGBA(x, y, mean(picture, image.Rect(left, top, max(right, left+1), max(foot, top+1))))
		}
	}
	return small
}

func mean(picture image.Image, area image.Rectangle) color.RGBA {
	var sum [3]uint32
	n := uint32(area.Dx() * area.Dy())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+r>>8, sum[1]+g>>8, sum[2]+b>>8
		}
	}
	return color.RGBA{R: uint8(sum[0] / n), G: uint8(sum[1] / n), B: uint8(sum[2] / n), A: 0xFF}
}
