package today

import (
	"context"

	"gongkao/app/today"
)

// OpenNote reads what is written by hand on the office's day; what is written from
// then on belongs to that day, midnight or not.
func (m *Model) OpenNote(ctx context.Context) (err error) {
	m.day = m.desk.Office.Today()
	m.written, err = today.Written(ctx, m.desk.Office, m.day)
	return err
}

// Written returns the handwritten note of the day.
func (m *Model) Written() string { return m.written }

// MayWrite reports whether the note can be written on: a year that is over is only
// looked at.
func (m *Model) MayWrite() bool { return !m.desk.Office.Looking() }

// Write keeps the handwritten note as it stands now; wrote is false when that is
// what was kept already.
func (m *Model) Write(ctx context.Context, text string) (wrote bool, err error) {
	if text == m.written {
		return false, nil
	}
	if err := today.Write(ctx, m.desk.Office, m.day, text); err != nil {
		return false, err
	}
	m.written = text
	return true, nil
}
