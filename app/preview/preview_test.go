package preview

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"gongkao/app/paper/pdf"
	"gongkao/data"
)

// shared is warmed once: compiling takes seconds.
var shared *Renderer

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "preview")
	if err != nil {
		panic(err)
	}
	cache := dir
	if user, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(user, "gongkao-test-preview") // the next run starts at once
	}
	shared = New(cache)
	shared.Warm(context.Background())
	code := m.Run()
	_ = shared.Close()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// file has a portrait page with a black square in the upper left corner and a
// landscape page with a word.
func file(t testing.TB) []byte {
	t.Helper()
	first, second := pdf.Portrait(), pdf.Landscape()
	first.Blocks = [][]pdf.Rect{{{X: 0, Y: 0, W: 105, H: 105}}}
	second.Texts = []pdf.Text{{X: 20, Y: 20, Size: 12, Text: "刘𬱖"}}
	var b bytes.Buffer
	info := pdf.Info{Title: "样张", At: time.Date(2026, 4, 7, 15, 42, 0, 0, time.UTC)}
	if err := pdf.Write(&b, &pdf.Sheet{Pages: []*pdf.Page{first, second}}, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t testing.TB, r *Renderer) *Document {
	t.Helper()
	d, err := r.Open(t.Context(), file(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestPageIsDrawnAtTheWidthAskedForAsItStandsOnPaper(t *testing.T) {
	d := opened(t, shared)
	if d.Pages() != 2 {
		t.Fatalf("pages = %d, want 2", d.Pages())
	}
	picture, err := d.Page(t.Context(), 0, 420)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture.Bounds().Size(), image.Pt(420, 594); got != want {
		t.Errorf("size = %v, want %v", got, want)
	}
	for at, want := range map[image.Point]color.RGBA{
		image.Pt(100, 100): {0, 0, 0, 255},
		image.Pt(300, 100): {255, 255, 255, 255},
		image.Pt(100, 500): {255, 255, 255, 255},
	} {
		if got := picture.At(at.X, at.Y); got != want {
			t.Errorf("at %v: %v, want %v", at, got, want)
		}
	}
	for page, upright := range []bool{true, false} {
		if w, h := d.PageSize(page); (w < h) != upright {
			t.Errorf("page %d is %v wide and %v high", page, w, h)
		}
	}
}

func TestSecondLookComesFromTheShelf(t *testing.T) {
	d := opened(t, shared)
	first, err := d.Page(t.Context(), 1, 300)
	if err != nil {
		t.Fatal(err)
	}
	second, err := d.Page(t.Context(), 1, 300)
	if err != nil {
		t.Fatal(err)
	}
	if first != second {
		t.Error("the page was drawn twice")
	}
}

func TestShelfGivesUpWhatWasUsedLongestAgo(t *testing.T) {
	picture := func() *image.RGBA { return image.NewRGBA(image.Rect(0, 0, 10, 10)) } // 400 bytes
	s := shelf{room: 1000}
	s.put(place{page: 1}, picture())
	s.put(place{page: 2}, picture())
	s.get(place{page: 1})
	s.put(place{page: 3}, picture())
	if s.get(place{page: 2}) != nil || s.get(place{page: 1}) == nil || s.get(place{page: 3}) == nil {
		t.Errorf("kept %v, want pages 1 and 3", s.books)
	}
	s.put(place{page: 4}, image.NewRGBA(image.Rect(0, 0, 100, 100)))
	if s.get(place{page: 4}) != nil || s.taken != 800 {
		t.Errorf("a picture larger than the shelf was kept, or pushed out others: %d bytes", s.taken)
	}
}

func TestDamagedFileIsRefusedAndTheNextOneOpens(t *testing.T) {
	for _, bad := range [][]byte{nil, []byte("不是 PDF"), file(t)[:200]} {
		_, err := shared.Open(t.Context(), bad)
		if _, refused := data.AsRefusal(err); !refused {
			t.Errorf("%.20q: %v, want a refusal", bad, err)
		}
	}
	opened(t, shared)
}

func TestManyCallersGetTheirOwnPages(t *testing.T) {
	d := opened(t, shared)
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			page, wide := i%2, 50+i
			picture, err := d.Page(context.Background(), page, wide)
			if err != nil {
				t.Error(err)
				return
			}
			size := picture.Bounds().Size()
			if size.X != wide || (size.X < size.Y) != (page == 0) {
				t.Errorf("page %d, %d wide, came as %v", page, wide, size)
			}
		})
	}
	all.Wait()
}

func TestCancelledCallerIsNotKeptWaiting(t *testing.T) {
	d := opened(t, shared)
	if err := shared.take(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := d.Page(ctx, 0, 100)
	shared.give()
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want cancelled", err)
	}
}

func TestDocumentSurvivesTheLossOfItsWorker(t *testing.T) {
	d := opened(t, shared)
	if err := shared.take(t.Context()); err != nil {
		t.Fatal(err)
	}
	err := shared.engine.replace()
	shared.give()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Page(t.Context(), 1, 321); err != nil {
		t.Error(err)
	}
}

func TestSpoiltCacheIsMadeAnew(t *testing.T) {
	dir := t.TempDir()
	warm := New(dir)
	warm.Warm(t.Context())
	opened(t, warm)
	if err := warm.Close(); err != nil {
		t.Fatal(err)
	}
	spoilt := 0
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		spoilt++
		return os.Truncate(path, 1000)
	})
	if err != nil || spoilt == 0 {
		t.Fatalf("spoilt %d files: %v", spoilt, err)
	}
	again := New(dir)
	d, err := again.Open(t.Context(), file(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Page(t.Context(), 0, 100); err != nil {
		t.Error(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestClosedRendererSaysSo(t *testing.T) {
	r := New("")
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	if _, err := r.Open(t.Context(), file(t)); !errors.Is(err, ErrClosed) {
		t.Errorf("err = %v, want ErrClosed", err)
	}
}

func TestHugeWishIsDrawnSmaller(t *testing.T) {
	if got := boundedWidth(size{595, 842}, 1240); got != 1240 {
		t.Errorf("150 dpi became %d wide", got)
	}
	if got := boundedWidth(size{595, 842}, 100_000); got < 4000 || got > 6000 {
		t.Errorf("100,000 wide became %d, want some 5,300", got)
	}
}

func BenchmarkFirstPageAfterWarm(b *testing.B) {
	bytes := file(b)
	opened(b, shared)
	for b.Loop() {
		d, err := shared.Open(b.Context(), bytes)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Page(b.Context(), 1, 1241); err != nil {
			b.Fatal(err)
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStartWithCache(b *testing.B) {
	dir := b.TempDir()
	startAndStop(b, dir)
	for b.Loop() {
		startAndStop(b, dir)
	}
}

func startAndStop(b *testing.B, dir string) {
	r := New(dir)
	d, err := r.Open(b.Context(), file(b))
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(d.Close(), r.Close()); err != nil {
		b.Fatal(err)
	}
}
