package office_test

import (
	"context"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
)

func TestALockedOfficeTellsItsNameAndItsClerks(t *testing.T) {
	ctx := context.Background()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, _, err := office.Create(ctx, place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王秀兰")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := office.Look(ctx, place); !data.HasCode(err, "in-use") {
		t.Errorf("while it is open: %v", err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	place.Passphrase = ""
	g, err := office.Look(ctx, place)
	if err != nil || g.Name != "罗山县工考管理机构" || g.Year != 2026 || g.Practice || len(g.Clerks) != 1 || g.Clerks[0] != "王秀兰" {
		t.Errorf("%+v, %v", g, err)
	}
	if office.Delay(place.Folder) != 0 {
		t.Error("looking counted as a wrong try")
	}
}
