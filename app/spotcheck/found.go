package spotcheck

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Find writes what a spot check found of somebody in its sample: that his
// application is sound, or what is wrong with it. Clerk and moment are the
// office's own; said again, it takes the place of what was said before, which
// stays in the history. It refuses a check and a person that there are none of
// (spot-check-unknown, not-in-sample), and a finding that says nothing, both or
// too much (finding-missing, finding-both, finding-long).
func Find(ctx context.Context, d *registration.Desk, check data.SpotCheckID, f data.SpotFinding) error {
	f.Found = strings.TrimSpace(f.Found)
	switch {
	case f.Sound && f.Found != "":
		return data.Refuse("finding-both", "", "不能既说没有问题，又写发现的问题", "请二选一")
	case !f.Sound && f.Found == "":
		return data.Refuse("finding-missing", "", "没有写抽查发现了什么", "请写明发现的问题；没有问题的，标“无问题”")
	case utf8.RuneCountInString(f.Found) > data.MaxNote:
		return data.Refuse("finding-long", "", "抽查发现的问题超过 500 个字", "请写得短一些")
	}
	why := "抽查：" + f.Found
	if f.Sound {
		why = "抽查：无问题"
	}
	_, err := d.Office.Store.Update(ctx, data.OpSpotCheck, why, func(tx *store.Tx) error {
		drawn, err := named(tx.Reader, d.Office.Profile.Year, check)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(drawn.Sample, func(s data.SpotFinding) bool { return s.Application == f.Application }) {
			return data.Refuse("not-in-sample", "", "这个人不在这次抽查的名单里", "请核对身份证号，或换一次抽查")
		}
		review, err := tx.Review(f.Application)
		if err != nil {
			return err
		}
		f.By, f.At = d.Office.Clerk, tx.Now()
		review.ID, review.Spots = f.Application, maps.Clone(review.Spots)
		if review.Spots == nil {
			review.Spots = map[data.SpotCheckID]data.SpotFinding{}
		}
		review.Spots[check] = f
		return tx.PutReview(review)
	})
	if err != nil {
		return err
	}
	_, err = d.Renew(ctx, f.Application)
	return err
}

// List returns the year's spot checks, oldest first, with what was found.
func List(ctx context.Context, d *registration.Desk) (checks []data.SpotCheck, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		if checks, err = r.SpotChecks(d.Office.Profile.Year); err != nil {
			return err
		}
		for i := range checks {
			if err := fill(r, &checks[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return checks, err
}

// Open returns a spot check of the year with what was found. It refuses one that
// there is none of (spot-check-unknown).
func Open(ctx context.Context, d *registration.Desk, id data.SpotCheckID) (check data.SpotCheck, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		if check, err = named(r, d.Office.Profile.Year, id); err != nil {
			return err
		}
		return fill(r, &check)
	})
	return check, err
}

func named(r *store.Reader, year int, id data.SpotCheckID) (data.SpotCheck, error) {
	checks, err := r.SpotChecks(year)
	if err != nil {
		return data.SpotCheck{}, err
	}
	for _, c := range checks {
		if c.ID == id {
			return c, nil
		}
	}
	return data.SpotCheck{}, data.Refuse("spot-check-unknown", "", "本年没有编号为“"+string(id)+"”的抽查", "请先列出本年的抽查，按编号再查")
}

// fill writes what the reviews say was found into the sample.
func fill(r *store.Reader, check *data.SpotCheck) error {
	for i := range check.Sample {
		review, err := r.Review(check.Sample[i].Application)
		if err != nil {
			return err
		}
		if found, said := review.Spots[check.ID]; said {
			check.Sample[i] = found
		}
	}
	return nil
}

// Scope says whom a spot check was drawn from, and how.
func Scope(check data.SpotCheck) string {
	var statuses, strata []string
	for _, s := range check.Statuses {
		statuses = append(statuses, s.String())
	}
	for _, key := range check.Strata {
		strata = append(strata, StratumName(key))
	}
	words := strings.Join(statuses, "、")
	if check.Share != 0 {
		words += fmt.Sprintf("；比例 %d%%", check.Share)
	}
	if len(strata) == 0 {
		return words + "；不分层"
	}
	return words + "；按" + strings.Join(strata, "、") + "分层，各层按人数比例"
}

// Looked counts those of a sample who have been looked at, and those of whom
// something was found.
func Looked(check data.SpotCheck) (looked, objections int) {
	for _, f := range check.Sample {
		if f.Looked() {
			looked++
		}
		if f.Found != "" {
			objections++
		}
	}
	return looked, objections
}
