package tray_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	trays "gongkao/app/tray"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/tray"
)

var ctx = context.Background()

const samples = "../../app/sheets/testdata/samples/"

// mixed is a sheet with most things wrong that can be.
const mixed = samples + "08-mixed.xlsx"

// county is an office with the units of the samples and what files have brought.
func county(t testing.TB, files ...string) *registration.Desk {
	t.Helper()
	d := demotest.Desk(t, 0)
	take(t, d, samples+"units.xlsx")
	if len(files) > 0 {
		take(t, d, files...)
	}
	return d
}

func take(t testing.TB, d *registration.Desk, files ...string) intake.Result {
	t.Helper()
	r, err := intake.Take(ctx, d, files, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// stage is the page on an office.
func stage(t testing.TB, d *registration.Desk) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	s := shelltest.On(t, d)
	s.Add(shell.Tray, func() shell.Screen { return tray.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Today, shell.Applicants)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Tray})
	return s, elsewhere
}

// roster writes a sheet of its own with so many people, all of one unit that
// nobody knows by that name.
func roster(t testing.TB, people int, unit string) string {
	t.Helper()
	lines := []string{"姓名,身份证号,单位,申报工种,申报等级,申报途径"}
	for i := range people {
		lines = append(lines, fmt.Sprintf("买买提·艾合买提江·阿卜杜热依木·𬱖%c,%s,%s,保育员,三级,晋级", 0x4E00+i%5000, number(i), unit))
	}
	path := filepath.Join(t.TempDir(), "县教育体育局2026年申报花名册.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// number is the ID number of an invented person.
func number(i int) data.IDNumber {
	birth := data.MustDate(1970, 1, 1).AddDays(i % 9000)
	return data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", birth.Year, birth.Month, birth.Day, i/9000*2+1))
}

// opened is the newest tray of an office, read anew.
func opened(t testing.TB, d *registration.Desk) *trays.Tray {
	t.Helper()
	waits, err := trays.Waiting(ctx, d)
	if err != nil || len(waits) == 0 {
		t.Fatal(waits, err)
	}
	opened, err := trays.Open(ctx, d, waits[0].Batch.ID)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}
