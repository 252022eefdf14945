// Package marked gives a sender his own file back with what is to be mended
// marked in it: a tint on the cell (red must be mended, amber wants a look), a
// comment that says what is wrong and what to do, and a last sheet (要改的地方)
// that lists every place with a link to it. His fonts, borders, formats, widths,
// merges, validation, panes, print setup and other sheets stay as they are. What
// he mends there and sends again is read like any other file: the list is known
// by its name and title (IsList) and left out.
//
// excelize adds the styles and the list (cells.go, list.go) and never loads his
// sheets: cells get their styles in the text of the sheet itself (scan.go,
// dress.go), comments are written beside his own (comments.go, annotate.go,
// shapes.go). Macros are left out; .xls, .csv and web pages come back as a new
// .xlsx with every cell where it stood (fresh.go). A file that was marked before
// loses its old marks first.
package marked

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
	"gongkao/data/disk"
)

// Mark is one thing that is wrong, or doubtful, at a place of a file.
type Mark struct {
	Sheet   string
	Cell    string // E7; "": the first cell of Row that holds something
	Row     int
	Warning bool   // it did not hold the row back
	Digits  bool   // an ID number is to be typed there: the cell is made text, so that it stays whole
	Name    string // of the person in the row, for the list; "" when there is none
	Text    string // what is wrong
	Advice  string // what to do
}

// Author signs the comments.
const Author = "工考"

// Write writes the marked copy of a file whose content and name are given. It
// refuses to write over the file itself (output-original), to write what cannot
// be read (as grid.Read does), and a target that cannot be written (as
// disk.Save does).
func Write(path string, original []byte, name string, marks []Mark) error {
	if isOriginal(path, original) {
		return data.Refuse("output-original", "", "不能写在单位发来的原表上", "请换一个文件名，原表要留着")
	}
	content, err := Make(original, name, marks)
	if err != nil {
		return err
	}
	return disk.Save(path, content)
}

// isOriginal reports whether the file at path is what was sent.
func isOriginal(path string, original []byte) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() != int64(len(original)) {
		return false
	}
	there, err := os.ReadFile(path)
	return err == nil && bytes.Equal(there, original)
}

// Make makes the marked copy, always as .xlsx. It refuses what grid.Read refuses.
func Make(original []byte, name string, marks []Mark) ([]byte, error) {
	f, workbook, err := open(original, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c := &copying{file: f, sheets: map[string]*worksheet{}, styles: map[styleKey]int{}}
	marks = c.named(marks)
	if err := c.survey(workbook, marks); err != nil {
		return nil, err
	}
	placed := c.place(marks)
	tints, err := c.tints(placed)
	if err == nil {
		err = c.list(placed)
	}
	if err != nil {
		return nil, err
	}
	closed, err := closing(f)
	if err != nil {
		return nil, err
	}
	return finish(closed, tints, c.notes(placed))
}

// open opens a workbook without the marks of an earlier copy; what is none, or one
// that excelize cannot open, is made anew from its cells. The workbook is what the
// file was opened from.
func open(original []byte, name string) (f *excelize.File, workbook []byte, err error) {
	if bytes.HasPrefix(original, []byte("PK\x03\x04")) {
		if f, err := excelize.OpenReader(bytes.NewReader(original), limits); err == nil {
			if f.WorkBook.Conformance != "strict" { // excelize changes only the parts it loads
				return unmarked(f, original)
			}
			f.Close()
		}
	}
	book, err := grid.Decode(name, original)
	if err != nil {
		return nil, nil, err
	}
	if f, err = fresh(book); err != nil {
		return nil, nil, err
	}
	return reopened(f)
}

// limits are what a file may unfold to; a large worksheet is unfolded on the disk.
var limits = excelize.Options{UnzipSizeLimit: 200 << 20, UnzipXMLSizeLimit: 16 << 20}

// unmarked takes the marks of an earlier copy off.
func unmarked(f *excelize.File, workbook []byte) (*excelize.File, []byte, error) {
	found, err := (&copying{file: f, styles: map[styleKey]int{}}).unmark()
	switch {
	case err != nil:
		f.Close()
		return nil, nil, err
	case found:
		return reopened(f)
	}
	return f, workbook, nil
}

// reopened closes a file and opens what it has become.
func reopened(f *excelize.File) (*excelize.File, []byte, error) {
	defer f.Close()
	workbook, err := closing(f)
	if err != nil {
		return nil, nil, err
	}
	again, err := excelize.OpenReader(bytes.NewReader(workbook), limits)
	return again, workbook, err
}

// closing is a file as it is written to the disk.
func closing(f *excelize.File) ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

// named gives the marks of a file without sheet names, as a CSV is, the name that
// its one sheet has in the copy.
func (c *copying) named(marks []Mark) []Mark {
	all := slices.Clone(marks)
	sheets := c.file.GetSheetList()
	for i := range all {
		if len(sheets) == 1 && all[i].Sheet != sheets[0] {
			all[i].Sheet = sheets[0]
		}
	}
	return all
}

// place puts marks in the order of sheets, rows and columns, gives each its cell
// (of a merged area the first), and leaves out those of sheets there are none of.
func (c *copying) place(marks []Mark) []placed {
	order := map[string]int{}
	for i, s := range c.file.GetSheetList() {
		order[s] = i + 1
	}
	var all []placed
	for _, m := range marks {
		if c.sheets[m.Sheet] == nil || m.Cell == "" && m.Row < 1 {
			continue
		}
		if p, ok := c.at(m); ok {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(order[a.Sheet]-order[b.Sheet], a.row-b.row, a.column-b.column)
	})
	return all
}

// Paths are where the marked copies of files go: of one to out, of several each
// beside it with the name of its file, 退回.xlsx, 退回-农业局.xlsx; of two that are
// called the same the later has a number.
func Paths(out string, files []string) (paths []string) {
	if len(files) == 1 {
		return []string{out}
	}
	met := map[string]int{}
	for _, file := range files {
		name := stem(filepath.Base(file))
		if met[name]++; met[name] > 1 {
			name += fmt.Sprintf("-%d", met[name])
		}
		paths = append(paths, stem(out)+"-"+name+".xlsx")
	}
	return paths
}

// stem is a name without its ending.
func stem(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) }
