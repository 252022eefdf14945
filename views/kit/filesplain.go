package kit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkao/data"
)

// PathAsk is a question for a path. Check is asked when the clerk means to take
// one: a sentence says what is wrong with it, or what taking it would do; ok
// lets it pass to Chosen.
type PathAsk struct {
	Title, Proposed string
	Check           func(typed string) (sentence string, ok bool)
	Chosen          func(typed string)
}

// plainFiles ask for a path to be typed, on a system without dialogs of its own.
type plainFiles struct {
	ask  func(PathAsk)
	last string // folder of the last file
}

func (f *plainFiles) Open(ask FileAsk, chosen func(string)) {
	f.put(ask, "", func(path string) string {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return unreadable(path, err)
		case info.IsDir():
			return "这是一个文件夹，请写到文件名"
		}
		return ""
	}, chosen)
}

func (f *plainFiles) Folder(ask FileAsk, chosen func(string)) {
	f.put(ask, "", func(path string) string {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return unreadable(path, err)
		case !info.IsDir():
			return "这是一个文件，请写文件夹"
		}
		return ""
	}, chosen)
}

// Save asks a second time where taking the path would do more than it says: add
// an ending, or replace a file.
func (f *plainFiles) Save(ask FileAsk, chosen func(string)) {
	warned := ""
	f.put(ask, ask.Name, func(path string) string {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return "这是一个文件夹，后面请加上文件名"
		}
		full := ask.ended(path)
		sentence := ""
		switch info, err := os.Stat(full); {
		case err == nil && info.IsDir():
			return filepath.Base(full) + " 是一个文件夹，请换一个名字"
		case err == nil:
			sentence = "已经有 " + filepath.Base(full) + "，再按一次 Enter 就替换"
		case !errors.Is(err, fs.ErrNotExist):
			return unreadable(full, err)
		case !exists(filepath.Dir(full)):
			return "没有文件夹 " + filepath.Dir(full) + "，请写已经有的文件夹"
		case full != path:
			sentence = "会存成 " + filepath.Base(full) + "，再按一次 Enter 就存"
		}
		if warned == full {
			return ""
		}
		warned = full
		return sentence
	}, func(path string) { chosen(ask.ended(path)) })
}

// ended gives a path without one of the known endings that of the first kind.
func (a FileAsk) ended(path string) string {
	if len(a.Kinds) == 0 || len(a.Kinds[0].Endings) == 0 || a.hasEnding(path) {
		return path
	}
	return path + "." + a.Kinds[0].Endings[0]
}

func unreadable(path string, err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return "没有权限看 " + path
	}
	return "没有 " + path + "，请检查写得对不对，U 盘插好没有"
}

// put asks with the folder to begin in and a name; wrong says what is wrong with
// a path, "" when nothing is.
func (f *plainFiles) put(ask FileAsk, name string, wrong func(path string) string, chosen func(string)) {
	start := f.start(ask)
	full := func(typed string) string { return fullPath(start, typed) }
	f.ask(PathAsk{
		Title:    ask.Title,
		Proposed: FileAsk{Start: start}.start(name),
		Check: func(typed string) (string, bool) {
			if data.Squeeze(typed) == "" {
				return "请写上路径", false
			}
			sentence := wrong(full(typed))
			return sentence, sentence == ""
		},
		Chosen: func(typed string) {
			path := full(typed)
			f.last = filepath.Dir(path)
			chosen(path)
		},
	})
}

// start is the folder to begin in: the one asked for, where the clerk was last,
// or his own.
func (f *plainFiles) start(ask FileAsk) string {
	home, _ := os.UserHomeDir() // without one the path is typed in full
	for _, folder := range []string{ask.Start, f.last, home} {
		if folder != "" && exists(folder) {
			return folder
		}
	}
	return ""
}

// fullPath reads what was typed or pasted: with quotation marks round it, from
// the home folder, or within the folder to begin in.
func fullPath(start, typed string) string {
	path := strings.Trim(strings.TrimSpace(typed), `"'`)
	home, err := os.UserHomeDir()
	switch {
	case err == nil && (path == "~" || strings.HasPrefix(path, "~"+string(filepath.Separator))):
		path = filepath.Join(home, path[1:])
	case !filepath.IsAbs(path):
		path = filepath.Join(start, path)
	}
	return filepath.Clean(path)
}
