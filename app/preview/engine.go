package preview

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// workerWait is how long a new worker may take to come up; it needs 20 ms.
const workerWait = 30 * time.Second

// engine is a compiled pdfium with one worker. A worker that has trapped
// (WebAssembly's word for a crash) is replaced; round tells documents that
// their handles died with it.
type engine struct {
	pool   pdfium.Pool
	worker pdfium.Pdfium
	cache  wazero.CompilationCache
	round  int
}

// start compiles pdfium or takes it from the cache folder. A cache that cannot
// be read, such as one cut by a power failure, is thrown away and made anew.
func start(cacheDir string) (*engine, error) {
	if cacheDir == "" {
		return startWith(nil)
	}
	dir := filepath.Join(cacheDir, "pdfium")
	if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
		e, err := startWith(cache)
		if err == nil {
			return e, nil
		}
		_ = cache.Close(context.Background()) // nothing of it is used again
		_ = os.RemoveAll(dir)                 // if it stays, the next line goes without
		if cache, err = wazero.NewCompilationCacheWithDir(dir); err == nil {
			return startWith(cache)
		}
	}
	return startWith(nil)
}

// startWith must keep the ExceptionHandling feature on: pdfium is compiled with
// it, and a custom RuntimeConfig would otherwise lose it. The engine sees no
// folder of the machine and prints nothing.
func startWith(cache wazero.CompilationCache) (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: context.Background(), MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("preview: starting pdfium: %w", err)
	}
	e := &engine{pool: pool, cache: cache}
	if err := e.hire(); err != nil {
		_ = pool.Close()
		return nil, err
	}
	return e, nil
}

func (e *engine) hire() error {
	worker, err := e.pool.GetInstance(workerWait)
	if err != nil {
		return fmt.Errorf("preview: starting a worker: %w", err)
	}
	e.worker = worker
	e.round++
	return nil
}

// replace sends the worker away, with whatever it had open, and hires another.
func (e *engine) replace() error {
	_ = e.worker.Kill() // it may be past answering
	return e.hire()
}

func (e *engine) stop() error {
	err := e.pool.Close()
	if e.cache != nil {
		err = firstError(err, e.cache.Close(context.Background()))
	}
	return err
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
