package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

var trades = []kit.Choice{
	{Code: "101", Label: "汽车驾驶员"}, {Code: "102", Label: "汽车维修工"}, {Code: "205", Label: "保育员"}, {Code: "206", Label: "保管工"}, {Code: "301", Label: "护理员"},
	{Code: "302", Label: "农艺工"}, {Code: "303", Label: "防疫员"}, {Code: "304", Label: "办公设备维修工"}, {Code: "305", Label: "绿化工"}, {Code: "306", Label: "炊事员"},
}

func TestChoicesAreFoundByInitialsChineseAndCode(t *testing.T) {
	for typed, wanted := range map[string]string{
		"qcj": "汽车驾驶员", "QCJSY": "汽车驾驶员", "维修": "汽车维修工", "205": "保育员", "２０６": "保管工", "保管": "保管工", "wxg": "汽车维修工", "nyg": "农艺工",
	} {
		found := kit.Match(trades, typed)
		if len(found) == 0 || found[0].Label != wanted {
			t.Errorf("%q finds %v, wanted %s first", typed, found, wanted)
		}
	}
	want(t, "nothing answers to zzz", len(kit.Match(trades, "zzz")), 0)
	want(t, "an empty text means all", len(kit.Match(trades, " ")), len(trades))
}

func TestALongCodeIsAKeyOfOursAndFindsNothing(t *testing.T) {
	unit := kit.Choice{Code: "0198f2aa-77f1", Label: "罗山县幼儿园"}
	want(t, "found by its key", len(kit.Match([]kit.Choice{unit}, "0198")), 0)
}

// lookups opens two lookups above one another, near the foot of the window.
func lookups(t *testing.T) (trade, level *kit.Lookup, form *kit.Form, d *kittest.Desk) {
	t.Helper()
	a := kittest.App(t)
	keys, layer := kit.NewKeys(), kit.NewLayer()
	form = kit.NewForm(keys, layer)
	trade = kit.NewLookup(func() []kit.Choice { return trades })
	level = kit.NewLookup(kit.Options("五级", "四级", "三级", "二级", "一级"))
	form.Row(kit.Cell{Key: "trade", Label: "工种", At: trade})
	form.Row(kit.Cell{Key: "level", Label: "等级", At: level})
	form.Columns(16, kit.Track{Label: 16, Field: 96, Right: 296})
	s := kit.NewSheet()
	s.Put(form.Object(), 0, 300, 400, 64)
	s.Put(layer.Object(), 0, 0, 400, 400)
	d = kittest.Open(t, a, s.Object(), 400, 400)
	form.First()
	return trade, level, form, d
}

func TestTypedInitialsAndEnterChooseAndGoOn(t *testing.T) {
	trade, _, form, d := lookups(t)
	var left []string
	trade.Left = func(s string) { left = append(left, s) }
	d.Type("qcw")
	want(t, "the list shows it", d.Sees("汽车维修工"), true)
	d.Press(fyne.KeyReturn)
	want(t, "value", trade.Value(), "汽车维修工")
	want(t, "told", left, []string{"汽车维修工"})
	want(t, "caret", form.Current(), "level")
	chosen, ok := trade.Choice()
	want(t, "code", chosen.Code, "102")
	want(t, "in the list", ok, true)
	want(t, "the list is gone", d.Sees("汽车驾驶员"), false)
}

func TestF4OpensTheWholeListAndArrowsMoveInIt(t *testing.T) {
	trade, _, _, d := lookups(t)
	trade.SetChoice(trades[2])
	d.Press(fyne.KeyF4)
	want(t, "shown", d.Sees("第 1—8 项，共 10 项"), true)
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyTab)
	want(t, "the one after the present", trade.Value(), "保管工")
	trade.Focus()
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyPageDown)
	want(t, "the list has moved", d.Sees("第 3—10 项，共 10 项"), true)
	d.Press(fyne.KeyEscape)
	want(t, "value after Esc", trade.Value(), "保管工")
	want(t, "the list is gone", d.Sees("共 10 项"), false)
}

