package seal

import (
	"bytes"
	"crypto/rand"
	"io"
	mathrand "math/rand/v2"
	"strings"
	"testing"

	"gongkao/data"
)

func seeded(seed byte) io.Reader { return mathrand.NewChaCha8([32]byte{seed}) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newKeys(t testing.TB) *Keys {
	t.Helper()
	k, err := NewKeys(rand.Reader)
	must(t, err)
	return k
}

func TestSealedValueOpensOnlyInItsOwnPlaceAndWhole(t *testing.T) {
	k := newKeys(t)
	plain := []byte("王伟 411521197001010016")
	sealed := k.Seal(data.KindPerson, "p1", plain)
	got, err := k.Open(data.KindPerson, "p1", sealed)
	must(t, err)
	if !bytes.Equal(got, plain) {
		t.Errorf("opened as %q", got)
	}
	for bit := range len(sealed) * 8 {
		flipped := bytes.Clone(sealed)
		flipped[bit/8] ^= 1 << (bit % 8)
		if _, err := k.Open(data.KindPerson, "p1", flipped); !data.HasCode(err, "record-damaged") {
			t.Fatalf("bit %d flipped: %v", bit, err)
		}
	}
	for name, open := range map[string]func() ([]byte, error){
		"another record":      func() ([]byte, error) { return k.Open(data.KindPerson, "p2", sealed) },
		"another kind":        func() ([]byte, error) { return k.Open(data.KindPhoto, "p1", sealed) },
		"letters moved over":  func() ([]byte, error) { return k.Open("personp", "1", sealed) },
		"another file's keys": func() ([]byte, error) { return newKeys(t).Open(data.KindPerson, "p1", sealed) },
		"cut":                 func() ([]byte, error) { return k.Open(data.KindPerson, "p1", sealed[:len(sealed)-1]) },
		"nothing":             func() ([]byte, error) { return k.Open(data.KindPerson, "p1", nil) },
	} {
		if _, err := open(); !data.HasCode(err, "record-damaged") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSameTextIsSealedDifferentlyEachTime(t *testing.T) {
	k := newKeys(t)
	if bytes.Equal(k.Seal(data.KindPerson, "p", []byte("a")), k.Seal(data.KindPerson, "p", []byte("a"))) {
		t.Error("twice the same bytes: the nonce was used again")
	}
}

func TestSameSeedGivesTheSameBytes(t *testing.T) {
	make := func() []byte {
		k, err := NewKeys(seeded(1))
		must(t, err)
		wrap, err := k.WrapPassphrase("演练", PracticeCost)
		must(t, err)
		code, recovery, err := k.WrapRecovery(seeded(2))
		must(t, err)
		return bytes.Join([][]byte{wrap, recovery, []byte(code), k.Seal(data.KindPerson, "p", []byte("a"))}, nil)
	}
	if !bytes.Equal(make(), make()) {
		t.Error("a practice county would differ from run to run")
	}
}

func TestMarksAndChainsAreOfThisFileAndOfEveryPart(t *testing.T) {
	k, other := newKeys(t), newKeys(t)
	const n = data.IDNumber("411521197001010016")
	if !bytes.Equal(k.IDMAC(n), k.IDMAC(n)) || bytes.Equal(k.IDMAC(n), other.IDMAC(n)) || bytes.Equal(k.IDMAC(n), k.IDMAC(n[:17]+"7")) {
		t.Error("the mark of an ID number does not tell numbers and files apart")
	}
	seen := map[string]string{}
	for name, sum := range map[string][]byte{
		"ab, c": k.ChainMAC(nil, []byte("ab"), []byte("c")), "a, bc": k.ChainMAC(nil, []byte("a"), []byte("bc")),
		"abc": k.ChainMAC(nil, []byte("abc")), "abc, nil": k.ChainMAC(nil, []byte("abc"), nil), "abc, empty": k.ChainMAC(nil, []byte("abc"), []byte{}),
		"after x": k.ChainMAC([]byte("x"), []byte("abc")), "other file": other.ChainMAC(nil, []byte("abc")),
	} {
		if same, ok := seen[string(sum)]; ok {
			t.Errorf("%s has the hash of %s", name, same)
		}
		seen[string(sum)] = name
	}
}

func TestCheckCodeCanBeReadAloudFromPaper(t *testing.T) {
	k := newKeys(t)
	code := k.CheckCode([]byte("roster"), []byte("values"))
	if len(code) != 8 || strings.ContainsAny(code, "0O1IL") || code != strings.ToUpper(code) {
		t.Errorf("got %q", code)
	}
	if code != k.CheckCode([]byte("roster"), []byte("values")) || code == k.CheckCode([]byte("roster"), []byte("value")) {
		t.Error("the code does not follow the values")
	}
}
