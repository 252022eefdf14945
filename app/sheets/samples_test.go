package sheets

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

const samples = "testdata/samples"

// countyCodes are the regions and trades of the samples.
type countyCodes struct{}

func (countyCodes) Region(code string) (string, bool) {
	return "信阳市", strings.HasPrefix(code, "4115") || strings.HasPrefix(code, "4130")
}

func (countyCodes) KnownTrade(name string) bool {
	return slices.Contains([]string{"汽车驾驶员", "汽车维修工", "农艺工", "保管工", "办公设备维修工", "保育员", "护理员", "防疫员", "农业技术员"}, name)
}

func (countyCodes) Word(field, text string) (string, bool) {
	return text, field != "education" || !strings.Contains(text, "函大")
}

// countyUnits is the register of units.xlsx.
func countyUnits(t testing.TB) *units.Matcher {
	t.Helper()
	reading := understand(t, filepath.Join(samples, "units.xlsx"), Knowledge{Codes: countyCodes{}})
	n := 0
	plan := units.Register(nil, reading.Sheets[0].Lines, func() data.UnitID {
		n++
		return data.UnitID(fmt.Sprintf("unit-%02d", n))
	})
	if len(plan.Refused) > 0 {
		t.Fatalf("units.xlsx: %+v", plan.Refused)
	}
	return units.NewMatcher(plan.New)
}

func understand(t testing.TB, path string, know Knowledge) *Reading {
	t.Helper()
	book, err := grid.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := Understand(book, know)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// expectation is a file of testdata/samples/expected.
type expectation struct {
	Error    string             `json:"error"` // code of the refusal; "": the file is read
	Accepted int                `json:"accepted"`
	Waiting  int                `json:"waiting"`
	Sheets   []expectationSheet `json:"sheets"`
}

type expectationSheet struct {
	Sheet     string               `json:"sheet"`
	HeaderRow int                  `json:"header_row"`
	Accepted  int                  `json:"accepted"`
	Waiting   int                  `json:"waiting"`
	Problems  []expectationProblem `json:"problems"`
	Records   []expectationRecord  `json:"records"`
}

type expectationProblem struct {
	Row   int    `json:"row"`
	Field string `json:"field"`
	Code  string `json:"code"`
}

type expectationRecord struct {
	Row       int    `json:"row"`
	IDNumber  string `json:"id_number"`
	Name      string `json:"name"`
	Birth     string `json:"birth"`
	Sex       string `json:"sex"`
	Unit      string `json:"unit"`
	Trade     string `json:"trade"`
	Level     int    `json:"level"`
	WorkStart string `json:"work_start"`
}

// asExpected writes a reading in the form of the expectations.
func asExpected(reading *Reading) expectation {
	e := expectation{}
	for _, s := range reading.Sheets {
		out := expectationSheet{Sheet: s.Sheet, HeaderRow: s.HeaderRow, Accepted: len(s.Accepted), Waiting: len(s.Waiting), Problems: []expectationProblem{}}
		e.Accepted, e.Waiting = e.Accepted+out.Accepted, e.Waiting+out.Waiting
		for _, p := range s.Problems {
			out.Problems = append(out.Problems, expectationProblem{p.Row, p.Field, p.Code})
		}
		for _, row := range s.Accepted {
			p, a := row.Applicant.Person, row.Applicant.Application
			out.Records = append(out.Records, expectationRecord{row.Row, string(p.IDNumber), p.Name, p.Birth.String(), string(p.Sex),
				row.Applicant.Unit, a.Trade, int(a.Level), p.WorkStart.String()})
		}
		e.Sheets = append(e.Sheets, out)
	}
	return e
}

func TestEverySampleIsReadAsExpected(t *testing.T) {
	readAsExpected(t, samples, 9)
}

// TestEveryNastyFileIsReadAsExpected reads what real programs have written; the
// scripts beside the files made them and say what they are meant to try.
func TestEveryNastyFileIsReadAsExpected(t *testing.T) {
	readAsExpected(t, "testdata/nasty", 31)
}

// readAsExpected reads every file of a folder that has an expectation.
func readAsExpected(t *testing.T, folder string, files int) {
	register := countyUnits(t)
	expected, err := filepath.Glob(filepath.Join(folder, "expected", "*.json"))
	if err != nil || len(expected) != files {
		t.Fatalf("%d expectations in %s, %v; want %d", len(expected), folder, err, files)
	}
	for _, path := range expected {
		file := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(file, func(t *testing.T) { readsAsExpected(t, folder, file, register) })
	}
}

// readsAsExpected compares a file of a folder with its expectation.
func readsAsExpected(t *testing.T, folder, file string, register *units.Matcher) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "expected", file+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var want expectation
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	book, err := grid.Read(filepath.Join(folder, file))
	var reading *Reading
	if err == nil {
		reading, err = Understand(book, Knowledge{Codes: countyCodes{}, Units: register})
	}
	if refusal, refused := data.AsRefusal(err); refused {
		if refusal.Code != want.Error || refusal.Message == "" || refusal.Hint == "" {
			t.Fatalf("refused: %+v; want %q", refusal, want.Error)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, asExpected(reading)); diff != "" {
		t.Error(diff)
	}
}
