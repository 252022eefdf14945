package printing_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
)

const attendance = `name = "签到表"
kind = "ATT"
per = "entry"
left = 22.0
right = 18.0
[[page]]
text = [{ x = 22, y = 20, w = 80, h = 8, text = "{name}签到" }]
`

func TestPaperOfTheOfficeIsPrintedAndReadAgainWhenEdited(t *testing.T) {
	d := demotest.Desk(t, 20)
	own := filepath.Join(d.Office.Folder, "papers", "attendance", "paper.toml")
	write := func(text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(own, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	print := func() (string, error) {
		papers, err := printing.Papers(d.Office.Folder)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "attendance.pdf")
		_, err = printing.Print(context.Background(), d, papers, printing.Order{Paper: "attendance", Query: registration.Query{Level: 3}}, func(pdf []byte) error { return os.WriteFile(path, pdf, 0o600) })
		if err != nil {
			return "", err
		}
		return tool(t, "pdftotext", path, "-"), nil
	}
	if _, err := print(); !data.HasCode(err, "paper-unknown") {
		t.Errorf("before there is a file: %v", err)
	}
	if _, _, err := printing.Layout(papersOf(t, d), d.Office.Folder, "attendance"); !data.HasCode(err, "paper-unknown") {
		t.Errorf("its layout before there is one: %v", err)
	}
	write(attendance)
	if text, err := print(); err != nil || !strings.Contains(text, "签到") {
		t.Errorf("%v: %s", err, text)
	}
	write(strings.Replace(attendance, "签到\"", "到会签到\"", 1))
	if text, err := print(); err != nil || !strings.Contains(text, "到会签到") {
		t.Errorf("the edited file was not read again: %v: %s", err, text)
	}
	write(strings.Replace(attendance, "w = 80", "w = 800", 1))
	if _, err := print(); !data.HasCode(err, "paper-bad") {
		t.Errorf("a box off the sheet: %v", err)
	}
}

func papersOf(t *testing.T, d *registration.Desk) *paper.Papers {
	t.Helper()
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	return papers
}

func TestOfficeGetsItsOwnCopyOfALayoutOnce(t *testing.T) {
	d := demotest.Desk(t, 5)
	file, made, err := printing.Layout(papersOf(t, d), d.Office.Folder, "roster")
	if err != nil || !made {
		t.Fatalf("made %v: %v", made, err)
	}
	if err := os.WriteFile(file, []byte("name = 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, made, err := printing.Layout(papersOf(t, d), d.Office.Folder, "roster"); again != file || made || err != nil {
		t.Errorf("a second time: %s, made %v: %v", again, made, err)
	}
	states, err := printing.Layouts(papersOf(t, d), d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range states {
		if own := s.ID == "roster"; s.Own != own || (s.Mistake != nil) != own {
			t.Errorf("%s: own %v, %v", s.ID, s.Own, s.Mistake)
		}
	}
}

func TestALayoutThatTellsMoreHasChangedWhatWasPrinted(t *testing.T) {
	d := demotest.Desk(t, 5)
	own := filepath.Join(d.Office.Folder, "papers", "attendance", "paper.toml")
	layOut := func(text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(own, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	changed := func() int {
		t.Helper()
		prints, err := d.Prints(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		people, err := printing.Changed(d, prints)
		if err != nil {
			t.Fatal(err)
		}
		return len(people)
	}
	layOut(attendance)
	result, err := printing.Print(context.Background(), d, papersOf(t, d), printing.Order{Paper: "attendance"}, func([]byte) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if n := changed(); n != 0 {
		t.Errorf("%d have changed before anything has", n)
	}
	layOut(strings.Replace(attendance, "{name}签到", "{name}签到 {phone}", 1))
	if n := changed(); n != result.Records {
		t.Errorf("%d of %d have changed since the layout tells their telephone numbers, too", n, result.Records)
	}
}
