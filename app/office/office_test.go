package office_test

import (
	"context"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
)

func TestAFolderInUseIsRefusedAndLeftAlone(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	first, recovery, err := office.Create(ctx, place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	if err != nil || recovery == "" {
		t.Fatalf("%q, %v", recovery, err)
	}
	if _, err := office.Open(ctx, place); !data.HasCode(err, "in-use") {
		t.Errorf("a second program on the folder: %v", err)
	}
	if _, _, err := office.Create(ctx, place, data.Office{Year: 2026}, "别人"); !data.HasCode(err, "not-empty") {
		t.Errorf("a second office in the folder: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := office.Open(ctx, place)
	if err != nil {
		t.Fatal(err)
	}
	if again.Clerk != "王建国" || again.Profile.Name != "罗山县工考管理机构" {
		t.Errorf("opened as %s of %s", again.Clerk, again.Profile.Name)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestAPassphraseIsNeededToMakeAndToOpen(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir()}
	if _, _, err := office.Create(ctx, place, data.Office{Year: 2026}, "王建国"); !data.HasCode(err, "no-passphrase") {
		t.Errorf("an office without a passphrase: %v", err)
	}
	place.Passphrase = "试验用的口令"
	o, _, err := office.Create(ctx, place, data.Office{Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	place.Passphrase = "不对的口令"
	if _, err := office.Open(ctx, place); !data.HasCode(err, "wrong-passphrase") {
		t.Errorf("a wrong passphrase: %v", err)
	}
}

func TestAPracticeCountyKeepsItsName(t *testing.T) {
	ctx := context.Background()
	o, _, err := office.Create(ctx, office.Place{Folder: t.TempDir()}, data.Office{Name: "罗山县工考管理机构", Year: 2026, Practice: true}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if err := o.Introduce(ctx, "真的机构", "", ""); !data.HasCode(err, "practice") {
		t.Errorf("a practice county became a real office: %v", err)
	}
}
