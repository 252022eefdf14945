// Package preview draws the pages of a PDF as pictures, so that what a clerk
// sees before printing is the file itself. It runs pdfium as WebAssembly: no
// cgo, nothing to install, and the file cannot reach the disk from inside it.
//
// A program has one Renderer. Call Warm when it starts: the very first start on
// a machine compiles for seconds, later ones take a tenth of one because the
// result is kept in the cache folder. Then Open a file, ask the Document for
// Page pictures, Close it. Everything may be called from any goroutine; pages
// are drawn one at a time.
package preview

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"
	"time"
)

// ErrClosed is returned by everything asked of a closed Renderer or Document.
var ErrClosed = errors.New("preview: already closed")

// compiled is the time of a start that cannot have come from the cache.
const compiled = time.Second

// Renderer owns the one engine of the program.
type Renderer struct {
	cacheDir string
	starting sync.Once
	ready    chan struct{} // closed when the engine stands or has failed
	failed   error
	engine   *engine

	turn   chan struct{} // one seat: whoever holds it speaks with the engine
	shelf  shelf
	closed bool // guarded by turn
}

// New returns a renderer that keeps its compiled engine (21 MB) in cacheDir. An
// empty cacheDir, or one that cannot be written, only makes every start slow.
func New(cacheDir string) *Renderer {
	r := &Renderer{cacheDir: cacheDir, ready: make(chan struct{}), turn: make(chan struct{}, 1)}
	r.shelf.room = shelfBytes
	return r
}

// Warm starts the engine in the background and returns at once. Whatever goes
// wrong is told by the first Open. A ctx that has ended starts nothing.
func (r *Renderer) Warm(ctx context.Context) {
	if ctx.Err() != nil {
		return
	}
	r.starting.Do(func() {
		go func() {
			defer close(r.ready)
			began := time.Now()
			r.engine, r.failed = start(r.cacheDir)
			if time.Since(began) > compiled {
				debug.FreeOSMemory() // compiling leaves 260 MB behind
			}
		}()
	})
}

// take waits for the engine and for the turn. The caller gives the turn back
// with give.
func (r *Renderer) take(ctx context.Context) error {
	r.Warm(ctx)
	if err := ctx.Err(); err != nil {
		return err // nothing may have been started, so nothing would come
	}
	select {
	case <-r.ready:
	case <-ctx.Done():
		return ctx.Err()
	}
	if r.failed != nil {
		return r.failed
	}
	select {
	case r.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if r.closed {
		r.give()
		return ErrClosed
	}
	return nil
}

func (r *Renderer) give() { <-r.turn }

// Close stops the engine; it waits for the page being drawn. Open documents
// answer ErrClosed from then on.
func (r *Renderer) Close() error {
	r.starting.Do(func() { close(r.ready) }) // never warmed: nothing to stop
	<-r.ready
	r.turn <- struct{}{}
	defer r.give()
	if r.closed {
		return nil
	}
	r.closed = true
	r.shelf.clear()
	if r.engine == nil {
		return nil
	}
	return r.engine.stop()
}
