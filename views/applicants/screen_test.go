package applicants_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestTheListShowsWhatItHas(t *testing.T) {
	s := opened(t, 60)
	s.sees(t, "申报人员", "60 人", "全部", "待审", "身份证号", "第 1—15 行，共 60 人", "显示身份证号")
	if s.Sees("清除筛选") || s.Sees("已选") {
		t.Error("something is offered that there is nothing for")
	}
	for text, x := range map[string]float32{"申报人员": 206, "姓名": 250, "性别": 386, "身份证号": 434, "单位": 678} {
		if text == "申报人员" {
			continue // stands in the navigation too
		}
		if at := s.At(text); at.X != x {
			t.Errorf("%s stands at %v, not at %v", text, at.X, x)
		}
	}
}

func TestEnterOpensThePersonWithTheWholeList(t *testing.T) {
	s := opened(t, 60)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	got := s.record.Last()
	if got.Place != shell.Record || len(got.List) != 60 || got.Person != got.List[1] {
		t.Fatalf("opened %+v", got)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyReturn)
	if s.record.Last().Person != got.Person {
		t.Error("coming back another row is current")
	}
}

func TestAFilterIsChosenByItsInitialsAndSeveralLevelsStand(t *testing.T) {
	s := opened(t, 60)
	s.Press(fyne.KeyDown, alt)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Type("sj")
	s.Press(fyne.KeyReturn)
	s.sees(t, "清除筛选")
	if levels := s.shown().Levels; len(levels) != 1 {
		t.Fatalf("levels %v", levels)
	}
	s.Press(fyne.KeyTab, shift)
	s.commit("二级")
	s.Press(fyne.KeyReturn)
	if levels := s.shown().Levels; len(levels) != 2 {
		t.Errorf("levels %v", levels)
	}
	s.Press(fyne.KeyTab, shift)
	s.commit("九级")
	s.Press(fyne.KeyTab)
	if said := s.Said(); !strings.Contains(said, "没有“九级”可选") || len(s.shown().Levels) != 2 {
		t.Errorf("九级: said %s, %+v", said, s.shown())
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	if !s.shown().IsZero() || s.Sees("清除筛选") {
		t.Errorf("Esc leaves %+v", s.shown())
	}
}

func TestEscClearsSelectionThenFiltersThenGoesBack(t *testing.T) {
	s := opened(t, 60)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Statuses: []data.Status{data.Submitted}}})
	s.Press(fyne.KeySpace)
	s.sees(t, "已选 1 人", "打印申报表", "复制", "导出所选", "取消选择")
	if !strings.Contains(s.Said(), "选了 1 人") {
		t.Errorf("said %s", s.Said())
	}
	s.Press(fyne.KeyEscape)
	if s.Sees("已选") || s.Said() != " " || s.shown().IsZero() {
		t.Errorf("the first Esc: said %q, %+v", s.Said(), s.shown())
	}
	s.Press(fyne.KeyEscape)
	if !s.shown().IsZero() || s.Shell.Screen() == shell.Screen(s.today) {
		t.Error("the second Esc shows everybody")
	}
	s.Press(fyne.KeyEscape)
	if s.Shell.Screen() != shell.Screen(s.today) {
		t.Error("the third Esc goes back")
	}
}

func TestTypingInTheSearchBoxListsAtOnce(t *testing.T) {
	s := opened(t, 60)
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Statuses: []data.Status{data.Submitted}}})
	s.Go(shell.Route{Place: shell.Today})
	s.Press(fyne.KeyF3)
	s.Type("l")
	if shown := s.shown(); shown.Text != "l" || len(shown.Statuses) != 0 {
		t.Fatalf("listed are %+v", shown)
	}
	s.Type("w")
	s.Press(fyne.KeyReturn)
	got := s.record.Last()
	if got.Person == "" || got.Person != got.List[0] {
		t.Errorf("Enter opened %+v", got)
	}
	s.Shell.Back()
	s.Press(fyne.KeyF3)
	s.Type("没有这个人")
	s.sees(t, "没有人符合：含“没有这个人”。")
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Said(), "没有人符合") {
		t.Errorf("said %s", s.Said())
	}
	s.Press(fyne.KeyReturn) // the button of the empty list
	if !s.shown().IsZero() || s.Sees("没有这个人") {
		t.Errorf("the search stands: %+v, %v", s.shown(), s.Texts())
	}
}

