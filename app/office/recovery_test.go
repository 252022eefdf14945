package office_test

import (
	"context"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
)

func TestANewRecoveryCodeMakesTheOldOneWorthless(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, old, err := office.Create(ctx, place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	code, err := o.NewRecovery(ctx)
	if err != nil || code == old {
		t.Fatalf("%q after %q, %v", code, old, err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	place.Passphrase = "换过的口令"
	if err := office.Recover(ctx, place, old); !data.HasCode(err, "wrong-recovery-code") {
		t.Errorf("the old code: %v", err)
	}
	if err := office.Recover(ctx, place, code); err != nil {
		t.Fatalf("the new code: %v", err)
	}
	again, err := office.Open(ctx, place)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Profile.Name != "罗山县工考管理机构" {
		t.Errorf("the office lost its name: %q", again.Profile.Name)
	}
}

func TestACodeNobodyCopiedIsOwedUntilSomebodyDoes(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, _, err := office.Create(ctx, place, data.Office{Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil { // as a power cut over the page would
		t.Fatal(err)
	}
	if o, err = office.Open(ctx, place); err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if !o.RecoveryOwed() {
		t.Error("nobody copied the code, and it is not owed")
	}
	for range 2 {
		if err := o.RecoveryCopied(); err != nil || o.RecoveryOwed() {
			t.Errorf("copied: %v, owed %v", err, o.RecoveryOwed())
		}
	}
	if _, err := o.NewRecovery(ctx); err != nil || !o.RecoveryOwed() {
		t.Errorf("a new code is not owed: %v", err)
	}
}
