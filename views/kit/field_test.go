package kit_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

// desk opens the record screen.
func desk(t *testing.T) (*record, *kittest.Desk) {
	t.Helper()
	a := kittest.App(t)
	r := newRecord()
	return r, kittest.Open(t, a, r.root, 1366, 768)
}

func TestTypingInAFieldReplacesItsTextAndLeavingTellsOnce(t *testing.T) {
	r, d := desk(t)
	phone := r.field("phone")
	var changed, left []string
	phone.Changed = func(s string) { changed = append(changed, s) }
	phone.Left = func(s string) { left = append(left, s) }
	r.form.Focus("phone")
	d.Type("139")
	d.Press(fyne.KeyReturn)
	want(t, "text", phone.Value(), "139")
	want(t, "changes told", len(changed), 3)
	want(t, "leaving told", len(left), 1)
	r.form.Focus("phone")
	d.Press(fyne.KeyReturn)
	want(t, "leaving told without a change", len(left), 1)
}

func TestAValueThatNobodyTypedTellsNobody(t *testing.T) {
	r, d := desk(t)
	phone := r.field("phone")
	phone.Changed = func(string) { t.Error("Changed was told") }
	phone.Left = func(string) { t.Error("Left was told") }
	phone.SetValue("1")
	r.form.Focus("phone")
	d.Press(fyne.KeyReturn)
}

func TestEnterTabAndShiftTabFollowTheEyeAndSkipWhatIsFilledIn(t *testing.T) {
	r, d := desk(t)
	r.form.First()
	want(t, "first", r.form.Current(), "id_number")
	for _, next := range []string{"name", "ethnicity", "phone"} { // 性别、出生 is filled in
		d.Press(fyne.KeyReturn)
		want(t, "after Enter", r.form.Current(), next)
	}
	d.Press(fyne.KeyTab)
	want(t, "after Tab", r.form.Current(), "political")
	d.Press(fyne.KeyEnter) // keypad
	want(t, "after the keypad's Enter", r.form.Current(), "retirement_category")
	d.Press(fyne.KeyReturn)
	want(t, "到龄年月 is filled in", r.form.Current(), "address")
	d.Press(fyne.KeyTab, fyne.KeyModifierShift)
	want(t, "after Shift+Tab", r.form.Current(), "retirement_category")
	d.Press(fyne.KeyReturn, fyne.KeyModifierShift)
	want(t, "after Shift+Enter", r.form.Current(), "political")
}

func TestEnterInTheLastFieldIsTheEndOfTheForm(t *testing.T) {
	r, d := desk(t)
	done := 0
	r.form.Done = func() { done++ }
	r.form.Focus("note")
	d.Press(fyne.KeyReturn)
	want(t, "done", done, 1)
	want(t, "caret", r.form.Current(), "note")
	r.form.Done = nil
	d.Press(fyne.KeyReturn)
	want(t, "without an end it begins again", r.form.Current(), "id_number")
}

func TestTheEnterThatEndsACompositionStays(t *testing.T) {
	r, d := desk(t)
	defer kit.SetClock(time.Unix(0, 0))()
	r.form.Focus("name")
	d.Compose("刘𬱖")
	d.Press(fyne.KeyReturn)
	want(t, "caret after the input method's Enter", r.form.Current(), "name")
	d.Press(fyne.KeyReturn)
	want(t, "caret after the clerk's Enter", r.form.Current(), "ethnicity")
	want(t, "name", r.field("name").Value(), "刘𬱖")
}

func TestAnEnterAWhileAfterACompositionGoesOn(t *testing.T) {
	r, d := desk(t)
	defer kit.SetClock(time.Unix(0, 0))()
	r.form.Focus("name")
	d.Compose("刘")
	defer kit.SetClock(time.Unix(0, int64(200*time.Millisecond)))()
	d.Press(fyne.KeyReturn)
	want(t, "caret", r.form.Current(), "ethnicity")
}