func TestAViewIsSavedRenamedAndTakenAway(t *testing.T) {
	s := opened(t, 60)
	s.Press(fyne.KeyS, ctrl)
	if !strings.Contains(s.Said(), "还没有筛选") {
		t.Errorf("said %s", s.Said())
	}
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Levels: []data.Level{3}}})
	s.Press(fyne.KeyS, ctrl)
	s.Press(fyne.KeyReturn)
	s.sees(t, "视图还没有名字")
	s.commit("教育三级")
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.sees(t, "教育三级")
	if lines := s.Shell.Memory.Lines("applicants.views"); len(lines) != 1 || s.Shell.Laid() {
		t.Errorf("remembered %v", lines)
	}
	s.Press(fyne.KeyS, ctrl)
	s.commit("三级")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if lines := s.Shell.Memory.Lines("applicants.views"); len(lines) != 1 || !strings.HasPrefix(lines[0], "三级\t") {
		t.Errorf("renamed: %v", lines)
	}
	s.Press(fyne.KeyS, ctrl)
	s.ClickOn("去掉这个视图")
	s.Settle()
	if lines := s.Shell.Memory.Lines("applicants.views"); len(lines) != 0 || !strings.Contains(s.Said(), "已去掉视图") {
		t.Errorf("dropped: %v, said %s", lines, s.Said())
	}
}

func TestNumbersAreCopiedAsTheyAreShown(t *testing.T) {
	s := opened(t, 60)
	s.Press(fyne.KeyDown, shift)
	s.Press(fyne.KeyC, ctrl)
	text := s.App.Clipboard().Content()
	if lines := strings.Split(strings.TrimSpace(text), "\r\n"); len(lines) != 3 || !strings.Contains(lines[1], "********") {
		t.Errorf("copied %q", text)
	}
	s.Press(fyne.KeyF2)
	s.sees(t, "遮住身份证号")
	s.Press(fyne.KeyC, ctrl)
	a, _ := s.Office.Register.ByID(s.Shell.Screen().Route().Memo.(data.ApplicationID))
	if text := s.App.Clipboard().Content(); !strings.Contains(text, a.Person.IDNumber.Grouped()) {
		t.Errorf("copied unmasked %q", text)
	}
}

func TestCtrlPPrintsTheRosterOrTheSelected(t *testing.T) {
	s := opened(t, 60)
	s.Press(fyne.KeyP, ctrl)
	if got := s.papers.Last(); got.Paper != "roster" || got.Numbers != nil {
		t.Errorf("without a selection: %+v", got)
	}
	s.Shell.Back()
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyP, ctrl)
	if got := s.papers.Last(); got.Paper != "registration" || len(got.Numbers) != 1 {
		t.Errorf("with one selected: %+v", got)
	}
}

func TestTheSelectedAreExported(t *testing.T) {
	s := opened(t, 60)
	s.files.Path = filepath.Join(t.TempDir(), "选中.xlsx")
	s.Press(fyne.KeySpace)
	s.ClickOn("导出所选")
	s.Settle()
	if _, err := os.Stat(s.files.Path); err != nil || !strings.Contains(s.Said(), "已导出 1 人") {
		t.Errorf("%v, said %s", err, s.Said())
	}
	if !strings.HasSuffix(s.files.Asked.Name, "申报人员.xlsx") {
		t.Errorf("proposed %s", s.files.Asked.Name)
	}
}

func TestColumnsAreChosenAndRemembered(t *testing.T) {
	s := opened(t, 60)
	s.ClickOn("列")
	s.sees(t, "显示哪些列", "联系电话")
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyEscape)
	if s.Sees("性别") || s.Shell.Laid() {
		t.Error("性别 is still shown")
	}
	if layout, ok := s.Shell.Memory.RowsLayout("applicants"); !ok || !layout.Hidden["sex"] {
		t.Errorf("remembered %+v", layout)
	}
}

func TestACutNameIsSaidInFull(t *testing.T) {
	s := on(t, named(t))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Press(fyne.KeyEnd)
	for range 40 {
		if strings.Contains(s.Said(), long) {
			break
		}
		s.Press(fyne.KeyUp)
	}
	if !strings.Contains(s.Said(), long) {
		t.Fatalf("the name is never said; at last %q", s.Said())
	}
	s.Press(fyne.KeyUp)
	if strings.Contains(s.Said(), long) {
		t.Error("the name is still said")
	}
}

func TestAnEmptyOfficeSaysWhatToDo(t *testing.T) {
	s := on(t, practice(t, demo.Size{People: 0, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	s.sees(t, "还没有申报人员。", "导入单位的花名册，或登记一人。")
	s.files.Path = sheet(t, s.Office, false)
	s.Press(fyne.KeyReturn) // the button
	s.Settle()
	if s.Office.Register.Len() != 1 || s.Sees("还没有申报人员") {
		t.Errorf("imported %d, %v", s.Office.Register.Len(), s.Texts())
	}
}

func TestTabComesRoundToTheList(t *testing.T) {
	s := opened(t, 60)
	list := s.Canvas().Focused()
	for _, back := range [][]fyne.KeyModifier{nil, {shift}} {
		met := []fyne.Focusable{list}
		for s.Press(fyne.KeyTab, back...); s.Canvas().Focused() != list; s.Press(fyne.KeyTab, back...) {
			if at := s.Canvas().Focused(); at == nil || slices.Contains(met, at) {
				t.Fatalf("after %d stops the ring is broken", len(met))
			}
			met = append(met, s.Canvas().Focused())
		}
		if len(met) != 15 {
			t.Errorf("%d stops", len(met))
		}
	}
}
