package tray_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/shell/shelltest"
)

func TestANewUnitIsRegisteredFromTheRow(t *testing.T) {
	d := county(t, roster(t, 3, "没人知道的站"))
	s, _ := stage(t, d)
	sees(t, s, "单位库里没有")
	s.Press(fyne.KeyF7)
	sees(t, s, "登记新单位", "没人知道的站")
	goOn(s, 2)
	s.Compose("补登记")
	time.Sleep(40 * time.Millisecond)
	goOn(s, 2)
	if f := opened(t, d).Figures(); f.Ready != 3 || !strings.Contains(s.Said(), "登记了") {
		t.Errorf("%+v; it says %q, %q", f, s.Said(), s.Texts())
	}
}

func TestABatchIsTakenBackAndWhoStaysIsSaid(t *testing.T) {
	d := county(t, mixed)
	touched := d.Register.Find(registration.Query{})[0]
	if _, err := d.Amend(ctx, touched.Application.ID, map[string]string{"phone": "13800000000"}, ""); err != nil {
		t.Fatal(err)
	}
	s, _ := stage(t, d)
	s.Press(fyne.KeyF10)
	s.Settle()
	sees(t, s, "撤回“08-mixed.xlsx”整批", "这一批进入的 13 人从名册里撤出，回到导入以前的样子。")
	s.Type("1")
	goOn(s, 3)
	if !strings.HasPrefix(s.Said(), "已撤回整批：13 人，留下 1 人") {
		t.Errorf("it says %q, %q", s.Said(), s.Texts())
	}
	sees(t, s, "留下的 1 人", touched.Person.Name)
	s.Press(fyne.KeyEscape)
	sees(t, s, "没有等着处理的行")
}

func TestTheMarkedCopyIsWrittenUnderTheSendersName(t *testing.T) {
	s, _ := stage(t, county(t, mixed))
	files := &shelltest.Files{Path: filepath.Join(t.TempDir(), "退回.xlsx")}
	s.Shell.Files = files
	s.Press(fyne.KeyE, ctrl)
	s.Settle()
	if _, err := os.Stat(files.Path); err != nil || files.Asked.Name != "08-mixed（请修改）.xlsx" || !strings.Contains(s.Said(), "退回.xlsx”里标了") {
		t.Errorf("%v; asked %q, it says %q", err, files.Asked.Name, s.Said())
	}
}

func TestColumnsAreToldAndTheBatchIsReadAgain(t *testing.T) {
	d := county(t, mixed)
	s, _ := stage(t, d)
	before := opened(t, d).Batch().ID
	s.Press(fyne.KeyF4)
	s.Settle()
	sees(t, s, "列的对应", "照这样读：进入 14 行，待处理 14 行", "证件号码")
	s.Type("bz")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF8)
	s.Settle()
	after := opened(t, d).Batch()
	if after.ID == before || after.Sheets[0].Columns[0].Field != "note" || !strings.Contains(s.Said(), "重新读过") {
		t.Errorf("%s after %s: %+v; it says %q", after.ID, before, after.Sheets[0].Columns, s.Said())
	}
}
