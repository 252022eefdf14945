package entrance_test

import (
	"testing"

	"gongkao/views/entrance"
	"gongkao/views/wording"
)

func TestPassphrasesAreJudgedByTheirOwnCharacters(t *testing.T) {
	for passphrase, want := range map[string]struct {
		mark wording.Mark
		good bool
	}{
		"": {wording.Plain, false}, "abc": {wording.Block, false}, "12345678": {wording.Block, false}, "aaaaaaaaaaaa": {wording.Block, false}, "73926415": {wording.Warn, false},
		"kx7mq2vd": {wording.Warn, true}, "灵山桂花": {wording.Warn, true}, "灵山大道的桂花": {wording.Pass, true}, "桂花 plus 7 tea": {wording.Pass, true},
	} {
		if got := entrance.StrengthOf(passphrase); got.Mark != want.mark || got.Good != want.good || got.Words == "" {
			t.Errorf("%q is judged %+v", passphrase, got)
		}
	}
}

func TestTwoPassphrasesAreComparedAsTheyAreTyped(t *testing.T) {
	for again, want := range map[string]wording.Mark{"": wording.Plain, "灵山": wording.Plain, "灵山大道的桂花": wording.Pass, "灵山大道的梅花": wording.Block} {
		p := entrance.Passphrases{First: "灵山大道的桂花", Again: again}
		if _, got := p.Remarks(); got.Mark != want {
			t.Errorf("%q is marked %v: %s", again, got.Mark, got.Sentence)
		}
		if ok, why := p.Good(); ok != (want == wording.Pass) || ok != (why == "") {
			t.Errorf("%q: %t %s", again, ok, why)
		}
	}
}
