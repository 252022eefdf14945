package template

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// part reads one part of a workbook.
func part(t *testing.T, workbook []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	must(t, err)
	r, err := z.Open(name)
	must(t, err)
	defer r.Close()
	content, err := io.ReadAll(r)
	must(t, err)
	return string(content)
}

// restyled is a workbook with other words in its styles.
func restyled(t *testing.T, workbook []byte, change func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	must(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, file := range z.File {
		content := part(t, workbook, file.Name)
		if file.Name == "xl/styles.xml" {
			content = change(content)
		}
		w, err := to.Create(file.Name)
		must(t, err)
		_, err = io.WriteString(w, content)
		must(t, err)
	}
	must(t, to.Close())
	return out.Bytes()
}

var (
	rgb     = regexp.MustCompile(`rgb="([^"]*)"`)
	aRGB    = regexp.MustCompile(`^[0-9A-Fa-f]{8}$`)
	colours = regexp.MustCompile(`<(color|fgColor)[^>]*rgb="[^"]*"[^>]*>(</(color|fgColor)>)?`)
)

// TestWhatHasNoColourGetsNoBrokenOne fills templates, with lines of their own and
// without, whose frames, fonts and fills say their colour in every way there is.
func TestWhatHasNoColourGetsNoBrokenOne(t *testing.T) {
	for _, said := range []string{``, ` auto="1"`, ` theme="4" tint="-0.25"`, ` indexed="64"`, ` indexed="10"`, ` rgb="FF112233"`} {
		for _, ready := range []int{0, 1} {
			m := newTemplate(t)
			m.row(1, "姓名", "身份证号", "单位", "等级")
			m.look("A1", "D1", excelize.Style{Font: &excelize.Font{Bold: true, Size: 9, Color: "223344"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFF00"}}})
			if ready > 0 {
				m.look("A2", "D2", excelize.Style{Font: &excelize.Font{Size: 9, Color: "223344"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EEEEEE"}}})
			}
			m.row(ready+2, "合计", nil, nil, nil)
			template := restyled(t, m.content(), func(styles string) string {
				return colours.ReplaceAllStringFunc(styles, func(tag string) string {
					name := colours.FindStringSubmatch(tag)[1]
					if said == "" && name == "color" {
						return ""
					}
					return "<" + name + said + "/>"
				})
			})
			f := fill(t, template, roster(3), nil)
			f.has(map[string]string{"A2": "张伟1", "A4": "张伟3"})
			styles := part(t, f.done.Content, "xl/styles.xml")
			for _, found := range rgb.FindAllStringSubmatch(styles, -1) {
				if !aRGB.MatchString(found[1]) {
					t.Errorf("%q, %d lines: the colour %q", said, ready, found[1])
				}
			}
			if strings.Contains(said, "theme") && !strings.Contains(styles, `theme="4"`) {
				t.Errorf("%d lines: the colour of the theme is lost", ready)
			}
			id, err := f.GetCellStyle(sheet, "B3")
			must(t, err)
			style, err := f.GetStyle(id)
			if err != nil || len(style.Border) != 4 || style.Font.Size != 9 || style.Font.Bold || style.NumFmt != textFormat || (style.Fill.Pattern == 1) != (ready > 0) {
				t.Errorf("%q, %d lines: a line looks like %+v, %v", said, ready, style, err)
			}
		}
	}
}
