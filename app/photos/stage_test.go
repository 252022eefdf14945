package photos

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// portraitOf is a grey head on a ground, another for every n.
func portraitOf(w, h, n int, ground color.Color) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(m, m.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(w/3, h/6, 2*w/3, h/2+n%7), image.NewUniform(color.Gray{uint8(60 + n%120)}), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(w/6, h*2/3, 5*w/6, h), image.NewUniform(color.Gray{uint8(40 + n/120)}), image.Point{}, draw.Src)
	return m
}

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// good is a usable picture.
func good(t testing.TB, n int) []byte {
	t.Helper()
	return asJPEG(t, portraitOf(400, 560, n, color.White))
}

// folder writes files into a new folder.
func folder(t testing.TB, files map[string][]byte) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		at := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// zipped writes a zip as its headers say.
func zipped(t testing.TB, headers []*zip.FileHeader, content []byte) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, h := range headers {
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(t.TempDir(), "照片.zip")
	if err := os.WriteFile(at, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return at
}

// county is a practice county in which nobody has a photo.
func county(t testing.TB, people int) *registration.Desk {
	t.Helper()
	d := demotest.Desk(t, people)
	demotest.Photos(t, d, nil)
	return d
}

// open lists those nobody has decided on.
func open(d *registration.Desk) []*data.Applicant {
	return d.Register.Find(registration.Query{Statuses: registration.Undecided})
}

// renamed gives people of the county other names and trades.
func renamed(t testing.TB, d *registration.Desk, names map[*data.Applicant]string, trades map[*data.Applicant]string) {
	t.Helper()
	_, err := d.Office.Store.Update(t.Context(), data.OpPractice, "", func(tx *store.Tx) error {
		for a, name := range names {
			p, app := a.Person, a.Application
			p.Name = name
			if trade := trades[a]; trade != "" {
				app.Trade = trade
			}
			if err := tx.PutPerson(p); err != nil {
				return err
			}
			if err := tx.PutApplication(app); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func look(t testing.TB, d *registration.Desk, at string, ask Ask) (*Source, *Plan) {
	t.Helper()
	s, err := Open(at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := s.Look(t.Context(), d, ask)
	if err != nil {
		t.Fatal(err)
	}
	return s, p
}

func placedOf(items []Item) (all []Placed) {
	for _, i := range items {
		all = append(all, Placed{Item: i, Application: i.Who.Application.ID})
	}
	return all
}

// told writes a plan a picture a line.
func told(p *Plan) map[string]string {
	all := map[string]string{}
	for _, i := range p.Items {
		who := ""
		if i.Who != nil {
			who = i.Who.Person.Name
		}
		all[i.File] = fmt.Sprintf("%s %s %s", i.Kind, who, i.How)
	}
	return all
}
