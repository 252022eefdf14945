package tray

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"

	"gongkao/app/sheets/marked"
	"gongkao/data"
	"gongkao/data/store"
)

// WriteMarked writes the senders' own files with marks at what they are to mend, as
// marked.Paths calls them, and returns how many marks there are. It refuses when
// nothing is to be told (nothing-told), when the office no longer keeps a file
// (sent-file-gone), and what marked.Write refuses.
func (t *Tray) WriteMarked(ctx context.Context, path string) (marks int, err error) {
	files := t.marksByFile()
	if len(files) == 0 {
		return 0, nothingTold()
	}
	contents := make([][]byte, len(files))
	for i, f := range files {
		err := t.desk.Office.Store.View(ctx, func(r *store.Reader) error {
			kept, found, err := r.SentFile(f.SHA256)
			if err == nil && (!found || len(kept.Content) == 0) {
				err = data.Refuse("sent-file-gone", "", "单位发来的“"+f.Name+"”没有留存", "请选原来的文件")
			}
			contents[i] = kept.Content
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	paths := marked.Paths(path, namesOf(files))
	for i, f := range files {
		if err := marked.Write(paths[i], contents[i], f.Name, f.marks); err != nil {
			return 0, err
		}
		marks += len(f.marks)
	}
	return marks, nil
}

// WriteMarkedFrom is WriteMarked for a file that is no longer kept: the clerk says
// where he has it. It refuses another file than came then (sent-file-other), the
// file itself as target (output-original), and what WriteMarked refuses.
func (t *Tray) WriteMarkedFrom(_ context.Context, path, original string) (marks int, err error) {
	content, err := os.ReadFile(original)
	if err != nil {
		return 0, data.RefuseBecause(err, "file-unreadable", "读不了文件“"+filepath.Base(original)+"”", "请检查文件是否被移走，或正被别的程序使用")
	}
	sum := sha256.Sum256(content)
	files := t.marksByFile()
	if len(files) == 0 {
		return 0, nothingTold()
	}
	at := slices.IndexFunc(files, func(f toldFile) bool { return f.SHA256 == hex.EncodeToString(sum[:]) })
	if at < 0 {
		return 0, data.Refuse("sent-file-other", "", "“"+filepath.Base(original)+"”不是当时导入的那个文件，或导入以后改过", "请选原来的文件；单位改过的表，请直接再导入一次")
	}
	return len(files[at].marks), marked.Write(path, content, files[at].Name, files[at].marks)
}

func nothingTold() error {
	return data.Refuse("nothing-told", "", "这一批没有要退回单位改的行", "可以录入的行请直接录入")
}

// toldFile is a file of the import with what its sender is told.
type toldFile struct {
	data.BatchFile
	marks []marked.Mark
}

// marksByFile sorts what is told into the files of the import, those of which
// nothing is told left out.
func (t *Tray) marksByFile() (files []toldFile) {
	told := t.Told()
	for _, f := range t.Batch().Files {
		if slices.ContainsFunc(files, func(one toldFile) bool { return one.Name == f.Name }) {
			continue // rows tell files apart by name alone
		}
		one := toldFile{BatchFile: f}
		for _, say := range told {
			if say.File == f.Name {
				one.marks = append(one.marks, say.Mark)
			}
		}
		if len(one.marks) > 0 {
			files = append(files, one)
		}
	}
	return files
}

func namesOf(files []toldFile) (names []string) {
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}
