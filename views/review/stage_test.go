package review

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/dossier"
	"gongkao/app/eligibility"
	"gongkao/app/preview"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// renderer is started once, by the test that needs it: starting takes seconds.
var renderer *preview.Renderer

func TestMain(m *testing.M) {
	cache := ""
	if user, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(user, "gongkao-test-preview") // the next run starts at once
	}
	renderer = preview.New(cache)
	code := m.Run()
	_ = renderer.Close()
	os.Exit(code)
}

// stage is the review of a practice county in its window.
type stage struct {
	*shelltest.Stage
	t       testing.TB
	s       *Screen
	folders *dossier.Dossiers
}

func open(t testing.TB, people int) *stage {
	t.Helper()
	st := &stage{Stage: shelltest.On(t, demotest.Desk(t, people)), t: t}
	folders, err := dossier.New(st.Office)
	if err != nil {
		t.Fatal(err)
	}
	st.folders = folders
	st.Add(shell.Review, func() shell.Screen {
		st.s = NewScreen(st.Shell, st.Office, folders, renderer)
		return st.s
	})
	st.Elsewhere(shell.Today)
	return st
}

// attach hangs scans of invented pages to a document.
func (st *stage) attach(a *data.Applicant, slot string, pages int) {
	st.t.Helper()
	for page := range pages {
		path := filepath.Join(st.t.TempDir(), fmt.Sprintf("scan %d.jpg", page))
		file, err := os.Create(path)
		if err != nil {
			st.t.Fatal(err)
		}
		if err := jpeg.Encode(file, invented(page), nil); err != nil {
			st.t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			st.t.Fatal(err)
		}
		if _, err := st.folders.Attach(context.Background(), a.Application.ID, slot, path); err != nil {
			st.t.Fatal(err)
		}
	}
}

// invented is a page with lines where a certificate has its words.
func invented(page int) image.Image {
	p := image.NewRGBA(image.Rect(0, 0, 900, 640))
	draw.Draw(p, p.Bounds(), image.NewUniform(color.RGBA{252, 250, 244, 255}), image.Point{}, draw.Src)
	ink := image.NewUniform(color.RGBA{90, 86, 80, 255})
	draw.Draw(p, image.Rect(300, 60, 600, 90+10*page), ink, image.Point{}, draw.Src)
	for line := range 6 {
		y := 170 + 60*line
		draw.Draw(p, image.Rect(80, y, 180, y+16), ink, image.Point{}, draw.Src)
		draw.Draw(p, image.Rect(220, y, 420+20*line, y+16), ink, image.Point{}, draw.Src)
	}
	draw.Draw(p, image.Rect(640, 170, 790, 370), image.NewUniform(color.RGBA{190, 200, 210, 255}), image.Point{}, draw.Src)
	return p
}

// waiting finds somebody who waits, of whom the rules say so.
func (st *stage) waiting(outcome eligibility.Outcome) *data.Applicant {
	st.t.Helper()
	for _, id := range reviewing.Queue(st.Office, "") {
		a, _ := st.Office.Register.ByID(id)
		if st.Office.Judge(a).Outcome == outcome {
			return a
		}
	}
	st.t.Fatalf("nobody waits whom the rules call %s", outcome)
	return nil
}

// at opens the review with somebody.
func (st *stage) at(a *data.Applicant) {
	st.t.Helper()
	st.Go(shell.Route{Place: shell.Review, Person: a.Application.ID})
}

func (st *stage) status(id data.ApplicationID) data.Status {
	a, _ := st.Office.Register.ByID(id)
	return a.Application.Status
}
