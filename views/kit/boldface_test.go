package kit_test

import (
	"testing"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestANameWithARareCharacterIsSetInTheFaceThatHasIt(t *testing.T) {
	kittest.App(t)
	for text, want := range map[string]bool{"刘𬱖": true, "王秀兰": true, "还缺 1 项": true, "△○×✓〔2026〕：": true, "马骉䶮": true, "张㐂": false} {
		if got := kit.Strong().Set(text).TextStyle.Bold; got != want {
			t.Errorf("%s is set bold: %v, want %v", text, got, want)
		}
	}
	f := kit.NewField(kit.Spec{Bold: true})
	f.SetValue("张㐂")
	if f.TextStyle.Bold {
		t.Error("a field sets a name bold that the bold face lacks")
	}
	f.SetValue("张")
	if !f.TextStyle.Bold {
		t.Error("a field stays regular")
	}
}
