package kit

// Propose names what is most likely to be written in an empty field. It is
// shown in grey while the caret is there, for elsewhere it would be read as if
// it had been written. Enter writes it and goes on; Tab goes on and leaves the
// field empty; "" proposes nothing.
func (f *Field) Propose(text string) {
	if f.proposed == text {
		return
	}
	f.proposed = text
	if f.suggest() {
		f.Refresh()
	}
}

// proposes reports whether a proposal is shown.
func (f *Field) proposes() bool {
	return f.proposed != "" && f.Text == "" && f.before == "" && f.focusedLook()
}

// suggest sets the grey words of the empty field.
func (f *Field) suggest() (changed bool) {
	words := f.spec.Hint
	if f.proposes() {
		words = f.proposed
	}
	changed = f.PlaceHolder != words
	f.PlaceHolder = words
	return changed
}

// takeProposed writes what was proposed, as if it had been typed. A field that
// somebody has emptied stays empty.
func (f *Field) takeProposed() {
	if f.proposes() {
		f.SetValue(f.proposed)
		f.before = ""
	}
}

// SetHint changes what is shown in grey while the field is empty.
func (f *Field) SetHint(words string) {
	f.spec.Hint = words
	if f.suggest() {
		f.Refresh()
	}
}

// SetLead changes the grey word before the text.
func (f *Field) SetLead(word string) {
	if f.spec.Lead != word {
		f.spec.Lead = word
		f.Refresh()
	}
}
