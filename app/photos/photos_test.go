package photos

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkao/app/portrait"
	"gongkao/app/registration"
	"gongkao/data"
)

func TestPhotosOfAFolderGoOnRecordOnceAndTheTimelineTells(t *testing.T) {
	d := county(t, 60)
	people := open(d)
	a, b, c := people[0], people[1], people[2]
	decided := d.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})[0]
	files := map[string][]byte{
		a.Unit + "/" + a.Person.Name + "_" + string(a.Person.IDNumber) + ".jpg": good(t, 1),
		string(b.Person.IDNumber) + ".png":                                      asPNG(t, portraitOf(600, 600, 2, color.White)),
		string(c.Person.IDNumber) + "-1.jpg":                                    good(t, 3),
		string(c.Person.IDNumber) + "-2.jpg":                                    good(t, 4),
		string(decided.Person.IDNumber) + ".jpg":                                good(t, 5),
		"无此人.jpg":                                                               good(t, 6),
		"Thumbs.db":                                                             []byte("x"),
	}
	at := folder(t, files)
	s, p := look(t, d, at, Ask{})
	for kind, want := range map[Kind]int{Matched: 2, Doubled: 2, Closed: 1, Stranger: 1, Bad: 0, Ambiguous: 0} {
		if got := p.Of(kind); len(got) != want {
			t.Errorf("%d are %s, want %d: %v", len(got), kind, want, told(p))
		}
	}
	running := len(d.Register.Find(registration.Query{Statuses: registration.Running}))
	if len(p.Missing) != running-3 {
		t.Errorf("%d are missing of %d", len(p.Missing), running)
	}
	steps := 0
	done, err := s.Put(t.Context(), d, placedOf(p.Of(Matched)), func(int, int) { steps++ })
	if err != nil || len(done.Placed) != 2 || len(done.Left) != 0 || steps == 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	photo, err := d.Photo(t.Context(), a.Person.ID)
	if err != nil {
		t.Fatal(err)
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(photo))
	if err != nil || config.Width != 295 || config.Height != 413 || portrait.FromCamera(photo) {
		t.Errorf("on record is %+v, %v", config, err)
	}
	story, err := d.Timeline(t.Context(), a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(story, func(e registration.Event) bool {
		return e.Kind == registration.EventPhoto && strings.Contains(e.Words, "照片")
	}) {
		t.Errorf("the timeline does not tell: %+v", story)
	}
	_, again := look(t, d, at, Ask{})
	if len(again.Of(Same)) != 2 || len(again.Of(Matched)) != 0 {
		t.Errorf("the second time: %v", told(again))
	}
	if err := TakeAway(t.Context(), d, a.Application.ID); err != nil {
		t.Fatal(err)
	}
	if photo, err := d.Photo(t.Context(), a.Person.ID); photo != nil || err != nil {
		t.Errorf("taken away it is still there: %v", err)
	}
	if err := TakeAway(t.Context(), d, a.Application.ID); !data.HasCode(err, "photo-none") {
		t.Errorf("taken away twice: %v", err)
	}
	if err := TakeAway(t.Context(), d, decided.Application.ID); !data.HasCode(err, "closed") {
		t.Errorf("of somebody decided on: %v", err)
	}
	left, err := s.Put(t.Context(), d, []Placed{{Item: p.Of(Closed)[0], Application: decided.Application.ID}}, nil)
	if err != nil || len(left.Left) != 1 || !data.HasCode(left.Left[0].Why, "closed") {
		t.Errorf("of somebody decided on: %+v, %v", left, err)
	}
}

func TestWhoeverCancelsKeepsWholePeople(t *testing.T) {
	d := county(t, 200)
	files := map[string][]byte{}
	people := open(d)
	if len(people) < atOnce+10 {
		t.Fatalf("only %d are open", len(people))
	}
	for i, a := range people {
		files[string(a.Person.IDNumber)+".jpg"] = good(t, i)
	}
	s, p := look(t, d, folder(t, files), Ask{})
	ctx, cancel := context.WithCancel(t.Context())
	done, err := s.Put(ctx, d, placedOf(p.Of(Matched)), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) || len(done.Placed) != atOnce {
		t.Fatalf("%d were put, %v", len(done.Placed), err)
	}
	for i, item := range p.Of(Matched) {
		photo, err := d.Photo(t.Context(), item.Who.Person.ID)
		if err != nil || (photo != nil) != (i < atOnce) {
			t.Errorf("the %d-th has a photo: %v, %v", i, photo != nil, err)
		}
	}
	if _, rest := look(t, d, s.at(t), Ask{}); len(rest.Of(Same)) != atOnce || len(rest.Of(Matched)) != len(people)-atOnce {
		t.Errorf("going on: %d are the same, %d left", len(rest.Of(Same)), len(rest.Of(Matched)))
	}
}

// at returns the folder a source was opened from.
func (s *Source) at(t *testing.T) string {
	t.Helper()
	f, err := s.files[0].open()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return filepath.Dir(f.(*os.File).Name())
}

