package photos_test

import (
	"bytes"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestAFolderGoesOnRecordByKeysAlone(t *testing.T) {
	s := open(t, 60)
	people := s.undecided()
	s.bring()
	if !s.Sees("11 张，5 张要看一眼") || !strings.Contains(s.Said(), "3 张可以直接放入") {
		t.Fatalf("said %s, seen %q", s.Said(), s.Texts())
	}
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Said(), "还不知道是谁的照片") {
		t.Errorf("nobody's is taken: %s", s.Said())
	}
	s.Type("1") // his whose number it is
	if !strings.Contains(s.Said(), people[6].Person.Name) {
		t.Errorf("said who: %s", s.Said())
	}
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.Press(fyne.KeyReturn) // the first of two
	s.Settle()
	if !strings.Contains(s.Said(), "其余 1 张不放") {
		t.Errorf("of two: %s", s.Said())
	}
	s.Press(fyne.KeyDelete) // the lying one on blue
	s.Settle()
	s.Press(fyne.KeyF8)
	s.Settle()
	for at, want := range map[int]bool{0: true, 1: true, 2: true, 3: false, 4: true, 5: false, 6: true} {
		if got := s.photoOf(people[at]) != nil; got != want {
			t.Errorf("the %d-th has a photo: %v, said %s", at, got, s.Said())
		}
	}
	if s.photoOf(people[0]); !strings.Contains(s.Said(), "已放入 ") {
		t.Errorf("said %s", s.Said())
	}
	s.Press(fyne.KeyF2) // the same folder again
	s.Settle()
	if !s.Sees("已放入") && !strings.Contains(s.Said(), "0 张可以直接放入") {
		t.Errorf("the second time: said %s", s.Said())
	}
}

func TestTheFrameIsMovedByKeysAndPutAsItStands(t *testing.T) {
	s := open(t, 60)
	a := s.undecided()[7]
	root := t.TempDir()
	content := portrait(t, 900, 600, color.RGBA{70, 120, 200, 255})
	if err := os.WriteFile(filepath.Join(root, string(a.Person.IDNumber)+".jpg"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	s.files.Path = root
	s.Go(shell.Route{Place: shell.Photos})
	s.Press(fyne.KeyF2)
	s.Settle()
	if !s.Sees("横着的照片，底色不白") {
		t.Errorf("not warned: %q", s.Texts())
	}
	s.Press(fyne.KeyTab)
	for range 12 {
		s.Press(fyne.KeyLeft)
	}
	s.Press(fyne.KeyRight, fyne.KeyModifierShift)
	s.Type("++r")
	s.Settle()
	s.Picture("photos-turned")
	s.Type("rrr0")
	for range 20 {
		s.Press(fyne.KeyLeft)
	}
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF8)
	s.Settle()
	photo, err := jpeg.Decode(bytes.NewReader(s.photoOf(a)))
	if err != nil {
		t.Fatalf("%v, said %s", err, s.Said())
	}
	// Wholly at the left there is nothing but the ground in the left half.
	if r, g, b, _ := photo.At(40, 150).RGBA(); r>>8 > 90 || g>>8 < 100 || b>>8 < 180 {
		t.Errorf("at the left it is %d %d %d", r>>8, g>>8, b>>8)
	}
	if bounds := photo.Bounds(); bounds.Dx() != 295 || bounds.Dy() != 413 {
		t.Errorf("it is %v", bounds)
	}
}

func TestWhoIsMissingIsCopiedForTheUnits(t *testing.T) {
	s := open(t, 60)
	s.bring()
	s.Press(fyne.KeyF6)
	s.Settle()
	s.Press(fyne.KeyC, fyne.KeyModifierControl)
	copied := fyne.CurrentApp().Clipboard().Content()
	if lines := strings.Split(strings.TrimSpace(copied), "\r\n"); len(lines) != 53 || lines[0] != "单位\t姓名\t工种\t等级" {
		t.Errorf("%d lines, said %s:\n%s", len(lines), s.Said(), copied)
	}
	s.Press(fyne.KeyReturn)
	if r := s.elsewhere.Last(); r.Place != shell.Record || r.Person == "" || len(r.List) != 52 {
		t.Errorf("it goes to %+v", r)
	}
}

func TestOnePersonsPhotoIsSetAndTakenAway(t *testing.T) {
	s := open(t, 60)
	a := s.undecided()[8]
	at := filepath.Join(t.TempDir(), "照片.jpg")
	if err := os.WriteFile(at, portrait(t, 590, 826, color.White), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Go(shell.Route{Place: shell.Record})
	s.Go(shell.Route{Place: shell.Photos, Person: a.Application.ID})
	if !s.Sees("没有照片") {
		t.Errorf("seen %q", s.Texts())
	}
	s.files.Path = at
	s.Press(fyne.KeyF4)
	s.Settle()
	s.Picture("photos-one-chosen")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if s.photoOf(a) == nil || s.Shell.Screen().Route().Place != shell.Record {
		t.Fatalf("not put: said %s, at %+v", s.Said(), s.Shell.Screen().Route())
	}
	s.Go(shell.Route{Place: shell.Photos, Person: a.Application.ID})
	s.Press(fyne.KeyDelete)
	s.Settle()
	if s.photoOf(a) != nil || !strings.Contains(s.Said(), "已取下") {
		t.Errorf("still there: said %s", s.Said())
	}
	s.files.Path = s.folder()
	s.Press(fyne.KeyF4)
	s.Settle()
	if !strings.Contains(s.Said(), "不是一张照片") {
		t.Errorf("a folder for one person: %s", s.Said())
	}
}

func TestAFolderWaitsWhileOnePersonsPhotoIsChosen(t *testing.T) {
	s := open(t, 60)
	s.bring()
	s.Press(fyne.KeyDelete)
	s.Settle()
	s.Go(shell.Route{Place: shell.Photos, Person: s.undecided()[9].Application.ID})
	if s.Sees("要看一眼") || !s.Sees("没有照片") {
		t.Errorf("of one person: %q", s.Texts())
	}
	s.Shell.Back()
	s.Settle()
	if !s.Sees("11 张，4 张要看一眼") || !s.Sees("不放") {
		t.Errorf("come back: %q", s.Texts())
	}
}

func TestSomebodyDecidedOnKeepsHisPhoto(t *testing.T) {
	s := open(t, 60)
	approved := s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})
	if len(approved) == 0 {
		t.Fatal("nobody is approved")
	}
	s.Go(shell.Route{Place: shell.Photos, Person: approved[0].Application.ID})
	for _, key := range []fyne.KeyName{fyne.KeyF4, fyne.KeyDelete} {
		s.Press(key)
		s.Settle()
		if !strings.Contains(s.Said(), "不能直接换照片") {
			t.Errorf("%s: said %s", key, s.Said())
		}
	}
}
