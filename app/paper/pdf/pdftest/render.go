package pdftest

import (
	"context"
	"image"
	"image/draw"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Page is a rendered page that can be asked for ink by millimetres.
type Page struct {
	*image.Gray
	dpi float64
}

// renderer is started once for all tests of a package. What it compiles (3 s)
// is kept in the user's cache folder when there is one.
var renderer = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "gongkao-test-renderer")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{Context: context.Background(), MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config})
})

// Render draws the pages of a file, all when none are named (from 0).
func Render(t testing.TB, file []byte, dpi int, pages ...int) []Page {
	t.Helper()
	pool, err := renderer()
	if err != nil {
		t.Fatal(err)
	}
	instance, err := pool.GetInstance(time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = instance.Close() }() // the pool outlives the test
	doc, err := instance.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) == 0 {
		count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
		if err != nil {
			t.Fatal(err)
		}
		for i := range count.PageCount {
			pages = append(pages, i)
		}
	}
	var all []Page
	for _, i := range pages {
		r, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{DPI: dpi,
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Page{grey(r.Result.RenderedImage), float64(dpi)})
		r.Cleanup()
	}
	return all
}

// grey copies the picture, whose points are gone once it is cleaned up.
func grey(m image.Image) *image.Gray {
	g := image.NewGray(m.Bounds())
	draw.Draw(g, g.Bounds(), m, m.Bounds().Min, draw.Src)
	return g
}

// Ink returns how much of a rectangle (millimetres from the upper left corner)
// is black, from 0 to 1.
func (p Page) Ink(x, y, w, h float64) float64 {
	scale := p.dpi / 25.4
	x0, y0 := int(x*scale), int(y*scale)
	x1, y1 := int((x+w)*scale), int((y+h)*scale)
	black := 0.0
	for py := y0; py < y1; py++ {
		for px := x0; px < x1; px++ {
			black += 1 - float64(p.GrayAt(px, py).Y)/255
		}
	}
	return black / float64(max(1, (x1-x0)*(y1-y0)))
}
