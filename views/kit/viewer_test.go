package kit_test

import (
	"context"
	"errors"
	"image"
	"image/color"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

// paper is a file of pages, each a chequerboard of single pixels on which the
// slightest stretching shows.
type paper struct {
	pages       int
	wide, high  float64
	mu          sync.Mutex
	asked       [][2]int
	broken      error
	chequerless bool
}

func (p *paper) Pages() int                      { return p.pages }
func (p *paper) PageSize(int) (float64, float64) { return p.wide, p.high }

func (p *paper) Page(ctx context.Context, page, wide int) (image.Image, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, [2]int{page, wide})
	picture := image.NewRGBA(image.Rect(0, 0, wide, int(float64(wide)*p.high/p.wide+0.5)))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	for y := range picture.Rect.Max.Y {
		for x := range picture.Rect.Max.X {
			if p.chequerless {
				if x%20 == 0 || y%20 == 0 {
					picture.Set(x, y, color.Gray{200})
				}
				continue
			}
			if (x+y)%2 == 0 {
				picture.Set(x, y, color.Black)
			}
		}
	}
	return picture, p.broken
}

func (p *paper) last() [2]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.asked) == 0 {
		return [2]int{}
	}
	return p.asked[len(p.asked)-1]
}

func lyingA4() *paper { return &paper{pages: 3, wide: 842, high: 595} }

// preview is a PageView over a strip, as the screen of papers has them.
type preview struct {
	*kittest.Desk
	t      *testing.T
	view   *kit.PageView
	thumbs *kit.Thumbs
	queue  kit.Queue
	bar    *kit.MessageBar
}

func openPreview(t *testing.T, scale float32) *preview {
	t.Helper()
	app := kittest.App(t)
	d := &preview{t: t, bar: kit.NewMessageBar()}
	runner := &kit.Runner{Do: d.queue.Do, Errors: &kit.ErrorShower{Bar: d.bar}}
	d.view, d.thumbs = kit.NewPageView(runner), kit.NewThumbs(runner)
	d.view.OnPage = d.thumbs.SetCurrent
	d.thumbs.OnPick = d.view.GoTo
	d.Desk = kittest.Open(t, app, container.NewWithoutLayout(d.view, d.thumbs), 592, 560)
	d.Scale(scale)
	d.view.Move(fyne.NewPos(12, 12))
	d.view.Resize(fyne.NewSize(568, 404))
	d.thumbs.Move(fyne.NewPos(16, 432))
	d.thumbs.Resize(fyne.NewSize(560, kit.ThumbsHeight))
	return d
}

// wait lets all drawing end.
func (d *preview) wait() {
	for {
		synctest.Wait()
		if d.queue.Drain() == 0 {
			return
		}
	}
}

func TestOnePixelOfThePageIsOneOfTheScreen(t *testing.T) {
	for _, scale := range []float32{1, 1.3, 1.5} {
		synctest.Test(t, func(t *testing.T) {
			d, p := openPreview(t, scale), lyingA4()
			d.view.SetPages(p)
			d.wait()
			for _, zoom := range []kit.Zoom{kit.FitWidth, kit.Larger} {
				d.view.SetZoom(zoom)
				d.wait()
				shot := d.Canvas().Capture()
				middle := image.Pt(shot.Bounds().Dx()/2, int(200*scale))
				for y := middle.Y; y < middle.Y+40; y++ {
					for x := middle.X; x < middle.X+40; x++ {
						here, _, _, _ := shot.At(x, y).RGBA()
						next, _, _, _ := shot.At(x+1, y).RGBA()
						if here+next != 0xFFFF {
							t.Fatalf("at %v, %v: pixels %d,%d are %x and %x", scale, zoom, x, y, here, next)
						}
					}
				}
			}
		})
	}
}

func TestKeysTurnAndZoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, p := openPreview(t, 1), lyingA4()
		d.view.SetPages(p)
		d.Focus(d.view)
		d.Press(fyne.KeyPageDown)
		d.Press(fyne.KeyPageDown)
		d.Press(fyne.KeyPageDown)
		d.wait()
		if d.view.Page() != 2 {
			t.Errorf("page %d, want the last", d.view.Page())
		}
		d.Press(fyne.KeyHome)
		var words []string
		d.view.OnZoom = func(z kit.Zoom) { words = append(words, z.String()) }
		d.Type("+++-")
		d.wait()
		if got := strings.Join(words, " "); got != "100% 150% 200% 150%" {
			t.Errorf("zooms: %s", got)
		}
		if want := [2]int{0, 1684}; p.last() != want {
			t.Errorf("asked for %v, want page 0 at 1.5 times 1123 pixels, %v", p.last(), want)
		}
	})
}

func TestWheelReadsOnToTheNextPageAndBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, p := openPreview(t, 1), lyingA4()
		p.wide, p.high = 595, 842 // upright: higher than the desk
		d.view.SetPages(p)
		d.wait()
		turns := 0
		for range 5 { // 792 − 396 = 396 pixels to read at 75 a notch
			d.Wheel(200, 200, -25)
		}
		if d.view.Page() != 0 {
			t.Errorf("page %d after five notches, want still the first", d.view.Page())
		}
		for ; d.view.Page() == 0 && turns < 5; turns++ {
			d.Wheel(200, 200, -25)
		}
		if turns != 2 {
			t.Errorf("%d more notches to the next page, want 2", turns)
		}
		d.Wheel(200, 200, 25)
		d.Wheel(200, 200, -25)
		if d.view.Page() != 1 {
			t.Errorf("page %d: back leads to the foot of the page before, and on again", d.view.Page())
		}
		d.wait()
	})
}

func TestPreviewLooksLikeTheDrawing(t *testing.T) {
	for name, scale := range map[string]float32{"viewer": 1, "viewer-150": 1.5} {
		synctest.Test(t, func(t *testing.T) {
			d, p := openPreview(t, scale), lyingA4()
			p.chequerless = true
			d.view.SetPages(p)
			d.thumbs.SetPages(p)
			d.Focus(d.view)
			d.wait()
			d.Save("../../out/kit/" + name + ".png")
			d.ClickOn("2")
			d.wait()
			if d.view.Page() != 1 || len(p.asked) != 5 {
				t.Errorf("page %d shown, asked for %v: want two pages and three small ones", d.view.Page(), p.asked)
			}
		})
	}
}

func TestLongFileDrawsOnlyTheSmallPagesInView(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, p := openPreview(t, 1), lyingA4()
		p.pages = 371
		d.view.SetPages(p)
		d.thumbs.SetPages(p)
		d.wait()
		d.view.GoTo(370)
		d.wait()
		if len(p.asked) != 2+4+4 || !d.Sees("371") || d.Sees("366") {
			t.Errorf("asked for %v; shown %q", p.asked, d.Texts())
		}
	})
}

func TestPageThatCannotBeDrawnIsSaidAndTheDeskStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, p := openPreview(t, 1), lyingA4()
		p.broken = errors.New("worn out")
		d.view.SetPages(p)
		d.wait()
		if _, what, _ := d.bar.Message(); !strings.Contains(what, "故障号") {
			t.Errorf("said %q", what)
		}
		d.view.SetPages(nil)
		d.Press(fyne.KeyPageDown)
		d.wait()
		if d.view.Page() != 0 || !d.view.Skips() {
			t.Errorf("page %d of no file", d.view.Page())
		}
	})
}
