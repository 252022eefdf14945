package printing

import (
	"context"

	"gongkao/app/paper"
	"gongkao/app/registration"
)

// TablesOf are the tables of counts that an order would print, before they are
// paper.
func TablesOf(ctx context.Context, d *registration.Desk, order Order) ([]paper.Table, error) {
	job, _, err := prepare(ctx, d, order)
	return job.Tables, err
}
