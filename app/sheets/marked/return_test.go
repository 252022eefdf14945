package marked_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/sheets/marked"
	"gongkao/data"
)

const samples = "../testdata/samples/"

// county is an office that knows the units of the samples.
func county(t testing.TB) *registration.Desk {
	t.Helper()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, _, err := office.Create(context.Background(), place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	d := demotest.Sit(t, o)
	take(t, d, false, samples+"units.xlsx")
	return d
}

func take(t testing.TB, d *registration.Desk, dry bool, path string) intake.File {
	t.Helper()
	result, err := intake.Take(context.Background(), d, []string{path}, intake.Options{DryRun: dry})
	if err != nil {
		t.Fatal(err)
	}
	if refused := result.Files[0].Error; refused != nil {
		t.Fatalf("%s: %s", path, refused.Message)
	}
	return result.Files[0]
}

// answer writes the marked copy of a file and returns where, and its marks.
func answer(t testing.TB, path string, read intake.File) (string, []marked.Mark) {
	t.Helper()
	original, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out, marks := filepath.Join(t.TempDir(), "退回.xlsx"), intake.Marks(read)
	if err := marked.Write(out, original, filepath.Base(path), marks); err != nil {
		t.Fatal(err)
	}
	return out, marks
}

// found lists what was said of a file: sheet by sheet the row, cell and code of
// every problem, and how many rows may enter.
func found(f intake.File) (all []string) {
	for _, s := range f.Sheets {
		for _, p := range s.Problems {
			all = append(all, fmt.Sprintf("%d %s %s %s", p.Row, p.Cell, p.Code, p.Value))
		}
		all = append(all, fmt.Sprintf("%d enter, %d skipped", s.Good(), s.Skipped))
	}
	return all
}

var everySample = []string{"02-two-row-header.xlsx", "03-id-numbers.xlsx", "04-dates.xlsx", "06-gb18030.csv", "06-utf8.csv", "07-header-synonyms.xlsx", "08-mixed.xlsx"}

func TestAMarkedCopyReadsAsTheFileDid(t *testing.T) {
	d := county(t)
	for _, name := range append([]string{"05-two-sheets.xls"}, everySample...) {
		read := take(t, d, true, samples+name)
		out, _ := answer(t, samples+name, read)
		if diff := cmp.Diff(found(read), found(take(t, d, true, out))); diff != "" {
			t.Errorf("%s read again:\n%s", name, diff)
		}
	}
}

func TestEveryMarkIsACommentAtItsCell(t *testing.T) {
	d := county(t)
	for _, name := range everySample {
		out, marks := answer(t, samples+name, take(t, d, true, samples+name))
		f, err := excelize.OpenFile(out)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		sheet := f.GetSheetName(0)
		comments, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for _, m := range marks {
			want = append(want, m.Cell)
		}
		for _, c := range comments {
			got = append(got, c.Cell)
			if c.Author != marked.Author {
				t.Errorf("%s: the comment at %s is signed %q", name, c.Cell, c.Author)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
			t.Errorf("%s: comments stand at other cells than marks:\n%s", name, diff)
		}
	}
}

// mend types right ID numbers into every other ID cell that is marked, and returns
// how many rows that mends.
func mend(t testing.TB, path string, marks []marked.Mark, read intake.File) (mended int) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, m := range marks {
		if !m.Digits || m.Warning || i%2 == 1 {
			continue
		}
		if err := f.SetCellStr(f.GetSheetName(0), m.Cell, numberOf(i, read, m.Row)); err != nil {
			t.Fatal(err)
		}
		mended++
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return mended
}

// numberOf is a right ID number, another for each i, that suits the birth and sex
// written in the row.
func numberOf(i int, read intake.File, row int) string {
	born, odd := "19750203", 1
	for _, w := range read.Sheets[0].Waiting {
		if w.Row != row {
			continue
		}
		if digits := strings.NewReplacer("-", "", ".", "", "年", "", "月", "", "/", "").Replace(w.Texts["birth"]); digits != "" {
			born = (digits + "03")[:8]
		}
		if w.Texts["sex"] == "女" {
			odd = 0
		}
	}
	return string(data.WithCheckDigit(fmt.Sprintf("411521%s%03d", born, 10+2*i+odd)))
}

func TestExactlyTheMendedRowsEnter(t *testing.T) {
	for _, name := range []string{"03-id-numbers.xlsx", "06-gb18030.csv"} {
		d := county(t)
		read := take(t, d, false, samples+name)
		before := d.Register.Len()
		out, marks := answer(t, samples+name, read)
		mended := mend(t, out, marks, read)
		again := take(t, d, false, out)
		if d.Register.Len() != before+mended || mended == 0 {
			t.Errorf("%s: %d rows were mended and %d came in; left is %q", name, mended, d.Register.Len()-before, found(again))
		}
		left := intake.Marks(again)
		second := filepath.Join(t.TempDir(), "再退回.xlsx")
		content, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if err := marked.Write(second, content, "退回.xlsx", left); err != nil {
			t.Fatal(err)
		}
		marksOfOnly(t, second, left)
	}
}

// marksOfOnly wants the comments and tints of these marks and no other, and one list.
func marksOfOnly(t testing.TB, path string, marks []marked.Mark) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n := len(f.GetSheetList()); n != 2 {
		t.Errorf("the copy of a copy has %d sheets: %v", n, f.GetSheetList())
	}
	want := map[string]bool{}
	for _, m := range marks {
		want[m.Cell] = true
	}
	sheet := f.GetSheetName(0)
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		if !want[c.Cell] {
			t.Errorf("an old comment is left at %s", c.Cell)
		}
	}
	if len(comments) != len(want) {
		t.Errorf("%d comments for %d cells", len(comments), len(want))
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c := range row {
			cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			tinted := len(style.Fill.Color) > 0 && (style.Fill.Color[0] == "FFD4CF" || style.Fill.Color[0] == "FFEDBF")
			if tinted != want[cell] {
				t.Errorf("%s tinted: %v", cell, tinted)
			}
		}
	}
}
