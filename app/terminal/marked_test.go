package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestASenderGetsHisFileBackWithMarks(t *testing.T) {
	d := newDesk(t)
	samples := filepath.Join("..", "sheets", "testdata", "samples")
	d.must("import", filepath.Join(samples, "units.xlsx"))
	out := filepath.Join(t.TempDir(), "退回.xlsx")
	var imported struct {
		Batch  string
		Marked []struct {
			File, Path string
			Marks      int
		}
	}
	mixed, clean := filepath.Join(samples, "08-mixed.xlsx"), filepath.Join(samples, "01-clean.xlsx")
	d.read(&imported, "import", "--dry-run", mixed, clean, "--marked", out)
	want := filepath.Join(filepath.Dir(out), "退回-08-mixed.xlsx")
	if m := imported.Marked; len(m) != 2 || m[0].Path != want || m[0].Marks < 14 || m[1].Path != "" || m[1].Marks != 0 || imported.Batch != "" {
		t.Errorf("marked: %+v", imported)
	}
	if _, err := os.Stat(want); err != nil {
		t.Error(err)
	}
	if words := d.must("import", mixed, "--marked", out); !strings.Contains(words, "标出 16 处，写在 "+out) {
		t.Errorf("said %s", words)
	}
}

func TestAMarkedCopyNeverGoesOverTheFile(t *testing.T) {
	d := newDesk(t)
	content, err := os.ReadFile(filepath.Join("..", "sheets", "testdata", "samples", "08-mixed.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "花名册.xlsx")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	for what, out := range map[string]string{
		"over the file": file, "of another kind": filepath.Join(folder, "退回.xls"), "in no folder": filepath.Join(folder, "没有", "退回.xlsx"),
	} {
		if said := d.refuses("import", file, "--marked", out); said == "" {
			t.Errorf("%s: nothing was said", what)
		}
	}
	if after, err := os.ReadFile(file); err != nil || string(after) != string(content) {
		t.Errorf("the file was touched (%v)", err)
	}
	if _, err := os.Stat(d.folder); err == nil {
		t.Error("something came in although the copy was refused")
	}
}
