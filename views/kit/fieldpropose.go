package kit

// Propose shows in an empty field, in grey, what is most likely to be written
// there. Enter writes it and goes on; Tab goes on and leaves the field empty; ""
// proposes nothing.
func (f *Field) Propose(text string) {
	if f.proposed == text {
		return
	}
	f.proposed = text
	if text == "" {
		text = f.spec.Hint
	}
	f.SetPlaceHolder(text)
}

// takeProposed writes what was proposed, as if it had been typed. A field that
// somebody has emptied stays empty.
func (f *Field) takeProposed() {
	if f.proposed == "" || f.Text != "" || f.before != "" || f.Disabled() {
		return
	}
	f.SetValue(f.proposed)
	f.before = ""
}

// SetLead changes the grey word before the text.
func (f *Field) SetLead(word string) {
	if f.spec.Lead != word {
		f.spec.Lead = word
		f.Refresh()
	}
}
