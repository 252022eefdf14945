package printing

import (
	"context"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
)

// TablesOf are the tables of counts that an order would print, before they are
// paper.
func TablesOf(ctx context.Context, d *registration.Desk, order Order) ([]paper.Table, error) {
	g, err := gather(ctx, d, order)
	if err != nil {
		return nil, err
	}
	return g.job.Tables, nil
}

// Postable is a place as a posted paper names it.
var Postable = postable

// JobOf is everything an order would print, before it is paper.
func JobOf(ctx context.Context, d *registration.Desk, order Order) (paper.Job, error) {
	g, err := gather(ctx, d, order)
	if err != nil {
		return paper.Job{}, err
	}
	return g.job, nil
}

// LettersOf are the letters that an order would print, and whose records they are
// about.
func LettersOf(ctx context.Context, d *registration.Desk, order Order) ([]paper.Letter, []data.ApplicationID, error) {
	g, err := gather(ctx, d, order)
	if err != nil {
		return nil, nil, err
	}
	return g.job.Letters, g.people, nil
}
