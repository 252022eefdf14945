package today_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/data/store"
)

func TestRowsThatWaitAreOnlyThoseOfTheYear(t *testing.T) {
	now := time.Date(2026, 12, 20, 9, 0, 0, 0, time.Local)
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(20)), Now: func() time.Time { return now }})
	imported := func(rows int) {
		t.Helper()
		_, err := d.Office.Store.Update(context.Background(), data.OpImport, "", func(tx *store.Tx) error {
			return tx.PutBatch(data.Batch{ID: data.BatchID(tx.NewID()), Kind: "people", At: tx.Now(), Waiting: rows, Tray: make([]data.WaitingRow, rows)})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	waits := func(want int) {
		t.Helper()
		if page := morning(t, d, d.Office.Today()); page.Count("import-tray") != want {
			t.Errorf("%d rows wait, want %d", page.Count("import-tray"), want)
		}
	}
	imported(3)
	waits(3)
	now = time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local)
	if _, err := years.Open(context.Background(), d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	waits(0)
	now = now.AddDate(0, 0, 1)
	imported(2)
	waits(2)
	if err := d.Office.LookAt(context.Background(), 2026); err != nil {
		t.Fatal(err)
	}
	waits(3)
}
func TestWhatIsHalfTypedAtTheDeskIsNoRowOfAnImport(t *testing.T) {
	d := practice(t, 20)
	drafts, err := registration.OpenDrafts(context.Background(), d.Office)
	if err != nil {
		t.Fatal(err)
	}
	if err := drafts.Keep(context.Background(), "", map[string]string{"name": "刘𬱖"}); err != nil {
		t.Fatal(err)
	}
	if page := morning(t, d, april2); page.Count("import-tray") != 0 {
		t.Errorf("%d rows wait", page.Count("import-tray"))
	}
}
