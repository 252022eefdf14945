package printing_test

import (
	"archive/zip"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
)

// batch prints into a folder of its own.
func batch(t *testing.T, d *registration.Desk, order printing.Order, prepare func(folder string)) (string, printing.Report, error) {
	t.Helper()
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if prepare != nil {
		prepare(folder)
	}
	report, err := printing.Batch{Order: order, Folder: folder}.Print(context.Background(), d, papers)
	return folder, report, err
}

// pdfs lists the PDF files below a folder.
func pdfs(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".pdf") {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestBatchMakesAFileOfEachUnitAndLosesNobody(t *testing.T) {
	d := demotest.Desk(t, 60)
	for _, c := range []struct {
		paper string
		files func(a *data.Applicant) string
	}{
		{"registration", func(a *data.Applicant) string { return a.Supervising + "/" + a.Unit }},
		{"roster", func(a *data.Applicant) string { return a.Supervising }},
	} {
		folder, report, err := batch(t, d, printing.Order{Paper: c.paper}, nil)
		if err != nil {
			t.Fatal(err)
		}
		people, files := 0, map[string]bool{}
		for _, a := range d.Register.Find(registration.Query{Statuses: registration.Running}) {
			people++
			files[c.files(a)] = true
		}
		if report.People() != people || len(report.Files) != len(files) || len(pdfs(t, folder)) != len(files) {
			t.Errorf("%s: %d people in %d files, %d on the disk; want %d in %d", c.paper, report.People(), len(report.Files), len(pdfs(t, folder)), people, len(files))
		}
		seen := map[data.IDNumber]bool{}
		for _, f := range report.Files {
			text := data.Squeeze(tool(t, "pdftotext", "-raw", f.Path, "-"))
			for _, l := range f.Lines {
				if seen[l.IDNumber] || !strings.Contains(text, string(l.IDNumber)) {
					t.Errorf("%s: %s is twice in the report, or not in %s", c.paper, l.Name, f.Path)
				}
				seen[l.IDNumber] = true
			}
		}
		for _, s := range report.Skipped {
			if seen[s.Person.IDNumber] || s.Why == "" {
				t.Errorf("%s: %s is skipped (%q) and printed", c.paper, s.Person.Name, s.Why)
			}
		}
	}
}

func TestBatchThatStopsKeepsWhatIsDoneAndGoesOn(t *testing.T) {
	d := demotest.Desk(t, 60)
	_, whole, err := batch(t, d, printing.Order{Paper: "registration"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	third := whole.Files[2]
	at := 1 + len(whole.Files[0].Lines) + len(whole.Files[1].Lines)
	folder, report, err := batch(t, d, printing.Order{Paper: "registration"}, func(folder string) {
		// a folder stands where the file should: as bad as a full disk
		rel := filepath.Join(filepath.Base(filepath.Dir(third.Path)), filepath.Base(third.Path))
		if err := os.MkdirAll(filepath.Join(folder, rel, "x"), 0o700); err != nil {
			t.Fatal(err)
		}
	})
	refusal, ok := data.AsRefusal(err)
	if !ok || report.Stopped != at || len(report.Files) != 2 || !strings.Contains(refusal.Message, "停在第") || !strings.Contains(refusal.Hint, "接着印") {
		t.Fatalf("stopped at %d of %d with %d files: %v", report.Stopped, at, len(report.Files), err)
	}
	if text := textsOf(t, filepath.Join(folder, "打印报告.xlsx")); !strings.Contains(text, "停在第") {
		t.Errorf("the report does not say where it stopped: %s", text)
	}
	_, rest, err := batch(t, d, printing.Order{Paper: "registration", From: report.Stopped}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rest.Files), len(whole.Files)-2; got != want || rest.Files[0].Unit != third.Unit {
		t.Errorf("went on with %d files from %s; want %d from %s", got, rest.Files[0].Unit, want, third.Unit)
	}
	if _, _, err := batch(t, d, printing.Order{Paper: "registration", From: 10_000}, nil); !data.HasCode(err, "from-unknown") {
		t.Errorf("from the 10,000th: %v", err)
	}
}

// textsOf are the texts of a spreadsheet.
func textsOf(t *testing.T, path string) string {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	texts, err := fs.ReadFile(book, "xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(texts)
}

func TestCancelledBatchSaysAtWhomAndIsNoFault(t *testing.T) {
	d := demotest.Desk(t, 60)
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	order := printing.Order{Paper: "registration", Going: func(done, total int) {
		if done == total/2 {
			cancel()
		}
	}}
	report, err := printing.Batch{Order: order, Folder: t.TempDir()}.Print(ctx, d, papers)
	if !errors.Is(err, context.Canceled) || report.Stopped == 0 || len(report.Files) == 0 {
		t.Errorf("stopped at %d with %d files: %v", report.Stopped, len(report.Files), err)
	}
}

func TestOnlyWhoHasChangedIsPrintedAgain(t *testing.T) {
	d := demotest.Desk(t, 40)
	order := printing.Order{Paper: "registration"}
	_, first := printed(t, d, order)
	order.Changed = true
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := printing.Preview(context.Background(), d, papers, order); !data.HasCode(err, "nobody") {
		t.Errorf("nobody has changed: %v", err)
	}
	a := d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})[0]
	if _, err := d.Amend(context.Background(), a.Application.ID, map[string]string{"phone": "13900000777"}, "电话写错了"); err != nil {
		t.Fatal(err)
	}
	_, again := printed(t, d, order)
	if again.Records != 1 || len(again.Lines) != 1 || again.Lines[0].IDNumber != a.Person.IDNumber {
		t.Errorf("printed again: %+v", again.Lines)
	}
	if len(again.Skipped) < first.Records-1 {
		t.Errorf("%d of %d are told why they are not printed", len(again.Skipped), first.Records-1)
	}
}

func TestPrintGoesOnAtAPerson(t *testing.T) {
	d := demotest.Desk(t, 30)
	_, all := printed(t, d, printing.Order{Paper: "registration"})
	_, rest := printed(t, d, printing.Order{Paper: "registration", From: 11})
	if rest.Records != all.Records-10 || rest.Lines[0].IDNumber != all.Lines[10].IDNumber {
		t.Errorf("%d of %d, the first is %s; want %s", rest.Records, all.Records, rest.Lines[0].Name, all.Lines[10].Name)
	}
}
