package data

import "time"

// DayNote is what was written by hand on the morning page of a day (今日便条).
type DayNote struct {
	ID   string    `json:"id"` // the day, YYYY-MM-DD
	Text string    `json:"text"`
	By   string    `json:"by"` // who wrote last
	At   time.Time `json:"at"`
}
