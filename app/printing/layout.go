package printing

import (
	"os"
	"path/filepath"

	"gongkao/app/paper"
	"gongkao/assets"
	"gongkao/data/disk"
)

// layoutFile is where a paper's layout lies below a data folder.
func layoutFile(folder, id string) string { return filepath.Join(folder, "papers", id, "paper.toml") }

// Layout gives the office its own copy of a paper's layout to edit, and returns
// where it lies. One that it has already stays as it is: made says whether it was
// written now. It refuses a paper there is not (paper-unknown).
func Layout(papers *paper.Papers, folder, id string) (file string, made bool, err error) {
	file = layoutFile(folder, id)
	if err := papers.Known(id); err != nil {
		return "", false, err
	}
	if own, err := exists(file); own || err != nil {
		return file, false, err
	}
	text, err := assets.Files.ReadFile("papers/" + id + "/paper.toml")
	if err != nil {
		return "", false, err
	}
	if err := disk.Explain(os.MkdirAll(filepath.Dir(file), disk.FolderMode)); err != nil {
		return "", false, err
	}
	return file, true, disk.Save(file, text)
}

func exists(file string) (bool, error) {
	_, err := os.Stat(file)
	if os.IsNotExist(err) {
		return false, nil
	}
	return err == nil, err
}

// LayoutState is how a paper's layout stands.
type LayoutState struct {
	ID, Name string
	Own      bool  // the office has a file of its own
	Mistake  error // why it cannot be printed; nil: it can
}

// Layouts tells of all papers.
func Layouts(papers *paper.Papers, folder string) (list []LayoutState, err error) {
	for _, id := range papers.IDs() {
		own, err := exists(layoutFile(folder, id))
		if err != nil {
			return nil, err
		}
		list = append(list, LayoutState{id, papers.Name(id), own, papers.Ready(id)})
	}
	return list, nil
}
