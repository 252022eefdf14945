package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Echo tells the letter of a key that brought the keyboard here from one that is
// typed here. Fyne sends a key first and its letter after it, to whatever has
// the focus by then: the 1 that opens a sheet would be written into its first
// field.
type Echo struct{ due fyne.KeyName }

// Came notes whether it was such a key that brought the keyboard.
func (e *Echo) Came(keys *Keys) {
	e.due = ""
	if window := keys.window(); window != nil {
		e.due = window.answering
	}
}

// Over says that a new key went down, or the focus left: the letter of the key
// before is through.
func (e *Echo) Over() { e.due = "" }

// Takes reports whether a letter is that of the key that brought the keyboard.
func (e *Echo) Takes(letter rune) bool {
	due := e.due
	e.due = ""
	return due != "" && (strings.EqualFold(string(letter), string(due)) || due == fyne.KeySpace && letter == ' ')
}
