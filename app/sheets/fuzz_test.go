package sheets

import (
	"os"
	"path/filepath"
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
	for i, sheet := range reading.Sheets {
		if sheet.Good()+len(sheet.Waiting)+sheet.Skipped > len(book.Sheets[i].Rows) && len(reading.Sheets) == len(book.Sheets) {
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
