package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/sheets/marked"
	"gongkao/data"
)

// markedFile is a marked copy as the command line reports it.
type markedFile struct {
	File  string `json:"file"`
	Path  string `json:"path"` // "": nothing in the file is to be mended, no copy was written
	Marks int    `json:"marks"`
}

// mayMark refuses before anything enters what could not be written afterwards: a
// copy over one of the files, in a folder there is none of, or that is no .xlsx.
func (i *importCommand) mayMark() error {
	if i.Marked == "" {
		return nil
	}
	if !strings.EqualFold(filepath.Ext(i.Marked), ".xlsx") {
		return data.Refuse("usage", "marked", "标注好的表只能写成 .xlsx", "请把 --marked 后面的文件名写成 .xlsx")
	}
	if info, err := os.Stat(filepath.Dir(i.Marked)); err != nil || !info.IsDir() {
		return data.Refuse("output", "marked", "没有文件夹 "+filepath.Dir(i.Marked), "请先建好文件夹，或换一个")
	}
	for _, path := range marked.Paths(i.Marked, i.Files) {
		out, err := os.Stat(path)
		if err != nil {
			continue // nothing is there yet
		}
		for _, file := range i.Files {
			if in, err := os.Stat(file); err == nil && os.SameFile(in, out) {
				return data.Refuse("output-original", "marked", "不能写在单位发来的原表上", "请换一个文件名，原表要留着")
			}
		}
	}
	return nil
}

// mark writes the marked copy of each file that could be read. What has entered by
// then stays: a copy that cannot be written says so, and how to come by it.
func (i *importCommand) mark(result intake.Result) (all []markedFile, err error) {
	paths := marked.Paths(i.Marked, i.Files)
	for at, f := range result.Files {
		if f.Error != nil {
			continue
		}
		m := markedFile{File: f.File}
		if marks := intake.Marks(f); len(marks) > 0 {
			m.Path, m.Marks = paths[at], len(marks)
			err = writeMarked(m.Path, f.File, marks)
		}
		if refusal, ok := data.AsRefusal(err); ok && !i.DryRun {
			return nil, data.RefuseBecause(err, refusal.Code, "表已经导入，标注好的表没有写成："+refusal.Message, refusal.Hint+"；然后用 --dry-run --marked 再写一次")
		}
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

func writeMarked(path, file string, marks []marked.Mark) error {
	original, err := os.ReadFile(file)
	if err != nil {
		return data.RefuseBecause(err, "file-unreadable", "读不了文件 "+file, "请检查文件是否被移走，或正被别的程序使用")
	}
	return marked.Write(path, original, filepath.Base(file), marks)
}

// markedWords say what was written.
func markedWords(all []markedFile) string {
	var words strings.Builder
	for _, m := range all {
		if m.Path == "" {
			fmt.Fprintf(&words, "\n%s：没有要改的，不用退回", m.File)
			continue
		}
		fmt.Fprintf(&words, "\n%s：标出 %d 处，写在 %s", m.File, m.Marks, m.Path)
	}
	return words.String()
}
