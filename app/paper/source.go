package paper

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

// badPaper is the code of every refusal of an office's own file.
const badPaper = "paper-bad"

// source is where definitions are read from: the program's, and the office's own
// (overlay, "" when it has none) before them.
type source struct {
	files   fs.FS
	overlay string
}

// ids lists the papers that either has.
func (s source) ids() (ids []string, err error) {
	both := []fs.FS{s.files}
	if s.overlay != "" {
		both = append(both, os.DirFS(s.overlay))
	}
	for _, files := range both {
		found, err := fs.Glob(files, "papers/*/paper.toml")
		if err != nil {
			return nil, err
		}
		for _, name := range found {
			ids = append(ids, path.Base(path.Dir(name)))
		}
	}
	if len(ids) == 0 {
		return nil, errors.New("paper: no papers found")
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// read hands the text of a file to take. What is wrong with a file of the
// office's own comes back as broken, and the program's is taken in its place, so
// that the paper still has its name; what is wrong with the program's is err.
func (s source) read(name string, take func(name string, text []byte) error) (broken, err error) {
	text, own, err := tables.Find(tables.Files{Embedded: s.files, Overlay: s.overlay, Code: badPaper, What: "表样"}, name)
	if err == nil {
		err = take(name, text)
	}
	if err == nil || s.overlay == "" || !own && !data.HasCode(err, badPaper) {
		return nil, err
	}
	if !data.HasCode(err, badPaper) {
		err = data.Refuse(badPaper, "", "本单位的表样有错："+err.Error(), "请改好这个文件，或移走它改用程序自带的")
	}
	if text, fault := fs.ReadFile(s.files, name); fault == nil {
		return err, take(name, text)
	}
	return err, nil
}
