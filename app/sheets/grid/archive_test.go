package grid

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

func TestPagesInOneFileAreReadSheetBySheet(t *testing.T) {
	part := func(head, location, body string) string {
		return "------=_x\r\nContent-Location: file:///C:/" + location + "\r\n" + head + "\r\n\r\n" + body + "\r\n"
	}
	quoted := "Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\""
	letter := "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"----=_x\"\r\n\r\n这是单文件网页\r\n" +
		part(quoted, "名册.htm", "<html><x:Name>机关</x:Name><x:Name>学校</x:Name></html>") +
		part(quoted, "名册.files/tabstrip.htm", "<table><tr><td>机关</td></tr></table>") +
		part(quoted, "名册.files/sheet001.htm", "<table><tr><td width=3D64>=E5=BC=A0=\r\n=E4=B8=89</td></tr></table>") +
		part("Content-Transfer-Encoding: base64\r\nContent-Type: text/html", "名册.files/sheet002.htm", base64.StdEncoding.EncodeToString([]byte("<table><tr><td>李四</td></tr></table>"))) +
		part("Content-Type: image/png", "x.png", "\x89PNG") + "------=_x--\r\n"
	book, err := Decode("名册.xls", []byte(letter))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range book.Sheets {
		got = append(got, s.Name+" "+s.Rows[0].At(0).Text)
	}
	if diff := cmp.Diff([]string{"机关 张三", "学校 李四"}, got); diff != "" {
		t.Error(diff)
	}
	for name, content := range map[string]string{"cut": letter[:len(letter)/2], "without table": strings.ReplaceAll(strings.ReplaceAll(letter, "table", "p"), "Type: text/html\r\n\r\nPHRh", "Type: text/css\r\n\r\nPHRh"), "without boundary": strings.ReplaceAll(letter, "boundary", "limit")} {
		if _, err := Decode("名册.xls", []byte(content)); !data.HasCode(err, "file-unreadable") {
			t.Errorf("%s: %v; want file-unreadable", name, err)
		}
	}
}
