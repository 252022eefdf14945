package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
	"gongkao/views/shell/shelltest"
)

// parts is a sheet of every small thing in every state.
func parts() (root fyne.CanvasObject, focus []fyne.Focusable) {
	s := kit.NewSheet()
	x := float32(24)
	for _, chip := range []struct {
		word string
		sign kit.Sign
	}{{"待审", kit.NoSign}, {"通过", kit.Passed}, {"退回", kit.Returned}, {"不通过", kit.Blocked}, {"草稿", kit.Open}, {"待核对", kit.Unconfirmed}} {
		x += s.Chip(chip.word, chip.sign, x, 24) + 8
	}
	for _, flag := range []string{"到龄", "容缺", "+2"} {
		x += s.Flag(flag, x, 24) + 4
	}
	for _, key := range []string{"1", "F3", "Enter", "Ctrl+P", "−"} {
		x += s.KeyCap(key, x+16, 24) + 8
	}
	plain, primary, link := kit.NewButton("导入", "Ctrl+O", false, nil), kit.NewButton("打印 3 页 × 3 份", "Ctrl+P", true, nil), kit.NewLink("看改动", "", nil)
	s.Put(plain, 24, 64, plain.MinSize().Width, 32)
	s.Put(primary, 160, 64, 248, 32)
	s.Put(link, 424, 69, link.MinSize().Width, 22)
	lines, secret, tall := kit.NewField(kit.Spec{Lines: true}), kit.NewField(kit.Spec{Secret: true}), kit.NewLookup(kit.Options("HP LaserJet 1020"))
	lines.SetValue("县教育体育局陈国强送原件 14 份，当面点清\n给县住建局打电话：管理人员登记表还没交")
	secret.SetValue("passphrase")
	tall.SetValue("HP LaserJet 1020")
	s.Put(lines, 24, 112, 320, 84)
	s.Put(secret, 360, 112, 240, 34)
	s.Put(tall, 360, 156, 240, 34)
	found := kit.NewField(kit.Spec{Hint: "还没有登记"})
	found.SetFinding(kit.Blocked, "")
	s.Put(found, 616, 112, 160, 34)
	search := kit.NewField(kit.Spec{Search: "F3", Hint: "姓名、拼音首字母"})
	s.Put(search, 616, 156, 300, 32)
	tabs := kit.NewTabs(nil)
	tabs.Set([]kit.Tab{{Label: "等级证书"}, {Label: "身份证"}, {Label: "考核表"}}, 1)
	s.Put(tabs, 24, 212, 448, kit.TabHeight)
	for i, sign := range []kit.Sign{kit.Passed, kit.Warned, kit.Blocked, kit.Unconfirmed, kit.Open, kit.Returned} {
		s.Sign(sign, 500+float32(i)*28, 220, 16)
		s.Sign(sign, 680+float32(i)*34, 216, 22)
	}
	for i, icon := range []string{kit.IconTick, kit.IconCross, kit.IconSearch, kit.IconDown, kit.IconRight} {
		s.Icon(icon, 500+float32(i)*28, 252, 16, kit.Colors.Ink2)
	}
	s.Rect(0, 0, 1, 1, kit.Colors.Paper)
	return s.Object(), []fyne.Focusable{plain, primary, link, lines, secret, search, tabs}
}

func TestPicturesOfThePartsInEveryState(t *testing.T) {
	a := kittest.App(t)
	root, focus := parts()
	d := kittest.Open(t, a, root, 940, 290)
	folder := shelltest.Pictures(t)
	for i, f := range focus {
		d.Focus(f)
		d.NothingMissing()
		d.Save(folder + "/kit-parts-" + string(rune('1'+i)) + ".png")
	}
}
