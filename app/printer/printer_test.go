//go:build !windows

package printer_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/printer"
	"gongkao/data"
)

// machine is a computer with these programs and no others; each writes what it
// was asked into the returned file.
func machine(t *testing.T, programs map[string]string) (log string, root string) {
	t.Helper()
	bin := t.TempDir()
	log = filepath.Join(bin, "asked")
	for name, script := range programs {
		text := "#!/bin/sh\n" + strings.ReplaceAll(script, "LOG", `"`+log+`"`) + "\n"
		if err := os.WriteFile(filepath.Join(bin, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	t.Setenv("HOME", cache)
	return log, filepath.Join(cache, "gongkao", "print")
}

const (
	answers = `for a in "$@"; do printf "%s\n" "$a" >> LOG; done; /bin/cat "$6" >> LOG`
	refuses = `echo no destinations >&2; exit 1`
	shows   = `echo "$1" >> LOG`
)

var roster = printer.Job{Name: "花名册 全县/2026-04-02", PDF: []byte("%PDF-1.7\n"), Copies: 3}

// left lists the files that can be read in a folder.
func left(t *testing.T, root string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.HasSuffix(path, ".lock") {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestThePrinterThatAnswersGetsTheFile(t *testing.T) {
	log, root := machine(t, map[string]string{"lp": answers, "xdg-open": shows})
	s := printer.New()
	said, err := s.Print(context.Background(), roster)
	if err != nil || said.What != "已送到打印机" {
		t.Fatalf("%+v, %v", said, err)
	}
	asked, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"花名册 全县/2026-04-02\n", "-n\n3\n", "花名册 全县2026-04-02.pdf", "%PDF-1.7"} {
		if !strings.Contains(string(asked), want) {
			t.Errorf("lp was asked %q, without %q", asked, want)
		}
	}
	if files := left(t, root); len(files) != 0 {
		t.Errorf("the queue has its own copy, but %s stays", files)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestWithoutAPrinterTheViewerGetsThePDFAndClosingRemovesIt(t *testing.T) {
	for name, programs := range map[string]map[string]string{
		"no lp": {"xdg-open": shows}, "no destination": {"lp": refuses, "xdg-open": shows},
	} {
		t.Run(name, func(t *testing.T) {
			_, root := machine(t, programs)
			s := printer.New()
			said, err := s.Print(context.Background(), roster)
			if err != nil || !strings.Contains(said.Next, "Ctrl+P") || !strings.Contains(said.Next, "份数填 3") {
				t.Fatalf("%+v, %v", said, err)
			}
			files := left(t, root)
			if len(files) != 1 {
				t.Fatalf("the viewer finds %s", files)
			}
			for _, path := range []string{files[0], filepath.Dir(files[0]), filepath.Dir(filepath.Dir(files[0]))} {
				if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
					t.Errorf("others may read %s: %v", path, err)
				}
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if files := left(t, root); len(files) != 0 {
				t.Errorf("%s stays behind", files)
			}
		})
	}
}

func TestNobodyTakesThePaper(t *testing.T) {
	_, root := machine(t, map[string]string{"lp": refuses})
	s := printer.New()
	if _, err := s.Print(context.Background(), roster); !data.HasCode(err, "no-printer") {
		t.Errorf("got %v", err)
	}
	if files := left(t, root); len(files) != 0 {
		t.Errorf("%s stays behind", files)
	}
}

func TestAnEarlierStartIsClearedAwayAndARunningOneIsNot(t *testing.T) {
	_, root := machine(t, map[string]string{"xdg-open": shows})
	running := printer.New()
	if _, err := running.Print(context.Background(), roster); err != nil {
		t.Fatal(err)
	}
	crashed := filepath.Join(root, "12345")
	for _, err := range []error{os.MkdirAll(crashed, 0o700), os.WriteFile(filepath.Join(crashed, "登记表.pdf"), nil, 0o600), os.WriteFile(crashed+".lock", nil, 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	next := printer.New()
	if files := left(t, root); len(files) != 1 || strings.HasPrefix(files[0], crashed) {
		t.Errorf("left are %s", files)
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
	if err := running.Close(); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(root); err != nil || len(entries) != 0 {
		t.Errorf("%d entries stay, %v", len(entries), err)
	}
}

func TestALongNameIsCutAtAHanzi(t *testing.T) {
	_, root := machine(t, map[string]string{"xdg-open": shows})
	s := printer.New()
	if _, err := s.Print(context.Background(), printer.Job{Name: strings.Repeat("𬱖县", 60), PDF: roster.PDF}); err != nil {
		t.Fatal(err)
	}
	for _, path := range left(t, root) {
		if name := filepath.Base(path); strings.Contains(name, "\uFFFD") || len(name) > 160 {
			t.Errorf("called %s", name)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
