package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// Years returns the years in which the office has worked, the one in work last.
func (o *Office) Years(ctx context.Context) (all []int, err error) {
	openings, err := o.openings(ctx)
	for _, y := range openings {
		all = append(all, y.From)
	}
	return append(all, o.working), err
}

// Working returns the year in work, whichever is looked at.
func (o *Office) Working() int { return o.working }

// Looking reports whether a year is looked at that is over; then nothing is
// written but prints.
func (o *Office) Looking() bool { return o.Profile.Year != o.working }

// LookAt makes the running office one of a year that is over, with the policy by
// which it ended: everything can be read and printed, every Update is refused
// (year-closed). The year in work brings it back. It refuses a year in which the
// office has not worked (year-unknown) and leaves everything as it was then.
// Whoever has a register reads it again.
func (o *Office) LookAt(ctx context.Context, year int) error {
	if year == o.working {
		o.Store.Shut(nil)
		return o.ready(ctx)
	}
	openings, err := o.openings(ctx)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(openings, func(y data.YearOpening) bool { return y.From == year })
	if at < 0 {
		return o.unknown(ctx, year)
	}
	var kept data.PolicyFile
	err = o.Store.View(ctx, func(r *store.Reader) error {
		kept, _, err = r.PolicyFile(openings[at].Closed)
		return err
	})
	if err != nil {
		return err
	}
	p, err := policy.Parse(year, []byte(kept.Text))
	if err != nil {
		return err
	}
	o.Store.Shut(data.Refuse("year-closed", "", fmt.Sprintf("%d 年度已经结束，只能查看和打印", year), fmt.Sprintf("要办理，请回到 %d 年度（命令行去掉 --year）", o.working)))
	o.Profile.Year, o.Policy = year, p
	return nil
}

func (o *Office) unknown(ctx context.Context, year int) error {
	years, err := o.Years(ctx)
	if err != nil {
		return err
	}
	var names []string
	for _, y := range years {
		names = append(names, fmt.Sprint(y))
	}
	return data.Refuse("year-unknown", "", fmt.Sprintf("没有 %d 年度的记录", year), "有 "+strings.Join(names, "、")+" 年度，请从中选一个")
}

// Turn reads anew which year is in work, after one was opened or taken back.
func (o *Office) Turn(ctx context.Context) error { return o.ready(ctx) }

// openings returns those that stand, by year.
func (o *Office) openings(ctx context.Context) (all []data.YearOpening, err error) {
	err = o.Store.View(ctx, func(r *store.Reader) error {
		all, err = r.YearOpenings()
		return err
	})
	return slices.DeleteFunc(all, func(y data.YearOpening) bool { return y.Withdrawn != "" }), err
}
