package applicants_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/intake"
	"gongkao/views/applicants"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

func TestAnImportTellsWhatEnteredAndWhatWaits(t *testing.T) {
	s := opened(t, 20)
	s.Go(shell.Route{Place: shell.Today})
	s.files.Path = sheet(t, s.Office, false)
	s.Press(fyne.KeyO, ctrl)
	if !s.Sees("正在导入") {
		t.Error("nothing covers the desk while it is read anew")
	}
	s.Settle()
	s.sees(t, "读到", "待处理", "第 3 行", "B3", "刘𬱖", "已经进入的人不会重复进入", "第 3 行 B3 刘𬱖：身份证号末位校验不符。")
	s.Press(fyne.KeyDown)
	s.sees(t, "单位库里没有“罗山县新设站”。")
	s.Press(fyne.KeyC, ctrl)
	if text := s.App.Clipboard().Content(); !strings.Contains(text, "有 2 处要改") || !s.Shell.Laid() {
		t.Errorf("copied %q", text)
	}
	s.ClickOn("新建 1 个单位，再导入")
	s.sees(t, "单位建了不能删去")
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.sees(t, "早已登记")
	s.Press(fyne.KeyEscape)
	if s.Shell.Laid() || s.Office.Register.Len() != 22 {
		t.Errorf("%d are registered", s.Office.Register.Len())
	}
	s.sees(t, "22 人")
}

func TestACancelledImportEntersNobody(t *testing.T) {
	s := opened(t, 20)
	s.files.Path = sheet(t, s.Office, false)
	s.Press(fyne.KeyO, ctrl)
	s.Press(fyne.KeyEscape)
	if !s.Shell.Laid() {
		t.Error("Esc uncovers the desk while the import still runs")
	}
	s.Settle()
	if n := s.Office.Register.Len(); n != 20 && n != 21 || s.Shell.Laid() && n == 20 {
		t.Errorf("%d are registered, said %s", n, s.Said())
	}
	if s.Office.Register.Len() == 20 && !strings.Contains(s.Said(), "已取消：导入") {
		t.Errorf("said %s", s.Said())
	}
}

func TestAWrongFileIsRefusedInItsTwoSentences(t *testing.T) {
	s := opened(t, 20)
	s.files.Path = filepath.Join(t.TempDir(), "通知.csv")
	if err := os.WriteFile(s.files.Path, []byte("关于做好工作的通知\n各单位：\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	if !strings.Contains(s.Said(), "没有找到表头") || !strings.Contains(s.Said(), "请检查是否选错了文件") || s.Shell.Laid() {
		t.Errorf("said %s", s.Said())
	}
}

func TestPaymentsAreShownAndCanBeTakenBackFromThere(t *testing.T) {
	s := opened(t, 20)
	applicants.TellIn(s.Shell, s.Office, payments(nil), false)
	s.Settle()
	s.sees(t, "缴费.csv", "早已录入", "待处理", "陌生人", "复制这些行", "撤销这一批")
	if kind, what, _ := s.Shell.Message(); kind != kit.SayWarn || !strings.Contains(what, "进入缴费 2 笔") {
		t.Errorf("the bar says %s", what)
	}
	s.Press(fyne.KeyZ, ctrl)
	s.sees(t, "撤销这一批？", "2 行全部作废")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if s.Shell.Laid() || !strings.Contains(s.Said(), "没有找到这一批导入") { // the test invented it
		t.Errorf("said %s", s.Said())
	}
}

func TestPaymentsWithoutTroubleAreShownWithTheirFiguresAlone(t *testing.T) {
	s := opened(t, 20)
	applicants.TellIn(s.Shell, s.Office, payments(func(r *intake.Result) {
		sheet := &r.Files[0].Sheets[0]
		sheet.Waiting, sheet.Problems = nil, nil
	}), false)
	s.Settle()
	s.sees(t, "全部进入了", "撤销这一批", "看完了")
	s.Press(fyne.KeyReturn)
	if s.Sees("复制这些行") || s.Shell.Laid() {
		t.Errorf("Enter leaves the sheet: %q", s.Texts())
	}
}

func TestAnImportOfPaymentsLeadsBackToWhereItWasAskedFor(t *testing.T) {
	s := opened(t, 20)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Applicants})
	applicants.TellIn(s.Shell, s.Office, payments(nil), true)
	s.Settle()
	if r := s.Shell.Screen().Route(); r.Place != shell.Today || !s.Shell.Laid() {
		t.Errorf("the window shows place %d", r.Place)
	}
	if _, what, _ := s.Shell.Message(); !strings.Contains(what, "进入缴费 2 笔") {
		t.Errorf("the bar says %s", what)
	}
}
