package printing

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"

	"gongkao/app/paper"
	"gongkao/assets"
)

// shelf holds the papers last read, and what told that nothing has changed since.
var shelf struct {
	sync.Mutex
	stamp  string
	papers *paper.Papers
}

// Papers are the papers of the office whose data lies in the folder: the
// program's, and those of its own (papers/<id>/paper.toml, papers/house.toml in
// the folder) before them. A file that somebody has edited is read again at the
// next asking, so that he sees the two millimetres without a new start.
func Papers(folder string) (*paper.Papers, error) {
	shelf.Lock()
	defer shelf.Unlock()
	stamp, err := stampOf(folder)
	if err != nil {
		return nil, err
	}
	if shelf.papers == nil || stamp != shelf.stamp {
		papers, err := paper.LoadOver(assets.Files, folder)
		if err != nil {
			return nil, err
		}
		shelf.stamp, shelf.papers = stamp, papers
	}
	return shelf.papers, nil
}

// stampOf names the state of the office's own files: their names, sizes and times.
func stampOf(folder string) (string, error) {
	stamp := strings.Builder{}
	stamp.WriteString(folder)
	own := os.DirFS(folder)
	names, err := fs.Glob(own, "papers/*/paper.toml")
	if err != nil {
		return "", err
	}
	for _, name := range append(names, "papers/house.toml") {
		// A file that goes meanwhile is found missing when it is read.
		if info, err := fs.Stat(own, name); err == nil {
			fmt.Fprintf(&stamp, "\n%s %d %d", name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return stamp.String(), nil
}
