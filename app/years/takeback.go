package years

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// TakeBack takes a year back and goes by the one before: WriteBack and Turn.
func TakeBack(ctx context.Context, d *registration.Desk, year int, p Progress) (data.YearOpening, error) {
	act, err := WriteBack(ctx, d, year, p)
	if err != nil {
		return act, err
	}
	return act, Turn(ctx, d, act)
}

// WriteBack closes the year in work and returns to the one it was opened from, as
// long as nothing new was entered: people stand where they stood, and the opening
// stays to be read as one that was taken back. It refuses a year that is not in
// work (year-order), one that was not opened from another (year-first), and one
// in which something was entered, and says what (year-used).
func WriteBack(ctx context.Context, d *registration.Desk, year int, p Progress) (data.YearOpening, error) {
	act, err := Returnable(ctx, d, year)
	if err != nil {
		return act, err
	}
	act.Withdrawn = "退回 " + fmt.Sprint(act.From) + " 年度"
	_, err = d.Office.Store.Update(ctx, data.OpYear, act.Withdrawn, func(tx *store.Tx) error {
		if err := putPeopleBack(ctx, tx, d, p); err != nil {
			return err
		}
		return closeAct(tx, d, &act)
	})
	return act, err
}

// Returnable returns the opening that TakeBack would take back, and refuses what
// it refuses; it changes nothing.
func Returnable(ctx context.Context, d *registration.Desk, year int) (act data.YearOpening, err error) {
	if now := d.Office.Working(); year != now {
		return act, data.Refuse("year-order", "", fmt.Sprintf("%d 年度不在办理中，不能退回", year), fmt.Sprintf("正在办理的是 %d 年度", now))
	}
	if d.Office.Looking() {
		return act, mayOpen(ctx, d, year+1)
	}
	if err := clockStands(ctx, d); err != nil {
		return act, err
	}
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := r.YearOpenings()
		if err != nil {
			return err
		}
		for _, y := range all {
			if y.Year == year && y.Withdrawn == "" {
				act = y
			}
		}
		if act.ID == "" {
			return data.Refuse("year-first", "", fmt.Sprintf("%d 年度不是从上一年度开启的，没有可以退回的年度", year), "要看以前的年度，请在设置的“年度”里打开")
		}
		return unused(r, d, &act)
	})
	return act, err
}

// putPeopleBack puts applications and people as they were before the opening.
func putPeopleBack(ctx context.Context, tx *store.Tx, d *registration.Desk, p Progress) error {
	people := d.Register.Find(registration.Query{})
	for i, a := range people {
		if err := p.goOn(ctx, i, len(people)); err != nil {
			return err
		}
		app := a.Application
		app.Status = data.Withdrawn
		if err := tx.PutApplication(app); err != nil {
			return err
		}
	}
	return nil
}

// closeAct puts those who had risen back to their level, and returns the office
// to the old year.
func closeAct(tx *store.Tx, d *registration.Desk, act *data.YearOpening) error {
	for _, rise := range act.Promoted {
		if err := putBack(tx, rise.Person, act); err != nil {
			return err
		}
	}
	batches, err := tx.Batches()
	if err != nil {
		return err
	}
	for _, b := range batches {
		if b.ID == act.Batch {
			b.Void = act.Withdrawn
			if err := tx.PutBatch(b); err != nil {
				return err
			}
		}
	}
	profile := d.Office.Profile
	profile.Year = act.From
	if err := tx.PutOffice(profile); err != nil {
		return err
	}
	return tx.PutYearOpening(*act)
}

// putBack puts a person as the opening found him.
func putBack(tx *store.Tx, id data.PersonID, act *data.YearOpening) error {
	before, err := registration.PersonBefore(tx.Reader, id, *act)
	if err != nil {
		return err
	}
	return tx.PutPerson(before)
}

// dropCopy takes the copied policy file away, unless somebody has worked on it.
func dropCopy(d *registration.Desk, copied *policy.Policy) error {
	text, err := d.Office.Policy.CopyYear(copied.Year)
	if err != nil || text != copied.Text {
		return err
	}
	if err := os.Remove(d.Office.PolicyPath(copied.Year, "")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