func TestAPictureThatCannotBeUsedSaysWhyAndWhatToDo(t *testing.T) {
	d := county(t, 60)
	whole := good(t, 1)
	cases := []struct {
		ending  string
		content []byte
		says    string
	}{
		{".heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00"), "请在手机上导出为 JPG"},
		{".jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00"), "请在手机上导出为 JPG"},
		{".jpg", whole[:len(whole)/2], "没有传完或已损坏"},
		{".jpg", nil, "不是能读的图片"},
		{".png", asPNG(t, image.NewGray(image.Rect(0, 0, 1, 1))), "图片太小：1×1 点"},
		{".png", boast(t), "超过 4000 万点"},
		{".zip", []byte("PK\x03\x04 nothing"), "压缩包里的压缩包"},
		{".rar", []byte("Rar!\x1a\x07"), "RAR 压缩包"},
		{".pdf", []byte("%PDF-1.7"), "不是照片"},
		{".docx", []byte("PK\x03\x04 word"), "Word 文件"},
		{".jpg", append(bytes.Clone(whole), make([]byte, largestFile)...), "超过 20 MB"},
	}
	files := map[string][]byte{}
	people := open(d)
	for i, c := range cases {
		files[string(people[i].Person.IDNumber)+c.ending] = c.content
	}
	_, p := look(t, d, folder(t, files), Ask{})
	said := map[string]string{}
	for _, i := range p.Of(Bad) {
		said[i.File] = i.Why + "。" + i.Next
	}
	for i, c := range cases {
		if got := said[string(people[i].Person.IDNumber)+c.ending]; !strings.Contains(got, c.says) {
			t.Errorf("%d %s says %q, want %q", i, c.ending, got, c.says)
		}
	}
}

// boast is a PNG that claims to be 30000 points wide and high.
func boast(t testing.TB) []byte {
	t.Helper()
	b := asPNG(t, image.NewGray(image.Rect(0, 0, 10, 10)))
	binary.BigEndian.PutUint32(b[16:], 30000)
	binary.BigEndian.PutUint32(b[20:], 30000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestAPictureOnlyWarnsOfItsGroundAndIsMadeLightEnough(t *testing.T) {
	d := county(t, 20)
	a, b := open(d)[0], open(d)[1]
	noisy := image.NewRGBA(image.Rect(0, 0, 590, 826))
	for i := range noisy.Pix {
		noisy.Pix[i] = byte(i * i * 2654435761 >> 7)
	}
	s, p := look(t, d, folder(t, map[string][]byte{
		string(a.Person.IDNumber) + ".jpg": asJPEG(t, portraitOf(560, 400, 1, color.RGBA{60, 90, 200, 255})), string(b.Person.IDNumber) + ".png": asPNG(t, noisy)}), Ask{})
	blue := p.Of(Matched)[slices.IndexFunc(p.Of(Matched), func(i Item) bool { return i.Who.Person.ID == a.Person.ID })]
	if got := strings.Join(blue.Warnings, "，"); !strings.Contains(got, "横着的照片") || !strings.Contains(got, "底色不白") || !strings.Contains(got, "偏小") {
		t.Errorf("warned of %q", got)
	}
	rule := d.Office.Policy.Photo
	for _, i := range p.Of(Matched) {
		err := s.Use(i, func(picture *portrait.Picture) error {
			free, err := Shoot(picture, i, rule, portrait.Frame{})
			if err != nil {
				return err
			}
			tight := rule
			tight.MaxKB = len(free.JPEG)*9/10>>10 + 1
			shot, err := Shoot(picture, i, tight, portrait.Frame{Zoom: 1.2})
			if err != nil || len(shot.JPEG) > tight.MaxKB<<10 {
				t.Errorf("%s: %d bytes for %d KB, %v", i.File, len(shot.JPEG), tight.MaxKB, err)
			}
			tight.MaxKB = 1
			if _, err := Shoot(picture, i, tight, portrait.Frame{}); !data.HasCode(err, "photo-heavy") {
				t.Errorf("%s in one KB: %v", i.File, err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestOnePictureIsForWhomeverItIsGiven(t *testing.T) {
	d := county(t, 20)
	a, b := open(d)[0], open(d)[1]
	at := filepath.Join(folder(t, map[string][]byte{b.Person.Name + string(b.Person.IDNumber) + ".jpg": good(t, 1)}), b.Person.Name+string(b.Person.IDNumber)+".jpg")
	s, p := look(t, d, at, Ask{For: a.Application.ID})
	i := p.Of(Matched)
	if len(i) != 1 || i[0].Who.Person.ID != a.Person.ID || !strings.Contains(strings.Join(i[0].Warnings, ""), "文件名写的是"+b.Person.Name) {
		t.Fatalf("%v %+v", told(p), i)
	}
	if done, err := s.Put(t.Context(), d, placedOf(i), nil); err != nil || len(done.Placed) != 1 {
		t.Errorf("%+v, %v", done, err)
	}
}

func TestPicturesAreOfTheUnitThatIsMeantAlone(t *testing.T) {
	d := county(t, 60)
	people := open(d)
	a := people[0]
	var b *data.Applicant
	for _, o := range people {
		if o.Unit != a.Unit && o.Supervising != a.Unit {
			b = o
		}
	}
	_, p := look(t, d, folder(t, map[string][]byte{string(a.Person.IDNumber) + ".jpg": good(t, 1), string(b.Person.IDNumber) + ".jpg": good(t, 2)}), Ask{Unit: a.Unit})
	if len(p.Of(Matched)) != 1 || len(p.Of(Stranger)) != 1 {
		t.Errorf("%v", told(p))
	}
	for _, m := range p.Missing {
		if m.Unit != a.Unit && m.Supervising != a.Unit {
			t.Errorf("missing of another unit: %s", m.Unit)
		}
	}
}
