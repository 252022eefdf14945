package firstrun_test

import (
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/firstrun"
	"gongkao/views/kit"
	"gongkao/views/shell/shelltest"
)

// run is a first run in a window, with what it handed on.
type run struct {
	*shelltest.Stage
	t      *testing.T
	model  *firstrun.Model
	screen *firstrun.Screen
	opened *registration.Desk
	prints int
	refuse error // of the printer
	files  *shelltest.Files
	quits  int
}

func firstRun(t *testing.T, m *firstrun.Model) *run {
	t.Helper()
	r := &run{Stage: shelltest.On(t, nil), t: t, model: m, files: &shelltest.Files{}}
	t.Cleanup(func() {
		if r.opened != nil {
			r.opened.Office.Close()
		}
	})
	r.screen = firstrun.NewScreen(r.Shell, m, func(d *registration.Desk) { r.opened = d }, func() { r.quits++ })
	r.screen.Print = func(pdf []byte) error {
		if r.refuse == nil && strings.HasPrefix(string(pdf), "%PDF-") {
			r.prints++
		}
		return r.refuse
	}
	r.Shell.Files = r.files
	r.Shell.Alone(r.screen)
	return r
}

func (r *run) enter() {
	r.t.Helper()
	r.Press(fyne.KeyReturn)
	r.Settle()
}

func (r *run) fill(lines ...string) {
	r.t.Helper()
	for _, line := range lines {
		r.Compose(line)
		pause()
		r.enter()
	}
}

const passphrase = "灵山大道的桂花"

// toCode goes to the page of the recovery code by keys alone.
func (r *run) toCode() {
	r.t.Helper()
	r.Press("1")
	r.enter()
	r.Compose("罗山县")
	pause()
	r.enter()
	r.enter() // the office's name is proposed
	r.fill("王秀兰", passphrase, passphrase)
	if r.model.Step() != firstrun.Recovery {
		r.t.Fatalf("step %d, on the screen %q", r.model.Step(), r.Texts())
	}
}

func TestACountyIsFoundedWithTheKeyboardAlone(t *testing.T) {
	r := firstRun(t, begun(t))
	r.toCode()
	if r.Sees(passphrase) {
		t.Error("the passphrase is on the screen")
	}
	groups := r.model.Groups()
	for _, group := range groups {
		if !r.Sees(group) {
			t.Errorf("group %s is not on the screen", group)
		}
	}
	r.Press(fyne.KeyP, fyne.KeyModifierControl)
	r.Settle()
	if r.prints != 1 || !r.Sees("已打印 1 份") {
		t.Errorf("%d prints: %q", r.prints, r.Texts())
	}
	if !r.model.Desk().Office.RecoveryOwed() {
		t.Error("a power cut now would leave an office whose code nobody has")
	}
	r.Press(fyne.KeyEscape)
	if err := r.screen.Leave(); !data.HasCode(err, "recovery-open") || r.model.Step() != firstrun.Recovery {
		t.Errorf("left the code: %v, step %d", err, r.model.Step())
	}
	r.copyBack()
	if r.model.Step() != firstrun.Units || r.Sees(groups[0]) {
		t.Fatalf("step %d: %q", r.model.Step(), r.Texts())
	}
	if r.model.Desk().Office.RecoveryOwed() {
		t.Error("the copied code is still owed")
	}
	r.files.Path = samples + "units.xlsx"
	r.Press(fyne.KeyO, fyne.KeyModifierControl)
	r.Settle()
	if !r.Sees("已导入 62 个单位") {
		t.Errorf("after the import: %q", r.Texts())
	}
	r.enter()
	if r.opened == nil || len(r.opened.AllUnits()) != 62 || r.opened.Office.Clerk != "王秀兰" {
		t.Errorf("opened %v", r.opened)
	}
	r.NothingMissing()
}

// copyBack types the groups asked for.
func (r *run) copyBack() {
	r.t.Helper()
	groups := r.model.Groups()
	for _, c := range r.model.Copies() {
		r.Type(strings.ToLower(groups[int([]rune(c.Label)[2]-'1')]))
		r.enter()
	}
}

