package today

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

// MaxWritten is how many characters the handwritten note of a day holds.
const MaxWritten = 2000

// Written returns what was written by hand on a day (今日便条); "" when nothing was.
func Written(ctx context.Context, o *office.Office, day data.Date) (text string, err error) {
	err = o.Store.View(ctx, func(r *store.Reader) error {
		note, err := r.DayNote(day)
		text = note.Text
		return err
	})
	return text, err
}

// Write keeps the handwritten note of a day as it stands now; what it said before
// stays in the history. An empty text empties it. It refuses a note of more than
// MaxWritten characters (note-long).
func Write(ctx context.Context, o *office.Office, day data.Date, text string) error {
	text = tidy(text)
	if n := utf8.RuneCountInString(text); n > MaxWritten {
		return data.Refuse("note-long", "", fmt.Sprintf("便条有 %s 个字，最多 %s 个", data.Commas(n), data.Commas(MaxWritten)), "请删去一些；在此以前写的已经存好")
	}
	_, err := o.Store.Update(ctx, data.OpDayNote, "", func(tx *store.Tx) error {
		note, err := tx.DayNote(day)
		if err != nil || note.Text == text {
			return err
		}
		return tx.PutDayNote(data.DayNote{ID: day.String(), Text: text, By: o.Clerk, At: tx.Now()})
	})
	return err
}

// tidy takes away what nobody sees: blanks where lines end, empty lines at the end.
func tidy(text string) string {
	lines := strings.Split(strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), ""), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " 　\t")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// clock is a time at the beginning of a line, and what follows.
var clock = regexp.MustCompile(`^[ \t　]*(\d{1,2})[:：](\d\d)[ \t　]*((?:\D.*)?)$`)

// timed splits a line of the note at the time it begins with: 09:30 送原件.
func timed(line string) (at, words string) {
	if parts := clock.FindStringSubmatch(line); parts != nil {
		return parts[1] + ":" + parts[2], parts[3]
	}
	return "", line
}
