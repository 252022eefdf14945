package terminal

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/sheetstest"
)

// TestEverySampleEntersAsExpected brings the unit register in first, then each
// roster into a data folder of its own.
func TestEverySampleEntersAsExpected(t *testing.T) {
	const samples = "../sheets/testdata/samples"
	sheetstest.Each(t, samples, 9, func(t *testing.T, path string, want sheetstest.Outcome) {
		d := newDesk(t)
		d.must("import", filepath.Join(samples, "units.xlsx"))
		var imported struct {
			Files []sheetstest.Outcome `json:"files"`
		}
		d.read(&imported, "import", path)
		got := imported.Files[0]
		if len(got.Sheets) != len(want.Sheets) {
			t.Fatalf("%d sheets; want %d", len(got.Sheets), len(want.Sheets))
		}
		var records, listed []sheetstest.Record
		for i, sheet := range want.Sheets {
			got.Accepted, got.Waiting = got.Accepted+got.Sheets[i].Accepted, got.Waiting+got.Sheets[i].Waiting
			records = append(records, sheet.Records...)
			want.Sheets[i].Records = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		for i := range records {
			records[i].Row = 0 // the register does not know it
		}
		d.read(&listed, "list")
		for _, all := range [][]sheetstest.Record{records, listed} {
			slices.SortFunc(all, func(a, b sheetstest.Record) int { return strings.Compare(a.IDNumber, b.IDNumber) })
		}
		if diff := cmp.Diff(records, listed); diff != "" {
			t.Error(diff)
		}
	})
}
