package paper

import (
	"fmt"
	"time"

	"gongkao/data"
)

// Spot is a sample drawn (抽查), with all a stranger needs to draw it again.
type Spot struct {
	Population int
	Size       int
	At         time.Time // when it was drawn
	Seed       uint64
	Sum        string // over the population, 12 hex digits
	Method     string // how it was drawn
	From       string // whom from
}

// Spotted is somebody's place in the population, from 1, and what was found.
type Spotted struct {
	Place   int
	Finding data.SpotFinding
}

// spotValues tell of the sample.
var spotValues = map[string]func(*view) string{
	"spot.population": spot(func(s *Spot) string { return fmt.Sprintf("%d人", s.Population) }),
	"spot.size":       spot(spotSize),
	"spot.at":         spot(func(s *Spot) string { return s.At.Format("2006-01-02 15:04") }),
	"spot.seed":       spot(func(s *Spot) string { return fmt.Sprint(s.Seed) }),
	"spot.sum":        spot(func(s *Spot) string { return inFours(s.Sum, " ") }),
	"spot.method":     spot(func(s *Spot) string { return s.Method }),
	"spot.from":       spot(func(s *Spot) string { return s.From }),
}

func spot(tell func(*Spot) string) func(*view) string {
	return told(func(v *view) *Spot { return v.job.Spot }, tell)
}

// spotSize is the size with its part of the population.
func spotSize(s *Spot) string {
	if s.Population == 0 {
		return fmt.Sprintf("%d人", s.Size)
	}
	return fmt.Sprintf("%d人（%.1f%%）", s.Size, 100*float64(s.Size)/float64(s.Population))
}

// spottedValues tell of one of the sample.
var spottedValues = map[string]func(*view) string{
	"row.place":     spotted(func(s *Spotted) string { return fmt.Sprint(s.Place) }),
	"finding.sound": spotted(func(s *Spotted) string { return yes(s.Finding.Sound) }),
	"finding.wrong": spotted(func(s *Spotted) string { return yes(s.Finding.Found != "") }),
	"finding.words": spotted(func(s *Spotted) string { return s.Finding.Found }),
}

func spotted(tell func(*Spotted) string) func(*view) string {
	return told(func(v *view) *Spotted { return v.entry.Spotted }, tell)
}
