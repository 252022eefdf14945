package kit

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// Progress is what the work calls as often as it likes: how much of how much is
// done. An unknown total is 0.
type Progress func(done, total int)

// ProgressShown is what a screen draws of a running task ("正在读… 1,240 /
// 5,000" and 取消 Esc).
type ProgressShown struct {
	Title       string
	Done, Total int
	Stopping    bool // cancelled, but the work has not ended yet
}

// Task is one piece of long work. Work runs on a goroutine of its own and
// touches no widget; everything else is called on the window's goroutine.
type Task[T any] struct {
	Title string // what is being done: "正在读花名册"
	Work  func(ctx context.Context, progress Progress) (T, error)
	Done  func(T) // only when Work went well and nobody asked anew meanwhile
	// Ended, if set, is called after Done or the message, whatever the end
	// was, unless somebody asked anew.
	Ended func()
}

// Runner is what running work needs of the window; all screens share one.
type Runner struct {
	// Do brings f to the window's goroutine, in order. Nil means fyne.Do;
	// tests give a Queue's.
	Do func(f func())
	// Errors shows what went wrong.
	Errors *ErrorShower

	running atomic.Int32
}

// Running returns how many tasks have not brought their answer yet, those whose
// answer will be dropped among them.
func (r *Runner) Running() int { return int(r.running.Load()) }

// Post brings f to the window's goroutine from any other: for what comes from
// outside, such as a second start of the program.
func (r *Runner) Post(f func()) { r.do(f) }

func (r *Runner) do(f func()) {
	if r.Do != nil {
		r.Do(f)
		return
	}
	fyne.Do(f)
}

// Lane is one stream of questions of which only the latest counts: the search
// box, the preview, the import of a screen. Its methods and Run are called on
// the window's goroutine only, so nothing here is locked.
type Lane struct {
	runner *Runner
	show   func(*ProgressShown)
	number int // of the latest question; an answer with another number is late
	cancel context.CancelFunc
	// stopping is kept here and not asked of the context, which also ends when
	// the work has ended well.
	stopping bool
	shown    *ProgressShown
}

// NewLane returns an empty lane. show draws the progress, nil takes it away; it
// may itself be nil when there is nothing to draw.
func (r *Runner) NewLane(show func(*ProgressShown)) *Lane {
	if show == nil {
		show = func(*ProgressShown) {}
	}
	return &Lane{runner: r, show: show}
}

// Busy reports whether the lane's task is still running.
func (l *Lane) Busy() bool { return l.cancel != nil }

// Cancel asks the running task to stop and reports whether there was one. The
// task may still end well; if not, the message bar says that it was cancelled.
func (l *Lane) Cancel() bool {
	if l.cancel == nil {
		return false
	}
	l.cancel()
	l.stopping = true
	if l.shown != nil {
		l.shown.Stopping = true
		l.show(l.shown)
	}
	return true
}

// Leave drops the running task and its answer without a word: the screen is no
// longer there.
func (l *Lane) Leave() {
	if l.cancel != nil {
		l.cancel()
	}
	l.end()
	l.number++
}

func (l *Lane) end() {
	l.cancel, l.stopping = nil, false
	if l.shown != nil {
		l.shown = nil
		l.show(nil)
	}
}

// Run starts the task on the lane. A task still running there is told to stop
// and its answer dropped, whenever it comes. Errors are shown, a panic counts
// as one.
func Run[T any](l *Lane, task Task[T]) {
	l.Leave()
	number := l.number
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	// latest runs f on the window's goroutine if the question still stands.
	latest := func(f func()) {
		l.runner.do(func() {
			if l.number == number {
				f()
			}
		})
	}
	l.runner.running.Add(1)
	go func() {
		defer l.runner.running.Add(-1)
		defer cancel()
		meter := &meter{changed: true}
		stop := meter.watch(func(done, total int) {
			latest(func() {
				l.shown = &ProgressShown{task.Title, done, total, l.stopping}
				l.show(l.shown)
			})
		})
		answer, err := guarded(ctx, task.Work, meter.set)
		stop()
		latest(func() {
			l.end()
			settle(l.runner.Errors, task, answer, err)
		})
	}()
}

func settle[T any](errs *ErrorShower, task Task[T], answer T, err error) {
	switch {
	case err == nil && task.Done != nil:
		task.Done(answer)
	case errors.Is(err, context.Canceled):
		errs.Cancelled(task.Title)
	case err != nil:
		errs.Show(err)
	}
	if task.Ended != nil {
		task.Ended()
	}
}

// guarded turns a panic of the work into an error with its stack, which goes to
// the log.
func guarded[T any](ctx context.Context, work func(context.Context, Progress) (T, error), progress Progress) (answer T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return work(ctx, progress)
}
