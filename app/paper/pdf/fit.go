package pdf

import "math"

// step is by how much type shrinks at a time, in points.
const step = 0.25

// saveLine is how many steps smaller a value may be set to save a line: a last
// line of two characters looks worse than type half a point smaller.
const saveLine = 3

// Style is how a piece of text is set and how far it may give way.
type Style struct {
	Face    Face
	Size    float64 // points
	Least   float64 // points; 0: never shrinks
	Leading float64 // distance of lines, in em
}

// Order is what is tried first when a text is too long.
type Order int

// The orders.
const (
	ShrinkFirst Order = iota // one smaller line before two lines: values
	WrapFirst                // lines of full size before smaller ones: prose
	OneLine                  // never wraps
)

// Room is the place a text has to fit. Its paragraphs each begin a line.
type Room struct {
	Width, Height float64
	Indent        float64 // of each paragraph's first line, in em
	Hang          float64 // of its other lines, in em
	Order         Order
	Breaking      Breaking
}

// Set is a text set in lines. When it is not Whole it would not fit even at
// the least size: the caller lets a row grow by Height, or goes on elsewhere.
type Set struct {
	Style
	Lines  []SetLine
	Shrunk bool
	Whole  bool
}

// SetLine is a line and how far it is set in, in em.
type SetLine struct {
	Text   string
	Indent float64
	Last   bool // of its paragraph: not justified
}

// Pitch returns the distance of lines in millimetres.
func (s Style) Pitch() float64 { return s.Leading * s.Size * MM }

// Height returns how high the lines stand: one em for the first and a pitch
// for each other.
func (s Set) Height() float64 {
	return s.Size*MM + float64(len(s.Lines)-1)*s.Pitch()
}

// Fit sets paragraphs into a room: shrink in steps of a quarter point to the
// least size, then wrap at the largest size that fits (or the other way
// round).
func (s Style) Fit(paragraphs []string, room Room) Set {
	least := s.Least
	if least == 0 || least > s.Size {
		least = s.Size
	}
	if room.Order != WrapFirst && len(paragraphs) == 1 {
		if s.fitsOneLine(paragraphs[0], room) { // nearly always
			return Set{Style: s, Lines: []SetLine{{paragraphs[0], room.Indent, true}}, Whole: true}
		}
		for _, size := range sizes(s.Size, least) {
			if s.at(size).fitsOneLine(paragraphs[0], room) {
				line := SetLine{paragraphs[0], room.Indent, true}
				return Set{s.at(size), []SetLine{line}, size < s.Size, true}
			}
		}
	}
	var set Set
	all := sizes(s.Size, least)
	for i, size := range all {
		set = s.wrapAt(size, paragraphs, room)
		if room.Order == OneLine || !set.Whole {
			set.Whole = false
			continue
		}
		for _, smaller := range all[i+1 : min(i+1+saveLine, len(all))] {
			if tighter := s.wrapAt(smaller, paragraphs, room); room.Order == ShrinkFirst && len(tighter.Lines) < len(set.Lines) {
				return tighter
			}
		}
		return set
	}
	return set
}

func (s Style) wrapAt(size float64, paragraphs []string, room Room) Set {
	set := s.at(size).wrap(paragraphs, room)
	set.Shrunk = size < s.Size
	set.Whole = set.Height() <= room.Height+1e-6
	return set
}

func (s Style) fitsOneLine(text string, room Room) bool {
	return s.Face.Width(text, s.Size)+room.Indent*s.Size*MM <= room.Width+1e-6
}

func (s Style) at(size float64) Style {
	s.Size = size
	return s
}

func (s Style) wrap(paragraphs []string, room Room) Set {
	set := Set{Style: s}
	em := s.Size * MM
	for _, p := range paragraphs {
		indent := room.Indent
		lines := s.Face.wrapAfter(p, s.Size, room.Breaking, room.Width-room.Indent*em, room.Width-room.Hang*em)
		for i, l := range lines {
			set.Lines = append(set.Lines, SetLine{l, indent, i == len(lines)-1})
			indent = room.Hang
		}
	}
	return set
}

// sizes lists the sizes to try, the largest first.
func sizes(from, least float64) []float64 {
	all := []float64{from}
	for size := math.Floor((from-1e-6)/step) * step; size > least-1e-6; size -= step {
		all = append(all, size)
	}
	if all[len(all)-1] > least+1e-6 {
		all = append(all, least)
	}
	return all
}
