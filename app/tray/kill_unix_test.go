//go:build unix

package tray_test

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
)

// killedIn is the folder in which the test, run as a process of its own, mends a
// row and is killed; killedAt is the import.
const killedIn, killedAt = "GONGKAO_KILLED_IN", "GONGKAO_KILLED_AT"

func TestWhatWasTypedBeforeAKillIsKept(t *testing.T) {
	if folder := os.Getenv(killedIn); folder != "" {
		tr := open(t, demotest.Open(t, office.Place{Folder: folder}), data.BatchID(os.Getenv(killedAt)))
		must(t, tr.Mend(ctx, 0, "name", "刘𬱖"))
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
	folder, id := demotest.County(t, demotest.Small(20)), data.BatchID("")
	t.Run("imported", func(t *testing.T) {
		d := demotest.Open(t, office.Place{Folder: folder})
		id = laid(t, d, "people", person(d, 901, map[string]string{"name": "刘□"}, "name-bad"))
	})
	child := exec.Command(os.Args[0], "-test.run=^TestWhatWasTypedBeforeAKillIsKept$")
	child.Env = append(os.Environ(), killedIn+"="+folder, killedAt+"="+string(id))
	if out, err := child.CombinedOutput(); err == nil {
		t.Fatalf("nothing was killed: %s", out)
	}
	d := demotest.Open(t, office.Place{Folder: folder})
	if r := open(t, d, id).Row(0); !r.Ready || r.Name != "刘𬱖" {
		t.Errorf("after the kill the row is %+v", r)
	}
	if report, err := d.Office.Store.Verify(ctx); err != nil || !report.OK {
		t.Errorf("%+v, %v", report, err)
	}
}
