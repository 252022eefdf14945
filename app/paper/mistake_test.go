package paper

import (
	"strings"
	"testing"
	"testing/fstest"
)

// mistake is a definition with one thing in it changed, and what is to be said of
// it, after the file's name.
type mistake struct{ name, from, to, want string }

// mistaken makes the mistakes in a definition in which there is none, and reads
// what is said of each.
func mistaken(t *testing.T, good string, mistakes []mistake) {
	t.Helper()
	load := func(text string) error {
		_, err := Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(text)}})
		return err
	}
	if err := load(good); err != nil {
		t.Fatalf("without a mistake: %v", err)
	}
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			text := strings.Replace(good, m.from, m.to, 1)
			if text == good {
				t.Fatalf("%q is not in the definition", m.from)
			}
			if err := load(text); err == nil || !strings.Contains(err.Error(), "papers/try/paper.toml") || !strings.Contains(err.Error(), m.want) {
				t.Errorf("got %v\nwant papers/try/paper.toml … %s", err, m.want)
			}
		})
	}
}
