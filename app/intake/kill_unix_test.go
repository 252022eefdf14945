//go:build unix

package intake_test

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

// killedIn is the folder in which the test, run as a process of its own, takes a
// roster in and is killed; killedOf is the roster.
const killedIn, killedOf = "GONGKAO_KILLED_IN", "GONGKAO_KILLED_OF"

func TestAKilledImportLeavesNothingBehind(t *testing.T) {
	if folder := os.Getenv(killedIn); folder != "" {
		dieImporting(t, folder, os.Getenv(killedOf))
	}
	folder := demotest.County(t, demotest.Small(20))
	var path string
	t.Run("the roster", func(inner *testing.T) { // closes the office again
		d := demotest.Open(inner, office.Place{Folder: folder})
		path = sent(t, "名册.csv", rosterHeads, row(d, "张小芳", stranger, ",,"), row(d, "李小芳", "4.11521E+17", ",,"),
			row(d, "王小芳", data.WithCheckDigit("41152119870101002"), ",,"))
	})
	child := exec.Command(os.Args[0], "-test.run=^TestAKilledImportLeavesNothingBehind$")
	child.Env = append(os.Environ(), killedIn+"="+folder, killedOf+"="+path)
	if out, err := child.CombinedOutput(); err == nil {
		t.Fatalf("nothing was killed: %s", out)
	}
	d := demotest.Open(t, office.Place{Folder: folder})
	if batches, err := d.Imports(ctx); err != nil || len(batches) != 0 || d.Register.Len() != 20 {
		t.Errorf("%d batches, %d people, %v", len(batches), d.Register.Len(), err)
	}
	if report, err := d.Office.Store.Verify(ctx); err != nil || !report.OK {
		t.Errorf("%+v, %v", report, err)
	}
	if accepted, waiting := take(t, d, intake.Options{}, path).Counts(); accepted != 2 || waiting != 1 {
		t.Errorf("imported again: %d entered, %d wait", accepted, waiting)
	}
}

// dieImporting kills its own process when one of two people is written.
func dieImporting(t *testing.T, folder, path string) {
	o, err := office.Open(ctx, office.Place{Folder: folder})
	d, err := registration.Sit(ctx, o, err)
	if err != nil {
		t.Fatal(err)
	}
	take(t, d, intake.Options{Progress: func(done, _ int) {
		if done == 1 {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
	}}, path)
}
