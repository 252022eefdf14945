package kit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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
	if got, want := SheetFiles.words(), "表格（*.xlsx *.xls *.csv）"; got != want {
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

func TestPlainDialogSpeaksChinese(t *testing.T) {
	app := test.NewTempApp(t)
	Dress(app, false)
	b := newBench()
	window := app.NewWindow("工考")
	window.Resize(fyne.NewSize(1000, 700))
	f := &plainFiles{window: window, errors: b.lane.runner.Errors}
	f.Save(FileAsk{Title: "保存花名册", Start: t.TempDir(), Name: "花名册.pdf", Kinds: []FileKind{PDFFiles}}, func(string) {})
	markup := test.RenderToMarkup(window.Canvas())
	for _, want := range []string{"保存花名册", "花名册.pdf", "取消", "确定"} {
		if !strings.Contains(markup, want) {
			t.Errorf("%q is not shown", want)
		}
	}
}
