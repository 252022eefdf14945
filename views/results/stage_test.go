package results_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/results"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

func december() time.Time { return time.Date(2026, 12, 8, 9, 0, 0, 0, time.Local) }

// season is a county at the end of its year; seasoned, its desk in December.
var season = demo.Size{People: 120, Units: 12, Seed: 7, WholeSeason: true}

// invented is the folder of the season, made once: every test works on a copy.
var invented string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "season")
	if err != nil {
		panic(err)
	}
	invented = filepath.Join(folder, "县")
	if _, err := demo.Fill(bg, invented, season); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(folder); err != nil {
		panic(err)
	}
	os.Exit(code)
}

func seasoned(t testing.TB) *registration.Desk {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(invented)); err != nil {
		t.Fatal(err)
	}
	return demotest.Open(t, office.Place{Folder: folder, Now: december})
}

// stage stands at the results of a county.
func stage(t *testing.T, desk *registration.Desk) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	s := shelltest.On(t, desk)
	s.Add(shell.Results, func() shell.Screen {
		return results.NewScreen(s.Shell, s.Office, func(id string) string { return map[string]string{"pass-notice": "合格人员通知"}[id] })
	})
	elsewhere := s.Elsewhere(shell.Today, shell.Record, shell.Settings, shell.Papers)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Results})
	return s, elsewhere
}

// unscored are those who have no score yet, in the order of the list.
func unscored(s *shelltest.Stage) (all []*data.Applicant) {
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		if r := outcomes.Of(s.Office.Office.Policy, a); r.Sits && r.Subjects[0].Score == nil {
			all = append(all, a)
		}
	}
	return all
}

func again(s *shelltest.Stage, a *data.Applicant) *data.Applicant {
	now, _ := s.Office.Register.ByID(a.Application.ID)
	return now
}

func result(s *shelltest.Stage, a *data.Applicant) outcomes.Result {
	return outcomes.Of(s.Office.Office.Policy, again(s, a))
}

func tab(s *shelltest.Stage, times int) {
	for range times {
		s.Press(fyne.KeyRight, fyne.KeyModifierControl)
	}
}
