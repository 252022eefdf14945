package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/governing"
	"gongkao/app/policy"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

const (
	thirdRow = "years-in-level/3/promotion"
	basis    = "豫人社办〔2024〕19号 第9条（纸质件）"
)

// atRow opens the conditions and goes down to a row.
func atRow(t *testing.T, s *stage, key string) {
	t.Helper()
	s.Go(shell.Route{Place: shell.Settings, Memo: settings.Rules})
	for i, r := range s.Office.Office.Policy.RuleRows {
		if r.Key() == key {
			s.Press(fyne.KeyHome)
			for range i {
				s.Press(fyne.KeyDown)
			}
			s.Settle()
			return
		}
	}
	t.Fatalf("there is no row %s", key)
}

func (s *stage) row(t *testing.T, key string) *policy.Rule {
	t.Helper()
	r, ok := s.Office.Office.Policy.Row(key)
	if !ok {
		t.Fatalf("there is no row %s", key)
	}
	return r
}

func TestPicturesOfARowChangedLookedAtAndPutInForce(t *testing.T) {
	s := open(t, shelltest.Open(t, 400))
	atRow(t, s, thirdRow)
	s.Away(t)
	s.Picture("settings-rule")
	s.Press(fyne.KeyReturn)
	s.Type("4")
	s.Settle()
	if !s.Sees("的结论会变") || !s.Sees("要求 5 年 → 4 年") || !s.Sees("已审结的 ") {
		t.Fatalf("seen %q", s.Texts())
	}
	s.Picture("settings-rule-typed")
	s.Rooms("settings-rule")
	s.Resize(1366, 768)
	s.Press(fyne.KeyF8)
	if !strings.Contains(s.Said(), "没有填核对依据") || s.row(t, thirdRow).Confirmed() {
		t.Fatalf("without a basis: %s", s.Said())
	}
	s.Type(basis)
	s.Press(fyne.KeyF8)
	s.Settle()
	r := s.row(t, thirdRow)
	if !r.Confirmed() || r.Years != 4 || r.Basis != basis || !strings.Contains(s.Said(), "已开始执行") || !s.Sees("改过 1 次") {
		t.Errorf("%+v, said %s, seen %q", r, s.Said(), s.Texts())
	}
	s.Picture("settings-rule-signed")
	s.Press(fyne.KeyF7)
	if !s.Sees("依据 " + basis) {
		t.Errorf("seen %q", s.Texts())
	}
	s.Picture("settings-rule-history")
	s.Press(fyne.KeyEscape)
}

func TestADraftIsKeptAndDropped(t *testing.T) {
	s := open(t, shelltest.Open(t, 60))
	atRow(t, s, thirdRow)
	s.Press(fyne.KeyReturn)
	s.Type("7")
	s.Press(fyne.KeyS, fyne.KeyModifierControl)
	s.Settle()
	draft, ok, err := governing.Draft(s.Office)
	if err != nil || !ok || s.row(t, thirdRow).Years != 5 || !strings.Contains(s.Said(), "草稿已存") {
		t.Fatalf("%t, %v, said %s", ok, err, s.Said())
	}
	if r, _ := draft.Row(thirdRow); r.Years != 7 {
		t.Errorf("%d years drafted", r.Years)
	}
	if !s.Sees("7 年") {
		t.Errorf("the draft is not in the form: %q", s.Texts())
	}
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyEscape)
	s.Settle()
	if _, ok, err := governing.Draft(s.Office); ok || err != nil {
		t.Errorf("dropped, and still there: %v", err)
	}
}

func TestWhatIsTypedOfARowBecomesADraftWhenAnotherIsShown(t *testing.T) {
	s := open(t, shelltest.Open(t, 60))
	atRow(t, s, thirdRow)
	s.Press(fyne.KeyReturn)
	s.Type("6")
	s.ClickOn("有破格依据")
	s.Settle()
	if draft, ok, _ := governing.Draft(s.Office); !ok {
		t.Errorf("lost; said %s", s.Said())
	} else if r, _ := draft.Row(thirdRow); r.Years != 6 {
		t.Errorf("%d years", r.Years)
	}
}

func TestPicturesOfARowOfTheNoticeThatCannotBeChanged(t *testing.T) {
	s := open(t, shelltest.Open(t, 60))
	atRow(t, s, "public-notice/1/*")
	if !s.Sees("这一条是通知本身写明的") || !s.Sees("信人技考函〔2026〕1号 三（二）") || s.Sees("核对依据") {
		t.Errorf("seen %q", s.Texts())
	}
	hash := s.Office.Office.Policy.Hash
	s.Press(fyne.KeyF8)
	if s.Office.Office.Policy.Hash != hash || !strings.Contains(s.Said(), "通知本身写明的") {
		t.Errorf("said %s", s.Said())
	}
	s.Picture("settings-rule-notice")
}

func TestPicturesOfANumberThatCannotBeRead(t *testing.T) {
	s := open(t, shelltest.Open(t, 60))
	atRow(t, s, thirdRow)
	s.Press(fyne.KeyReturn)
	s.Type("五十")
	s.Press(fyne.KeyTab)
	s.Settle()
	if !s.Sees("看不懂：五十") || !s.Sees("数字填好了") {
		t.Errorf("seen %q", s.Texts())
	}
	s.Picture("settings-rule-refused")
	s.Press(fyne.KeyF8)
	if s.row(t, thirdRow).Confirmed() {
		t.Error("signed off with a number nobody can read")
	}
}

func TestPicturesOfARowOfManyNumbers(t *testing.T) {
	s := open(t, shelltest.Open(t, 200))
	atRow(t, s, "education/2/promotion")
	s.Press(fyne.KeyReturn)
	s.Picture("settings-rule-education")
	atRow(t, s, "appraisals/1/promotion")
	s.Press(fyne.KeyReturn)
	s.Picture("settings-rule-appraisals")
}

func TestTheNextYearIsCopiedOnce(t *testing.T) {
	s := open(t, shelltest.Open(t, 20))
	atRow(t, s, thirdRow)
	s.Press(fyne.KeyD, fyne.KeyModifierControl)
	if !strings.Contains(s.Said(), "已抄成 2027 年度草稿") {
		t.Errorf("said %s", s.Said())
	}
	s.Press(fyne.KeyD, fyne.KeyModifierControl)
	if !strings.Contains(s.Said(), "已经有一份") {
		t.Errorf("said %s", s.Said())
	}
}
