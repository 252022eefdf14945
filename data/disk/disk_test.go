package disk

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"gongkao/data"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return fmt.Sprint(all)
}

func TestReplaceLeavesTheNewFileAloneInItsFolder(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.head")
	for _, content := range []string{"first, longer", "second"} {
		must(t, Replace(path, []byte(content)))
		got, err := os.ReadFile(path)
		must(t, err)
		if string(got) != content || names(t, folder) != "[a.head]" {
			t.Errorf("%q in %s", got, names(t, folder))
		}
	}
	if err := Replace(filepath.Join(folder, "nowhere", "a"), nil); err == nil {
		t.Error("replaced a file in a folder that is not there")
	}
}

func TestReplaceThatFailsLeavesTheOldFile(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken")
	must(t, os.MkdirAll(filepath.Join(taken, "full"), 0o700))
	if err := Replace(taken, []byte("x")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if names(t, folder) != "[taken]" {
		t.Errorf("left behind: %s", names(t, folder))
	}
}

func TestCopyNeverOverwrites(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "from"), filepath.Join(folder, "to")
	must(t, os.WriteFile(from, []byte("content"), 0o644))
	must(t, Copy(from, to))
	info, err := os.Stat(to)
	must(t, err)
	if filepath.Separator == '/' && info.Mode().Perm() != FileMode {
		t.Errorf("the copy is %v", info.Mode())
	}
	must(t, os.WriteFile(from, []byte("other"), 0o644))
	if err := Copy(from, to); err == nil {
		t.Error("overwrote")
	}
	got, err := os.ReadFile(to)
	must(t, err)
	if string(got) != "content" {
		t.Errorf("now holds %q", got)
	}
}

func TestWhatTheMachineSaysBecomesARefusal(t *testing.T) {
	for _, c := range []struct {
		causes []error
		code   string
	}{{fullErrors, "disk-full"}, {readOnlyErrors, "read-only"}, {lockedErrors, "file-locked"}, {[]error{fs.ErrNotExist}, "file-missing"}} {
		for _, cause := range c.causes {
			err := Explain(&fs.PathError{Op: "write", Path: "x", Err: cause})
			if r, ok := data.AsRefusal(err); !ok || r.Code != c.code || r.Hint == "" {
				t.Errorf("%v: got %v, want %s", cause, err, c.code)
			}
		}
	}
	if err := Explain(fs.ErrClosed); err != fs.ErrClosed {
		t.Errorf("a fault became %v", err)
	}
	if Explain(nil) != nil {
		t.Error("nothing became something")
	}
	own := data.Refuse("mine", "", "a", "b")
	if Explain(own) != own {
		t.Error("a refusal was changed")
	}
}

func TestAFileThatCannotBeWrittenIsRefusedInWords(t *testing.T) {
	err := Save(filepath.Join(t.TempDir(), "没有", "名册.pdf"), []byte("%PDF"))
	if r, ok := data.AsRefusal(err); !ok || r.Hint == "" {
		t.Errorf("got %v", err)
	}
}
