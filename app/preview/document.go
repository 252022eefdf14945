package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gongkao/data"
)

// maxPixels bounds one picture (160 MB): a wider wish is drawn smaller, and the
// viewer stretches it.
const maxPixels = 40_000_000

// Document is an opened PDF.
type Document struct {
	renderer *Renderer
	file     []byte // kept, so that a replaced worker can open it again
	handle   references.FPDF_DOCUMENT
	round    int // of the engine when handle was made
	sizes    []size
	closed   bool
}

// size is a page's, in points.
type size struct{ width, height float64 }

// Open reads a PDF. A file that is damaged or locked is a refusal. The bytes
// must not be changed afterwards.
func (r *Renderer) Open(ctx context.Context, pdf []byte) (*Document, error) {
	if len(pdf) == 0 {
		return nil, data.Refuse("file-empty", "", "这个 PDF 是空的", "请重新生成，或换一个文件")
	}
	if err := r.take(ctx); err != nil {
		return nil, err
	}
	defer r.give()
	d := &Document{renderer: r, file: pdf}
	if err := d.attempt(d.measure); err != nil {
		return nil, refusal(err)
	}
	return d, nil
}

// refusal turns what pdfium says of a bad file into what a clerk can act on.
func refusal(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return data.RefuseBecause(err, "file-encrypted", "这个 PDF 加了口令，打不开", "请对方去掉口令后再发来")
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile), errors.Is(err, pdfiumerrors.ErrPage):
		return data.RefuseBecause(err, "file-damaged", "这个文件损坏了，或者不是 PDF", "请重新生成，或换一个文件")
	}
	return err
}

// Pages returns how many pages the file has.
func (d *Document) Pages() int { return len(d.sizes) }

// PageSize returns the size of page i, from 0, in points (1/72 inch) as it
// stands after rotation. A page that is not there has none.
func (d *Document) PageSize(i int) (width, height float64) {
	if i < 0 || i >= len(d.sizes) {
		return 0, 0
	}
	return d.sizes[i].width, d.sizes[i].height
}

// Page draws page i, from 0, on white and pixelsWide wide. The picture is
// shared with later callers: do not draw into it.
func (d *Document) Page(ctx context.Context, i, pixelsWide int) (image.Image, error) {
	if i < 0 || i >= len(d.sizes) || pixelsWide < 1 {
		return nil, fmt.Errorf("preview: page %d, %d pixels wide, asked of %d pages", i, pixelsWide, len(d.sizes))
	}
	wide := boundedWidth(d.sizes[i], pixelsWide)
	r := d.renderer
	if err := r.take(ctx); err != nil {
		return nil, err
	}
	defer r.give()
	if d.closed {
		return nil, ErrClosed
	}
	at := place{d, i, wide}
	if picture := r.shelf.get(at); picture != nil {
		return picture, nil
	}
	var picture *image.RGBA
	err := d.attempt(func() (err error) {
		picture, err = d.draw(i, wide)
		return err
	})
	if err != nil {
		return nil, refusal(err)
	}
	r.shelf.put(at, picture)
	return picture, nil
}

// boundedWidth keeps the picture under maxPixels.
func boundedWidth(s size, wide int) int {
	for s.width > 0 && wide > 1 && float64(wide)*float64(wide)*s.height/s.width > maxPixels {
		wide = wide * 9 / 10
	}
	return wide
}

// Close frees the document and its pictures. Closing twice is nothing.
func (d *Document) Close() error {
	r := d.renderer
	err := r.take(context.Background())
	if errors.Is(err, ErrClosed) {
		return nil // all of it went with the renderer
	}
	if err != nil {
		return err
	}
	defer r.give()
	if d.closed {
		return nil
	}
	d.closed = true
	r.shelf.drop(d)
	if d.round != r.engine.round {
		return nil // it died with the worker
	}
	_, err = r.engine.worker.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.handle})
	return err
}

// attempt does the work with the document open. Whatever fails for another
// reason than the file is tried once more with a fresh worker: after a trap the
// old one answers nothing sensible.
func (d *Document) attempt(work func() error) error {
	e := d.renderer.engine
	err := d.with(work)
	if err == nil || errors.As(refusal(err), new(*data.Error)) {
		return err
	}
	if again := e.replace(); again != nil {
		return errors.Join(err, again)
	}
	return d.with(work)
}

// with runs work and turns a panic inside the engine into an error.
func (d *Document) with(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("preview: pdfium broke down: %v", p)
		}
	}()
	e := d.renderer.engine
	if d.round != e.round {
		opened, err := e.worker.OpenDocument(&requests.OpenDocument{File: &d.file})
		if err != nil {
			return err
		}
		d.handle, d.round = opened.Document, e.round
	}
	return work()
}

func (d *Document) measure() error {
	worker := d.renderer.engine.worker
	count, err := worker.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.handle})
	if err != nil {
		return err
	}
	d.sizes = make([]size, count.PageCount)
	for i := range d.sizes {
		got, err := worker.FPDF_GetPageSizeByIndexF(&requests.FPDF_GetPageSizeByIndexF{Document: d.handle, Index: i})
		if err != nil {
			return err
		}
		d.sizes[i] = size{float64(got.Size.Width), float64(got.Size.Height)}
	}
	return nil
}

// draw copies the picture out of the engine, whose memory is used again.
func (d *Document) draw(i, wide int) (*image.RGBA, error) {
	rendered, err := d.renderer.engine.worker.RenderPageInPixels(&requests.RenderPageInPixels{
		Page:        requests.Page{ByIndex: &requests.PageByIndex{Document: d.handle, Index: i}},
		Width:       wide,
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
	})
	if err != nil {
		return nil, err
	}
	defer rendered.Cleanup()
	source := rendered.Result.RenderedImage
	picture := image.NewRGBA(image.Rectangle{Max: source.Bounds().Size()})
	operation := draw.Src
	if rendered.Result.HasTransparency {
		draw.Draw(picture, picture.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
		operation = draw.Over
	}
	draw.Draw(picture, picture.Bounds(), source, source.Bounds().Min, operation)
	return picture, nil
}
