package kit

import "sync"

// Queue stands in for the window's goroutine in tests of screens: what work
// brings back waits here until the test lets it happen. Use its Do as
// Runner.Do.
type Queue struct {
	mu      sync.Mutex
	waiting []func()
}

// Do puts f at the end.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, f)
}

// Drain runs what waits, in order, with what it adds meanwhile, and returns how
// many that were.
func (q *Queue) Drain() int {
	for n := 0; ; n++ {
		f := q.next()
		if f == nil {
			return n
		}
		f()
	}
}

func (q *Queue) next() func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) == 0 {
		return nil
	}
	f := q.waiting[0]
	q.waiting = q.waiting[1:]
	return f
}
