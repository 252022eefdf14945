package store

import "gongkao/data"

// PrintsOf returns the acts of printing in which an application was, oldest
// first.
func (r *Reader) PrintsOf(app data.ApplicationID) ([]data.Print, error) {
	return all(r, prints, "WHERE instr(records, ?) > 0 ORDER BY id", string(app))
}
