package kittest

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Texts returns every text that can be seen, from the back to the front.
func (d *Desk) Texts() []string {
	var texts []string
	d.eachText(func(t *canvas.Text, _ fyne.Position) { texts = append(texts, t.Text) })
	return texts
}

// Sees reports whether a text, or a part of one, can be seen.
func (d *Desk) Sees(part string) bool {
	for _, text := range d.Texts() {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// At returns where a text stands; the test fails if it is not to be seen.
func (d *Desk) At(text string) fyne.Position {
	d.t.Helper()
	var at fyne.Position
	seen := false
	d.eachText(func(t *canvas.Text, abs fyne.Position) {
		if t.Text == text {
			at, seen = abs, true
		}
	})
	if !seen {
		d.t.Errorf("%q is not on the screen, which shows %q", text, d.Texts())
	}
	return at
}

// ClickOn clicks in the middle of a text.
func (d *Desk) ClickOn(text string) {
	d.t.Helper()
	at := d.At(text)
	d.Click(at.X+4, at.Y+10)
}

func (d *Desk) eachText(visit func(*canvas.Text, fyne.Position)) {
	seen := func(o fyne.CanvasObject, abs fyne.Position, clip area) {
		t, ok := o.(*canvas.Text)
		if !ok || t.Text == "" {
			return
		}
		size := t.Size().Max(t.MinSize())
		if left := clip.and(area{abs, size}); left.size.Width > 0 && left.size.Height > 0 {
			visit(t, abs)
		}
	}
	walk(d.Canvas().Content(), fyne.Position{}, seen)
	for _, overlay := range d.Canvas().Overlays().List() {
		walk(overlay, fyne.Position{}, seen)
	}
}

// NothingMissing fails the test when a character is drawn as a box.
func (d *Desk) NothingMissing() {
	d.t.Helper()
	for _, text := range d.Texts() {
		if strings.ContainsRune(text, '�') {
			d.t.Errorf("%q holds a character that could not be read", text)
		}
	}
}

// Save writes a picture of the window to a file and makes its folder.
func (d *Desk) Save(path string) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	file, err := os.Create(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer d.hideScrolledAway()()
	if err := png.Encode(file, d.Canvas().Capture()); err != nil {
		d.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		d.t.Fatal(err)
	}
}

// hideScrolledAway hides, for a picture, the fields that a scroll has moved out
// of view: Fyne's test painter, unlike the window's, draws an entry's text
// beyond the scroll it stands in.
func (d *Desk) hideScrolledAway() (back func()) {
	var away []fyne.CanvasObject
	walk(d.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, abs fyne.Position, clip area) {
		if _, ok := o.(fyne.Focusable); ok && o.Size().Height > 0 && clip.and(area{abs, o.Size()}).size.Height == 0 {
			away = append(away, o)
		}
	})
	for _, o := range away {
		o.Hide()
	}
	return func() {
		for _, o := range away {
			o.Show()
		}
	}
}
