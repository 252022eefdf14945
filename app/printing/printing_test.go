package printing_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// printed prints to a file and returns its path.
func printed(t *testing.T, d *registration.Desk, order printing.Order) (string, printing.Result) {
	t.Helper()
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), order.Paper+".pdf")
	result, err := printing.Print(context.Background(), d, papers, order, func(pdf []byte) error { return os.WriteFile(path, pdf, 0o600) })
	if err != nil {
		t.Fatal(err)
	}
	return path, result
}

// tool runs one of the programs that make test installs.
func tool(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s\n(if the program is missing: make tools installs it)", strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String()
}

func TestEveryHanziComesOutOfARosterAsText(t *testing.T) {
	d := demotest.Desk(t, 0)
	var text string
	for _, list := range []string{"hanzi-8105.txt", "hanzi-beyond-200.txt"} {
		part, err := os.ReadFile("../paper/pdf/testdata/" + list)
		if err != nil {
			t.Fatal(err)
		}
		text += data.Squeeze(string(part))
	}
	names := chunks([]rune(text), 6)
	enterAll(t, d, names)
	path, result := printed(t, d, printing.Order{Paper: "roster"})
	if result.Records != len(names) {
		t.Fatalf("%d of %d people on the roster", result.Records, len(names))
	}
	for _, w := range result.Warnings {
		if w.Code == "glyph-missing" {
			t.Errorf("%s", w.Message)
		}
	}
	got := data.Squeeze(tool(t, "pdftotext", "-raw", path, "-"))
	for _, name := range names {
		if !strings.Contains(got, name) {
			t.Errorf("pdftotext does not give %s", name)
		}
	}
	if out := tool(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Errorf("qpdf --check: %s", out)
	}
}

func chunks(runes []rune, n int) []string {
	var names []string
	for len(runes) > 0 {
		n := min(n, len(runes))
		names = append(names, string(runes[:n]))
		runes = runes[n:]
	}
	return names
}

func enterAll(t *testing.T, d *registration.Desk, names []string) {
	t.Helper()
	unit := d.AllUnits()[0]
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error {
		for i, name := range names {
			a := data.Applicant{
				Person:      data.Person{Name: name, Sex: data.Male, Birth: data.MustDate(1990, 1, 1), IDNumber: data.WithCheckDigit(fmt.Sprintf("4115%02d19900101%03d", i/1000, i%1000))},
				Application: data.Application{Unit: unit.ID, Trade: "农艺工", Level: 4, Path: data.Promotion, Status: data.Submitted},
			}
			if err := d.Put(tx, &a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func TestEveryPaperIsSoundAndNamesItsPeople(t *testing.T) {
	d := demotest.Desk(t, 60)
	for _, order := range []printing.Order{
		{Paper: "roster"}, {Paper: "registration", Query: registration.Query{Unit: d.AllUnits()[0].Name}}, {Paper: "administrator-form"},
	} {
		path, result := printed(t, d, order)
		if out := tool(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: qpdf --check: %s", order.Paper, out)
		}
		if got := strings.Count(tool(t, "pdfinfo", path), fmt.Sprintf("Pages:           %d\n", result.Pages)); got != 1 {
			t.Errorf("%s: pdfinfo does not count %d pages", order.Paper, result.Pages)
		}
		text := data.Squeeze(tool(t, "pdftotext", "-raw", path, "-"))
		if !strings.Contains(text, "演练") {
			t.Errorf("%s does not say 演练", order.Paper)
		}
		if order.Paper == "administrator-form" {
			continue
		}
		for _, a := range d.Register.Find(registration.Query{Unit: order.Query.Unit}) {
			if a.Application.Status != data.Rejected && (!strings.Contains(text, a.Person.Name) || !strings.Contains(text, string(a.Person.IDNumber))) {
				t.Errorf("%s lacks %s %s", order.Paper, a.Person.Name, a.Person.IDNumber)
			}
		}
	}
}

func TestTheCodeOnASheetLeadsBackAndSaysNothingAboutThePerson(t *testing.T) {
	d := demotest.Desk(t, 40)
	path, _ := printed(t, d, printing.Order{Paper: "registration", Query: registration.Query{Text: "刘𬱖"}})
	picture := strings.TrimSuffix(path, ".pdf")
	tool(t, "pdftoppm", "-r", "200", "-png", "-f", "1", "-l", "1", "-singlefile", path, picture)
	code := strings.TrimSpace(tool(t, "zbarimg", "-q", "--raw", picture+".png"))
	parts := strings.Split(code, ":")
	if len(parts) != 5 || parts[0] != "GK1" || parts[1] != "REG" || parts[2] != "26" {
		t.Fatalf("the QR code reads %s", code)
	}
	a := d.Register.Find(registration.Query{Text: "刘𬱖"})[0]
	if strings.Contains(code, string(a.Person.IDNumber)) {
		t.Error("the QR code holds the ID number")
	}
	text := tool(t, "pdftotext", "-raw", path, "-")
	if !strings.Contains(text, parts[3]) {
		t.Errorf("the code to read aloud %s is not on the sheet", parts[3])
	}
}

func TestPrintingIsAnActInTheRecord(t *testing.T) {
	d := demotest.Desk(t, 40)
	_, result := printed(t, d, printing.Order{Paper: "roster"})
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		prints, err := r.Prints()
		if err != nil {
			return err
		}
		last := prints[len(prints)-1]
		if last.Paper != "roster" || last.Pages != result.Pages || len(last.Records) != result.Records || last.Code == "" || last.Hash == "" || last.By == "" {
			t.Errorf("the act says %+v", last)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatCouldNotBeWrittenWasNotPrinted(t *testing.T) {
	d := demotest.Desk(t, 40)
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	full := data.Refuse("disk-full", "", "磁盘已满", "请腾出空间")
	if _, err := printing.Print(context.Background(), d, papers, printing.Order{Paper: "roster"}, func([]byte) error { return full }); err != full {
		t.Errorf("got %v", err)
	}
	err = d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		prints, err := r.Prints()
		if len(prints) != 0 {
			t.Errorf("%d prints recorded", len(prints))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
