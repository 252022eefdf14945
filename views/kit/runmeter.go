package kit

import (
	"sync"
	"time"
)

// Progress appears late and changes slowly: short work shows nothing, long work
// does not flicker.
const (
	progressAfter = 300 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

// meter holds the latest progress between the work, which reports often, and
// the window, which wants to hear of it seldom.
type meter struct {
	mu          sync.Mutex
	done, total int
	changed     bool // true from the start: the title appears even if nothing is counted
}

func (m *meter) set(done, total int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changed = m.changed || done != m.done || total != m.total
	m.done, m.total = done, total
}

func (m *meter) take() (done, total int, changed bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	changed, m.changed = m.changed, false
	return m.done, m.total, changed
}

// watch tells what changed, first after progressAfter, until the returned stop
// is called; stop comes back only when nothing more will be told.
func (m *meter) watch(tell func(done, total int)) (stop func()) {
	quit, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		timer := time.NewTimer(progressAfter)
		defer timer.Stop()
		for {
			select {
			case <-quit:
				return
			case <-timer.C:
			}
			if done, total, changed := m.take(); changed {
				tell(done, total)
			}
			timer.Reset(progressEvery)
		}
	}()
	return func() { close(quit); <-gone }
}
