package photos_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/photos"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// stage is the page of photos, with the folder that its dialogs answer.
type stage struct {
	*shelltest.Stage
	t         *testing.T
	files     *shelltest.Files
	elsewhere *shelltest.Elsewhere
}

// open is the page of a county in which only the first has a photo on record.
func open(t *testing.T, people int) *stage {
	t.Helper()
	s := &stage{shelltest.Open(t, people), t, &shelltest.Files{}, nil}
	demotest.Photos(t, s.Office, map[data.PersonID][]byte{s.undecided()[0].Person.ID: portrait(t, 295, 413, color.White)})
	s.Shell.Files = s.files
	s.Add(shell.Photos, func() shell.Screen { return photos.NewScreen(s.Shell, s.Office) })
	s.elsewhere = s.Elsewhere(shell.Today, shell.Applicants, shell.Record)
	s.Go(shell.Route{Place: shell.Applicants})
	return s
}

func (s *stage) undecided() []*data.Applicant {
	return s.Office.Register.Find(registration.Query{Statuses: registration.Undecided})
}

// portrait draws head and shoulders on a ground.
func portrait(t testing.TB, w, h int, ground color.Color) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	side := float64(min(w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, ground)
			dx, dy := (float64(x)-float64(w)/2)/side, (float64(y)-float64(h)*0.38)/side
			sx, sy := dx, (float64(y)-float64(h)*1.02)/side
			switch {
			case math.Hypot(dx/0.2, dy/0.26) < 1:
				m.Set(x, y, color.RGBA{214, 178, 150, 255})
			case math.Hypot(dx/0.22, (dy+0.05)/0.28) < 1:
				m.Set(x, y, color.RGBA{40, 34, 32, 255})
			case math.Hypot(sx/0.44, sy/0.4) < 1:
				m.Set(x, y, color.RGBA{52, 70, 104, 255})
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// folder writes pictures of the county into a folder: of one who has a photo, plain
// ones, a lying one on blue, a doubled one, one that two may be on, a stranger, a
// HEIC and one of somebody decided on.
func (s *stage) folder() string {
	s.t.Helper()
	people := s.undecided()
	decided := s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})[0]
	number := func(at int) string { return string(people[at].Person.IDNumber) }
	blue := color.RGBA{70, 120, 200, 255}
	root := s.t.TempDir()
	for name, content := range map[string][]byte{
		people[0].Person.Name + "_" + number(0) + ".jpg": portrait(s.t, 600, 840, color.White),
		number(1) + ".jpg":                                 portrait(s.t, 590, 826, color.White),
		number(2) + ".jpg":                                 portrait(s.t, 400, 560, color.White),
		people[3].Person.Name + number(3) + ".jpg":         portrait(s.t, 900, 600, blue),
		number(4) + ".jpg":                                 portrait(s.t, 480, 640, color.White),
		number(4) + "(1).jpg":                              portrait(s.t, 500, 640, color.White),
		people[5].Person.Name + "和" + number(6) + ".jpg":   portrait(s.t, 450, 600, color.White),
		people[5].Person.Name + "_" + number(6) + "-2.jpg": portrait(s.t, 460, 600, color.White),
		"无此人.jpg":                                          portrait(s.t, 300, 400, color.White),
		"手机里的.heic":                                        []byte("\x00\x00\x00\x18ftypheic"),
		string(decided.Person.IDNumber) + ".jpg":           portrait(s.t, 300, 420, color.White),
	} {
		if err := os.WriteFile(filepath.Join(root, name), content, 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	return root
}

// bring opens the page and chooses the folder.
func (s *stage) bring() {
	s.t.Helper()
	s.files.Path = s.folder()
	s.Go(shell.Route{Place: shell.Photos})
	s.Press("F2")
	s.Settle()
}

// photoOf is somebody's photo on record.
func (s *stage) photoOf(a *data.Applicant) []byte {
	s.t.Helper()
	photo, err := s.Office.Photo(s.t.Context(), a.Person.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return photo
}
