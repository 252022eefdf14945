package settings_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/wording"
)

type stage struct {
	*shelltest.Stage
	named   int // how often a name was changed
	renewed int // how often a new recovery code was asked for
	looked  int // the year that was opened to be looked at
}

func open(t *testing.T, on *shelltest.Stage) *stage {
	t.Helper()
	s := &stage{Stage: on}
	s.Add(shell.Settings, func() shell.Screen {
		screen := settings.NewScreen(s.Shell, s.Office, func() { s.named++ })
		screen.Renew = func() { s.renewed++ }
		screen.Turned = func(work func(context.Context) error, done wording.Done) {
			if err := work(ctx); err != nil {
				t.Error(err)
			}
			s.Go(shell.Route{Place: shell.Settings, Memo: settings.Years})
			s.Shell.Done(done)
		}
		screen.LookAt = func(year int) { s.looked = year }
		return screen
	})
	s.Go(shell.Route{Place: shell.Settings})
	return s
}

// real is the window on an office that is no practice county.
func real(t *testing.T, profile data.Office) *stage {
	t.Helper()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, _, err := office.Create(ctx, place, profile, "经办人")
	if err != nil {
		t.Fatal(err)
	}
	return open(t, shelltest.On(t, demotest.Sit(t, o)))
}

func TestPicturesOfSettings(t *testing.T) {
	s := real(t, data.Office{Name: "罗山县机关事业单位工人技术考核管理机构", County: "罗山县", Year: 2026})
	s.Picture("settings-names")
	s.Press(fyne.KeyRight)
	for range 20 {
		s.Press(fyne.KeyDown)
	}
	s.Picture("settings-normal")
	s.Rooms("settings")
}

func TestPicturesOfEveryTabReadByArrows(t *testing.T) {
	s := open(t, shelltest.Open(t, 10))
	for _, tab := range []struct{ name, sees string }{{"rules", "条，只提醒，不拦人"}, {"days", "容缺后补上传截止"}, {"fees", "省工考管理机构"}, {"review-practice", "谁来审"}, {"years", "还没有开启"}, {"empty", "还没有备份"}} {
		s.Press(fyne.KeyRight)
		if !s.Sees(tab.sees) {
			t.Errorf("%s: seen %q", tab.name, s.Texts())
		}
		s.Press(fyne.KeyEnd)
		s.Picture("settings-" + tab.name)
	}
	for range 3 {
		s.Press(fyne.KeyLeft)
	}
	if !s.Sees("第 2 次") {
		t.Error("the arrow does not go back")
	}
}

func TestPicturesOfANameWrittenWhenItsFieldIsLeft(t *testing.T) {
	s := real(t, data.Office{Name: "工考管理机构", Year: 2026})
	s.Press(fyne.KeyTab)
	s.Type("罗山县工考管理机构")
	s.Press(fyne.KeyTab)
	if s.Office.Office.Profile.Name != "罗山县工考管理机构" || s.named != 1 || !strings.Contains(s.Said(), "机构全称已改为") {
		t.Errorf("named %q, told %d times, said %s", s.Office.Office.Profile.Name, s.named, s.Said())
	}
	s.Press(fyne.KeyTab)
	s.Type("王□")
	s.Press(fyne.KeyTab)
	if s.named != 1 || s.Office.Office.Clerk != "经办人" || !s.Sees("王□") {
		t.Errorf("clerk %s, seen %q", s.Office.Office.Clerk, s.Texts())
	}
	s.Save(filepath.Join(shelltest.Pictures(t), "settings-refused.png"))
}

func TestPicturesOfAPracticeCountyThatCannotBeRenamed(t *testing.T) {
	s := open(t, shelltest.Open(t, 10))
	name := s.Office.Office.Profile.Name
	s.Press(fyne.KeyTab)
	s.Type("别的机构")
	s.Press(fyne.KeyTab)
	if s.Office.Office.Profile.Name != name || !s.Sees("这是演练县") {
		t.Errorf("seen %q", s.Texts())
	}
	s.Picture("settings-practice")
}

func TestPicturesOfBackupsMadeFromAnyTab(t *testing.T) {
	s := real(t, data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026})
	s.Press(fyne.KeyB, fyne.KeyModifierControl)
	s.Settle()
	if !s.Sees("手动") || !s.Sees("备份 今天") || !strings.Contains(s.Said(), "已备份并逐条核对") {
		t.Fatalf("said %s, seen %q", s.Said(), s.Texts())
	}
	to := &shelltest.Files{Path: filepath.Join(t.TempDir(), "备份.db")}
	s.Shell.Files = to
	s.Press(fyne.KeyS, fyne.KeyModifierControl)
	s.Settle()
	if _, err := os.Stat(to.Path); err != nil || !strings.HasPrefix(to.Asked.Name, "工考备份 罗山县 2026") && !strings.HasPrefix(to.Asked.Name, "工考备份 罗山县 ") {
		t.Errorf("%v, asked for %s", err, to.Asked.Name)
	}
	s.Press(fyne.KeyH, fyne.KeyModifierControl)
	s.Settle()
	if !s.Sees("全部数据完好") {
		t.Errorf("seen %q", s.Texts())
	}
	s.Picture("settings-backups")
	s.At150()
	s.Picture("settings-backups-150")
}

func TestBackFindsTheTabAgain(t *testing.T) {
	s := open(t, shelltest.Open(t, 10))
	s.Press(fyne.KeyRight)
	s.Press(fyne.KeyRight)
	r := s.Shell.Screen().Route()
	s.Press(fyne.KeyLeft)
	s.Go(r)
	if !s.Sees("网上注册报名") {
		t.Errorf("seen %q", s.Texts())
	}
}

func TestEveryTabIsThereAfterALongTimeElsewhere(t *testing.T) {
	s := open(t, shelltest.Open(t, 10))
	for range 6 {
		s.Away(t)
		s.Press(fyne.KeyRight)
	}
}

func TestANewRecoveryCodeIsAskedForFirst(t *testing.T) {
	s := real(t, data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026})
	s.Press(fyne.KeyR, fyne.KeyModifierControl)
	if s.renewed != 0 || !s.Sees("换恢复码？") {
		t.Fatalf("%d codes without a question: %q", s.renewed, s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if s.renewed != 0 {
		t.Error("Esc made a new code")
	}
	s.Picture("settings-recovery")
	s.Press(fyne.KeyR, fyne.KeyModifierControl)
	s.Press(fyne.KeyReturn)
	if s.renewed != 1 {
		t.Errorf("%d new codes", s.renewed)
	}
	practice := open(t, shelltest.Open(t, 10))
	practice.Press(fyne.KeyR, fyne.KeyModifierControl)
	if practice.Sees("换恢复码？") {
		t.Error("a practice county has no code")
	}
}
