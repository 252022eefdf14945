package printing

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"gongkao/app/paper/pdf"
	"gongkao/data"
)

// The sheet of a recovery code, in millimetres and points.
const (
	recoveryLeft  = 30.0
	recoveryPitch = 14.0
	recoveryTitle = 22.0
	recoveryWords = 12.0
	recoveryGroup = 24.0
)

// RecoverySheet makes the one sheet on which a recovery code may exist: large
// enough to be read aloud, each group with its number. It is no paper of the
// record: nothing of it is kept, not even that it was printed.
func RecoverySheet(profile data.Office, code string, at time.Time) ([]byte, error) {
	page := pdf.Portrait()
	put := func(x, y float64, face pdf.Face, size float64, text string) {
		page.Texts = append(page.Texts, pdf.Text{X: x, Y: y, Face: face, Size: size, Text: text})
	}
	put(recoveryLeft, 40, pdf.Bold, recoveryTitle, "工考数据恢复码")
	put(recoveryLeft, 52, pdf.Song, recoveryWords, profile.Marked(profile.Name))
	put(recoveryLeft, 60, pdf.Song, recoveryWords, "打印于 "+at.Format("2006-01-02 15:04"))
	page.Rule(recoveryLeft, 66, page.Width-recoveryLeft, 66, 0.4)
	y := 84.0
	for i, group := range strings.Split(code, "-") {
		x := recoveryLeft + float64(i%2)*75
		put(x, y, pdf.Song, recoveryWords, fmt.Sprintf("第 %d 组", i+1))
		put(x+20, y, pdf.Hei, recoveryGroup, spaced(group))
		y += float64(i%2) * recoveryPitch
	}
	y += 2 * recoveryPitch
	page.Rule(recoveryLeft, y-10, page.Width-recoveryLeft, y-10, 0.4)
	for _, line := range []string{
		"忘了口令时，只有这张纸能打开数据，谁也补不出来。",
		"打印两份：一份锁在保险柜，一份交分管领导。不要存在电脑里，不要拍照。",
		"码中没有 0、O、1、I、L；不分大小写。",
	} {
		put(recoveryLeft, y, pdf.Song, recoveryWords, line)
		y += 8
	}
	var out bytes.Buffer
	err := pdf.Write(&out, &pdf.Sheet{Pages: []*pdf.Page{page}}, pdf.Info{Title: "工考数据恢复码", Author: profile.Name, At: at})
	return out.Bytes(), err
}

// spaced sets the characters of a group apart, so that none is overlooked.
func spaced(group string) string { return strings.Join(strings.Split(group, ""), " ") }