func TestAnEnterRightAfterTypedLettersGoesOn(t *testing.T) {
	r, d := desk(t)
	defer kit.SetClock(time.Unix(0, 0))()
	r.form.Focus("name")
	d.Type("liu")
	d.Press(fyne.KeyReturn)
	want(t, "caret", r.form.Current(), "ethnicity")
}

func TestHalfTypedTextSurvivesAnotherWindow(t *testing.T) {
	r, d := desk(t)
	r.form.Focus("address")
	d.Type("城关")
	// what the driver does when the window goes to the back and returns
	d.Canvas().Focused().FocusLost()
	d.Canvas().Focused().FocusGained()
	d.Type("镇")
	want(t, "address", r.field("address").Value(), "城关镇")
}

func TestWindowKeysWorkFromWithinAField(t *testing.T) {
	r, d := desk(t)
	var done []string
	note := func(what string) func() { return func() { done = append(done, what) } }
	screen := kit.NewKeys()
	r.keys.Bind(d.Canvas())
	r.keys.Front(screen)
	r.keys.On(fyne.KeyModifierAlt, fyne.Key2, note("Alt+2"))
	r.keys.On(fyne.KeyModifierControl, fyne.KeyF, note("Ctrl+F"))
	r.keys.On(0, fyne.KeyF1, note("window's F1"))
	screen.On(0, fyne.KeyF1, note("F1"))
	screen.On(0, fyne.KeyPageDown, note("PgDn"))
	screen.On(fyne.KeyModifierControl, fyne.KeyZ, note("Ctrl+Z"))
	press := func() {
		d.Press(fyne.Key2, fyne.KeyModifierAlt)
		d.Press(fyne.KeyF, fyne.KeyModifierControl)
		d.Press(fyne.KeyF1)
		d.Press(fyne.KeyPageDown)
		d.Press(fyne.KeyZ, fyne.KeyModifierControl)
	}
	all := []string{"Alt+2", "Ctrl+F", "F1", "PgDn", "Ctrl+Z"}
	r.form.Focus("phone")
	press()
	want(t, "in a field", done, all)
	want(t, "text", r.field("phone").Value(), "138 3765 0142")

	done = nil
	d.Canvas().Unfocus()
	press()
	want(t, "with the caret nowhere", done, all)

	done = nil
	d.Focus(r.field("birth"))
	press()
	want(t, "in a read-only field", done, all)

	done = nil
	r.keys.Hold(kit.NewKeys())
	press()
	want(t, "while a question is open", len(done), 0)
	r.keys.Release()
}

func TestCtrlZTakesBackTypingBeforeItAsksTheScreen(t *testing.T) {
	r, d := desk(t)
	asked := 0
	r.keys.On(fyne.KeyModifierControl, fyne.KeyZ, func() { asked++ })
	r.form.Focus("post")
	d.Type("x")
	d.Press(fyne.KeyZ, fyne.KeyModifierControl)
	want(t, "asked after one", asked, 0)
	for range 3 {
		d.Press(fyne.KeyZ, fyne.KeyModifierControl)
	}
	if asked == 0 {
		t.Error("the screen was never asked though nothing was left to take back")
	}
}

// The look rests on the order of what Fyne's Entry draws.
func TestAFieldHidesTheBoxOfFynesEntry(t *testing.T) {
	a := kittest.App(t)
	f := kit.NewField(kit.Spec{})
	d := kittest.Open(t, a, f, 200, 30)
	want(t, "height", f.MinSize().Height, 30)
	f.SetValue("字")
	if at := d.At("字"); at.X != 8 {
		t.Errorf("the text begins at %v, not at 8", at.X)
	}
	img := d.Canvas().Capture()
	r, g, b, _ := img.At(100, 15).RGBA()
	if c := kit.Colors.FieldTint; uint8(r>>8) != c.R || uint8(g>>8) != c.G || uint8(b>>8) != c.B {
		t.Errorf("the ground is %x %x %x", r>>8, g>>8, b>>8)
	}
	_ = test.WidgetRenderer(f)
}

