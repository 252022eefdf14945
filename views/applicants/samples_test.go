package applicants_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/sheets/sheetstest"
	"gongkao/data"
	"gongkao/views/shell"
)

const samples = "../../app/sheets/testdata/samples/"

// outcome is what becomes of a sample: who enters, and which rows wait why.
type outcome struct {
	Entered []string // 姓名 号码 单位 工种 等级
	Waiting []string // 行 问题
}

// expected is the outcome of a sample. Warnings do not hold a row back: only rows
// with a problem and without a record wait.
func expected(want sheetstest.Outcome) (o outcome) {
	for _, s := range want.Sheets {
		in := map[int]bool{}
		for _, r := range s.Records {
			in[r.Row] = true
			o.Entered = append(o.Entered, strings.Join([]string{r.Name, r.IDNumber, r.Unit, r.Trade, data.Level(r.Level).String()}, " "))
		}
		for _, p := range s.Problems {
			if !in[p.Row] {
				o.Waiting = append(o.Waiting, waits(p.Row, p.Code))
			}
		}
	}
	return o.sorted()
}

func waits(row int, code string) string { return fmt.Sprint(row, " ", code) }

func (o outcome) sorted() outcome {
	slices.Sort(o.Entered)
	slices.Sort(o.Waiting)
	return o
}

// became is what the office has of the sample.
func became(t *testing.T, s *stage) (o outcome) {
	t.Helper()
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		o.Entered = append(o.Entered, strings.Join([]string{a.Person.Name, string(a.Person.IDNumber), a.Unit, a.Application.Trade, a.Application.Level.String()}, " "))
	}
	imports, err := s.Office.Imports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range imports {
		for _, w := range b.Tray {
			for _, code := range w.Problems {
				o.Waiting = append(o.Waiting, waits(w.Row, code))
			}
		}
	}
	return o.sorted()
}

// TestEverySampleComesInThroughTheWindow brings the unit register in by Ctrl+O,
// then each roster into an office of its own. Where the window asks what a column
// is, what it proposes is taken.
func TestEverySampleComesInThroughTheWindow(t *testing.T) {
	sheetstest.Each(t, samples, 9, func(t *testing.T, roster string, sample sheetstest.Outcome) {
		s := on(t, demotest.Empty(t))
		s.Go(shell.Route{Place: shell.Applicants})
		for _, path := range []string{samples + "units.xlsx", roster} {
			s.files.Path = path
			s.Press(fyne.KeyO, ctrl)
			s.Settle()
			if s.Sees("照此导入") || s.Sees("照这样导入") {
				s.Press(fyne.KeyF8)
				s.Settle()
			}
			if s.Shell.Laid() {
				s.Press(fyne.KeyEscape)
			}
		}
		want := expected(sample)
		if diff := cmp.Diff(want, became(t, s)); diff != "" {
			t.Errorf("%s\nit says %q", diff, s.Said())
		}
		if opened := s.tray.Last().Place == shell.Tray; opened != (len(want.Waiting) > 0) {
			t.Errorf("the tray is open: %v; %d problems wait", opened, len(want.Waiting))
		}
	})
}
