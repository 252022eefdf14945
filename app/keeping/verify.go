package keeping

import (
	"context"

	"gongkao/data/store"
)

// Verify checks everything in the office's file: see store.Verify. The report
// is what the command line prints as JSON.
func Verify(ctx context.Context, s *store.Store) (store.Report, error) {
	return s.Verify(ctx)
}
