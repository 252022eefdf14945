package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestTheMessageBarSaysWhatHappenedAndWhatToDo(t *testing.T) {
	a := kittest.App(t)
	bar := kit.NewMessageBar()
	d := kittest.Open(t, a, bar.Object(), 1366, kit.MessageHeight)
	bar.Say(kit.SayWarn, "身份证号已经登记过", "按 F3 找到那个人。")
	bar.Saved("09:42", "备份 今天 08:31")
	for _, part := range []string{"身份证号已经登记过。按 F3 找到那个人。", "已保存 09:42", "备份 今天 08:31"} {
		want(t, part, d.Sees(part), true)
	}
	d.Window.Resize(fyne.NewSize(911, kit.MessageHeight))
	want(t, "backup in a narrow window", d.Sees("备份"), false)
	bar.Say(kit.SayBlock, "没有保存任何改动，故障号 F-2317", "请再试一次；还不行，请把故障号告诉维护的人，并说明当时在做什么、点了哪里、屏幕上写着什么，这样才能查")
	if at, _ := d.At("已保存 09:42"), 0; at.X < 700 {
		t.Errorf("saved stands at %v", at)
	}
	want(t, "cut", d.Sees("…"), true)
}

func TestTabsOpenByMouseAndArrows(t *testing.T) {
	a := kittest.App(t)
	var opened []int
	tabs := kit.NewTabs(func(i int) { opened = append(opened, i) })
	tabs.Set([]kit.Tab{{Label: "全部", Count: "312"}, {Label: "待审", Count: "87"}, {Label: "退回未补"}}, 0)
	d := kittest.Open(t, a, tabs, 600, kit.TabHeight)
	d.ClickOn("待审")
	d.Press(fyne.KeyRight)
	d.Press(fyne.KeyRight)
	d.Press(fyne.KeyLeft)
	want(t, "opened", opened, []int{1, 2, 1})
	want(t, "open", tabs.Opened(), 1)
}

func TestANarrowNavigationShowsKeysOnly(t *testing.T) {
	a := kittest.App(t)
	opened := 0
	item := kit.NewNavItem("2", "申报人员", func() { opened++ })
	item.SetCount("23")
	d := kittest.Open(t, a, item, kit.NavWidth, kit.NavRowHeight)
	d.ClickOn("申报人员")
	want(t, "opened", opened, 1)
	item.SetNarrow(true)
	want(t, "texts", d.Texts(), []string{"2"})
}

func TestPracticeHasAnotherAccentAndTheSameInk(t *testing.T) {
	office, practice := kit.Desk(false), kit.Desk(true)
	if office.Accent == practice.Accent || office.AccentTint == practice.AccentTint || office.AccentLine == practice.AccentLine {
		t.Error("the practice county looks like the office")
	}
	want(t, "ink", practice.Ink, office.Ink)
}

func TestFynesOwnWordsAreChinese(t *testing.T) {
	kittest.App(t)
	for english, chinese := range map[string]string{"Copy": "复制", "Paste": "粘贴", "Select all": "全选", "Cancel": "取消"} {
		want(t, english, lang.L(english), chinese)
	}
}

func TestEverySignHasItsIconAndColour(t *testing.T) {
	kittest.App(t)
	for _, sign := range []kit.Sign{kit.Passed, kit.Warned, kit.Blocked, kit.Unconfirmed, kit.Open, kit.Returned} {
		if kit.IconImage(sign.Icon(), 16, sign.Color()).Bounds().Dx() != 16 {
			t.Errorf("sign %d", sign)
		}
	}
	for _, name := range []string{kit.IconTick, kit.IconCross, kit.IconSearch, kit.IconDown, kit.IconRight} {
		kit.IconImage(name, 22, kit.Colors.Ink)
	}
	if len(kit.ProgramIcon().Content()) == 0 {
		t.Error("no program icon")
	}
}

func TestASumRulesOffItsResult(t *testing.T) {
	a := kittest.App(t)
	s := kit.NewSheet()
	h := s.Sum([]kit.SumRow{{Label: "近 3 年要求合格", Figure: "3 年"}, {Label: "2023 合格", Figure: "1 年"}, {Label: "还差", Figure: "2 年"}}, 0, 0, 352)
	d := kittest.Open(t, a, s.Object(), 352, 80)
	want(t, "height", h, 72)
	want(t, "result", d.At("还差").Y, 47)
	if end := d.At("3 年").X + (kit.Style{}).Width("3 年"); end < 350 {
		t.Error("figures do not end at the right")
	}
}
