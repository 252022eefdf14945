package photos

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"gongkao/data"
)

func TestANameInAZipIsReadHoweverItWasWritten(t *testing.T) {
	d := county(t, 60)
	people := open(d)
	renamed(t, d, map[*data.Applicant]string{people[0]: "刘𬱖", people[1]: "张伟一", people[2]: "联通"}, nil)
	gbk := func(name string) string {
		b, err := simplifiedchinese.GBK.NewEncoder().String(name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	local := gbk("刘?.jpg")
	extra := append(binary.LittleEndian.AppendUint32([]byte{1}, crc32.ChecksumIEEE([]byte(local))), "刘𬱖.jpg"...)
	extra = append(binary.LittleEndian.AppendUint16([]byte{0x75, 0x70}, uint16(len(extra))), extra...)
	for name, headers := range map[string][]*zip.FileHeader{
		"GBK of Windows":                 {{Name: gbk("张伟一.jpg"), NonUTF8: true}, {Name: gbk(`照片\联通.jpg`), NonUTF8: true}, {Name: local, NonUTF8: true, Extra: extra}},
		"UTF-8, not said":                {{Name: "张伟一.jpg", NonUTF8: true}, {Name: "照片/联通.jpg", NonUTF8: true}, {Name: "刘𬱖.jpg", NonUTF8: true}},
		"UTF-8, said, decomposed":        {{Name: norm.NFD.String("张伟一.jpg")}, {Name: "照片/联通.jpg"}, {Name: "刘𬱖.jpg"}, {Name: "__MACOSX/._刘𬱖.jpg"}},
		"one name that passes for UTF-8": {{Name: gbk("联通") + ".jpg", NonUTF8: true}, {Name: "张伟一.jpg"}, {Name: "刘𬱖.jpg"}},
	} {
		_, p := look(t, d, zipped(t, headers, good(t, 1)), Ask{})
		if got := p.Of(Matched); len(got) != 3 || len(p.Items) != 3 {
			t.Errorf("%s: %v", name, told(p))
		}
	}
	if !isGBK(gbk("一")) || isGBK("一") || isGBK("a.jpg") {
		t.Error("一 in GBK passes for UTF-8")
	}
}

func TestWhatAZipTriesIsRefused(t *testing.T) {
	d := county(t, 20)
	number := string(open(d)[0].Person.IDNumber)
	_, p := look(t, d, zipped(t, []*zip.FileHeader{{Name: "../../" + number + ".jpg"}, {Name: "/etc/" + number + ".jpg"}, {Name: `C:\x\` + number + ".jpg"}, {Name: "里面.zip"}, {Name: "好/" + number + ".jpg"}}, good(t, 1)), Ask{})
	if len(p.Of(Bad)) != 3 || len(p.Of(Matched)) != 1 {
		t.Errorf("%v", told(p))
	}
	shut := zipped(t, []*zip.FileHeader{{Name: number + ".jpg", Flags: 1}}, good(t, 1))
	if _, err := Open(shut); !data.HasCode(err, "file-encrypted") {
		t.Errorf("under a password: %v", err)
	}
	content, err := os.ReadFile(shut)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndex(content, []byte("PK\x05\x06"))
	binary.LittleEndian.PutUint32(content[at+12:], 1<<30)
	if err := os.WriteFile(shut, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(shut); !data.HasCode(err, "file-too-large") {
		t.Errorf("a list of a gigabyte: %v", err)
	}
	if err := os.WriteFile(shut, content[:at], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(shut); !data.HasCode(err, "file-unreadable") {
		t.Errorf("cut off: %v", err)
	}
	if _, err := Open(shut + ".no"); !data.HasCode(err, "file-missing") {
		t.Errorf("not there: %v", err)
	}
}

// FuzzZip finds out that no zip brings the program down.
func FuzzZip(f *testing.F) {
	for _, name := range []string{"张三.jpg", "\xd5\xc5\xc8\xfd.jpg", "../a"} {
		content, err := os.ReadFile(zipped(f, []*zip.FileHeader{{Name: name, NonUTF8: true}}, []byte("no picture")))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	at := filepath.Join(f.TempDir(), "x.zip")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(at, content, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(at)
		if err != nil {
			if _, refused := data.AsRefusal(err); !refused {
				t.Errorf("a fault: %v", err)
			}
			return
		}
		for i := range s.files {
			if _, err := s.read(i); err != nil {
				if _, refused := data.AsRefusal(err); !refused {
					t.Errorf("a fault: %v", err)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}
