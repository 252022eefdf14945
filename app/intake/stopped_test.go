package intake_test

import (
	"context"
	"errors"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/data"
)

func TestACancelledImportLeavesNothingBehind(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	before := head(t, d)
	for _, at := range []string{"reading", "writing"} {
		stopped, cancel := context.WithCancel(ctx)
		opts := intake.Options{
			Reading: func(_, total int) {
				if at == "reading" {
					cancel()
				}
				if total < 14 {
					t.Errorf("told of %d rows", total)
				}
			},
			Progress: func(done, _ int) {
				if at == "reading" {
					t.Error("written after it was cancelled")
				}
				if done == 5 {
					cancel()
				}
			}}
		if _, err := intake.Take(stopped, d, []string{samples + "08-mixed.xlsx"}, opts); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", at, err)
		}
		if err := d.Reload(ctx); err != nil || d.Register.Len() != 0 || head(t, d) != before {
			t.Errorf("cancelled while %s: %d are registered, history at %v, %v", at, d.Register.Len(), head(t, d), err)
		}
	}
}

func TestAnImportThatIsRefusedLeavesNothingBehind(t *testing.T) {
	d := demotest.Desk(t, 20)
	batch := take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads, row(d, "张小芳", stranger, ",,"), row(d, "李小芳", "4.11521E+17", ",,"))).Batch
	b, before, people := batchOf(t, d, batch), head(t, d), everybody(d)
	full := data.Refuse("disk-full", "", "磁盘已满", "请腾出空间")
	d.Office.Store.Shut(full)
	for what, do := range map[string]func() error{
		"taking in": func() error {
			_, err := intake.Take(ctx, d, []string{samples + "08-mixed.xlsx"}, intake.Options{})
			return err
		},
		"taking back": func() error { _, err := intake.TakeBack(ctx, d, batch, "错"); return err },
		"reading again": func() error {
			_, err := intake.Again(ctx, d, batch, data.SheetLayout{ID: b.Sheets[0].Layout}, intake.Options{})
			return err
		},
	} {
		if err := do(); !data.HasCode(err, "disk-full") {
			t.Errorf("%s: %v", what, err)
		}
	}
	d.Office.Store.Shut(nil)
	if err := d.Reload(ctx); err != nil || head(t, d) != before || len(everybody(d)) != len(people) || batchOf(t, d, batch).Void != "" {
		t.Errorf("something was left behind: %v", err)
	}
}

func TestReadingAgainThatIsCancelledLosesNothing(t *testing.T) {
	d := demotest.Desk(t, 20)
	batch := take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads, row(d, "张小芳", stranger, ",,"), row(d, "李小芳", "4.11521E+17", ",,"))).Batch
	b, before := batchOf(t, d, batch), head(t, d)
	stopped, cancel := context.WithCancel(ctx)
	_, err := intake.Again(stopped, d, batch, data.SheetLayout{ID: b.Sheets[0].Layout}, intake.Options{Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) || head(t, d) != before {
		t.Errorf("%v, the history stands at %v", err, head(t, d))
	}
	if a, there := d.Register.ByNumber(stranger); !there || a.Application.Batch != batch || batchOf(t, d, batch).Void != "" {
		t.Error("the clerk has lost the batch")
	}
}
