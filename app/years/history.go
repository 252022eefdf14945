package years

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
	"gongkao/data/store"
)

// PersonYear is one person in one year: what he was, what he applied for, what
// came of it, what he was afterwards.
type PersonYear struct {
	Application data.Application
	Unit        string // as it is called now
	Decision    *data.Decision
	Paid        data.Fen
	Scores      []string // 人机对话考试 78.5
	Certificate *data.Certificate
	Revoked     bool
	Before      data.Person // as he stood when the year ended, before anything of it counted
	After       data.Person // as he began the next; now, in the year in work
}

// HistoryOf returns a person's years, newest first, whatever year is looked at.
// What was carried into a year that was taken back is no year of his.
func HistoryOf(ctx context.Context, d *registration.Desk, person data.PersonID) (all []PersonYear, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		apps, err := r.ApplicationsOf(person)
		if err != nil {
			return err
		}
		openings, err := r.YearOpenings()
		if err != nil {
			return err
		}
		states, err := statesOf(r, person)
		if err != nil {
			return err
		}
		for _, app := range slices.Backward(apps) {
			if app.Vacant() && app.Status != data.Carried {
				continue
			}
			y := PersonYear{Application: app}
			if err := y.read(r, d); err != nil {
				return err
			}
			y.Before, y.After = around(states, openings, app.Year)
			all = append(all, y)
		}
		return nil
	})
	return all, err
}

// read takes in what the books say of the application.
func (y *PersonYear) read(r *store.Reader, d *registration.Desk) error {
	for _, u := range d.EveryUnit() {
		if u.ID == y.Application.Unit {
			y.Unit = u.Name
		}
	}
	decisions, err := r.Decisions(y.Application.ID)
	if err != nil {
		return err
	}
	if n := len(decisions); n > 0 {
		y.Decision = &decisions[n-1]
	}
	a := data.Applicant{Application: y.Application}
	if a.Ledger, err = r.Ledger(y.Application.ID); err != nil {
		return err
	}
	if a.Dossier, err = r.Dossier(y.Application); err != nil {
		return err
	}
	for _, p := range a.Ledger.Payments {
		if p.Void == "" {
			y.Paid += p.Fen
		}
	}
	for _, s := range a.Ledger.Scores {
		if s.Void == "" {
			y.Scores = append(y.Scores, scoreWords(s))
		}
	}
	for i, c := range a.Ledger.Certificates {
		if c.Void == "" {
			y.Certificate, y.Revoked = &a.Ledger.Certificates[i], results.Revoked(&a, c.Number)
		}
	}
	return nil
}

func scoreWords(s data.Score) string {
	words := eligibility.Title(&policy.Rule{ID: s.Subject})
	if s.Absent {
		return words + " 缺考"
	}
	return words + " " + s.Points.String()
}

// state is a person as an entry of the history left him.
type state struct {
	entry  store.Entry
	person data.Person
}

func statesOf(r *store.Reader, id data.PersonID) (all []state, err error) {
	entries, err := r.History(data.KindPerson, string(id))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		s := state{entry: e}
		if err := json.Unmarshal(e.After, &s.person); err != nil {
			return nil, fmt.Errorf("years: entry %d of the history: %w", e.Seq, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// around returns the person at the end of a year, before the next was opened, and
// as that opening left him. The year in work has not ended: both are now.
func around(states []state, openings []data.YearOpening, year int) (before, after data.Person) {
	at := slices.IndexFunc(openings, func(o data.YearOpening) bool { return o.From == year && o.Withdrawn == "" })
	for _, s := range states {
		if at < 0 || s.entry.At.Before(openings[at].At) {
			before = s.person
		}
		if at < 0 || !s.entry.At.After(openings[at].At) {
			after = s.person
		}
	}
	return before, after
}

// Standing says what level somebody holds: 三级 农艺工（2026-12，证书 豫…）; 无等级.
func Standing(p *data.Person) string {
	if p.CurrentLevel == 0 {
		return "无等级"
	}
	words := strings.TrimSpace(p.CurrentLevel.String() + " " + p.CurrentTrade)
	var more []string
	if !p.CurrentCertDate.IsZero() {
		more = append(more, p.CurrentCertDate.String())
	}
	if p.CurrentCertNo != "" {
		more = append(more, "证书 "+p.CurrentCertNo)
	}
	if len(more) > 0 {
		words += "（" + strings.Join(more, "，") + "）"
	}
	return words
}
