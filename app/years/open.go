package years

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"gongkao/app/keeping"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Look says what opening the year would do, and changes nothing. It refuses what
// Open refuses.
func Look(ctx context.Context, d *registration.Desk, year int) (Plan, error) {
	if err := mayOpen(ctx, d, year); err != nil {
		return Plan{}, err
	}
	plan := planOf(year, d.Register.Find(registration.Query{}), d.EveryUnit())
	var err error
	plan.Policy, err = policyFor(d.Office, year)
	return plan, err
}

// Open opens a year and goes by it: Write and Turn.
func Open(ctx context.Context, d *registration.Desk, year int, p Progress) (data.YearOpening, error) {
	act, err := Write(ctx, d, year, p)
	if err != nil {
		return act, err
	}
	return act, Turn(ctx, d, act)
}

// Write opens the year after the one in work, in one Update: a kill at any moment
// leaves the old year or the new one, whole. It refuses a year already opened
// (year-opened), one before it (year-order), one after the next (year-gap), a
// clock set back (clock-back), and a policy file of the new year that cannot be
// read (policy-bad). The backup is of the moment before, and is checked while
// people are written; without one that is sound nothing is committed. The running office goes by the old year until Turn.
func Write(ctx context.Context, d *registration.Desk, year int, p Progress) (data.YearOpening, error) {
	plan, err := Look(ctx, d, year)
	if err != nil {
		return data.YearOpening{}, err
	}
	ctx, giveUp := context.WithCancel(ctx)
	checked, err := keeping.Beside(ctx, d.Office.Store, d.Office.BackupFolder(), fmt.Sprintf("开启%d年度前", year))
	if err != nil {
		giveUp()
		return data.YearOpening{}, err
	}
	defer checked()
	defer giveUp()
	if err := plan.Policy.lay(); err != nil {
		return data.YearOpening{}, err
	}
	w := &opening{desk: d, plan: &plan, progress: p}
	_, err = d.Office.Store.Update(ctx, data.OpYear, fmt.Sprintf("开启 %d 年度", year), func(tx *store.Tx) error {
		if err := w.write(ctx, tx); err != nil {
			return err
		}
		_, err := checked()
		return err
	})
	if err != nil {
		return data.YearOpening{}, errors.Join(err, plan.Policy.drop())
	}
	return w.act, plan.Policy.settle()
}

// Turn makes desk and office go by the year that is in work after an opening was
// written, or taken back: it is, whether anybody waits any longer or not. It
// changes what others read of the office, so a screen lets nobody read meanwhile.
func Turn(ctx context.Context, d *registration.Desk, act data.YearOpening) error {
	ctx = context.WithoutCancel(ctx)
	was := d.Office.Policy
	if err := d.Office.Turn(ctx); err != nil {
		return err
	}
	if act.Withdrawn != "" {
		if err := dropCopy(d, was); err != nil {
			return err
		}
	}
	return d.Reload(ctx)
}

// opening is a year while it is opened.
type opening struct {
	desk     *registration.Desk
	plan     *Plan
	progress Progress
	act      data.YearOpening
	again    bool // the year was opened before and taken back
}

// write puts everything; the act comes last, so that whatever stands behind it in
// the history was entered in the new year.
func (w *opening) write(ctx context.Context, tx *store.Tx) error {
	o, p := w.desk.Office, w.plan
	earlier, err := tx.YearOpenings()
	if err != nil {
		return err
	}
	w.again = slices.ContainsFunc(earlier, func(y data.YearOpening) bool { return y.Year == p.Year })
	w.act = data.YearOpening{
		ID: tx.NewID(), Year: p.Year, From: p.From, Closed: o.Policy.Hash, Batch: data.BatchID(tx.NewID()),
		People: len(p.Coming), Units: p.Units, Left: p.Left, Promoted: p.Promoted(), Owed: p.Owed(), By: o.Clerk, At: tx.Now(),
	}
	if err := o.KeepPolicy(tx); err != nil {
		return err
	}
	if err := o.Keep(tx, p.Policy.Policy); err != nil {
		return err
	}
	if err := tx.PutBatch(data.Batch{ID: w.act.Batch, Kind: registration.YearBatch, At: tx.Now(), Accepted: len(p.Coming)}); err != nil {
		return err
	}
	for i := range p.Coming {
		if err := w.progress.goOn(ctx, i, len(p.Coming)); err != nil {
			return err
		}
		if err := w.carry(tx, &p.Coming[i]); err != nil {
			return err
		}
	}
	profile := o.Profile
	profile.Year = p.Year
	if err := tx.PutOffice(profile); err != nil {
		return err
	}
	return tx.PutYearOpening(w.act)
}

// carry brings one person over.
func (w *opening) carry(tx *store.Tx, c *Coming) error {
	was := c.Was.Application
	app := data.Application{
		ID: data.ApplicationID(tx.NewID()), Person: was.Person, Year: w.plan.Year, Unit: c.Unit,
		StaffKind: was.StaffKind, Post: was.Post, Status: data.Carried, Batch: w.act.Batch,
	}
	if w.again {
		kept, found, err := tx.ApplicationOf(was.Person, w.plan.Year)
		if err != nil {
			return err
		}
		if found {
			app.ID = kept.ID
		}
	}
	if err := tx.PutApplication(app); err != nil || c.Person == nil {
		return err
	}
	return tx.PutPerson(*c.Person)
}
