package photos

import (
	"context"
	"slices"

	"gongkao/app/policy"
	"gongkao/app/portrait"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/spread"
	"gongkao/data/store"
)

// atOnce is how many people are written in one go: so many are lost when the power
// fails, and so many photos are held.
const atOnce = 50

// Use opens the picture of an item for as long as use takes.
func (s *Source) Use(i Item, use func(*portrait.Picture) error) error {
	content, err := s.read(i.at)
	if err != nil {
		return err
	}
	return opened(i.File, content, use)
}

// Shot is what a picture becomes under a frame.
type Shot struct {
	JPEG     []byte
	Warnings []string
}

// Shoot makes the photo of an opened picture. It refuses a part that is too small
// (photo-small) and one that cannot be made light enough (photo-heavy).
func Shoot(p *portrait.Picture, i Item, rule policy.Photo, f portrait.Frame) (Shot, error) {
	photo, err := cut(p, rule, f, i.sha)
	return Shot{photo, looks(p, rule, f)}, err
}

// Put puts pictures on record, fifty people at a time; what was put before an error
// or a cancel stays and is told. Whoever was decided on meanwhile, and a picture that
// cannot be read any more, is left and listed.
func (s *Source) Put(ctx context.Context, d *registration.Desk, all []Placed, progress func(done, total int)) (Done, error) {
	var done Done
	rule := d.Office.Policy.Photo
	for part := range slices.Chunk(all, atOnce) {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		shots, err := s.shots(ctx, part, rule)
		if err != nil {
			return done, err
		}
		placed, left, err := write(ctx, d, shots)
		if err != nil {
			return done, err
		}
		done.Placed, done.Left = append(done.Placed, placed...), append(done.Left, left...)
		if progress != nil {
			progress(len(done.Placed)+len(done.Left), len(all))
		}
	}
	return done, nil
}

// shot is a photo made, or why it was not.
type shot struct {
	placed Placed
	photo  []byte
	why    error
}

// shots makes photos on all processors.
func (s *Source) shots(ctx context.Context, part []Placed, rule policy.Photo) ([]shot, error) {
	made := make([]shot, len(part))
	for _, err := range spread.Over(len(part), func(from, to int) error {
		for at := from; at < to; at++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			p := part[at]
			made[at].placed = p
			err := s.Use(p.Item, func(picture *portrait.Picture) (err error) {
				made[at].photo, err = cut(picture, rule, p.Frame, p.Item.sha)
				return err
			})
			if _, refused := data.AsRefusal(err); err != nil && !refused {
				return err
			}
			made[at].why = err
		}
		return nil
	}) {
		if err != nil {
			return nil, err
		}
	}
	return made, nil
}

// write puts photos on record in one go.
func write(ctx context.Context, d *registration.Desk, shots []shot) (placed []data.ApplicationID, left []Left, err error) {
	_, err = d.Office.Store.Update(ctx, data.OpPhoto, "", func(tx *store.Tx) error {
		for _, s := range shots {
			why := s.why
			if why == nil {
				why = hang(tx, s.placed.Application, s.photo)
			}
			if _, refused := data.AsRefusal(why); why != nil && !refused {
				return why
			}
			if why != nil {
				left = append(left, Left{s.placed.Item.File, why})
				continue
			}
			placed = append(placed, s.placed.Application)
		}
		return nil
	})
	return placed, left, err
}

// hang writes one photo, nobody else's being touched; an empty one takes it away.
func hang(tx *store.Tx, id data.ApplicationID, photo []byte) error {
	app, err := tx.Application(id)
	if err != nil {
		return err
	}
	if err := shut(app.Status); err != nil {
		return err
	}
	person, err := tx.Person(app.Person)
	if err != nil {
		return err
	}
	if len(photo) == 0 && len(person.Photo) == 0 {
		return data.Refuse("photo-none", "", person.Name+"没有照片，没有可以取下的", "要放照片，请选一张图片")
	}
	person.Photo = photo
	return tx.PutPerson(person)
}

// Shut refuses somebody decided on (closed): his record is shut, the photo with it.
func Shut(a *data.Applicant) error { return shut(a.Application.Status) }

func shut(status data.Status) error {
	if registration.Amendable(status) {
		return nil
	}
	return data.Refuse("closed", "", "这份申报是“"+status.String()+"”，不能直接换照片", "审结后确要换，请先办“更正”，写明理由")
}

// TakeAway takes somebody's photo off the record; the history keeps it. It refuses
// somebody decided on (closed) and one without a photo (photo-none).
func TakeAway(ctx context.Context, d *registration.Desk, id data.ApplicationID) error {
	_, err := d.Office.Store.Update(ctx, data.OpPhoto, "", func(tx *store.Tx) error { return hang(tx, id, []byte{}) })
	return err
}
