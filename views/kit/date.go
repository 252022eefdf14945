package kit

import "gongkao/data"

// DateEntry is a field for a day or a month. It reads 1975.2, 197502,
// 1975-02-03 and 1975年2月, and on leaving writes what it read in one form. What
// cannot be read stays as it was typed: the finding says what to do.
type DateEntry struct{ Field }

// NewDate returns an empty field for a day. A month alone is kept as a month.
func NewDate(spec Spec) *DateEntry {
	return newDate(spec, func(text string) (string, error) {
		written, err := data.ReadDate(text)
		return written.String(), err
	})
}

// NewMonth returns an empty field for a month. A day typed with it is dropped.
func NewMonth(spec Spec) *DateEntry {
	return newDate(spec, func(text string) (string, error) {
		month, err := data.ReadMonth(text)
		return month.String(), err
	})
}

func newDate(spec Spec, read func(string) (string, error)) *DateEntry {
	d := &DateEntry{}
	d.begin(d, spec)
	d.tidy = func(text string) string {
		if written, err := read(text); err == nil {
			return written
		}
		return text
	}
	return d
}
