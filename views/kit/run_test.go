package kit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"gongkao/data"
)

// saidBar remembers what the message bar was told.
type saidBar []string

func (b *saidBar) Say(_ Kind, what, next string) { *b = append(*b, sentences(what, next)) }

// bench is a window without Fyne: what comes back waits in the queue.
type bench struct {
	queue Queue
	said  saidBar
	log   strings.Builder
	lane  *Lane
	shown []string // progress as it was drawn; "" when taken away
}

func newBench() *bench {
	b := &bench{}
	r := &Runner{Do: b.queue.Do, Errors: &ErrorShower{Bar: &b.said, Log: &b.log}}
	b.lane = r.NewLane(func(p *ProgressShown) {
		if p == nil {
			b.shown = append(b.shown, "")
			return
		}
		b.shown = append(b.shown, fmt.Sprintf("%s %d/%d %v", p.Title, p.Done, p.Total, p.Stopping))
	})
	return b
}

// pass lets time go by and the window do what came back.
func (b *bench) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
	b.queue.Drain()
}

func TestShortWorkShowsNoProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, got, ended := newBench(), 0, false
		Run(b.lane, Task[int]{
			Title: "正在读",
			Work: func(_ context.Context, progress Progress) (int, error) {
				progress(1, 2)
				time.Sleep(290 * time.Millisecond)
				return 42, nil
			},
			Done:  func(n int) { got = n },
			Ended: func() { ended = true },
		})
		if !b.lane.Busy() {
			t.Error("the lane is not busy")
		}
		b.pass(295 * time.Millisecond)
		if got != 42 || !ended || b.shown != nil || b.lane.Busy() {
			t.Errorf("got %d, ended %v, shown %q, busy %v", got, ended, b.shown, b.lane.Busy())
		}
	})
}

func TestLongWorkShowsProgressAtMostTenTimesASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		Run(b.lane, Task[int]{
			Title: "正在读",
			Work: func(_ context.Context, progress Progress) (int, error) {
				for i := range 1300 {
					time.Sleep(time.Millisecond)
					progress(i+1, 1300)
				}
				return 0, nil
			},
		})
		b.pass(2 * time.Second)
		if len(b.shown) != 12 || !strings.HasPrefix(b.shown[0], "正在读 299/1300") && !strings.HasPrefix(b.shown[0], "正在读 300/1300") || b.shown[11] != "" {
			t.Errorf("shown %d times: %q", len(b.shown), b.shown)
		}
	})
}

func TestWorkThatCountsNothingIsNamedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		Run(b.lane, Task[int]{Title: "正在备份", Work: func(context.Context, Progress) (int, error) {
			time.Sleep(2 * time.Second)
			return 0, nil
		}})
		b.pass(3 * time.Second)
		if want := []string{"正在备份 0/0 false", ""}; !slices.Equal(b.shown, want) {
			t.Errorf("shown %q, want %q", b.shown, want)
		}
	})
}

func TestCancelledWorkIsToldToStopAndSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, ended := newBench(), false
		if b.lane.Cancel() {
			t.Error("there was something to cancel")
		}
		Run(b.lane, Task[int]{
			Title: "打印名册",
			Work: func(ctx context.Context, _ Progress) (int, error) {
				<-ctx.Done()
				return 0, fmt.Errorf("page 3: %w", ctx.Err())
			},
			Done:  func(int) { t.Error("done, though cancelled") },
			Ended: func() { ended = true },
		})
		b.pass(time.Second)
		b.lane.Cancel()
		b.pass(0)
		if want := []string{"打印名册 0/0 false", "打印名册 0/0 true", ""}; !slices.Equal(b.shown, want) {
			t.Errorf("shown %q, want %q", b.shown, want)
		}
		if want := (saidBar{"已取消：打印名册"}); !slices.Equal(b.said, want) || !ended {
			t.Errorf("said %q, ended %v", b.said, ended)
		}
	})
}

func TestLateAnswerIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		var answers []string
		ask := func(word string, took time.Duration) {
			Run(b.lane, Task[string]{
				Title: word,
				Work: func(context.Context, Progress) (string, error) {
					time.Sleep(took) // does not listen to its context
					return word, nil
				},
				Done: func(answer string) { answers = append(answers, answer) },
			})
		}
		ask("刘", 2*time.Second)
		b.pass(500 * time.Millisecond)
		ask("刘𬱖", 10*time.Millisecond)
		b.pass(5 * time.Second)
		if !slices.Equal(answers, []string{"刘𬱖"}) || len(b.said) != 0 {
			t.Errorf("answers %q, said %q", answers, b.said)
		}
		if want := []string{"刘 0/0 false", ""}; !slices.Equal(b.shown, want) {
			t.Errorf("shown %q, want %q", b.shown, want)
		}
	})
}

func TestAnswerForAScreenThatWasLeftIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		Run(b.lane, Task[int]{
			Title: "正在读",
			Work:  func(ctx context.Context, _ Progress) (int, error) { <-ctx.Done(); return 0, errors.New("broken") },
			Done:  func(int) { t.Error("done on a screen that is gone") },
			Ended: func() { t.Error("ended on a screen that is gone") },
		})
		b.lane.Leave()
		b.pass(time.Second)
		if len(b.said) != 0 || b.lane.Busy() {
			t.Errorf("said %q, busy %v", b.said, b.lane.Busy())
		}
	})
}

func TestPanicOfWorkIsAFaultWithItsStackInTheLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		Run(b.lane, Task[int]{Title: "正在读", Work: func(context.Context, Progress) (int, error) { panic("坏了") }})
		b.pass(time.Millisecond)
		if len(b.said) != 1 || !strings.Contains(b.said[0], "故障号 F-") {
			t.Errorf("said %q", b.said)
		}
		if log := b.log.String(); !strings.Contains(log, "坏了") || !strings.Contains(log, "run_test.go") {
			t.Errorf("log: %s", log)
		}
	})
}

func TestRefusalIsSaidInItsOwnWords(t *testing.T) {
	b := newBench()
	errs := b.lane.runner.Errors
	errs.Now = func() time.Time { return time.Date(2026, 4, 7, 9, 42, 0, 0, time.UTC) }
	errs.Show(nil)
	errs.Show(fmt.Errorf("import: %w", data.RefuseBecause(errors.New("zip: not a valid zip file"), "file-damaged", "文件损坏", "请对方重新导出")))
	if want := (saidBar{"文件损坏。请对方重新导出"}); !slices.Equal(b.said, want) {
		t.Errorf("said %q, want %q", b.said, want)
	}
	if want := "2026-04-07 09:42:00 file-damaged zip: not a valid zip file\n"; b.log.String() != want {
		t.Errorf("log %q, want %q", b.log.String(), want)
	}
}

func TestFaultsHaveNumbersThatLeadIntoTheLog(t *testing.T) {
	b := newBench()
	errs := b.lane.runner.Errors
	errs.number = firstFault + faults - 1
	errs.Now = func() time.Time { return time.Date(2026, 4, 7, 9, 42, 0, 0, time.UTC) }
	errs.Show(errors.New("disk I/O error\nsecond line"))
	errs.Show(errors.New("again"))
	want := "2026-04-07 09:42:00 F-1000 disk I/O error\n\tsecond line\n2026-04-07 09:42:00 F-1001 again\n"
	if b.log.String() != want {
		t.Errorf("log %q, want %q", b.log.String(), want)
	}
	if want := "没有保存任何改动，故障号 F-1000。请再试一次；还不行，请把故障号告诉维护的人"; b.said[0] != want {
		t.Errorf("said %q, want %q", b.said[0], want)
	}
}
