// Package spread divides work on many records among the processors: a county of
// 100,000 is looked at in half the time by two. Callers want Over.
package spread

import (
	"runtime"
	"sync"
)

// Over divides 0 to n into stretches, one for each processor, lets work go over
// all of them at once and returns what it made of each, in their order. Without
// anything to do there is nothing to return.
func Over[T any](n int, work func(from, to int) T) []T {
	share := (n + runtime.GOMAXPROCS(0) - 1) / runtime.GOMAXPROCS(0)
	if share == 0 {
		return nil
	}
	parts := make([]T, (n+share-1)/share)
	var all sync.WaitGroup
	for i := range parts {
		all.Go(func() { parts[i] = work(i*share, min(n, (i+1)*share)) })
	}
	all.Wait()
	return parts
}
