package shell_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

func TestPicturesOfAPathAskedForInTheWindow(t *testing.T) {
	s := shelltest.On(t, nil)
	folder, pictures := t.TempDir(), shelltest.Pictures(t)
	var taken []string
	ask := func() {
		shell.AskPath(s.Shell, kit.PathAsk{Title: "存成 PDF", Proposed: filepath.Join(folder, "花名册.pdf"),
			Check: func(typed string) (string, bool) {
				return "已经有这个文件，再按一次 Enter 就替换", len(taken) > 0
			},
			Chosen: func(typed string) { taken = append(taken, typed) }})
	}
	ask()
	if !s.Sees("存成 PDF") || !s.Sees("花名册.pdf") || !s.Sees("不要了") {
		t.Fatalf("seen: %q", s.Texts())
	}
	s.NothingMissing()
	s.Save(filepath.Join(pictures, "shell-path.png"))
	s.Press(fyne.KeyReturn)
	if len(taken) != 0 || !s.Sees("再按一次 Enter") {
		t.Errorf("taken %q, seen %q", taken, s.Texts())
	}
	s.Save(filepath.Join(pictures, "shell-path-refused.png"))
	s.Type("x")
	if s.Sees("再按一次 Enter") {
		t.Error("what was said of another path stays")
	}
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyEscape)
	if s.Shell.Laid() || len(taken) != 0 {
		t.Errorf("Esc took %q", taken)
	}
	ask()
	taken = []string{}
	s.Press(fyne.KeyEnd)
	taken = append(taken, "")
	s.Press(fyne.KeyReturn)
	if s.Shell.Laid() || len(taken) != 2 || taken[1] != filepath.Join(folder, "花名册.pdf") {
		t.Errorf("taken %q", taken)
	}
}
