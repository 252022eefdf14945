package kit

import "fyne.io/fyne/v2"

// CaretCame, when set, is told which field has got the caret, nil when one has
// lost it: the window leads the input method there.
var CaretCame func(f *Field)

func tellCaret(f *Field) {
	if CaretCame != nil {
		CaretCame(f)
	}
}

// Secret reports whether it is a passphrase that is written here.
func (f *Field) Secret() bool { return f.spec.Secret }

// CaretLine returns what is left of the line at the caret, from there to the
// field's end, as it lies on the window's canvas.
func (f *Field) CaretLine() (at fyne.Position, size fyne.Size) {
	room := f.Size()
	at = f.CursorPosition().AddXY(f.leadWidth(), -f.lift)
	at.X = min(at.X, room.Width-f.tail()-fieldPad)
	at.Y = min(at.Y, room.Height-FieldHeight/2)
	size = fyne.NewSize(room.Width-at.X, min(room.Height, at.Y+FieldHeight)-at.Y)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(f.self).Add(at), size
}
