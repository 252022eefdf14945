package printing

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data"
)

// Forms counts the forms that printing an order gives, where they are no forms of
// single applicants: slips, changes, tables, letters.
func Forms(ctx context.Context, d *registration.Desk, order Order) (int, error) {
	g, err := gather(ctx, d, order)
	if data.HasCode(err, "nobody") {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return len(g.job.Administrators) + len(g.job.Tables) + len(g.job.Slips) + len(g.job.Changes) + len(g.job.Letters), nil
}
