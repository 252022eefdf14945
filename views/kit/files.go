package kit

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Files asks the clerk for files. chosen is called on the window's goroutine
// with a full path, and not at all when he changes his mind.
type Files interface {
	Open(ask FileAsk, chosen func(path string))
	Save(ask FileAsk, chosen func(path string))
	Folder(ask FileAsk, chosen func(path string))
}

// FileAsk is what the dialog says and offers.
type FileAsk struct {
	Title string     // "选择单位报来的花名册"
	Start string     // folder to begin in; "" where the clerk was last
	Name  string     // proposed name, with its ending, when saving
	Kinds []FileKind // the first is chosen; none: every file
}

// FileKind is a kind of file by its endings, without dots.
type FileKind struct {
	Name    string
	Endings []string
}

// The kinds the program reads and writes.
var (
	SheetFiles = FileKind{"表格", []string{"xlsx", "xls", "csv", "xlsm", "tsv", "txt", "htm", "html"}}
	ExcelFiles = FileKind{"Excel 表格", []string{"xlsx"}}
	PDFFiles   = FileKind{"PDF 文件", []string{"pdf"}}
)

// words is how the kind is listed: "Excel 表格（*.xlsx）".
func (k FileKind) words() string {
	return k.Name + "（" + strings.Join(k.patterns(), " ") + "）"
}

func (k FileKind) patterns() []string {
	var out []string
	for _, ending := range k.Endings {
		out = append(out, "*."+ending)
	}
	return out
}

// start is what a dialog begins with: folder, name, or both.
func (a FileAsk) start(name string) string {
	if a.Start == "" {
		return name
	}
	return filepath.Join(a.Start, name) + trailing(name)
}

// trailing marks a folder as one, or the dialog takes its last part for a name.
func trailing(name string) string {
	if name == "" {
		return string(filepath.Separator)
	}
	return ""
}

// withEnding gives a name typed without an ending the one of the first kind.
// The dialog asked before overwriting, but for another name; so a file already
// there is not touched and a number is added: 花名册 (2).pdf.
func (a FileAsk) withEnding(path string) string {
	if len(a.Kinds) == 0 || len(a.Kinds[0].Endings) == 0 || a.hasEnding(path) {
		return path
	}
	ending := "." + a.Kinds[0].Endings[0]
	named := path + ending
	for n := 2; exists(named); n++ {
		named = path + " (" + strconv.Itoa(n) + ")" + ending
	}
	return named
}

// hasEnding looks for one of the known endings: the dot in "2026.4 花名册" is
// none.
func (a FileAsk) hasEnding(path string) bool {
	for _, kind := range a.Kinds {
		for _, ending := range kind.Endings {
			if strings.EqualFold(filepath.Ext(path), "."+ending) {
				return true
			}
		}
	}
	return false
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
