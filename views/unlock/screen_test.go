package unlock_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell/shelltest"
	"gongkao/views/unlock"
)

// door is the screen in a window, with what it handed on.
type door struct {
	*shelltest.Stage
	t        *testing.T
	screen   *unlock.Screen
	opened   *registration.Desk
	restored []string
	practice int
}

func at(t *testing.T, m *unlock.Model) *door {
	t.Helper()
	d := &door{Stage: shelltest.On(t, nil), t: t}
	t.Cleanup(func() {
		if d.opened != nil {
			d.opened.Office.Close()
		}
	})
	d.screen = unlock.NewScreen(d.Shell, m, func(desk *registration.Desk) { d.opened = desk })
	d.screen.Practise = func() { d.practice++ }
	d.screen.Restore = func(backup string) { d.restored = append(d.restored, backup) }
	d.Shell.Alone(d.screen)
	return d
}

func (d *door) enter() {
	d.t.Helper()
	time.Sleep(35 * time.Millisecond) // an input method's own Enter comes sooner
	d.Press(fyne.KeyReturn)
	d.Settle()
}

func TestTheRightPassphraseAndEnterOpen(t *testing.T) {
	place, _ := founded(t)
	d := at(t, open(t, place))
	if !d.Sees("罗山县工考管理机构") || !d.Sees("王秀兰") || !d.Sees("还没有备份") {
		t.Errorf("on the screen %q", d.Texts())
	}
	d.Compose(passphrase)
	if d.Sees(passphrase) {
		t.Error("the passphrase can be read")
	}
	d.Press(fyne.KeyF4)
	if !d.Sees(passphrase) {
		t.Error("F4 does not show it")
	}
	d.enter()
	if d.opened == nil || d.opened.Office.Clerk != "王秀兰" {
		t.Fatalf("opened %v: %q", d.opened, d.Texts())
	}
	d.NothingMissing()
}

func TestAWrongPassphraseIsAnsweredAndTypedOver(t *testing.T) {
	place, _ := founded(t)
	d := at(t, open(t, place))
	d.Type("wrong")
	d.enter()
	if !d.Sees("口令不对，已试 1 次") || d.opened != nil {
		t.Errorf("on the screen %q", d.Texts())
	}
	d.Compose(passphrase)
	d.enter()
	if d.opened == nil {
		t.Errorf("what was typed anew does not open: %q", d.Texts())
	}
}

func TestAfterFiveTheSecondsAreWritten(t *testing.T) {
	place, _ := founded(t)
	d := at(t, open(t, place))
	for range 4 {
		d.Type("wrong")
		d.enter()
	}
	counted, do := false, d.Shell.Runner.Do
	d.Shell.Runner.Do = func(f func()) {
		do(func() {
			f()
			counted = counted || d.Sees("请等 1 秒再试")
		})
	}
	d.Type("wrong")
	d.enter() // and until the wait is over
	if !counted {
		t.Error("the seconds were never on the screen")
	}
	if d.Sees("请等") || !d.Sees("按 F6 用恢复码") {
		t.Errorf("after the wait %q", d.Texts())
	}
	d.Compose(passphrase)
	d.enter()
	if d.opened == nil {
		t.Error("does not open after the wait")
	}
}

func TestAForgottenPassphraseIsReplaced(t *testing.T) {
	place, code := founded(t)
	d := at(t, open(t, place))
	d.Press(fyne.KeyF6)
	slip := "A" + code[1:]
	if code[0] == 'A' {
		slip = "B" + code[1:]
	}
	d.Type(strings.ToLower(slip))
	d.enter()
	for range 2 {
		d.Compose("新的口令新的口令")
		d.enter()
	}
	if d.opened != nil || !d.Sees("第 1 组") {
		t.Fatalf("a slip in the code: %q", d.Texts())
	}
	d.Type(strings.ToLower(code)) // over the selected one
	d.enter()
	d.enter()
	d.enter()
	if d.opened == nil {
		t.Errorf("does not open: %q", d.Texts())
	}
}

