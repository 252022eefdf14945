package sheets

import (
	"fmt"
	"regexp"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// readWord reads a field for which the office has a list, and warns of a word that
// the list does not have; the text is taken as it stands. What stands in brackets
// behind a word of the list (本科（学士）) is left out.
func (r *entry) readWord(f *data.Field, cell grid.Cell) {
	r.plain(f, cell)
	text := f.Get(&r.a)
	if text == "" {
		return
	}
	for _, form := range []string{text, data.Squeeze(data.Narrow(text)), headBrackets.ReplaceAllString(data.Squeeze(data.Narrow(text)), "")} {
		if word, known := r.know.Codes.Word(f.Key, form); known && form != "" {
			_ = f.Set(&r.a, word) // a text field takes any text
			return
		}
	}
	r.add(f.Key, note("value-unknown", fmt.Sprintf("%s“%s”不在本局的表里，照原样录入了", f.Label, text), "请核对后改成表里的写法"))
}

var mobile = regexp.MustCompile(`^(?:\+?86)?(1\d{10})$`)

// readPhone writes a mobile number without the blanks and dashes in it; any other
// number stays as it was typed.
func (r *entry) readPhone(f *data.Field, cell grid.Cell) {
	if m := mobile.FindStringSubmatch(strings.ReplaceAll(plain(dashes.Replace(cell.Text)), "-", "")); m != nil {
		cell.Text = m[1]
	}
	r.plain(f, cell)
}

// dashes are what input methods make of "-".
var dashes = strings.NewReplacer("—", "-", "–", "-", "−", "-", "－", "-")
