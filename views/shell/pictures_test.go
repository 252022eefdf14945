package shell_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// TestPicturesOfSheets are of what lies over a screen: a question, the help, a
// sheet higher than the window.
func TestPicturesOfSheets(t *testing.T) {
	s, _ := stage(t)
	question := shell.Question{Title: "用这份备份替换现在的数据？", Yes: "替换", Do: func() {},
		Words: []string{"现在的数据会先存成一份备份，放在 backups 文件夹里。", "备份是昨天 17:30 的：此后登记的 12 人、改过的 3 处都会退回到那时。"}}
	for _, room := range []string{"normal", "125", "150", "150-460"} {
		switch room {
		case "125":
			s.At125()
		case "150":
			s.At150()
		case "150-460":
			s.Resize(911, 460)
		}
		s.Shell.Ask(question)
		s.Picture("shell-question-" + room)
		s.Press(fyne.KeyEscape)
		s.Press(fyne.KeyF1)
		s.Picture("shell-help-" + room)
		s.Press(fyne.KeyEscape)
	}
	s.Shell.Lay(560, nil, tall)
	s.Picture("shell-tall-150-460")
}

// tall draws more than any window holds.
func tall(s *kit.Sheet, x, y, width float32) float32 {
	s.Text("打印之前", x, y, 28, kit.Title())
	high := float32(40)
	for _, words := range []string{"第一条", "最后一条"} {
		high += s.Para(strings.Repeat(words+"，要看一眼。", 60), x, y+high, width, 22, kit.Style{}) + 12
	}
	s.Text("到此为止", x, y+high, 22, kit.Style{})
	return high + 22
}

func TestASheetHigherThanTheWindowIsReadByKeys(t *testing.T) {
	s, _ := stage(t)
	s.Resize(911, 460)
	s.Shell.Lay(560, nil, tall)
	if !s.Sees("打印之前") || s.Sees("到此为止") {
		t.Fatalf("it begins with %q", s.Texts())
	}
	for range 9 {
		s.Press(fyne.KeyPageDown)
	}
	if s.Sees("打印之前") || !s.Sees("到此为止") {
		t.Errorf("it ends with %q", s.Texts())
	}
	for range 30 {
		s.Press(fyne.KeyUp)
	}
	if !s.Sees("打印之前") || s.Sees("到此为止") {
		t.Errorf("it begins again with %q", s.Texts())
	}
}

func TestPicturesOfAYearThatIsOver(t *testing.T) {
	s, _ := stage(t)
	back := 0
	s.Shell.Return = func() { back++ }
	s.Shell.Resign(shell.Sign{County: "罗山县", Office: "罗山县机关事业单位工人技术考核管理机构", Clerk: "王建国", Year: 2026, Working: 2027})
	if !s.Sees("只能看") || !s.Sees("Ctrl+Y") {
		t.Errorf("the frame does not say so: %q", s.Texts())
	}
	s.Picture("shell-over")
	s.At150()
	s.Picture("shell-over-150")
	s.Press(fyne.KeyY, fyne.KeyModifierControl)
	if back != 1 {
		t.Errorf("Ctrl+Y leads back %d times", back)
	}
}
