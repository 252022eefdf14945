package terminal

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkao/app/office"
	"gongkao/app/printing"
	"gongkao/data"
	"gongkao/data/store"
)

// codes prints a paper and returns the codes of its sheets.
func (d *desk) codes(args ...string) []string {
	d.t.Helper()
	d.must(append(append([]string{"print"}, args...), "--out", filepath.Join(d.t.TempDir(), "x.pdf"))...)
	var codes []string
	d.withRecords(func(r *store.Reader) error {
		prints, err := r.Prints()
		codes = prints[len(prints)-1].Codes
		return err
	})
	return codes
}

func TestAScannedSheetComesInUntilItsRecordChanges(t *testing.T) {
	d := practice(t)
	var all []person
	d.read(&all, "list", "--status", "submitted")
	who := all[0]
	code := d.codes("registration", "--id", who.IDNumber)[0]
	var sheet scanned
	d.read(&sheet, "scan", strings.ToLower(code))
	if !sheet.Holds || sheet.Paper != "registration" || len(sheet.People) != 1 || string(sheet.People[0].IDNumber) != who.IDNumber || sheet.Stamped != nil {
		t.Fatalf("printed just now: %+v", sheet)
	}
	d.read(&sheet, "scan", code, "--returned")
	if sheet.Stamped == nil || sheet.Stamped.By == "" {
		t.Errorf("taken in: %+v", sheet)
	}
	d.refuses("scan", code, "--returned")
	var listed []struct {
		person
		Stamped []string `json:"stamped"`
	}
	if d.read(&listed, "list", "--query", who.IDNumber); len(listed) != 1 || strings.Join(listed[0].Stamped, " ") != "registration" {
		t.Errorf("listed: %+v", listed)
	}
	d.must("unit", "rename", who.Unit, who.Unit+"（新）", "--basis", "罗编办〔2026〕1号")
	exit, out, errs := d.run("scan", code, "--returned", "--json")
	if exit != Refused || !strings.Contains(errs, "数据已改，此纸作废：") || !strings.Contains(out, `"now": "`+who.Unit+"（新）") {
		t.Errorf("changed: exit %d, %s, %s", exit, errs, out)
	}
	if d.read(&listed, "list", "--query", who.IDNumber); len(listed) != 1 || len(listed[0].Stamped) != 0 {
		t.Errorf("listed after the change: %+v", listed)
	}
	if words := d.must("scan", code); !strings.Contains(words, "此纸作废") || !strings.Contains(words, "盖章件已回") {
		t.Errorf("it says %s", words)
	}
	d.must("scan", code, "--undo")
	d.refuses("scan", code, "--undo")
	d.refuses("scan", "2222-3333")
	if exit, _, _ := d.run("scan", code, "--undo", "--returned"); exit != Usage {
		t.Errorf("both at once: exit %d", exit)
	}
	d.must("verify")
}

func TestEveryPaperCanBeScanned(t *testing.T) {
	d := practice(t)
	papers, err := printing.Papers(d.folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range papers.IDs() {
		code, out, errs := d.run("print", id, "--out", filepath.Join(t.TempDir(), "x.pdf"))
		if code == Refused && strings.Contains(errs, "没有") {
			continue // nobody is on it in the middle of the season
		}
		if code != Done {
			t.Errorf("print %s: %d, %s%s", id, code, out, errs)
			continue
		}
		d.withRecords(func(r *store.Reader) error {
			prints, err := r.Prints()
			if last := prints[len(prints)-1]; last.Paper != id || len(last.Codes) == 0 || len(last.Codes[0]) != len(data.Dashed(last.Codes[0]))-1 {
				t.Errorf("%s: the print keeps %v", id, last.Codes)
			}
			return err
		})
	}
}

// withRecords reads the records of the folder.
func (d *desk) withRecords(read func(*store.Reader) error) {
	d.t.Helper()
	o, err := office.Open(context.Background(), office.Place{Folder: d.folder, Now: func() time.Time { return d.now }})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(o.Store.View(context.Background(), read), o.Close()); err != nil {
		d.t.Fatal(err)
	}
}
