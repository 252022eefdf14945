package tray

import "sort"

// heights knows where each line of the rows begins: lines are of three heights, and
// only what is seen is drawn.
type heights struct {
	tops []float32 // where each begins, and where the last ends
}

// Measures of the rows.
const (
	rowPitch  float32 = 56
	headPitch float32 = 48
	lastSpace float32 = 24 // below the last
)

func (h *heights) total() float32 {
	if len(h.tops) == 0 {
		return 0
	}
	return h.tops[len(h.tops)-1] + lastSpace
}

// of is the height of a line.
func (h *heights) of(line int) float32 {
	if line < 0 || line+1 >= len(h.tops) {
		return 0
	}
	return h.tops[line+1] - h.tops[line]
}

// at is the line at a place; -1 for none.
func (h *heights) at(y float32) int {
	line := sort.Search(len(h.tops), func(i int) bool { return h.tops[i] > y }) - 1
	if line < 0 || line+1 >= len(h.tops) {
		return -1
	}
	return line
}

// measure finds out where the lines stand.
func (s *Screen) measure() {
	n, current := s.m.Lines(), s.m.Current()
	tops := s.heights.tops[:0]
	y := float32(0)
	for line := range n {
		tops = append(tops, y)
		switch {
		case s.m.IsHead(line):
			y += headPitch
		case line == current:
			y += s.openHeight()
		default:
			y += rowPitch
		}
	}
	s.heights.tops = append(tops, y)
}

// reveal scrolls the line one is at into view, with the head of its group above and
// a part of the next line below where there is room for them.
func (s *Screen) reveal() {
	line, high := s.m.Current(), s.roll.Size().Height
	if line < 0 || line+1 >= len(s.heights.tops) || high == 0 {
		return
	}
	top, bottom, above := s.heights.tops[line], s.heights.tops[line+1], s.heights.tops[line]
	if line > 0 && s.m.IsHead(line-1) {
		above = s.heights.tops[line-1]
	}
	offset := s.roll.Offset
	if bottom+rowPitch > offset.Y+high {
		offset.Y = bottom - high
		if bottom+rowPitch-high <= above {
			offset.Y += rowPitch
		}
	}
	switch {
	case above < offset.Y && bottom-above <= high:
		offset.Y = above
	case top < offset.Y:
		offset.Y = top
	}
	offset.Y = max(0, min(offset.Y, s.heights.total()-high))
	if offset != s.roll.Offset {
		s.roll.ScrollToOffset(offset)
	}
	s.rows.drawn.Refresh()
}
