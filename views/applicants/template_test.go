package applicants_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/export"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// twoFiles answers every question for a file to be read with one path and for one
// to be written with another.
type twoFiles struct {
	shelltest.Files
	open, save string
	asked      []string // titles
}

func (f *twoFiles) Open(ask kit.FileAsk, chosen func(string)) {
	f.asked = append(f.asked, ask.Title)
	chosen(f.open)
}

func (f *twoFiles) Save(ask kit.FileAsk, chosen func(string)) {
	f.asked = append(f.asked, ask.Title)
	chosen(f.save)
}

// templates are one whose heads a roster finds, and one in which it finds none.
func templates(t *testing.T, desk *registration.Desk) (plain, strange string) {
	t.Helper()
	folder := t.TempDir()
	plain, strange = filepath.Join(folder, "花名册模板.xlsx"), filepath.Join(folder, "市里要的一览表（2026年新版）.xlsx")
	summary, err := export.Summary(ctx, desk, registration.Query{})
	if err != nil {
		t.Fatal(err)
	}
	summary.Rows = summary.Rows[:1]
	for path, table := range map[string]sheets.Table{plain: export.Roster(desk, nil), strange: summary} {
		if _, err := export.Save(ctx, desk, table, export.Order{Out: path}); err != nil {
			t.Fatal(err)
		}
	}
	return plain, strange
}

func TestATemplateIsFilledWithTheList(t *testing.T) {
	s := opened(t, 60)
	files := &twoFiles{save: filepath.Join(t.TempDir(), "套好的.xlsx")}
	files.open, _ = templates(t, s.Office)
	s.Shell.Files = files
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	if strings.Join(files.asked, " ") != "选择本单位的模板 导出到哪里" || !strings.Contains(s.Said(), "已导出 1 人："+files.save) {
		t.Errorf("asked %q, said %s", files.asked, s.Said())
	}
	book, err := grid.Read(files.save)
	if err != nil || len(book.Sheets[0].Rows) != 4 {
		t.Errorf("%+v, %v", book, err)
	}
	files.save = files.open
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	if !strings.Contains(s.Said(), "会把模板盖掉") {
		t.Error(s.Said())
	}
	files.open = filepath.Join(t.TempDir(), "没有.xlsx")
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	if !strings.Contains(s.Said(), "读不到模板") {
		t.Error(s.Said())
	}
}

func TestWhatATemplatesColumnsAreIsAskedOnce(t *testing.T) {
	s := opened(t, 60)
	files := &twoFiles{save: filepath.Join(t.TempDir(), "套好的.xlsx")}
	_, files.open = templates(t, s.Office)
	s.Shell.Files = files
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	s.sees(t, "套用模板：市里要的一览表（2026年新版）.xlsx", "表头在第几行", "B　申报单位", "选导出位置")
	s.Press(fyne.KeyA, ctrl)
	s.Type("2")
	s.Press(fyne.KeyReturn)
	s.sees(t, "A　【演练】")
	s.Press(fyne.KeyTab, shift)
	s.Press(fyne.KeyA, ctrl)
	s.Type("3")
	s.Press(fyne.KeyReturn) // to 序号
	s.Press(fyne.KeyReturn) // to B
	s.Type("姓名")
	s.Press(fyne.KeyReturn)
	s.Type("身份证号")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn, ctrl)
	s.Settle()
	if _, err := os.Stat(files.save); err != nil || !strings.Contains(s.Said(), "已记住这个模板的栏目") {
		t.Fatalf("%v, said %s", err, s.Said())
	}
	book, err := grid.Read(files.save)
	first := book.Sheets[0].Rows[3]
	if err != nil || first.At(0).Text != "1" || first.At(1).Text == "" || len(first.At(2).Text) != 18 {
		t.Errorf("%+v, %v", first, err)
	}
	files.asked = nil
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	if len(files.asked) != 2 || s.Shell.Laid() {
		t.Errorf("asked %q again", files.asked)
	}
}

func TestWhatCannotBeColumnsOfATemplateIsSaidOnTheSheet(t *testing.T) {
	s := opened(t, 60)
	files := &twoFiles{save: filepath.Join(t.TempDir(), "套好的.xlsx")}
	_, files.open = templates(t, s.Office)
	s.Shell.Files = files
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	s.Press(fyne.KeyA, ctrl)
	s.Type("99")
	s.Press(fyne.KeyReturn, ctrl)
	s.sees(t, "模板的第 99 行是空的，请写有栏目名称的那一行；两行的表头写下面一行")
	s.Press(fyne.KeyEscape)
	if s.Shell.Laid() || len(files.asked) != 1 {
		t.Errorf("Esc: asked %q", files.asked)
	}
}

// TestPicturesOfTemplates draws what is asked of a template.
func TestPicturesOfTemplates(t *testing.T) {
	s := on(t, practice(t, demo.Size{People: 60, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	files := &twoFiles{}
	_, files.open = templates(t, s.Office)
	s.Shell.Files = files
	s.Press(fyne.KeyE, ctrl|shift)
	s.Settle()
	s.Picture("applicants-template")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF4)
	s.Picture("applicants-template-choosing")
	s.Press(fyne.KeyEscape)
	s.At150()
	s.Resize(911, 460)
	s.Picture("applicants-template-150")
}
