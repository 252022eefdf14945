package office_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

func TestAClockThatRanAheadIsSaidOnceWithItsReason(t *testing.T) {
	now, ctx := time.Date(2026, 5, 2, 9, 0, 0, 0, time.UTC), context.Background()
	o, _, err := office.Create(ctx, office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令", Now: func() time.Time { return now }}, data.Office{Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if _, err := o.ClockIsRight(ctx, "没有事"); !data.HasCode(err, "clock-stands") || o.ClockBack(ctx) != nil {
		t.Errorf("a clock that stands is corrected: %v", err)
	}
	now = now.AddDate(0, -1, 0)
	if err := o.ClockBack(ctx); !data.HasCode(err, "clock-back") {
		t.Fatalf("got %v", err)
	}
	if _, err := o.ClockIsRight(ctx, "  "); !data.HasCode(err, "reason-missing") {
		t.Errorf("without a reason: %v", err)
	}
	if _, err := o.ClockIsRight(ctx, "电脑快了一个月"); err != nil || o.ClockBack(ctx) != nil {
		t.Errorf("it is not taken: %v", err)
	}
	err = o.Store.View(ctx, func(r *store.Reader) error {
		said, err := r.ClockCorrections()
		if len(said) != 1 || said[0].Why != "电脑快了一个月" || said[0].By != "王建国" || said[0].Was.Month() != 5 {
			t.Errorf("on record is %+v", said)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
