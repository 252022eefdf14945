package kit_test

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestWhatWasOutOfSightForLongLooksAsBefore(t *testing.T) {
	a := kittest.App(t)
	root, _ := parts()
	list := kit.NewRows([]kit.Column{{Key: "name", Head: "姓名", Rest: true}}, func(row int, _ string) kit.RowCell { return kit.Words(fmt.Sprint("第 ", row)) })
	list.Change(func() int { return 40 })
	list.Boxes = true
	sheet := kit.NewSheet()
	sheet.Put(root, 0, 0, 940, 290)
	sheet.Put(list, 24, 300, 400, 200)
	sheet.Put(kit.Drawn(fyne.Size{}, func(s *kit.Sheet, size fyne.Size) {
		s.Text("外面", 0, 0, 24, kit.Strong())
		s.Put(kit.Drawn(fyne.Size{}, func(s *kit.Sheet, size fyne.Size) { s.Text("里面", 0, 0, 24, kit.Style{}) }), 0, 24, 100, 24)
	}), 460, 300, 200, 100)
	d := kittest.Open(t, a, sheet.Object(), 940, 520)
	before, texts := d.Canvas().Capture(), d.Texts()
	kittest.Forget(t, d.Canvas().Content())
	want(t, "pixels that differ", differ(before, d.Canvas().Capture()), 0)
	want(t, "texts", d.Texts(), texts)
}

func TestWhatAsksWhereItStandsWhileItIsDrawnAnewIsDrawnOnce(t *testing.T) {
	a := kittest.App(t)
	drawn := 0
	inner := kit.Drawn(fyne.Size{}, func(s *kit.Sheet, size fyne.Size) { s.Text("里面", 0, 0, 24, kit.Style{}) })
	outer := kit.Drawn(fyne.Size{}, func(s *kit.Sheet, size fyne.Size) {
		if drawn++; drawn > 20 {
			t.Fatal("it is drawn for ever")
		}
		s.Put(inner, 0, 24, 100, 24)
		a.Driver().AbsolutePositionForObject(inner)
	})
	sheet := kit.NewSheet()
	sheet.Put(outer, 0, 0, 200, 100)
	d := kittest.Open(t, a, sheet.Object(), 200, 100)
	kittest.Forget(t, d.Canvas().Content())
	d.Canvas().Capture()
	if !d.Sees("里面") {
		t.Errorf("it shows %q", d.Texts())
	}
}

// differ counts the pixels in which two pictures of a size differ.
func differ(a, b image.Image) (count int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				count++
			}
		}
	}
	return count
}
