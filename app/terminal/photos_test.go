package terminal

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pictures writes portraits under so many names into a folder.
func pictures(t *testing.T, names ...string) string {
	t.Helper()
	at := t.TempDir()
	for i, name := range names {
		m := image.NewGray(image.Rect(0, 0, 300, 420))
		draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
		draw.Draw(m, image.Rect(100, 60, 200, 200+i), image.NewUniform(color.Gray{90}), image.Point{}, draw.Src)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, nil); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(at, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

func TestPhotosOfAFolderGoOnRecord(t *testing.T) {
	d := practice(t)
	var people, decided []person
	d.read(&people, "list", "--status", "submitted")
	d.read(&decided, "list", "--status", "approved")
	a, b := people[0], people[1]
	folder := pictures(t, a.IDNumber+".jpg", b.IDNumber+"-1.jpg", b.IDNumber+"-2.jpg", decided[0].IDNumber+".jpg", "无此人.jpg")
	if err := os.WriteFile(filepath.Join(folder, a.Name+"手机.heic"), []byte("\x00\x00\x00\x18ftypheic"), 0o600); err != nil {
		t.Fatal(err)
	}
	var told photosDone
	d.read(&told, "photos", folder, "--dry-run")
	if told.Placed != 0 || len(told.Matched) != 1 || string(told.Matched[0].IDNumber) != a.IDNumber || told.Matched[0].How != "身份证号" {
		t.Errorf("looked at: %+v", told)
	}
	d.read(&told, "photos", folder)
	if told.Placed != 1 || len(told.Doubled) != 1 || len(told.Doubled[0].Files) != 2 || strings.Join(told.Strangers, "") != "无此人.jpg" || len(told.Bad) != 2 || len(told.Missing) == 0 {
		t.Errorf("put: %+v", told)
	}
	if words := d.must("photos", folder, "--unit", a.Unit); !strings.Contains(words, "已放入 0 张，原来就有 1 张") || !strings.Contains(words, "请在手机上导出为 JPG 再放") {
		t.Errorf("the second time: %s", words)
	}
	d.read(&told, "photos", filepath.Join(folder, b.IDNumber+"-2.jpg"), "--id", b.IDNumber)
	if told.Placed != 1 {
		t.Errorf("one picture: %+v", told)
	}
	d.must("photos", "--remove", "--id", b.IDNumber)
	d.refuses("photos", "--remove", "--id", b.IDNumber)
	d.refuses("photos", filepath.Join(folder, "没有"))
	for _, wrong := range [][]string{{"photos"}, {"photos", "--remove"}, {"photos", folder, "--id", a.IDNumber}} {
		if exit, _, _ := d.run(wrong...); exit != Usage {
			t.Errorf("%v: exit %d", wrong, exit)
		}
	}
	d.must("verify")
}
