package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/settings"
)

func TestTwoReviewersNeedTwoUsersAndThenCount(t *testing.T) {
	m, o := county(t)
	if _, err := m.LeaveReviewing(ctx, settings.SecondField, "全部由两人审查"); err != nil {
		t.Fatal(err)
	}
	if f := m.Reviewing()[0]; !strings.Contains(f.Sentence, "添加用户") || o.Profile.Review.Second != data.SecondNone {
		t.Errorf("with one user: %+v, %+v", f, o.Profile.Review)
	}
	if _, err := m.AddUser(ctx, "李娟", "另一个口令", "另一个口今"); !data.HasCode(err, "passphrase-differs") {
		t.Errorf("two passphrases: %v", err)
	}
	if _, err := m.AddUser(ctx, "李娟", "另一个口令啊", "另一个口令啊"); err != nil {
		t.Fatal(err)
	}
	if got := m.Users(ctx); got != "经办人、李娟" {
		t.Errorf("the users: %s", got)
	}
	done, err := m.LeaveReviewing(ctx, settings.SecondField, "抽一部分由两人审查")
	if err != nil || done.What != "抽 10% 由两人审查" {
		t.Errorf("%+v, %v", done, err)
	}
	for text, want := range map[string]int{"25%": 25, "３０": 30} {
		if _, err := m.LeaveReviewing(ctx, settings.ShareField, text); err != nil || o.Profile.Review.SecondShare != want {
			t.Errorf("%s: %+v, %v", text, o.Profile.Review, err)
		}
	}
	for _, text := range []string{"101", "一半", "0"} {
		if _, err := m.LeaveReviewing(ctx, settings.ShareField, text); err != nil || m.Reviewing()[1].Sentence == "" || o.Profile.Review.SecondShare == 0 {
			t.Errorf("%s: %+v, %v", text, m.Reviewing()[1], err)
		}
	}
	if _, err := m.LeaveReviewing(ctx, settings.TwiceField, "5"); err != nil || o.Profile.Review.KeyTwice != 5 || o.Profile.Review.Second != data.SecondShared {
		t.Errorf("%+v, %v", o.Profile.Review, err)
	}
}

func TestTheOptionsOfTheReviewAreSetByKeyboard(t *testing.T) {
	s := real(t, data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026})
	for range 4 {
		s.Press(fyne.KeyRight)
	}
	s.Picture("settings-review")
	if !s.Sees("谁来审") {
		t.Fatalf("the tab: %q", s.Texts())
	}
	for range 4 { // 审核人, 新用户, 口令, for nobody shares; then 再录一遍
		s.Press(fyne.KeyTab)
	}
	s.Type("20")
	s.Press(fyne.KeyReturn)
	if s.Office.Office.Profile.Review.KeyTwice != 20 {
		t.Errorf("not written: %+v; said %q", s.Office.Office.Profile.Review, s.Said())
	}
	s.ClickOn("新用户的姓名")
	s.Type("李娟")
	for _, field := range []string{"由他本人设，至少 6 个字", "再输一遍"} {
		s.ClickOn(field)
		s.Type("她自己的口令")
	}
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	if !s.Sees("经办人、李娟") {
		t.Errorf("said %q, shows %q", s.Said(), s.Texts())
	}
	s.Rooms("settings-review")
}
