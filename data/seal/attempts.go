package seal

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"gongkao/data/disk"
)

// freeAttempts wrong tries cost nothing; each further one doubles the wait
// before the next, from one second up to longestWait.
const (
	freeAttempts = 5
	longestWait  = 30 * time.Second
)

// Attempts makes guessing a passphrase slow. Wrong tries are remembered in a
// small file of the data folder, one line each, so that closing the program
// does not forget them and two programs at once count together. Whoever
// deletes the file starts afresh: it slows hands, not thieves, for whom
// argon2id is there.
type Attempts struct {
	path  string
	now   func() time.Time
	sleep func(context.Context, time.Duration) error
}

// NewAttempts returns the attempts remembered in the file at path, which need
// not exist.
func NewAttempts(path string) *Attempts {
	return &Attempts{path: path, now: time.Now, sleep: sleep}
}

// Wait waits what earlier wrong tries have earned: call it before a try. The
// error is that of a context that ends first.
func (a *Attempts) Wait(ctx context.Context) error {
	return a.sleep(ctx, a.Delay())
}

// Delay returns how long the next try has to wait from now.
func (a *Attempts) Delay() time.Duration {
	wrong, last := a.read()
	due := delay(wrong)
	passed := max(0, a.now().Sub(last)) // negative when the clock was set back
	return max(0, due-passed)
}

// Failed counts a wrong try. Appending a line is whole even when two programs
// do it at once.
func (a *Attempts) Failed() error {
	f, err := os.OpenFile(a.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, disk.FileMode)
	if err != nil {
		return disk.Explain(err)
	}
	_, err = f.WriteString(a.now().Format(time.RFC3339Nano) + "\n")
	return disk.Explain(errors.Join(err, f.Close()))
}

// Forget forgets all wrong tries: call it after a right one.
func (a *Attempts) Forget() error {
	if err := os.Remove(a.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return disk.Explain(err)
	}
	return nil
}

// delay is the wait that so many wrong tries have earned.
func delay(wrong int) time.Duration {
	if wrong < freeAttempts {
		return 0
	}
	return min(longestWait, time.Second<<min(wrong-freeAttempts, 10))
}

// read returns the number of wrong tries and when the last one was.
func (a *Attempts) read() (wrong int, last time.Time) {
	content, err := os.ReadFile(a.path)
	if err != nil {
		return 0, time.Time{}
	}
	lines := strings.Fields(string(content))
	if len(lines) > 0 {
		last, err = time.Parse(time.RFC3339Nano, lines[len(lines)-1])
		if err != nil { // half a line after a power cut: as if it were now
			last = a.now()
		}
	}
	return len(lines), last
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
