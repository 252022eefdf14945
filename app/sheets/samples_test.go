package sheets

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/app/sheets/sheetstest"
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

// asExpected writes a reading in the form of the expectations.
func asExpected(reading *Reading) sheetstest.Outcome {
	e := sheetstest.Outcome{}
	for _, s := range reading.Sheets {
		out := sheetstest.Sheet{Sheet: s.Sheet, HeaderRow: s.HeaderRow, Accepted: len(s.Accepted), Waiting: len(s.Waiting), Problems: []sheetstest.Problem{}}
		e.Accepted, e.Waiting = e.Accepted+out.Accepted, e.Waiting+out.Waiting
		for _, p := range s.Problems {
			out.Problems = append(out.Problems, sheetstest.Problem{Row: p.Row, Field: p.Field, Code: p.Code})
		}
		for _, row := range s.Accepted {
			p, a := row.Applicant.Person, row.Applicant.Application
			out.Records = append(out.Records, sheetstest.Record{Row: row.Row, IDNumber: string(p.IDNumber), Name: p.Name, Birth: p.Birth.String(), Sex: string(p.Sex),
				Unit: row.Applicant.Unit, Trade: a.Trade, Level: int(a.Level), WorkStart: p.WorkStart.String()})
		}
		e.Sheets = append(e.Sheets, out)
	}
	return e
}

func TestEverySampleIsReadAsExpected(t *testing.T) {
	register := countyUnits(t)
	sheetstest.Each(t, samples, 9, func(t *testing.T, path string, want sheetstest.Outcome) { readsAsExpected(t, path, want, register) })
}

// TestEveryNastyFileIsReadAsExpected reads what real programs have written; the
// scripts beside the files made them and say what they are meant to try.
func TestEveryNastyFileIsReadAsExpected(t *testing.T) {
	register := countyUnits(t)
	sheetstest.Each(t, "testdata/nasty", 31, func(t *testing.T, path string, want sheetstest.Outcome) { readsAsExpected(t, path, want, register) })
}

// readsAsExpected compares what is read of a file with what must be.
func readsAsExpected(t *testing.T, path string, want sheetstest.Outcome, register *units.Matcher) {
	t.Helper()
	book, err := grid.Read(path)
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
