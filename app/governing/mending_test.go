package governing_test

import (
	"os"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/governing"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// reopen closes what opened the place, does something to its files, and opens
// it again.
func reopen(t *testing.T, place office.Place, o *office.Office, meanwhile func()) *registration.Desk {
	t.Helper()
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	meanwhile()
	return demotest.Open(t, place)
}

func opened(t *testing.T) (office.Place, *registration.Desk) {
	t.Helper()
	place := office.Place{Folder: demotest.County(t, demotest.Small(20))}
	o, err := office.Open(ctx, place)
	if err != nil {
		t.Fatal(err)
	}
	d, err := registration.NewDesk(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	return place, d
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAKillBetweenRecordAndFileIsMended(t *testing.T) {
	place, d := opened(t)
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 4}, Basis: basis})
	older := d.Office.Policy.Text
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 6}, Basis: basis})
	hash, file := d.Office.Policy.Hash, d.Office.PolicyPath(2026, "")
	d = reopen(t, place, d.Office, func() {
		must(t, os.Rename(file, d.Office.PolicyPath(2026, ".next")))
		must(t, os.WriteFile(file, []byte(older), 0o600))
	})
	if d.Office.Policy.Hash != hash {
		t.Error("what is on record is not in force")
	}
	if _, err := os.Stat(d.Office.PolicyPath(2026, ".next")); err == nil {
		t.Error("the text laid ready is still there")
	}
}

func TestAKillBeforeTheRecordChangesNothing(t *testing.T) {
	place, d := opened(t)
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 4}, Basis: basis})
	hash := d.Office.Policy.Hash
	next, err := governing.Next(d, governing.Edit{Row: third, Values: map[string]any{"years": 9}})
	must(t, err)
	d = reopen(t, place, d.Office, func() { must(t, os.WriteFile(d.Office.PolicyPath(2026, ".next"), []byte(next.Text), 0o600)) })
	if all, err := governing.History(ctx, d, 2026); err != nil || len(all) != 1 || d.Office.Policy.Hash != hash {
		t.Errorf("%d changes, %v, in force %s", len(all), err, d.Office.Policy.Hash)
	}
	if _, err := os.Stat(d.Office.PolicyPath(2026, ".next")); err == nil {
		t.Error("the text laid ready is still there")
	}
}

func TestAnOfficeBackFromABackupGoesByWhatItsRecordsSay(t *testing.T) {
	place, d := opened(t)
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 4}, Basis: basis})
	hash := d.Office.Policy.Hash
	d = reopen(t, place, d.Office, func() { must(t, os.RemoveAll(place.Folder+"/policy")) })
	if d.Office.Policy.Hash != hash {
		t.Error("rows that were signed off are only warned of again")
	}
}

func TestThePolicyOfADecisionIsKeptOnce(t *testing.T) {
	d := demotest.Desk(t, 20)
	hash := d.Office.Policy.Hash
	for range 2 {
		_, err := d.Office.Store.Update(ctx, data.OpPractice, "", func(tx *store.Tx) error { return d.Office.KeepPolicy(tx) })
		must(t, err)
	}
	var file data.PolicyFile
	must(t, d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		file, _, err = r.PolicyFile(hash)
		return err
	}))
	if file.Text != d.Office.Policy.Text || file.Year != 2026 || file.By != d.Office.Clerk {
		t.Errorf("kept: %d bytes of %d, by %s", len(file.Text), file.Year, file.By)
	}
}
