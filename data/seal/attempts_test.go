package seal

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// attemptsAt returns attempts under a clock of their own, whose sleeps only
// move the clock.
func attemptsAt(path string, now *time.Time) *Attempts {
	a := NewAttempts(path)
	a.now = func() time.Time { return *now }
	a.sleep = func(_ context.Context, d time.Duration) error { *now = now.Add(d); return nil }
	return a
}

func TestEachTryAfterFiveWaitsLongerButNeverMoreThanThirtySeconds(t *testing.T) {
	now := time.Date(2026, 3, 10, 8, 0, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "attempts")
	var waits []time.Duration
	for range 13 {
		a := attemptsAt(path, &now) // another process each time
		began := now
		must(t, a.Wait(context.Background()))
		waits = append(waits, now.Sub(began)/time.Second)
		must(t, a.Failed())
	}
	want := []time.Duration{0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30}
	for i := range want {
		if waits[i] != want[i] {
			t.Fatalf("waited %d seconds, want %d", waits, want)
		}
	}
}

func TestRightPassphraseAndTimeForgive(t *testing.T) {
	now := time.Date(2026, 3, 10, 8, 0, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "attempts")
	a := attemptsAt(path, &now)
	for range 8 {
		must(t, a.Failed())
	}
	if a.Delay() != 8*time.Second {
		t.Errorf("must wait %v", a.Delay())
	}
	now = now.Add(-time.Hour)
	if a.Delay() != 8*time.Second {
		t.Errorf("with the clock set back must wait %v", a.Delay())
	}
	now = now.Add(2 * time.Hour)
	if a.Delay() != 0 {
		t.Errorf("an hour later must wait %v", a.Delay())
	}
	must(t, a.Forget())
	must(t, a.Failed())
	now = now.Add(-time.Hour)
	if a.Delay() != 0 {
		t.Errorf("after a right one must wait %v", a.Delay())
	}
	must(t, a.Forget())
	must(t, a.Forget())
}

func TestHalfALineAfterAPowerCutStillCounts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "attempts")
	must(t, os.WriteFile(path, []byte("x\nx\nx\nx\nx\n2026-03-1"), 0o600))
	now := time.Date(2026, 3, 10, 8, 0, 0, 0, time.UTC)
	if got := attemptsAt(path, &now).Delay(); got != 2*time.Second {
		t.Errorf("must wait %v", got)
	}
}

func TestWaitEndsWithTheContext(t *testing.T) {
	a := NewAttempts(filepath.Join(t.TempDir(), "attempts"))
	for range 12 {
		must(t, a.Failed())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := a.Wait(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
