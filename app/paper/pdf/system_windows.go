//go:build windows && !ci

package pdf

import (
	"os"
	"path/filepath"
)

// systemFolders are where Windows keeps fonts: its own and those that the user
// installed for himself alone.
func systemFolders() (folders []string) {
	for _, at := range [][2]string{{"WINDIR", "Fonts"}, {"LOCALAPPDATA", `Microsoft\Windows\Fonts`}} {
		if root := os.Getenv(at[0]); root != "" {
			folders = append(folders, filepath.Join(root, at[1]))
		}
	}
	return folders
}
