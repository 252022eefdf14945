package sheets

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// understandAnything checks what must hold for any book: no panic, every row
// taken once at most, every problem with a place, a code and both sentences.
func understandAnything(t *testing.T, book *grid.Book) {
	t.Helper()
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten(), CreateUnits: true})
	if err != nil {
		if !data.HasCode(err, "no-header") {
			t.Fatalf("understanding fails with %v", err)
		}
		return
	}
	rows := 0
	for _, sheet := range book.Sheets {
		rows = max(rows, len(sheet.Rows))
	}
	for _, sheet := range reading.Sheets {
		if sheet.Good()+len(sheet.Waiting)+sheet.Skipped > rows {
			t.Fatalf("more rows taken than there are: %+v", sheet)
		}
		for _, p := range sheet.Problems {
			if p.Code == "" || p.Message == "" || p.Hint == "" {
				t.Fatalf("problem without words: %+v", p)
			}
		}
	}
}

func refusedProperly(t *testing.T, err error) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Message == "" || r.Hint == "" {
		t.Fatalf("reading fails with %v; want a refusal", err)
	}
}

// FuzzDecode feeds any bytes as a file.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"01-clean.xlsx", "06-gb18030.csv", "06-utf8.csv"} {
		content, err := os.ReadFile(filepath.Join(samples, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte("姓名\t身份证号\n张\"三\t1\n"))
	f.Add([]byte("\xff\xfe\x00"))
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, err := grid.Decode("任意", content)
		if err != nil {
			refusedProperly(t, err)
			return
		}
		understandAnything(t, book)
	})
}

// bookFrom makes a book of any bytes: a line is a row, | parts cells, and a cell that
// begins with # is a number, with @ a date, with ! a failed formula; a line of = is a
// new sheet. The first byte hides rows and columns.
func bookFrom(content []byte) *grid.Book {
	book := &grid.Book{File: "任意.xlsx", Sheets: []grid.Sheet{{Name: "表"}}}
	if len(content) > 0 && content[0]%2 == 1 {
		book.Left, book.Sheets[0].HiddenRows, book.Sheets[0].HiddenColumns = []string{"藏"}, []int{int(content[0])}, []int{int(content[0])}
	}
	for i, line := range strings.Split(string(content), "\n") {
		last := &book.Sheets[len(book.Sheets)-1]
		if line == "=" && len(book.Sheets) < 5 {
			book.Sheets = append(book.Sheets, grid.Sheet{Name: fmt.Sprint(i)})
			continue
		}
		row := grid.Row{Number: i + 1}
		for _, text := range strings.SplitN(line, "|", 40) {
			row.Cells = append(row.Cells, fuzzedCell(text))
		}
		last.Rows = append(last.Rows, row)
	}
	return book
}

func fuzzedCell(text string) grid.Cell {
	kinds := map[byte]grid.Kind{'#': grid.Number, '@': grid.Date, '!': grid.Fault}
	if text == "" || kinds[text[0]] == grid.Empty {
		return grid.TextCell(text)
	}
	n, _ := strconv.ParseFloat(text[1:], 64)
	return grid.Cell{Text: text[1:], Number: n, Kind: kinds[text[0]]}
}

// FuzzUnderstand feeds any book; every waiting row is read again as the tray does,
// and every head under layouts that say anything of its columns.
func FuzzUnderstand(f *testing.F) {
	for _, text := range []string{
		"a花名册\n填报单位：罗山县图书馆\n姓名|身份证号|工种|等级\n张伟|41152119800101001X|护理员|三级\n合计|1人",
		"|姓名|身份证|申报|\n||号码|工种|等级\n#1|张伟|#411521198001010010|护理员|@1998-01\n|姓名|身份证|申报|\n||号码|工种|等级",
		"姓名|身份证号||姓名|身份证号\n张伟|1||李四|2\n=\n单位全称|主管部门\n罗山县图书馆|!#REF!",
		"姓名|身份证号|缴费金额|缴费时间\n张伟|41152119800101001X|#365|#46132",
		"姓名|身份证号|现工种及等级|现技术等级及取得时间|2023-2025年度考核|出生年月\n张伟|41152119800101001X|护理员三级|2015.10四级|均合格|#75.1",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		book := bookFrom(content)
		understandAnything(t, book)
		know := Knowledge{Codes: countyCodes{}, Units: kindergarten()}
		reading, err := Understand(book, know)
		if err != nil {
			return
		}
		know.Layouts = map[string]data.SheetLayout{}
		for _, s := range reading.Sheets {
			layout := data.SheetLayout{ID: s.Layout, Columns: map[string]string{"B": "name", "C": "level", "ZZZZZ": "-"}}
			for i, h := range s.Heads {
				layout.Columns[h.Column] = s.Heads[(i+1)%len(s.Heads)].Field
			}
			know.Layouts[s.Layout] = layout
			for _, w := range s.Waiting {
				ReadTexts(w.Texts, w.Numbers, know)
			}
		}
		if _, err := Understand(book, know); err != nil {
			t.Fatalf("under a layout nothing is understood: %v", err)
		}
	})
}

// FuzzAmounts feeds any text as money, points and copies: what is read writes as
// what is read again, and what is not is refused with both sentences.
func FuzzAmounts(f *testing.F) {
	for _, text := range []string{"365", "￥1,275.50元", "36,5", "-1", "缺考", "—", "78.5分", "3本", "", "９９９，９９９，９９９．９９"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if fen, err := ReadAmount(text); err != nil {
			refusedProperly(t, err)
		} else if again, err := ReadAmount(fen.String()); err != nil || again != fen || fen < 0 {
			t.Fatalf("%q is read as %v, and that as %v, %v", text, fen, again, err)
		}
		if points, absent, err := ReadPoints(text); err != nil {
			refusedProperly(t, err)
		} else if again, _, err := ReadPoints(points.String()); !absent && (err != nil || again != points) {
			t.Fatalf("%q is read as %v, and that as %v, %v", text, points, again, err)
		}
		if copies, err := ReadCopies(text); err != nil {
			refusedProperly(t, err)
		} else if copies < 0 {
			t.Fatalf("%q is read as %d copies", text, copies)
		}
	})
}
