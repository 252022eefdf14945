package tray_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/tray"
	"gongkao/data"
)

const samples = "../sheets/testdata/samples/"

// withUnits is a new office that has the units of the samples.
func withUnits(t testing.TB) *registration.Desk {
	t.Helper()
	o, _, err := office.Create(context.Background(), office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	must(t, err)
	d := demotest.Sit(t, o)
	taken(t, d, "units.xlsx")
	return d
}

func taken(t testing.TB, d *registration.Desk, file string) intake.Result {
	t.Helper()
	result, err := intake.Take(ctx, d, []string{samples + file}, intake.Options{})
	if refusal, refused := data.AsRefusal(err); refused {
		t.Fatal(refusal)
	}
	must(t, err)
	return result
}

// TestARowReadAgainSaysWhatItsSheetSaid: a row that nobody has mended is wrong in
// the tray as it was in the sheet, at the same cells.
func TestARowReadAgainSaysWhatItsSheetSaid(t *testing.T) {
	files, err := os.ReadDir(samples)
	must(t, err)
	rows := 0
	for _, f := range files {
		if f.IsDir() || f.Name() == "units.xlsx" {
			continue
		}
		d := withUnits(t)
		result := taken(t, d, f.Name())
		waits, err := tray.Waiting(ctx, d)
		must(t, err)
		if len(waits) == 0 {
			continue
		}
		tr := open(t, d, waits[0].Batch.ID)
		cells := map[string]bool{}
		for _, s := range result.Files[0].Sheets {
			for _, p := range s.Problems {
				cells[s.Sheet+" "+p.Cell+" "+p.Code] = true
			}
		}
		for i := range tr.Len() {
			rows++
			sameAsSheet(t, f.Name(), tr.Row(i), waits[0].Batch.Tray[i], cells)
		}
	}
	if rows < 20 {
		t.Errorf("only %d rows waited", rows)
	}
}

func sameAsSheet(t *testing.T, file string, r tray.Row, w data.WaitingRow, cells map[string]bool) {
	t.Helper()
	var codes []string
	for _, p := range r.Problems {
		codes = append(codes, p.Code)
		if p.Code != "id-duplicate-register" && !cells[r.Sheet+" "+p.Cell+" "+p.Code] {
			t.Errorf("%s row %d: %s is told at %q, elsewhere than in the sheet", file, r.Number, p.Code, p.Cell)
		}
	}
	was := slices.Clone(w.Problems)
	slices.Sort(was)
	slices.Sort(codes)
	told := func(codes []string) string {
		return strings.ReplaceAll(strings.Join(codes, " "), "id-duplicate-register", "id-duplicate-sheet")
	}
	if told(was) != told(codes) || r.Ready {
		t.Errorf("%s row %d: the sheet said %v, the tray says %v", file, r.Number, was, codes)
	}
}

func TestASampleIsMendedToItsEnd(t *testing.T) {
	d := withUnits(t)
	taken(t, d, "08-mixed.xlsx")
	waits, err := tray.Waiting(ctx, d)
	must(t, err)
	tr := open(t, d, waits[0].Batch.ID)
	before := tr.Figures()
	for _, g := range tr.Groups() {
		for _, i := range g.Rows {
			if offers := tr.Offers(i, "unit"); g.Ask == tray.AskUnit && len(offers) > 0 && tr.Row(i).State == data.TrayOpen && len(tr.Row(i).Mended) == 0 {
				_, err := tr.MendAlike(ctx, i, "unit", offers[0].Text)
				must(t, err)
			}
		}
	}
	ready := tr.Figures().Ready
	if ready == 0 {
		t.Fatalf("nothing could be mended: %+v", tr.Groups())
	}
	entered, err := tr.Enter(ctx, nil)
	must(t, err)
	after := tr.Figures()
	if entered.People != ready || after.Entered != before.Entered+ready || after.Open != before.Open-ready || d.Register.Len() != after.Entered || after.Read != before.Read {
		t.Errorf("entered %+v: %+v, then %+v", entered, before, after)
	}
	for _, g := range tr.Groups() {
		must(t, tr.SendAllBack(ctx, g.Rows, ""))
	}
	if waits, err := tray.Waiting(ctx, d); err != nil || len(waits) != 0 || tr.Figures().Sent == 0 {
		t.Errorf("still waiting: %+v, %v", waits, err)
	}
	for i := range tr.Len() {
		if r := tr.Row(i); r.State == data.TraySentBack && r.Why == "" {
			t.Errorf("row %d went back without a word", r.Number)
		}
	}
}
