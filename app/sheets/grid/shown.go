package grid

// DateShown says what a number format of Excel shows of a date: the day, the month
// and no day, or neither. code is the format's own, "" for a builtin one.
func DateShown(id int, code string) (day, month bool) {
	s := showingByID(id, nil)
	if code != "" {
		s = showingOf(code)
	}
	return s.date && !s.month, s.date && s.month
}
