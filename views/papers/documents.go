package papers

import (
	"context"
	"errors"
	"sync"

	"gongkao/app/preview"
	"gongkao/views/kit"
)

var _ kit.PageSource = (*preview.Document)(nil)

// documents are the files opened for looking at. An answer that comes late is
// dropped with its file, so files are kept account of here and closed when
// another one is shown.
type documents struct {
	renderer *preview.Renderer
	mu       sync.Mutex
	opened   []*preview.Document
}

// open opens a file in the background.
func (d *documents) open(ctx context.Context, pdf []byte) (*preview.Document, error) {
	document, err := d.renderer.Open(ctx, pdf)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.opened = append(d.opened, document)
	return document, nil
}

// close returns the work of closing all that are open now but one; nil is none.
func (d *documents) close(but *preview.Document) func(context.Context, kit.Progress) (struct{}, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var done []*preview.Document
	kept := d.opened[:0]
	for _, document := range d.opened {
		if document == but {
			kept = append(kept, document)
			continue
		}
		done = append(done, document)
	}
	d.opened = kept
	return func(context.Context, kit.Progress) (_ struct{}, err error) {
		for _, document := range done {
			err = errors.Join(err, document.Close())
		}
		return struct{}{}, err
	}
}
