package dossier_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/dossier"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

var bg = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Code != code || r.Message == "" || r.Hint == "" {
		t.Errorf("got %v, want a refusal %s with the next step", err, code)
	}
}

// spring is the day of the tests: the review goes on, nothing has lapsed.
var spring = time.Date(2026, 3, 25, 9, 0, 0, 0, time.UTC)

// stage is a practice county with its folders.
type stage struct {
	*registration.Desk
	*dossier.Dossiers
}

func newStage(t *testing.T) *stage {
	t.Helper()
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(60)), Now: func() time.Time { return spring }})
	s, err := dossier.New(d)
	must(t, err)
	return &stage{d, s}
}

// named finds somebody of the practice county.
func (s *stage) named(t *testing.T, name string) *data.Applicant {
	t.Helper()
	for _, a := range s.Register.Find(registration.Query{Text: name}) {
		if a.Person.Name == name {
			return a
		}
	}
	t.Fatalf("nobody is called %s", name)
	return nil
}

// undecided finds somebody whose review is open.
func (s *stage) undecided(t *testing.T) *data.Applicant {
	t.Helper()
	for _, a := range s.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}) {
		if a.Application.Level == 3 && a.Application.Path == data.Promotion {
			return a
		}
	}
	t.Fatal("nobody at level 3 waits for review")
	return nil
}

// again is the applicant as he stands now.
func (s *stage) again(a *data.Applicant) *data.Applicant {
	now, _ := s.Register.ByID(a.Application.ID)
	return now
}

// held is how a document stands now.
func (s *stage) held(t *testing.T, a *data.Applicant, slot string) dossier.Held {
	t.Helper()
	all := s.Of(s.again(a))
	at := slices.IndexFunc(all, func(h dossier.Held) bool { return h.Key == slot })
	if at < 0 {
		t.Fatalf("%s needs no %s", a.Person.Name, slot)
	}
	return all[at]
}

func keys(all []dossier.Held) (keys []string) {
	for _, h := range all {
		keys = append(keys, h.Key)
	}
	return keys
}

// written puts a file on the disk.
func written(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, content, 0o600))
	return path
}

func drawn(width, height int) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			picture.Set(x, y, color.RGBA{byte(x * 255 / width), byte(y * 255 / height), 90, 255})
		}
	}
	return picture
}

func jpegOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, jpeg.Encode(&b, drawn(width, height), nil))
	return b.Bytes()
}

func pngOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, png.Encode(&b, drawn(width, height)))
	return b.Bytes()
}
