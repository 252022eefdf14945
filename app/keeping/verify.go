package keeping

import (
	"context"
	"errors"
	"fmt"

	"gongkao/data"
	"gongkao/data/store"
)

// Verify checks everything in the office's file (see store.Verify), and that
// every scan is there and whole. The report is what the command line prints as
// JSON.
func Verify(ctx context.Context, s *store.Store) (store.Report, error) {
	report, err := s.Verify(ctx)
	if err != nil || !report.OK { // a damaged file is mended before its scans
		return report, err
	}
	scans, err := scansOf(ctx, s)
	if err != nil {
		return report, err
	}
	for _, scan := range scans {
		if err := ctx.Err(); err != nil {
			return report, err
		}
		if _, err := s.Scan(scan.SHA256); err != nil {
			report.Problems = append(report.Problems, fmt.Sprintf("扫描件 %s（%s）：%s", scan.Name, scan.SHA256[:8], messageOf(err)))
		}
	}
	report.OK = len(report.Problems) == 0
	return report, nil
}

func messageOf(err error) string {
	var refusal *data.Error
	if errors.As(err, &refusal) {
		return refusal.Message
	}
	return err.Error()
}
