package terminal

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sampleOutcome is an expectation of app/sheets/testdata: what `import --json`
// says of a file, and the records that `list --json` must have then.
type sampleOutcome struct {
	Accepted int           `json:"accepted"`
	Waiting  int           `json:"waiting"`
	Sheets   []sampleSheet `json:"sheets"`
}

type sampleSheet struct {
	Sheet     string          `json:"sheet"`
	HeaderRow int             `json:"header_row"`
	Accepted  int             `json:"accepted"`
	Waiting   int             `json:"waiting"`
	Problems  []sampleProblem `json:"problems"`
	Records   []sampleRecord  `json:"records"`
}

type sampleProblem struct {
	Row   int    `json:"row"`
	Field string `json:"field"`
	Code  string `json:"code"`
}

type sampleRecord struct {
	IDNumber  string `json:"id_number"`
	Name      string `json:"name"`
	Birth     string `json:"birth"`
	Sex       string `json:"sex"`
	Unit      string `json:"unit"`
	Trade     string `json:"trade"`
	Level     int    `json:"level"`
	WorkStart string `json:"work_start"`
}

// TestEverySampleEntersAsExpected brings the unit register in first, then each
// roster into a data folder of its own.
func TestEverySampleEntersAsExpected(t *testing.T) {
	const samples = "../sheets/testdata/samples"
	expected, err := filepath.Glob(filepath.Join(samples, "expected", "*.json"))
	if err != nil || len(expected) != 9 {
		t.Fatalf("%d expectations, %v; want those of nine samples", len(expected), err)
	}
	for _, path := range expected {
		file := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(file, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var want sampleOutcome
			if err := json.Unmarshal(text, &want); err != nil {
				t.Fatal(err)
			}
			d := newDesk(t)
			d.must("import", filepath.Join(samples, "units.xlsx"))
			var imported struct {
				Files []sampleOutcome `json:"files"`
			}
			d.read(&imported, "import", filepath.Join(samples, file))
			got := imported.Files[0]
			if len(got.Sheets) != len(want.Sheets) {
				t.Fatalf("%d sheets; want %d", len(got.Sheets), len(want.Sheets))
			}
			var records, listed []sampleRecord
			for i := range want.Sheets {
				got.Accepted, got.Waiting = got.Accepted+got.Sheets[i].Accepted, got.Waiting+got.Sheets[i].Waiting
				records = append(records, want.Sheets[i].Records...)
				want.Sheets[i].Records = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			d.read(&listed, "list")
			for _, all := range [][]sampleRecord{records, listed} {
				slices.SortFunc(all, func(a, b sampleRecord) int { return strings.Compare(a.IDNumber, b.IDNumber) })
			}
			if diff := cmp.Diff(records, listed); diff != "" {
				t.Error(diff)
			}
		})
	}
}
