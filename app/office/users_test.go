package office_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

func TestAnotherClerkSignsInByAPassphraseOfHisOwn(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir(), Passphrase: "第一位的口令"}
	o, _, err := office.Create(ctx, place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	for _, try := range []struct{ name, passphrase, code string }{
		{" ", "第二位的口令", "name-bad"}, {"李□东", "第二位的口令", "name-bad"}, {"李卫东", "短口令", "passphrase-short"},
		{"王建国", "第二位的口令", "user-exists"}, {"李卫东", "第一位的口令", "passphrase-taken"},
	} {
		if err := o.AddUser(ctx, try.name, try.passphrase); !data.HasCode(err, try.code) {
			t.Errorf("%+v: %v", try, err)
		}
	}
	if err := o.AddUser(ctx, "李卫东", "第二位的口令"); err != nil {
		t.Fatal(err)
	}
	if names, err := o.Users(ctx); err != nil || !slices.Equal(names, []string{"王建国", "李卫东"}) {
		t.Errorf("%q, %v", names, err)
	}
	if err := o.Introduce(ctx, "", "", "李卫东"); !data.HasCode(err, "user-exists") {
		t.Errorf("two clerks of one name: %v", err)
	}
	_, err = o.Store.Update(ctx, data.OpTick, "", func(tx *store.Tx) error {
		return errors.Join(
			tx.PutPerson(data.Person{ID: "p", Name: "刘明"}),
			tx.PutApplication(data.Application{ID: "a", Person: "p", Year: 2026, Status: data.Submitted}),
			tx.PutReview(data.Review{ID: "a", First: &data.Proposal{Decision: "approve", By: "王建国"}}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Introduce(ctx, "", "", "王新国"); !data.HasCode(err, "proposal-waits") {
		t.Errorf("a new name with which to share his own conclusion: %v", err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	for passphrase, clerk := range map[string]string{"第一位的口令": "王建国", "第二位的口令": "李卫东"} {
		place.Passphrase = passphrase
		o, err := office.Open(ctx, place)
		if err != nil {
			t.Fatal(err)
		}
		if o.Clerk != clerk {
			t.Errorf("%s signed in as %s", clerk, o.Clerk)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
