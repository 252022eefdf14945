package photos

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"

	shots "gongkao/app/photos"
	"gongkao/app/portrait"
	"gongkao/data"
)

// longestView is how large a picture is drawn on the page at most, in points.
const longestView = 1000

// Shown is a picture as the page draws it: whole, and as it would go on record.
type Shown struct {
	Whole    image.Image     // turned; smaller than the picture
	Size     image.Point     // of the picture, turned
	Part     image.Rectangle // of it, that the frame takes
	Photo    image.Image     // nil where Why says why not
	Bytes    int             // of the photo
	Warnings []string
	Why      *data.Error

	picture *portrait.Picture
	turns   int
	of      *Row
}

// Draw returns the work of drawing a row under its frame now; before is what was
// drawn last, and is drawn on where it is of the same picture.
func (m *Model) Draw(r *Row, before *Shown) func(context.Context) (*Shown, error) {
	source, rule, frame := m.source, m.desk.Office.Policy.Photo, r.Frame
	return func(ctx context.Context) (*Shown, error) {
		s := &Shown{of: r, turns: frame.Turns}
		if before != nil && before.of == r {
			s.picture = before.picture
			if before.turns == s.turns {
				s.Whole = before.Whole
			}
		}
		if s.picture == nil {
			if err := source.Use(r.Item, func(p *portrait.Picture) error { s.picture = p; return nil }); err != nil {
				return s, s.refuse(err)
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		turned := s.picture.Turned(s.turns)
		s.Size = turned.Size()
		s.Part = frame.Of(s.Size, rule.Proportion())
		if s.Whole == nil {
			s.Whole = turned.Quick(image.Rectangle{Max: s.Size}, within(s.Size, longestView))
		}
		shot, err := shots.Shoot(s.picture, r.Item, rule, frame)
		s.Bytes, s.Warnings = len(shot.JPEG), shot.Warnings
		if err != nil {
			return s, s.refuse(err)
		}
		s.Photo, err = jpeg.Decode(bytes.NewReader(shot.JPEG))
		return s, err
	}
}

// refuse keeps a refusal, which is shown in the picture's place.
func (s *Shown) refuse(err error) error {
	why, ok := data.AsRefusal(err)
	if !ok {
		return err
	}
	s.Why = why
	return nil
}

// within is a size made as small as a side, its shape kept.
func within(size image.Point, side int) image.Point {
	long := max(size.X, size.Y)
	if long <= side {
		return size
	}
	return image.Pt(max(1, size.X*side/long), max(1, size.Y*side/long))
}

// Now returns the photo that somebody has on record; nil for none.
func (m *Model) Now(ctx context.Context, a *data.Applicant) image.Image {
	raw, err := m.desk.Photo(ctx, a.Person.ID)
	if err != nil || len(raw) == 0 {
		return nil
	}
	photo, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil // one that is no picture is not shown; printing says so
	}
	return photo
}
