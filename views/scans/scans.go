// Package scans shows the scans of a document: pages of pictures and of PDF
// files one after another, as kit's page view takes them. Read opens them in the
// background; who shows them closes them.
package scans

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

// Pages are the pages of one document's scans. They can be turned by quarters.
type Pages struct {
	leaves []leaf
	turns  int // quarters clockwise
}

// leaf is one page.
type leaf struct {
	scan    data.Scan
	picture image.Image       // of a scan that is a picture
	file    *preview.Document // of a PDF
	page    int
}

// pointsPerPixel is of a page scanned at 150 dots to the inch; nobody wrote down
// what it was.
const pointsPerPixel = 72.0 / 150

// Read opens the scans of a document; content reads one of them. A PDF has no
// pages where there is no renderer to draw them. It refuses a file that cannot be
// drawn (scan-bad), and then nothing stays open.
func Read(ctx context.Context, renderer *preview.Renderer, wanted []data.Scan, content func(context.Context, string) ([]byte, error)) (_ *Pages, err error) {
	p := &Pages{}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}()
	for _, scan := range wanted {
		file, err := content(ctx, scan.SHA256)
		if err != nil {
			return nil, err
		}
		if err := p.add(ctx, renderer, scan, file); err != nil {
			return nil, err
		}
	}
	return p, ctx.Err() // nobody looks any more
}

func (p *Pages) add(ctx context.Context, renderer *preview.Renderer, scan data.Scan, content []byte) error {
	if scan.Type == "application/pdf" {
		if renderer == nil {
			return nil
		}
		file, err := renderer.Open(ctx, content)
		if err != nil {
			return err
		}
		for page := range file.Pages() {
			p.leaves = append(p.leaves, leaf{scan: scan, file: file, page: page})
		}
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return data.Refuse("scan-bad", "", scan.Name+"打不开", "请看原件，并把扫描件重新存入一次")
	}
	p.leaves = append(p.leaves, leaf{scan: scan, picture: picture})
	return nil
}

// Close gives the PDFs back.
func (p *Pages) Close() (err error) {
	if p == nil {
		return nil
	}
	closed := map[*preview.Document]bool{}
	for _, l := range p.leaves {
		if l.file != nil && !closed[l.file] {
			closed[l.file] = true
			err = errors.Join(err, l.file.Close())
		}
	}
	return err
}

// Turned is the same pages a quarter further.
func (p *Pages) Turned() *Pages { return &Pages{leaves: p.leaves, turns: (p.turns + 1) % 4} }

// ScanOf returns the scan a page belongs to.
func (p *Pages) ScanOf(page int) (data.Scan, bool) {
	if p == nil || page < 0 || page >= len(p.leaves) {
		return data.Scan{}, false
	}
	return p.leaves[page].scan, true
}

// Pages returns how many pages there are.
func (p *Pages) Pages() int { return len(p.leaves) }

// PageSize is in points.
func (p *Pages) PageSize(page int) (width, height float64) {
	l := p.leaves[page]
	if l.file != nil {
		width, height = l.file.PageSize(l.page)
	} else {
		size := l.picture.Bounds().Size()
		width, height = float64(size.X)*pointsPerPixel, float64(size.Y)*pointsPerPixel
	}
	if p.turns%2 == 1 {
		return height, width
	}
	return width, height
}

// Page draws a page so many pixels wide.
func (p *Pages) Page(ctx context.Context, page, wide int) (image.Image, error) {
	across, down := p.PageSize(page)
	high := max(1, int(float64(wide)*down/across))
	lying := wide
	if p.turns%2 == 1 {
		lying = high
	}
	drawn, err := p.leaves[page].drawn(ctx, lying)
	if err != nil {
		return nil, err
	}
	for range p.turns {
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
	draw.BiLinear.Scale(to, to.Bounds(), l.picture, l.picture.Bounds(), draw.Src, nil)
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
