package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestTextsOfEveryEncodingAndSeparatorSayTheSame(t *testing.T) {
	const comma = "姓名,备注\r\n李𬱖,\"甲,乙\"\r\n\r\n𠮷野,\"两\n行\"\r\n张三,\"说\"\"好\"\"\"\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(comma)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("姓名\t备注\r\n李𬱖\t甲,乙\r\n\r\n𠮷野\t\"两\n行\"\r\n张三\t\"说\"\"好\"\"\"\r\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"UTF-8": comma, "UTF-8 with mark": "\ufeff" + comma, "GB18030": gb, "UTF-16 with tabs": wide,
		"semicolons": "姓名;备注\n李𬱖;甲,乙\n\n𠮷野;\"两\n行\"\n张三;\"说\"\"好\"\"\"\n"} {
		book, err := Decode("名册.csv", []byte(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := []string{"1 姓名|备注", "2 李𬱖|甲,乙", "4 𠮷野|两\n行", "6 张三|说\"好\""}
		if diff := cmp.Diff(want, lines(book)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestQuotationMarksThatDoNotPairSwallowNothing(t *testing.T) {
	book, err := Decode("名册.csv", []byte("姓名,备注\n张三,\"没有收尾\n李四,5\"管\n王五,好\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"1 姓名|备注", "2 张三|没有收尾", "3 李四|5\"管", "4 王五|好"}, lines(book)); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyCellsAtTheEndAreNotKept(t *testing.T) {
	book, err := Decode("名册.csv", []byte("甲,,\n,,　\n,乙,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	if len(rows) != 2 || len(rows[0].Cells) != 1 || rows[1].Number != 3 || len(rows[1].Cells) != 2 {
		t.Errorf("rows %+v", rows)
	}
}

// lines writes the rows of the first sheet, each with all its cells.
func lines(book *Book) []string {
	var all []string
	for _, row := range book.Sheets[0].Rows {
		texts := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			texts[i] = c.Text
		}
		all = append(all, fmt.Sprintf("%d %s", row.Number, strings.Join(texts, "|")))
	}
	return all
}
