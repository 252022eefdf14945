package kit

import "time"

// SetClock stops the clock of composing at a time; the returned function lets
// it go on.
func SetClock(at time.Time) (restore func()) {
	before := now
	now = func() time.Time { return at }
	return func() { now = before }
}
