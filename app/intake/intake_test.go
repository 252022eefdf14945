package intake_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

const samples = "../sheets/testdata/samples/"

// emptyDesk is a new office without units or people.
func take(t testing.TB, d *registration.Desk, opts intake.Options, paths ...string) intake.Result {
	t.Helper()
	result, err := intake.Take(context.Background(), d, paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestUnitsAndPeopleOfOneImportEnterTogether(t *testing.T) {
	d := demotest.Empty(t)
	result := take(t, d, intake.Options{}, samples+"units.xlsx", samples+"01-clean.xlsx")
	if accepted, waiting := result.Counts(); accepted != 62+30 || waiting != 0 {
		t.Errorf("%d accepted, %d waiting; want 92 and none", accepted, waiting)
	}
	a, found := d.Register.ByNumber("413028199207220497")
	if !found || a.Person.Name != "欧阳鑫浩" || a.Supervising != "罗山县交通运输局" || a.Application.Status != data.Submitted || a.Application.Batch != result.Batch {
		t.Errorf("the first of the sheet came in as %+v", a)
	}
}

func TestRowsWithErrorsWaitInTheTrayAsTheyWereWritten(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	take(t, d, intake.Options{}, samples+"08-mixed.xlsx")
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		batches, err := r.Batches()
		if err != nil {
			return err
		}
		b := batches[len(batches)-1]
		if b.Accepted != 14 || b.Waiting != 14 || len(b.Tray) != 14 || b.Tray[0].Texts["name"] != "田宁强" || strings.Join(b.Tray[0].Problems, " ") != "id-sex" {
			t.Errorf("the batch holds %d accepted, %d waiting, tray %+v", b.Accepted, b.Waiting, b.Tray[:1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestADryRunEntersNothing(t *testing.T) {
	d := demotest.Empty(t)
	result := take(t, d, intake.Options{DryRun: true}, samples+"units.xlsx", samples+"01-clean.xlsx")
	if accepted, _ := result.Counts(); accepted != 92 || result.Batch != "" {
		t.Errorf("the dry run found %d good rows, batch %q", accepted, result.Batch)
	}
	if err := d.Reload(context.Background()); err != nil || d.Register.Len() != 0 || len(d.AllUnits()) != 0 {
		t.Errorf("after the dry run there are %d people and %d units (%v)", d.Register.Len(), len(d.AllUnits()), err)
	}
}

func TestAFileThatCannotBeReadDoesNotStopTheOthers(t *testing.T) {
	d := demotest.Empty(t)
	bad := filepath.Join(t.TempDir(), "坏.xlsx")
	if err := os.WriteFile(bad, []byte("PK\x03\x04 不完整"), 0o600); err != nil {
		t.Fatal(err)
	}
	result := take(t, d, intake.Options{}, bad, samples+"units.xlsx")
	if result.Files[0].Error == nil || result.Files[0].Error.Hint == "" || result.Unread() {
		t.Errorf("the broken file: %+v", result.Files[0])
	}
	if len(d.AllUnits()) != 62 {
		t.Errorf("%d units came in beside the broken file; want 62", len(d.AllUnits()))
	}
}

func TestAnImportIsPrecededByABackup(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	backups, err := os.ReadDir(d.Office.BackupFolder())
	if err != nil || len(backups) != 1 || !strings.Contains(backups[0].Name(), "导入前") {
		t.Errorf("backups: %v, %v", backups, err)
	}
}

func TestUnknownUnitsAreMadeOnlyWhenAsked(t *testing.T) {
	d := demotest.Empty(t)
	if accepted, waiting := take(t, d, intake.Options{}, samples+"01-clean.xlsx").Counts(); accepted != 0 || waiting != 30 {
		t.Errorf("without a unit register %d entered and %d wait", accepted, waiting)
	}
	take(t, d, intake.Options{CreateUnits: true}, samples+"01-clean.xlsx")
	if d.Register.Len() != 30 {
		t.Errorf("%d people entered with new units; want 30", d.Register.Len())
	}
	if u, err := d.UnitNamed("罗山县公路事业发展中心"); err != nil || u.Supervising == u.ID {
		t.Errorf("the new unit: %+v, %v", u, err)
	}
}

func TestWhoIsRegisteredAlreadyDoesNotWaitInTheTray(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx", samples+"01-clean.xlsx")
	if _, waiting := take(t, d, intake.Options{}, samples+"01-clean.xlsx").Counts(); waiting != 30 {
		t.Errorf("%d rows are told not to enter; want 30", waiting)
	}
	batches, err := d.Imports(context.Background())
	if last := batches[len(batches)-1]; err != nil || last.Waiting != 0 || len(last.Tray) != 0 || d.Register.Len() != 30 {
		t.Errorf("the tray holds %d of %d rows, %d are registered, %v", len(last.Tray), last.Waiting, d.Register.Len(), err)
	}
}

// rosterOf writes a clean roster of n invented people, all of known units.
func rosterOf(b *testing.B, n int) string {
	b.Helper()
	folder := demotest.County(b, demo.Size{People: n, Units: 60, Seed: 1})
	d := demotest.Open(b, office.Place{Folder: folder})
	var sheet bytes.Buffer
	if err := sheets.ExportRoster(&sheet, d.Register.Find(registration.Query{}), sheets.Heading{}); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "roster.xlsx")
	if err := os.WriteFile(path, sheet.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkImport10000 is the whole import: backup, reading, checks, sealing,
// history, commit, and the register read again.
func BenchmarkImport10000(b *testing.B) {
	path := rosterOf(b, 10_000)
	for b.Loop() {
		b.StopTimer()
		d := demotest.Empty(b)
		take(b, d, intake.Options{}, samples+"units.xlsx")
		b.StartTimer()
		accepted, waiting := take(b, d, intake.Options{}, path).Counts()
		if accepted < 9_600 {
			b.Fatalf("%d entered, %d wait", accepted, waiting)
		}
	}
}
