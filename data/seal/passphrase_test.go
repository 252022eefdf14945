package seal

import (
	"bytes"
	"crypto/rand"
	"testing"

	"gongkao/data"
)

func TestRightPassphraseOpensWhatWasSealed(t *testing.T) {
	k := newKeys(t)
	sealed := k.Seal(data.KindPerson, "p", []byte("王伟"))
	for _, cost := range []Cost{PracticeCost, {MemoryKiB: 1024, Time: 2, Threads: 4}} {
		wrap, err := k.WrapPassphrase("罗山县 2026", cost)
		must(t, err)
		again, err := UnwrapPassphrase(wrap, "罗山县 2026", rand.Reader)
		must(t, err)
		plain, err := again.Open(data.KindPerson, "p", sealed)
		must(t, err)
		if string(plain) != "王伟" {
			t.Errorf("opened as %q", plain)
		}
		for _, wrong := range []string{"", "罗山县2026", "罗山县 2027"} {
			if _, err := UnwrapPassphrase(wrap, wrong, rand.Reader); !data.HasCode(err, "wrong-passphrase") {
				t.Errorf("%q: %v", wrong, err)
			}
		}
	}
}

func TestDamagedWrapNeverOpensNorAsksForAllMemory(t *testing.T) {
	k := newKeys(t)
	wrap, err := k.WrapPassphrase("口令", PracticeCost)
	must(t, err)
	for i := range wrap {
		if i >= 4 && i < 12 { // memory and time: many bits mean honest, long work
			continue
		}
		flipped := bytes.Clone(wrap)
		flipped[i] ^= 0x80
		if _, err := UnwrapPassphrase(flipped, "口令", rand.Reader); !data.HasCode(err, "wrong-passphrase") && !data.HasCode(err, "wrap-damaged") {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	huge, none := bytes.Clone(wrap), bytes.Clone(wrap)
	huge[4], none[11] = 0xff, 0
	for _, bad := range [][]byte{nil, wrap[:len(wrap)-1], append(bytes.Clone(wrap), 0), huge, none} {
		if _, err := UnwrapPassphrase(bad, "口令", rand.Reader); !data.HasCode(err, "wrap-damaged") {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
	if _, err := k.WrapPassphrase("", PracticeCost); !data.HasCode(err, "passphrase-empty") {
		t.Errorf("an empty passphrase: %v", err)
	}
}

func BenchmarkUnwrapPassphrase(b *testing.B) {
	wrap, err := newKeys(b).WrapPassphrase("罗山县2026", DefaultCost)
	must(b, err)
	for b.Loop() {
		if _, err := UnwrapPassphrase(wrap, "罗山县2026", rand.Reader); err != nil {
			b.Fatal(err)
		}
	}
}
