package applicants_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/intake"
	"gongkao/views/applicants"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

func TestRowsThatWaitOpenTheTray(t *testing.T) {
	s := opened(t, 20)
	s.Go(shell.Route{Place: shell.Today})
	s.files.Path = sheet(t, s.Office, false)
	s.Press(fyne.KeyO, ctrl)
	if !s.Sees("正在导入") {
		t.Error("nothing covers the desk while it is read anew")
	}
	s.Settle()
	batches, err := s.Office.Imports(ctx)
	if last := batches[len(batches)-1]; err != nil || s.tray.Last().Place != shell.Tray || s.tray.Last().Batch != last.ID || last.Waiting != 2 {
		t.Errorf("it opened %+v for %+v, %v", s.tray.Last(), last.ID, err)
	}
	if !strings.Contains(s.Said(), "进入 1 人，2 行待处理") || s.Shell.Laid() || s.Office.Register.Len() != 21 {
		t.Errorf("%d are registered; it says %q", s.Office.Register.Len(), s.Said())
	}
	s.Press(fyne.KeyO, ctrl) // once more: nothing waits twice
	s.Settle()
	if again, err := s.Office.Imports(ctx); err != nil || s.tray.Last().Batch != batches[len(batches)-1].ID || again[len(again)-1].Waiting > 0 && len(again) != len(batches) {
		t.Errorf("it opened %+v of %d imports, %v", s.tray.Last(), len(again), err)
	}
}

// written writes a sheet.
func written(t *testing.T, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestARosterOfUnitsThatNobodyKnowsMayMakeThem(t *testing.T) {
	s := opened(t, 20)
	s.files.Path = written(t, "新单位.csv", "姓名,身份证号,单位,申报工种,申报等级,申报途径", "张小芳,411521198501010024,罗山县新设站,保育员,三级,晋级")
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	s.sees(t, "单位库里没有这些单位", "罗山县新设站", "单位建了不能删去", "不新建，先导入")
	s.Press(fyne.KeyEscape)
	if s.Office.Register.Len() != 20 || !strings.Contains(s.Said(), "没有导入") {
		t.Errorf("it says %q", s.Said())
	}
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	s.Press(fyne.KeyF8)
	s.Settle()
	if s.Office.Register.Len() != 21 || s.Shell.Laid() {
		t.Errorf("%d are registered; it says %q", s.Office.Register.Len(), s.Said())
	}
}

func TestAColumnThatNobodyKnowsIsToldFirstAndRemembered(t *testing.T) {
	s := opened(t, 20)
	unit := s.Office.AllUnits()[0].Name
	s.files.Path = written(t, "甲.csv", "姓名,证号,单位,申报工种,申报等级,血型", "张小芳,411521198501010024,"+unit+",保育员,三级,A")
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	s.sees(t, "列的对应", "血型", "前几行写的", "照这样导入")
	if s.Office.Register.Len() != 20 {
		t.Error("it has entered before it was told")
	}
	for s.Sees("没有一列是身份证号：没有它，行进不来") {
		s.Type("sfzh")
		s.Press(fyne.KeyReturn)
		break
	}
	s.Press(fyne.KeyF8)
	s.Settle()
	if s.Office.Register.Len() != 21 || s.Shell.Laid() {
		t.Fatalf("%d are registered; it says %q, %q", s.Office.Register.Len(), s.Said(), s.Texts())
	}
	s.files.Path = written(t, "乙.csv", "姓名,证号,单位,申报工种,申报等级,血型", "李建国,41152119720305151X,"+unit+",保育员,三级,B")
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	if s.Office.Register.Len() != 22 || s.Shell.Laid() {
		t.Errorf("%d are registered; it says %q", s.Office.Register.Len(), s.Said())
	}
}

func TestAUnitSheetSaysWhatItChangesFirst(t *testing.T) {
	s := opened(t, 20)
	u := s.Office.AllUnits()[0].Name
	s.files.Path = written(t, "单位册.csv", "单位全称,简称,曾用名,主管部门", "罗山县新的服务中心,,"+u+",", "罗山县又一个站,又一站,,")
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	s.sees(t, "单位库要改这些", u+" → 罗山县新的服务中心", "新增 1 个：罗山县又一个站。", "照此导入")
	before := len(s.Office.AllUnits())
	s.Press(fyne.KeyF8)
	s.Settle()
	if len(s.Office.AllUnits()) != before+1 || s.Shell.Laid() {
		t.Errorf("there are %d units after %d; it says %q", len(s.Office.AllUnits()), before, s.Said())
	}
}

func TestSeveralFilesComeInOneAfterAnother(t *testing.T) {
	s := opened(t, 20)
	unit := s.Office.AllUnits()[0].Name
	applicants.TakeIn(s.Shell, s.Office, []string{
		written(t, "甲.csv", "姓名,身份证号,单位,申报工种,申报等级", "张小芳,411521198501010024,"+unit+",保育员,三级"),
		sheet(t, s.Office, false),
		written(t, "乙.csv", "姓名,身份证号,单位,申报工种,申报等级", "李建国,41152119720305151X,"+unit+",保育员,三级"),
	})
	s.Settle()
	if s.Office.Register.Len() != 22 || s.tray.Last().Place != shell.Tray {
		t.Errorf("%d are registered; it opened %+v and says %q", s.Office.Register.Len(), s.tray.Last(), s.Said())
	}
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

func TestAfterTheFirstImportTheListHasTheKeyboardAndTheHeadSaysWhatWaits(t *testing.T) {
	s := on(t, practice(t, demo.Size{People: 0, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	if s.Sees("待处理") {
		t.Error("nothing waits, and the head says so")
	}
	unit := s.Office.AllUnits()[0].Name
	s.files.Path = written(t, "甲.csv", "姓名,身份证号,单位,申报工种,申报等级,申报途径", "张小芳,411521198501010024,"+unit+",保育员,三级,晋级")
	s.Press(fyne.KeyReturn) // 导入, which goes
	s.Settle()
	s.Press(fyne.KeyReturn)
	s.Settle()
	if s.Office.Register.Len() != 1 || s.record.Last().Place != shell.Record {
		t.Errorf("Enter opened %+v of %d; it says %q", s.record.Last(), s.Office.Register.Len(), s.Said())
	}
	s.Go(shell.Route{Place: shell.Applicants})
	s.files.Path = written(t, "乙.csv", "姓名,身份证号,单位,申报工种,申报等级,申报途径", "李四,41152119850101002,"+unit+",保育员,三级,晋级")
	s.Press(fyne.KeyO, ctrl)
	s.Settle()
	s.Go(shell.Route{Place: shell.Applicants})
	s.sees(t, "待处理 1")
}
