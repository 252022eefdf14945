package kit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/ncruces/zenity"
)

func TestNameWithoutEndingGetsOneAndOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "花名册.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ask := FileAsk{Kinds: []FileKind{PDFFiles}}
	for typed, want := range map[string]string{
		"花名册":        "花名册 (2).pdf",
		"花名册.pdf":    "花名册.pdf",
		"花名册.PDF":    "花名册.PDF",
		"汇总":         "汇总.pdf",
		"2026.4 花名册": "2026.4 花名册.pdf",
	} {
		if got := ask.withEnding(filepath.Join(dir, typed)); got != filepath.Join(dir, want) {
			t.Errorf("%s is saved as %s, want %s", typed, filepath.Base(got), want)
		}
	}
	if got := (FileAsk{}).withEnding("无"); got != "无" {
		t.Errorf("a file of no kind is saved as %s", got)
	}
}

func TestDialogBeginsWhereItShould(t *testing.T) {
	slash := string(filepath.Separator)
	for _, c := range []struct{ start, name, want string }{
		{"", "", ""},
		{"", "花名册.pdf", "花名册.pdf"},
		{"导出", "花名册.pdf", "导出" + slash + "花名册.pdf"},
		{"导出", "", "导出" + slash},
	} {
		if got := (FileAsk{Start: c.start}).start(c.name); got != c.want {
			t.Errorf("in %q with %q the dialog begins at %q, want %q", c.start, c.name, got, c.want)
		}
	}
}

func TestKindsOfFilesAreListedInChinese(t *testing.T) {
	if got, want := SheetFiles.words(), "表格（*.xlsx *.xls *.csv *.xlsm *.tsv *.txt *.htm *.html）"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestClosedDialogChoosesNothingAndFailedOneIsAFault(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		f := &nativeFiles{lane: b.lane}
		var chosen []string
		ask := func(path string, err error) {
			f.ask(FileAsk{Title: "选择花名册"}, func(...zenity.Option) (string, error) { return path, err }, nil,
				func(path string) { chosen = append(chosen, path) })
			b.pass(0)
		}
		ask("", zenity.ErrCanceled)
		ask("导入/花名册.xlsx", nil)
		if !slices.Equal(chosen, []string{"导入/花名册.xlsx"}) || f.last != "导入" || len(b.said) != 0 {
			t.Errorf("chosen %q in %q, said %q", chosen, f.last, b.said)
		}
		ask("", errors.New("no display"))
		if len(b.said) != 1 || !strings.Contains(b.said[0], "故障号") {
			t.Errorf("said %q", b.said)
		}
	})
}

func TestSecondDialogDoesNotOpenOverTheFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		f := &nativeFiles{lane: b.lane}
		opened, answer := 0, make(chan string)
		for range 2 {
			f.ask(FileAsk{}, func(...zenity.Option) (string, error) { opened++; return <-answer, nil }, nil, func(string) {})
		}
		synctest.Wait()
		answer <- "花名册.xlsx"
		b.pass(0)
		if opened != 1 {
			t.Errorf("%d dialogs opened", opened)
		}
	})
}

// typed is a clerk at the question for a path: each line is what he tries, and
// what the sentence then says ("": taken).
type typed [][2]string

func (c typed) answer(t *testing.T, q PathAsk) {
	t.Helper()
	for _, try := range c {
		sentence, ok := q.Check(try[0])
		if ok != (try[1] == "") || !strings.Contains(sentence, try[1]) {
			t.Errorf("%s: said %q, %v; want %q", try[0], sentence, ok, try[1])
		}
		if ok {
			q.Chosen(try[0])
		}
	}
}

func TestAPathIsTypedWhereTheSystemHasNoDialogs(t *testing.T) {
	dir := t.TempDir()
	there := filepath.Join(dir, "花名册.pdf")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ask := FileAsk{Title: "存成 PDF", Start: dir, Name: "花名册.pdf", Kinds: []FileKind{PDFFiles}}
	files := func(tries typed) (*plainFiles, func(string), *[]string) {
		var chosen []string
		return &plainFiles{ask: func(q PathAsk) { tries.answer(t, q) }}, func(path string) { chosen = append(chosen, path) }, &chosen
	}
	f, take, chosen := files(typed{
		{" ", "请写上路径"}, {filepath.Join(dir, "没有", "x.pdf"), "没有文件夹"}, {dir, "这是一个文件夹"},
		{there, "再按一次 Enter 就替换"}, {there, ""}, {"汇总", "会存成 汇总.pdf"}, {"汇总", ""}, {`"` + filepath.Join(dir, "新.PDF") + `"`, ""},
	})
	f.Save(ask, take)
	if want := []string{there, filepath.Join(dir, "汇总.pdf"), filepath.Join(dir, "新.PDF")}; !slices.Equal(*chosen, want) {
		t.Errorf("saved as %q, want %q", *chosen, want)
	}
	f, take, chosen = files(typed{{"没有.xlsx", "没有 "}, {dir, "写到文件名"}, {"花名册.pdf", ""}})
	f.Open(ask, take)
	if !slices.Equal(*chosen, []string{there}) || f.last != dir {
		t.Errorf("opened %q in %q", *chosen, f.last)
	}
	f, take, chosen = files(typed{{there, "请写文件夹"}, {dir, ""}})
	f.Folder(ask, take)
	if !slices.Equal(*chosen, []string{dir}) {
		t.Errorf("chose %q", *chosen)
	}
}

func TestTheProposedPathIsFolderAndName(t *testing.T) {
	dir := t.TempDir()
	f := &plainFiles{ask: func(q PathAsk) {
		if q.Proposed != filepath.Join(dir, "花名册.pdf") {
			t.Errorf("proposed %s", q.Proposed)
		}
	}}
	f.Save(FileAsk{Start: dir, Name: "花名册.pdf"}, nil)
}
