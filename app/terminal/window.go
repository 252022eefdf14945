package terminal

import (
	"io"

	"github.com/alecthomas/kong"
)

// Windowed is what a command line without a command says: whose window to open.
type Windowed struct {
	Folder     string
	Passphrase string // "" is asked for in the window
	Fixed      bool   // the clock was set by Clock's variables
}

// Window reads a command line without a command. ok is false when there is one,
// or anything else that Run has to answer.
func Window(args []string, m Machine) (w Windowed, ok bool, err error) {
	var where struct {
		Data           string
		PassphraseFile string
	}
	parser, err := kong.New(&where, kong.Name("gongkao"), kong.NoDefaultHelp(), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		return w, false, err
	}
	if _, err := parser.Parse(args); err != nil {
		return w, false, nil
	}
	c := &call{program: &program{Data: where.Data, PassphraseFile: where.PassphraseFile}, machine: m}
	if w.Folder, err = c.folder(); err != nil {
		return w, false, err
	}
	w.Fixed = m.Getenv("GONGKAO_NOW") != "" || m.Getenv("SOURCE_DATE_EPOCH") != ""
	w.Passphrase, err = c.passphrase()
	return w, err == nil, err
}
