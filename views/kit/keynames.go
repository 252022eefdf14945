package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// chord is a key with the modifiers held beside it.
type chord struct {
	mod fyne.KeyModifier
	key fyne.KeyName
}

// chordOf makes the keypad's Enter the Enter.
func chordOf(mod fyne.KeyModifier, key fyne.KeyName) chord {
	if key == fyne.KeyEnter {
		key = fyne.KeyReturn
	}
	return chord{mod, key}
}

// edits are the six keys that Fyne reports by what they do instead of by their
// names.
var edits = []struct {
	key      fyne.KeyName
	shortcut fyne.Shortcut
}{
	{fyne.KeyZ, &fyne.ShortcutUndo{}},
	{fyne.KeyY, &fyne.ShortcutRedo{}},
	{fyne.KeyX, &fyne.ShortcutCut{}},
	{fyne.KeyC, &fyne.ShortcutCopy{}},
	{fyne.KeyV, &fyne.ShortcutPaste{}},
	{fyne.KeyA, &fyne.ShortcutSelectAll{}},
}

// pressed returns the keys behind a shortcut, false when it is not one of keys.
func pressed(sc fyne.Shortcut) (chord, bool) {
	for _, edit := range edits {
		if edit.shortcut.ShortcutName() == sc.ShortcutName() {
			return chord{fyne.KeyModifierControl, edit.key}, true
		}
	}
	if keyboard, ok := sc.(fyne.KeyboardShortcut); ok {
		return chordOf(keyboard.Mod(), keyboard.Key()), true
	}
	return chord{}, false
}

// shortcut returns what Fyne reports the chord as, nil for a plain key or one
// with Shift, which are typed keys to Fyne.
func (c chord) shortcut() fyne.Shortcut {
	if c.mod&^fyne.KeyModifierShift == 0 {
		return nil
	}
	if c.mod == fyne.KeyModifierControl {
		for _, edit := range edits {
			if edit.key == c.key {
				return edit.shortcut
			}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
}