func TestF4AndEnterLeaveAFieldAsItStands(t *testing.T) {
	trade, _, form, d := lookups(t)
	for _, stands := range []string{"", "保育员 护理员", "护理员"} {
		trade.SetValue(stands)
		form.Focus("trade")
		d.Press(fyne.KeyF4)
		d.Press(fyne.KeyReturn)
		want(t, "value", trade.Value(), stands)
		want(t, "caret", form.Current(), "level")
	}
	trade.SetValue("")
	form.Focus("trade")
	d.Press(fyne.KeyF4)
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyReturn)
	want(t, "the first, asked for", trade.Value(), "汽车驾驶员")
}

func TestTheListOpensAtWhatIsProposed(t *testing.T) {
	trade, _, form, d := lookups(t)
	trade.Propose("护理员")
	form.Focus("trade")
	d.Press(fyne.KeyF4)
	d.Press(fyne.KeyReturn)
	want(t, "value", trade.Value(), "护理员")
}

func TestTheListOpensUpwardsNearTheFoot(t *testing.T) {
	_, _, _, d := lookups(t)
	d.Press(fyne.KeyF4)
	if at := d.At("汽车驾驶员"); at.Y > 300 || at.Y < 0 {
		t.Errorf("the first choice stands at %v", at)
	}
}

func TestAClickInTheListChooses(t *testing.T) {
	trade, _, form, d := lookups(t)
	left := 0
	trade.Left = func(string) { left++ }
	at := d.At("工种")
	d.Click(at.X+200, at.Y+10) // in the field
	d.ClickOn("护理员")
	want(t, "value", trade.Value(), "护理员")
	want(t, "told", left, 1)
	want(t, "caret", form.Current(), "level")
}

func TestAnEmptiedLookupStaysEmpty(t *testing.T) {
	trade, _, _, d := lookups(t)
	trade.SetChoice(trades[2])
	trade.Focus()
	d.Press(fyne.KeyA, fyne.KeyModifierControl)
	d.Press(fyne.KeyBackspace)
	d.Press(fyne.KeyReturn)
	want(t, "value", trade.Value(), "")
}

func TestWordsOfOnesOwnAreNoMistakeInALooseList(t *testing.T) {
	trade, _, _, d := lookups(t)
	trade.Loose = true
	d.Type("zzz")
	want(t, "said", d.Sees("不在常用的里，照写的记下"), true)
	d.Press(fyne.KeyReturn)
	want(t, "value", trade.Value(), "zzz")
}

func TestWhatIsInNoListIsLeftAsTyped(t *testing.T) {
	trade, _, _, d := lookups(t)
	d.Type("zzz")
	want(t, "said", d.Sees("没有找到，Esc 照原样留下"), true)
	d.Press(fyne.KeyReturn)
	want(t, "value", trade.Value(), "zzz")
	_, ok := trade.Choice()
	want(t, "in the list", ok, false)
}

func TestACodeTypedInFullCountsWhereverTheCaretGoes(t *testing.T) {
	trade, _, _, d := lookups(t)
	var told string
	trade.Left = func(s string) { told = s }
	d.Type("301")
	d.Canvas().Unfocus()
	want(t, "value", trade.Value(), "护理员")
	want(t, "told", told, "护理员")
}

func TestDatesAreWrittenInOneFormOnLeaving(t *testing.T) {
	a := kittest.App(t)
	day, month := kit.NewDate(kit.Spec{}), kit.NewMonth(kit.Spec{})
	form := kit.NewForm(kit.NewKeys(), kit.NewLayer())
	form.Row(kit.Cell{Key: "day", At: day})
	form.Row(kit.Cell{Key: "month", At: month})
	form.Columns(0, kit.Track{Label: 0, Field: 80, Right: 280})
	d := kittest.Open(t, a, form.Object(), 300, 80)
	for typed, wanted := range map[string]string{"1975.2": "1975-02", "197502": "1975-02", "1975-02-03": "1975-02-03", "1975年2月": "1975-02", "75年2月3日": "1975-02-03", "二月": "二月"} {
		told := ""
		day.Left = func(s string) { told = s }
		day.SetValue("")
		form.Focus("day")
		d.Type(typed)
		d.Press(fyne.KeyReturn)
		want(t, typed, day.Value(), wanted)
		want(t, typed+" as told", told, wanted)
	}
	form.Focus("month")
	d.Type("1998.7.15")
	d.Press(fyne.KeyReturn)
	want(t, "month", month.Value(), "1998-07")
}
