package entrance

import (
	"gongkao/views/kit"
	"gongkao/views/wording"
)

const (
	labelRoom float32 = 80  // before the fields
	fieldWide float32 = 400 // their width
	// ButtonsAt is how far below a page's first line its buttons stand, where
	// there is room.
	ButtonsAt float32 = 504
)

// Asked is a field of a page: its label, what stands beneath it, and a button
// beside it, if there is one.
type Asked struct {
	Label  string
	At     *kit.Field
	Remark Remark
	Beside *kit.Button
}

// Head draws the question of a page and what must be known to answer it, and
// returns where the answers begin.
func Head(s *kit.Sheet, a Area, title string, words []string) float32 {
	s.Text(title, a.X, a.Y, 28, kit.Title())
	y, pitch, gap := a.Y+36, float32(24), float32(24)
	if a.Tight {
		pitch, gap = 22, 12
	}
	for _, line := range words {
		y += s.Para(line, a.X, y, a.Width, pitch, kit.Style{})
	}
	return y + gap
}

// Fields draws fields one below the other, each with room for a remark, so that
// nothing moves when one comes, and returns where the next thing belongs.
func Fields(s *kit.Sheet, a Area, y float32, all []Asked) float32 {
	x, pitch := a.X+labelRoom, float32(64)
	if a.Tight {
		pitch = 60
	}
	wide := min(fieldWide, a.Width-labelRoom)
	for _, f := range all {
		sign := kit.SignOf(f.Remark.Mark)
		if f.Remark.Mark == wording.Warn {
			sign = kit.NoSign // may be used: it is enough to say why it could be better
		}
		f.At.SetFinding(sign, "")
		room := wide
		if f.Beside != nil {
			room = min(wide, a.Width-labelRoom-f.Beside.MinSize().Width-8)
			Put(s, f.Beside, x+room+8, y-1)
		}
		s.Text(f.Label, a.X, y, kit.FieldHeight, kit.Quiet())
		s.Put(f.At, x, y, room, kit.FieldHeight)
		remark := f.Remark.Write(s, x, y+kit.FieldHeight+3, a.Width-labelRoom)
		y += max(pitch, kit.FieldHeight+remark+10)
	}
	return y
}

// Under draws a button beneath the fields and returns where the next thing
// belongs.
func Under(s *kit.Sheet, a Area, y float32, b *kit.Button) float32 {
	Put(s, b, a.X+labelRoom, y)
	return y + kit.ButtonHeight + 16
}

// Rule draws the line above a page's buttons, at its place or below y, and
// returns where they belong. Where even that does not fit, the line goes.
func Rule(s *kit.Sheet, a Area, y float32) float32 {
	gap := float32(24)
	if a.Tight {
		y, gap = y+4, 12
	} else {
		y = max(y, a.Y+ButtonsAt-gap)
	}
	if lowest := a.Bottom - kit.ButtonHeight - 8; y+gap > lowest {
		return lowest
	}
	s.Line(a.X, y, a.Width, kit.Colors.Hair)
	return y + gap
}

// Buttons draws buttons side by side and words after them.
func Buttons(s *kit.Sheet, a Area, y float32, words string, buttons ...*kit.Button) {
	x := a.X
	for _, b := range buttons {
		x += Put(s, b, x, y) + 8
	}
	s.TextIn(words, x+8, y, a.X+a.Width-x-8, kit.ButtonHeight, kit.Quiet())
}

// Put places a button as wide as it wants to be and returns that.
func Put(s *kit.Sheet, b *kit.Button, x, y float32) float32 {
	size := b.MinSize()
	s.Put(b, x, y, size.Width, size.Height)
	return size.Width
}

// Able lets a button be pressed, or not.
func Able(b *kit.Button, may bool) {
	switch {
	case may && b.Disabled():
		b.Enable()
	case !may && !b.Disabled():
		b.Disable()
	}
}
