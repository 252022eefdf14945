package kit_test

import (
	"testing"

	"gongkao/views/kit"
)

func TestTheInputMethodIsLedToTheCaretAndAwayFromIt(t *testing.T) {
	r, d := desk(t)
	var told []*kit.Field
	kit.CaretCame = func(f *kit.Field) { told = append(told, f) }
	t.Cleanup(func() { kit.CaretCame = nil })
	r.form.Focus("phone")
	r.form.Focus("address")
	d.Canvas().Unfocus()
	want(t, "told", len(told), 4)
	for i, f := range []*kit.Field{r.field("phone"), nil, r.field("address"), nil} {
		want(t, "field", told[i] == f, true)
	}
}

func TestTheCaretsLineBeginsAtTheCaretAndEndsWithTheField(t *testing.T) {
	r, d := desk(t)
	phone := r.field("phone")
	phone.SetValue("")
	r.form.Focus("phone")
	before, room := phone.CaretLine()
	d.Type("139")
	after, rest := phone.CaretLine()
	if after.X <= before.X || after.Y != before.Y {
		t.Errorf("the caret went from %v to %v", before, after)
	}
	want(t, "end of the line", after.X+rest.Width, before.X+room.Width)
	if rest.Height < 10 || rest.Height > kit.FieldHeight {
		t.Errorf("the line is %v high", rest.Height)
	}
}

func TestOnlyAPassphraseIsSecret(t *testing.T) {
	want(t, "a passphrase", kit.NewField(kit.Spec{Secret: true}).Secret(), true)
	want(t, "a name", kit.NewField(kit.Spec{}).Secret(), false)
}
