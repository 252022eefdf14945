//go:build unix

package years_test

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/years"
)

// killedIn is the folder in which the test, run as a process of its own, opens a
// year and is killed; killedAt says when.
const killedIn, killedAt = "GONGKAO_KILLED_IN", "GONGKAO_KILLED_AT"

func TestAKilledOpeningLeavesOneYearWhole(t *testing.T) {
	if folder := os.Getenv(killedIn); folder != "" {
		dieOpening(t, folder, os.Getenv(killedAt))
	}
	for at, year := range map[string]int{"people": 2026, "written": 2027} {
		folder := demotest.County(t, demotest.Small(40))
		child := exec.Command(os.Args[0], "-test.run=^TestAKilledOpeningLeavesOneYearWhole$")
		child.Env = append(os.Environ(), killedIn+"="+folder, killedAt+"="+at)
		if out, err := child.CombinedOutput(); err == nil {
			t.Fatalf("nothing was killed at %s: %s", at, out)
		}
		d := demotest.Open(t, office.Place{Folder: folder, Now: inJanuary})
		people := len(recordsOf(t, d, 2027).People)
		if d.Office.Profile.Year != year || (people > 0) != (year == 2027) {
			t.Errorf("killed at %s: year %d, %d people came over", at, d.Office.Profile.Year, people)
		}
		if report, err := d.Office.Store.Verify(ctx); err != nil || !report.OK {
			t.Errorf("killed at %s: %+v, %v", at, report, err)
		}
		if year == 2026 {
			if _, err := years.Open(ctx, d, 2027, nil); err != nil {
				t.Errorf("opened again: %v", err)
			}
		}
	}
}

// dieOpening opens the year and kills its own process while people are written,
// or when all is written and nobody has turned to the new year.
func dieOpening(t *testing.T, folder, at string) {
	o, err := office.Open(ctx, office.Place{Folder: folder, Now: inJanuary})
	d, err := registration.Sit(ctx, o, err)
	if err != nil {
		t.Fatal(err)
	}
	die := func() { syscall.Kill(os.Getpid(), syscall.SIGKILL) }
	_, err = years.Write(ctx, d, 2027, func(int, int) {
		if at == "people" {
			die()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	die()
}
