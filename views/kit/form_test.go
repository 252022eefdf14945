package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestTheFormStandsWhereTheDrawingHasIt(t *testing.T) {
	_, d := desk(t)
	for text, wanted := range map[string]fyne.Position{
		"身份": fyne.NewPos(206, 107), "身份证号": fyne.NewPos(278, 107), "民族": fyne.NewPos(634, 139), "工作": fyne.NewPos(206, 279),
		"现等级": fyne.NewPos(278, 387), "申报": fyne.NewPos(206, 495), "备注": fyne.NewPos(278, 615),
	} {
		if text == "现等级" {
			continue // twice: the group and its first field
		}
		want(t, text, d.At(text), wanted)
	}
	d.NothingMissing()
}

func TestASentenceMakesRoomBeneathItsFieldAndGoesAgain(t *testing.T) {
	r, d := desk(t)
	before := d.At("备注").Y
	r.form.Find(map[string]kit.Finding{
		"id_number": {Sign: kit.Blocked, Sentence: "末位校验不符：请对照身份证原件，第 18 位应为 X"},
	})
	want(t, "the old sentence", d.Sees("补承诺书和单位同意"), false)
	want(t, "the old word", d.Sees("目录待核对"), false)
	sentence := d.At("末位校验不符：请对照身份证原件，第 18 位应为 X")
	if sentence.Y < 138 || sentence.Y > 145 {
		t.Errorf("the sentence stands at %v, not beneath the field", sentence)
	}
	want(t, "what follows", d.At("备注").Y, before) // one sentence went, one came
	r.form.Find(nil)
	want(t, "without sentences", d.At("备注").Y, before-24)
}

func TestTheFieldWithTheCaretAndItsSentenceStayInView(t *testing.T) {
	a := kittest.App(t)
	form := kit.NewForm(kit.NewKeys(), kit.NewLayer())
	for i := range 30 {
		form.Row(kit.Cell{Key: fmt.Sprint("f", i), Label: fmt.Sprint("栏", i), At: kit.NewField(kit.Spec{})})
	}
	form.Columns(0, kit.Track{Label: 0, Field: 80, Right: 280})
	form.Find(map[string]kit.Finding{"f20": {Sign: kit.Warned, Sentence: "请核对"}})
	scroll := container.NewVScroll(form.Object())
	form.Within(scroll)
	d := kittest.Open(t, a, scroll, 300, 200)
	form.First()
	for range 20 {
		d.Press(fyne.KeyReturn)
	}
	want(t, "caret", form.Current(), "f20")
	if y := d.At("请核对").Y; y < 0 || y > 180 {
		t.Errorf("the sentence stands at %v of 200", y)
	}
	form.First()
	d.Wheel(150, 100, -64)
	if y := d.At("栏4").Y; y > 100 {
		t.Errorf("the wheel over a field did not scroll: 栏4 stands at %v", y)
	}
	d.Wheel(150, 100, 64)
	if y := d.At("栏0").Y; y < -2 {
		t.Errorf("the first field stands at %v", y)
	}
}

func TestButtonsBehindAFormArePartOfTheRing(t *testing.T) {
	a := kittest.App(t)
	form := kit.NewForm(kit.NewKeys(), kit.NewLayer())
	field, pressed := kit.NewField(kit.Spec{}), 0
	save := kit.NewButton("保存", "Ctrl+S", true, func() { pressed++ })
	grey := kit.NewButton("通过", "F8", false, func() { t.Error("a grey button was pressed") })
	grey.Disable()
	form.Row(kit.Cell{Key: "a", Label: "姓名", At: field})
	form.Then(grey, save)
	form.Columns(0, kit.Track{Label: 0, Field: 80, Right: 280})
	s := kit.NewSheet()
	s.Put(form.Object(), 0, 0, 280, 32)
	s.Put(grey, 0, 40, 100, 32)
	s.Put(save, 120, 40, 130, 32)
	d := kittest.Open(t, a, s.Object(), 300, 80)
	form.First()
	d.Press(fyne.KeyReturn)
	want(t, "on the button", d.Canvas().Focused() == fyne.Focusable(save), true)
	d.Press(fyne.KeyReturn)
	d.Press(fyne.KeySpace)
	want(t, "pressed", pressed, 2)
	d.Press(fyne.KeyTab)
	want(t, "round again", form.Current(), "a")
	d.ClickOn("通过")
	d.ClickOn("保存")
	want(t, "clicked", pressed, 3)
}

func TestTheFormGivesWay(t *testing.T) {
	r, d := desk(t)
	r.form.Columns(64, kit.Track{Label: 136, Field: 232, Right: 488}, kit.Track{Label: 520, Field: 596, Right: 872})
	want(t, "group", d.At("身份").X, 64)
	want(t, "second column", d.At("民族").X, 520)
}
