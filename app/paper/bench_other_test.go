//go:build !linux

package paper

import (
	"testing"
	"time"
)

// processor is not asked for elsewhere.
func processor(*testing.B) time.Duration { return 0 }
