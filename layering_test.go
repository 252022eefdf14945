package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// A door is a package that only certain folders may import.
type door struct {
	pkg   string   // import path, or its beginning when it ends in "/"
	only  []string // folders that may
	tests bool     // whether tests elsewhere may import it too
	why   string
}

var doors = []door{
	{"fyne.io/fyne/v2/app", []string{"main.go"}, false, "everything else must build with CGO_ENABLED=0 and without a display"},
	{"fyne.io/", []string{"main.go", "views"}, false, "what an office does must run headless: app and data know no widgets"},
	{"database/sql", []string{"data/store"}, false, "there is one door for writing: store.Update"},
	{"modernc.org/sqlite", []string{"data/store"}, false, "there is one door for writing: store.Update"},
	{"github.com/jung-kurt/gofpdf", []string{"app/paper/pdf", ".ci/peers"}, false, "raw gofpdf loses hanzi and panics on 𬱖; package pdf owns it, and .ci/peers measures it bare"},
	{"github.com/xuri/excelize/", []string{"app/sheets", ".ci/peers"}, false, "package sheets owns the limits and traps of spreadsheets; .ci/peers makes a workbook for LibreOffice to print"},
	{"gongkao/data/store", []string{"main.go", "data/store", "app"}, false, "no screen talks to the database"},
	{"gongkao/views", []string{"main.go", "views"}, false, "imports run one way: views → app → data"},
	{"gongkao/app", []string{"main.go", "views", "app"}, false, "imports run one way: data knows nobody"},
	{"gongkao/assets", []string{"main.go", "views", "app"}, false, "data knows nobody, not even its own files"},
}

func TestImportsRunOneWay(t *testing.T) {
	walkGo(t, func(path string, imports []string) {
		for _, imported := range imports {
			for _, d := range doors {
				if d.covers(imported) && !d.open(path) {
					t.Errorf("%s imports %s, which only %s may: %s", path, imported, strings.Join(d.only, ", "), d.why)
				}
			}
		}
	})
}

func TestDataKnowsOnlyTheStandardLibrary(t *testing.T) {
	walkGo(t, func(path string, imports []string) {
		if filepath.ToSlash(filepath.Dir(path)) != "data" || strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, imported := range imports {
			if strings.Contains(strings.Split(imported, "/")[0], ".") || strings.HasPrefix(imported, "gongkao") {
				t.Errorf("%s imports %s: package data is the vocabulary everybody shares, so it may depend on nobody", path, imported)
			}
		}
	})
}

func TestEveryPackageHasOneManual(t *testing.T) {
	manuals := map[string]int{}
	root := "."
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || skipped(path) {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		dir := filepath.Dir(path)
		manuals[dir] += 0
		if f.Doc != nil {
			manuals[dir]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, n := range manuals {
		if n != 1 {
			t.Errorf("package in %s has %d package comments; it needs exactly one: the manual a newcomer reads first", dir, n)
		}
	}
}

func (d door) covers(imported string) bool {
	return imported == d.pkg || strings.HasPrefix(imported, strings.TrimSuffix(d.pkg, "/")+"/")
}

func (d door) open(path string) bool {
	path = filepath.ToSlash(path)
	for _, only := range d.only {
		if path == only || strings.HasPrefix(path, only+"/") {
			return true
		}
	}
	return d.tests && strings.HasSuffix(path, "_test.go")
}

func skipped(path string) bool {
	for _, part := range strings.Split(filepath.ToSlash(path), "/") {
		if part == "testdata" || part == "out" || part == "dist" || (strings.HasPrefix(part, ".") && part != "." && part != ".ci") {
			return true
		}
	}
	return false
}

func walkGo(t *testing.T, visit func(path string, imports []string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || skipped(path) {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range f.Imports {
			imports = append(imports, strings.Trim(spec.Path.Value, `"`))
		}
		visit(path, imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
