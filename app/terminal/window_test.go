package terminal_test

import (
	"path/filepath"
	"testing"

	"gongkao/app/terminal"
)

func TestOnlyALineWithoutACommandOpensTheWindow(t *testing.T) {
	folder := t.TempDir()
	m := terminal.Machine{Getenv: func(name string) string { return map[string]string{"GONGKAO_NOW": "2026-04-02"}[name] }}
	for _, line := range []struct {
		args []string
		open bool
	}{
		{[]string{"--data", folder}, true},
		{[]string{"--data=" + folder}, true},
		{[]string{"--data", folder, "list"}, false},
		{[]string{"list"}, false},
		{[]string{"--help"}, false},
		{[]string{"--json"}, false},
		{[]string{"--data"}, false},
	} {
		w, open, err := terminal.Window(line.args, m)
		if err != nil || open != line.open {
			t.Errorf("%q opens the window: %v (%v), want %v", line.args, open, err, line.open)
		}
		if open && (w.Folder != filepath.Clean(folder) || !w.Fixed) {
			t.Errorf("%q opens %+v", line.args, w)
		}
	}
}

func TestAPassphraseFileThatCannotBeReadIsRefused(t *testing.T) {
	_, open, err := terminal.Window([]string{"--passphrase-file", filepath.Join(t.TempDir(), "none")}, terminal.Machine{Getenv: func(string) string { return "" }})
	if open || err == nil {
		t.Errorf("the window opens: %v, %v", open, err)
	}
}
