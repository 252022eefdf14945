package review

import (
	"bytes"
	"context"
	"errors"
	"image"
	_ "image/jpeg" // scans are kept as JPEG
	_ "image/png"

	"golang.org/x/image/draw"

	"gongkao/app/preview"
	"gongkao/data"
)

// scans are the pages of one document: pictures, and pages of PDFs. They can be
// turned by quarters.
type scans struct {
	leaves []leaf
	turns  int // quarters clockwise
}

// leaf is one page.
type leaf struct {
	picture image.Image       // of a scan that is a picture
	file    *preview.Document // of a PDF
	page    int
}

// pointsPerPixel is of a page scanned at 150 dots to the inch; nobody wrote down
// what it was.
const pointsPerPixel = 72.0 / 150

// readScans opens the scans of a document.
func (m *Model) readScans(ctx context.Context, renderer *preview.Renderer, wanted []data.Scan) (_ *scans, err error) {
	s := &scans{}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close())
		}
	}()
	for _, scan := range wanted {
		content, err := m.folders.Scan(ctx, scan.SHA256)
		if err != nil {
			return nil, err
		}
		if scan.Type == "application/pdf" {
			file, err := renderer.Open(ctx, content)
			if err != nil {
				return nil, err
			}
			for page := range file.Pages() {
				s.leaves = append(s.leaves, leaf{file: file, page: page})
			}
			continue
		}
		picture, _, err := image.Decode(bytes.NewReader(content))
		if err != nil {
			return nil, data.Refuse("scan-bad", "", scan.Name+"打不开", "请看原件，并把扫描件重新挂一次")
		}
		s.leaves = append(s.leaves, leaf{picture: picture})
	}
	return s, nil
}

// close gives the PDFs back.
func (s *scans) close() error {
	if s == nil {
		return nil
	}
	closed := map[*preview.Document]bool{}
	for _, l := range s.leaves {
		if l.file != nil && !closed[l.file] {
			closed[l.file] = true
			if err := l.file.Close(); err != nil {
				return err
			}
		}
	}
	return nil
}

// turned is the same pages a quarter further.
func (s *scans) turned() *scans { return &scans{leaves: s.leaves, turns: (s.turns + 1) % 4} }

// Pages returns how many pages there are.
func (s *scans) Pages() int { return len(s.leaves) }

// PageSize is in points.
func (s *scans) PageSize(page int) (width, height float64) {
	l := s.leaves[page]
	if l.file != nil {
		width, height = l.file.PageSize(l.page)
	} else {
		size := l.picture.Bounds().Size()
		width, height = float64(size.X)*pointsPerPixel, float64(size.Y)*pointsPerPixel
	}
	if s.turns%2 == 1 {
		return height, width
	}
	return width, height
}

// Page draws a page so many pixels wide.
func (s *scans) Page(ctx context.Context, page, wide int) (image.Image, error) {
	across, down := s.PageSize(page)
	high := max(1, int(float64(wide)*down/across))
	lying := wide
	if s.turns%2 == 1 {
		lying = high
	}
	l := s.leaves[page]
	drawn, err := l.drawn(ctx, lying)
	if err != nil {
		return nil, err
	}
	for range s.turns {
		drawn = quarter(drawn)
	}
	return drawn, nil
}

func (l leaf) drawn(ctx context.Context, wide int) (image.Image, error) {
	if l.file != nil {
		return l.file.Page(ctx, l.page, wide)
	}
	size := l.picture.Bounds().Size()
	to := image.NewRGBA(image.Rect(0, 0, wide, max(1, wide*size.Y/size.X)))
	draw.ApproxBiLinear.Scale(to, to.Bounds(), l.picture, l.picture.Bounds(), draw.Src, nil)
	return to, ctx.Err()
}

// quarter turns a picture clockwise.
func quarter(p image.Image) image.Image {
	b := p.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, b.Dy(), b.Dx()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			to.Set(b.Dy()-1-y, x, p.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return to
}