func TestEscComesBackFromTheCodeAndForgets(t *testing.T) {
	place, code := founded(t)
	d := at(t, open(t, place))
	d.ClickOn("忘了口令，用恢复码")
	d.Settle()
	d.Type(code)
	d.Press(fyne.KeyEscape)
	d.Press(fyne.KeyF6)
	if d.Sees(code) || !d.Sees("先抄恢复码") {
		t.Errorf("on the screen %q", d.Texts())
	}
	d.Press(fyne.KeyEscape)
	d.Press(fyne.KeyF7)
	if d.practice != 1 {
		t.Errorf("the practice county was opened %d times", d.practice)
	}
}

func TestAFolderInUseIsSaidLargeAndTriedAgain(t *testing.T) {
	place, _ := founded(t)
	first := place
	first.Passphrase = passphrase
	other, err := office.Open(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	_, err = unlock.New(ctx, place)
	if !data.HasCode(err, "in-use") {
		t.Fatal(err)
	}
	d := at(t, unlock.Refused(place, err))
	if !d.Sees("另一个工考程序正在使用这个数据文件夹") || d.Sees("口令") || d.Sees("从备份恢复") {
		t.Errorf("on the screen %q", d.Texts())
	}
	d.enter()
	if !strings.Contains(d.Said(), "还是打不开") {
		t.Errorf("said %s", d.Said())
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	d.enter()
	if !d.Sees("王秀兰") {
		t.Errorf("after the other closed: %q", d.Texts())
	}
	d.Compose(passphrase)
	d.enter()
	if d.opened == nil {
		t.Error("does not open")
	}
}

// damaged is an office whose file is spoilt, with backups beside it.
func damaged(t *testing.T, backups ...string) *unlock.Model {
	t.Helper()
	place, _ := founded(t)
	folder := office.BackupFolderOf(place.Folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range backups {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(place.Folder, office.DatabaseName), []byte(strings.Repeat("spoilt", 2000)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := unlock.New(ctx, place)
	if err == nil {
		t.Fatal("a spoilt file opens")
	}
	return unlock.Refused(place, err)
}

func TestADamagedFileIsSaidLargeWithWhereTheBackupsLie(t *testing.T) {
	d := at(t, damaged(t, "gongkao-20260401-083100-每日.db", "gongkao-20260402-173000-收工.db"))
	if !d.Sees("最近的备份") || !d.Sees("gongkao-20260402-173000-收工.db") || !d.Sees("都在这个文件夹里") {
		t.Errorf("on the screen %q", d.Texts())
	}
	d.Press(fyne.KeyF6)
	if len(d.restored) != 1 || filepath.Base(d.restored[0]) != "gongkao-20260402-173000-收工.db" {
		t.Errorf("restored %q", d.restored)
	}
	d.NothingMissing()
	d = at(t, damaged(t))
	if !d.Sees("没有找到自动备份") {
		t.Errorf("without backups %q", d.Texts())
	}
}

func TestAFaultIsSaidWithItsNumber(t *testing.T) {
	d := at(t, unlock.Refused(office.Place{Folder: t.TempDir()}, errors.New("disk on fire")))
	if !d.Sees("数据打不开") || !d.Sees("故障号 F-") {
		t.Errorf("on the screen %q", d.Texts())
	}
}

func TestTabGoesRoundThePage(t *testing.T) {
	place, _ := founded(t)
	d := at(t, open(t, place))
	first := d.Canvas().Focused()
	for _, want := range []string{"显示口令", "忘了口令，用恢复码", "打开演练县"} { // 打开 is grey
		d.Press(fyne.KeyTab)
		if b, ok := d.Canvas().Focused().(*kit.Button); !ok || b.Label() != want {
			t.Errorf("at %T, not at %s", d.Canvas().Focused(), want)
		}
	}
	d.Press(fyne.KeyTab)
	if d.Canvas().Focused() != first {
		t.Errorf("after a round at %T", d.Canvas().Focused())
	}
}
