package data

import "time"

// ClockCorrection says that the clock is right although it stands before the last
// entry of the history: that one was dated by a clock that ran ahead. What was
// dated so stays as it is.
type ClockCorrection struct {
	ID  string    `json:"id"`
	Was time.Time `json:"was"` // of the last entry
	Why string    `json:"why"`
	By  string    `json:"by"`
	At  time.Time `json:"at"`
}