func TestANewCodeIsCopiedAndWorkBegins(t *testing.T) {
	first := begun(t)
	founded := func() firstrun.Founded {
		first.Pick(firstrun.OwnCounty)
		first.Next()
		first.Type(firstrun.CountyField, "罗山县")
		first.Type(firstrun.ClerkField, "王秀兰")
		first.Next()
		first.Type(firstrun.FirstField, passphrase)
		f, err := first.Found()(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return f
	}()
	m, err := firstrun.Recopy(founded, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	r := firstRun(t, m)
	if !r.Sees("新的恢复码只显示这一次") || r.Sees("导入单位册") {
		t.Errorf("on the screen: %q", r.Texts())
	}
	r.Picture("firstrun-newcode")
	r.Press(fyne.KeyEscape)
	if r.opened != nil || r.quits > 0 {
		t.Error("Esc left the code")
	}
	r.copyBack()
	if r.opened == nil || r.opened.Office.RecoveryOwed() {
		t.Errorf("opened %v: %q", r.opened, r.Texts())
	}
}

func TestEnterGoesToWhatIsMissing(t *testing.T) {
	r := firstRun(t, begun(t))
	r.enter()
	r.enter()
	r.enter()
	r.enter()
	if r.model.Step() != firstrun.Introduce || !r.Sees("先填好“县（区）”") {
		t.Fatalf("step %d: %q", r.model.Step(), r.Texts())
	}
	r.Compose("罗山县")
	if got := r.model.Text(firstrun.CountyField); got != "罗山县" {
		t.Errorf("the caret is not in the county's field: %q", got)
	}
	r.Press(fyne.KeyEscape)
	r.Press(fyne.KeyEscape)
	if r.quits != 1 {
		t.Errorf("Esc twice quits %d times", r.quits)
	}
}

func TestAPrinterThatFailsLeavesThePen(t *testing.T) {
	r := firstRun(t, begun(t))
	r.toCode()
	r.refuse = data.Refuse("printer", "", "没有找到打印机", "请接好打印机")
	r.ClickOn("打印恢复码")
	r.Settle()
	if !r.Sees("没有打印出来") || !r.Sees("抄在两张纸上") || !strings.Contains(r.Said(), "没有找到打印机") {
		t.Errorf("said %s, on the screen %q", r.Said(), r.Texts())
	}
	if !r.Sees("请接好打印机") {
		t.Error("the message is not on the screen")
	}
	r.screen.Print = nil
	r.screen.Open(r.screen.Route())
	if r.Sees("打印恢复码") || !r.Sees("这台电脑打印不了") {
		t.Errorf("without a printer: %q", r.Texts())
	}
}

func TestThePracticeCountyIsOneKeyAndEnter(t *testing.T) {
	r := firstRun(t, begun(t))
	r.Press("2")
	r.enter()
	if r.opened == nil || !r.opened.Office.Profile.Practice {
		t.Errorf("opened %v, said %s", r.opened, r.Said())
	}
}

func TestABackupIsChosenAndBroughtBack(t *testing.T) {
	old, _ := founded(t)
	stick := filepath.Join(t.TempDir(), "gongkao-20260402.db")
	if _, err := keeping.Backup(ctx, old.Desk().Office.Store, stick); err != nil {
		t.Fatal(err)
	}
	r := firstRun(t, begun(t))
	r.ClickOn("从备份恢复")
	r.enter()
	if !r.Sees("做备份时用的口令") {
		t.Errorf("on the screen %q", r.Texts())
	}
	r.files.Path = stick
	r.ClickOn("选文件")
	r.Type("wrong")
	r.enter()
	if r.opened != nil || !strings.Contains(r.Said(), "口令") || r.screen.Leave() != nil {
		t.Fatalf("a wrong passphrase: %s", r.Said())
	}
	r.Press(fyne.KeyA, fyne.KeyModifierControl)
	r.fill(passphrase)
	if r.opened == nil || r.opened.Office.Profile.County != "罗山县" {
		t.Errorf("opened %v, said %s", r.opened, r.Said())
	}
}

func TestTabGoesRoundThePage(t *testing.T) {
	r := firstRun(t, begun(t))
	r.enter()
	first := r.Canvas().Focused()
	for range 4 { // 县, 机构, 经办人, 上一步: 下一步 is still grey
		r.Press(fyne.KeyTab)
	}
	if r.Canvas().Focused() != first {
		t.Errorf("after a round the focus is at %T", r.Canvas().Focused())
	}
	r.Press(fyne.KeyTab, fyne.KeyModifierShift)
	if b, ok := r.Canvas().Focused().(*kit.Button); !ok || b.Label() != "上一步" {
		t.Errorf("back is %T", r.Canvas().Focused())
	}
}

func TestAFaultKeepsThePageAndSaysItsNumber(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "本县")
	m := firstrun.New(office.Place{Folder: folder, Random: broken{}}, office.Place{Folder: folder + "演练"})
	r := firstRun(t, m)
	r.Press("1")
	r.enter()
	r.fill("罗山县")
	r.enter()
	r.fill("王秀兰", passphrase, passphrase)
	if m.Step() != firstrun.Passphrase || !r.Sees("故障号 F-") {
		t.Errorf("step %d: %q", m.Step(), r.Texts())
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("no randomness") }