func TestAPassphraseIsDotsUntilRevealed(t *testing.T) {
	a := kittest.App(t)
	f := kit.NewField(kit.Spec{Secret: true})
	d := kittest.Open(t, a, f, 200, 34)
	d.Focus(f)
	d.Type("mima")
	want(t, "seen", d.Sees("mima"), false)
	f.Reveal(true)
	want(t, "seen", d.Sees("mima"), true)
	want(t, "value", f.Value(), "mima")
}

func TestALetterTypedIntoAFieldThatWasEmptiedIsNotLost(t *testing.T) {
	r, d := desk(t)
	r.form.Focus("phone") // selects what is there
	r.form.Focus("post")
	r.field("phone").SetValue("")
	r.form.Focus("phone")
	d.Type("139")
	want(t, "text", r.field("phone").Value(), "139")
}

func TestEnterTakesWhatIsProposedAndTabDoesNot(t *testing.T) {
	r, d := desk(t)
	phone, post := r.field("phone"), r.field("post")
	phone.SetValue("")
	post.SetValue("")
	phone.Propose("139")
	post.Propose("门卫")
	var left []string
	phone.Left = func(text string) { left = append(left, text) }
	post.Left = phone.Left
	want(t, "shown where the caret is not", d.Sees("139") || d.Sees("门卫"), false)
	r.form.Focus("post")
	want(t, "shown where it is", d.Sees("门卫") && slices.Contains(d.Texts(), "Enter") && !d.Sees("139"), true)
	d.Press(fyne.KeyTab)
	want(t, "shown afterwards", d.Sees("门卫") || slices.Contains(d.Texts(), "Enter"), false)
	r.form.Focus("phone")
	d.Press(fyne.KeyReturn)
	want(t, "told", left, []string{"139"})
	phone.Left = nil
	r.form.Focus("phone")
	d.Press(fyne.KeyDelete) // what somebody empties stays empty
	d.Press(fyne.KeyReturn)
	want(t, "emptied", phone.Value(), "")
}

func TestALongTextShowsNoScrollBarAndItsBeginning(t *testing.T) {
	a := kittest.App(t)
	f := kit.NewField(kit.Spec{})
	d := kittest.Open(t, a, f, 120, 30)
	f.SetValue("罗山县动物疫病预防控制中心")
	img := d.Canvas().Capture()
	r, g, b, _ := img.At(20, 27).RGBA()
	if c := kit.Colors.FieldTint; uint8(r>>8) != c.R || uint8(g>>8) != c.G || uint8(b>>8) != c.B {
		t.Errorf("beneath the text it is %x %x %x", r>>8, g>>8, b>>8)
	}
	d.Focus(f)
	d.Press(fyne.KeyReturn)
	d.Canvas().Unfocus()
	if at := d.At("罗山县动物疫病预防控制中心"); at.X != 8 {
		t.Errorf("the text begins at %v", at.X)
	}
}

func TestALongTextEndsInDotsUntilTheCaretComes(t *testing.T) {
	a := kittest.App(t)
	long, short := kit.NewField(kit.Spec{}), kit.NewField(kit.Spec{})
	s := kit.NewSheet()
	s.Put(long, 0, 0, 120, 30)
	s.Put(short, 0, 40, 120, 30)
	d := kittest.Open(t, a, s.Object(), 120, 80)
	short.SetValue("罗山县幼儿园")
	want(t, "dots after a short text", d.Sees("…"), false)
	long.SetValue("罗山县动物疫病预防控制中心")
	if at := d.At("…"); at.Y > 15 || at.X < 84 || at.X > 110 {
		t.Errorf("the dots stand at %v", at)
	}
	d.Focus(long)
	want(t, "dots with the caret", d.Sees("…"), false)
}
