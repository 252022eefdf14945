package seal

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gongkao/data"
)

func TestRecoveryCodeOpensAsPeopleTypeIt(t *testing.T) {
	k := newKeys(t)
	code, wrap, err := k.WrapRecovery(rand.Reader)
	must(t, err)
	sealed := k.Seal(data.KindPerson, "p", []byte("王伟"))
	wide := strings.Map(func(r rune) rune { return r + 0xFEE0 }, code)
	for _, typed := range []string{code, strings.ToLower(code), strings.ReplaceAll(code, "-", ""), strings.ReplaceAll(code, "-", " "),
		"  " + strings.ReplaceAll(code, "-", "—") + "\n", wide} {
		again, err := UnwrapRecovery(wrap, typed, rand.Reader)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		if _, err := again.Open(data.KindPerson, "p", sealed); err != nil {
			t.Errorf("%q opened other keys", typed)
		}
	}
	_, another, err := newKeys(t).WrapRecovery(rand.Reader)
	must(t, err)
	if _, err := UnwrapRecovery(another, code, rand.Reader); !data.HasCode(err, "wrong-recovery-code") {
		t.Errorf("another file: %v", err)
	}
	if _, err := UnwrapRecovery(wrap[1:], code, rand.Reader); !data.HasCode(err, "wrap-damaged") {
		t.Errorf("a damaged wrap: %v", err)
	}
}

func TestSlipOfThePenIsToldWithItsGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		symbols := rapid.SliceOfN(rapid.ByteRange(0, byte(len(letters)-1)), 28, 28).Draw(t, "symbols")
		code := []byte(formatCode(symbols))
		at := rapid.IntRange(0, len(code)-1).Filter(func(i int) bool { return code[i] != '-' }).Draw(t, "at")
		wrong := rapid.SampledFrom([]byte(letters+"01OIL?")).Filter(func(b byte) bool { return b != code[at] }).Draw(t, "wrong")
		code[at] = wrong
		_, err := readCode(string(code))
		if want := fmt.Sprintf("第 %d 组", at/6+1); !data.HasCode(err, "recovery-slip") || !strings.Contains(err.Error(), want) {
			t.Fatalf("%s: got %v, want %s", code, err, want)
		}
	})
}

func TestSwappedCharactersAndGroupsAreSlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		symbols := rapid.SliceOfN(rapid.ByteRange(0, byte(len(letters)-1)), 28, 28).Draw(t, "symbols")
		groups := strings.Split(formatCode(symbols), "-")
		a, b := rapid.IntRange(0, 6).Draw(t, "a"), rapid.IntRange(0, 6).Draw(t, "b")
		i := rapid.IntRange(0, groupSize-2).Draw(t, "i")
		if g := []byte(groups[a]); g[i] != g[i+1] {
			g[i], g[i+1] = g[i+1], g[i]
			swapped := append([]string{}, groups...)
			swapped[a] = string(g)
			if _, err := readCode(strings.Join(swapped, "-")); !data.HasCode(err, "recovery-slip") {
				t.Fatalf("%s for %s: %v", g, groups[a], err)
			}
		}
		if a != b {
			groups[a], groups[b] = groups[b], groups[a]
			if _, err := readCode(strings.Join(groups, "-")); !data.HasCode(err, "recovery-slip") {
				t.Fatalf("groups %d and %d swapped: %v", a+1, b+1, err)
			}
		}
	})
}

func TestMissingOrExtraCharactersAreSlips(t *testing.T) {
	code := formatCode(make([]byte, 28))
	for typed, want := range map[string]string{
		"": "7 组", code[:len(code)-6]: "7 组", code + "-22222": "7 组", code[:4] + code[5:]: "第 1 组", code + "2": "第 7 组", "恢复码": "7 组",
	} {
		if _, err := readCode(typed); !data.HasCode(err, "recovery-slip") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}
