package printing_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/demo/seasontest"
	"gongkao/app/office"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// lettersOf are the letters of a paper; nobody to write to is none.
func lettersOf(t seasontest.Asked, d *registration.Desk, order printing.Order) []paper.Letter {
	t.Helper()
	letters, people, err := printing.LettersOf(context.Background(), d, order)
	if data.HasCode(err, "nobody") {
		return nil
	}
	must(t, letters, err)
	var items []data.ApplicationID
	for _, l := range letters {
		for _, i := range l.Items {
			items = append(items, i.Application.ID)
		}
	}
	if !slices.Equal(items, people) {
		t.Errorf("%s: %d people on the letters, %d records printed", order.Paper, len(items), len(people))
	}
	return letters
}

// onDisk are the year's people as they lie on the disk.
func onDisk(t seasontest.Asked, d *registration.Desk) (people []*data.Applicant) {
	t.Helper()
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) (err error) {
		people, err = r.Applicants(d.Office.Policy.Year)
		return err
	})
	return must(t, people, err)
}

func inTheRunning(s data.Status) bool {
	return s == data.Draft || s == data.Submitted || s == data.Returned || s == data.Approved || s == data.Reported
}

// promisedYears are the years that somebody promised and that are neither recorded
// nor brought, by the notice's words; late are brought after the last day.
func promisedYears(p *policy.Policy, a *data.Applicant) (open []int, late bool) {
	last, _ := p.Deadline("commitment-due")
	years, brought, standing := map[int]bool{}, map[int]bool{}, false
	for _, c := range a.Dossier.Commitments {
		if !c.Withdrawn.IsZero() {
			continue
		}
		standing = true
		late = late || c.Fulfilled.After(last.To)
		for _, year := range c.Years {
			years[year] = true
			brought[year] = brought[year] || !c.Fulfilled.IsZero()
		}
	}
	if !standing && a.Application.Commitment { // the sheet's word: whatever is missing
		years[2025] = true
		for year, grade := range a.Person.Appraisals {
			years[year] = years[year] || grade == data.Unrecorded
		}
		for year := 2026 - map[data.Level]int{2: 3, 1: 5}[a.Application.Level]; year < 2026 && a.Application.Path == data.Promotion; year++ {
			years[year] = true
		}
	}
	for year := range years {
		if grade := a.Person.Appraisals[year]; (grade == "" || grade == data.Unrecorded) && !brought[year] {
			open = append(open, year)
		}
	}
	return open, late
}

// byHand sums a county from the records up: who owes something and still can bring
// it, and who is rejected or deemed so.
func byHand(t seasontest.Asked, d *registration.Desk) (owing, refused map[data.ApplicationID]bool) {
	t.Helper()
	p, today := d.Office.Policy, d.Office.Today()
	last, _ := p.Deadline("commitment-due")
	owing, refused = map[data.ApplicationID]bool{}, map[data.ApplicationID]bool{}
	for _, a := range onDisk(t, d) {
		status := a.Application.Status
		years, late := promisedYears(p, a)
		unsigned := slices.ContainsFunc(a.Dossier.Commitments, func(c data.Commitment) bool {
			return c.Fulfilled.IsZero() && c.Withdrawn.IsZero() && !c.Consent
		})
		wanting := slices.ContainsFunc(a.Dossier.Documents, func(doc data.Document) bool { return doc.State == data.DocumentWanting })
		undecided := status == data.Draft || status == data.Submitted || status == data.Returned
		lapsed := today.After(last.To) && (len(years) > 0 || late)
		switch {
		case status == data.Rejected, inTheRunning(status) && lapsed:
			refused[a.Application.ID] = true
		case inTheRunning(status) && (len(years) > 0 || unsigned || undecided && wanting):
			owing[a.Application.ID] = true
		}
	}
	return owing, refused
}

// sentBack are those with something to mend: returned, and something that was asked
// is open; whoever is refused is told so and not asked.
func sentBack(t seasontest.Asked, d *registration.Desk, refused map[data.ApplicationID]bool) map[data.ApplicationID]bool {
	t.Helper()
	all := map[data.ApplicationID]bool{}
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		reviews, err := r.Reviews()
		for _, a := range onDisk(t, d) {
			asks := reviews[a.Application.ID].Asks
			open := len(asks) == 0 || slices.ContainsFunc(asks, func(ask data.Ask) bool { return ask.Answer == "" })
			if a.Application.Status == data.Returned && open && !refused[a.Application.ID] {
				all[a.Application.ID] = true
			}
		}
		return err
	})
	return must(t, all, err)
}

// writtenOnce wants everybody in exactly one letter, that of his supervising unit,
// and nobody else in any.
func writtenOnce(t seasontest.Asked, d *registration.Desk, id string, want map[data.ApplicationID]bool) {
	t.Helper()
	seen, units := map[data.ApplicationID]bool{}, map[string]bool{}
	for _, l := range lettersOf(t, d, printing.Order{Paper: id}) {
		if units[l.To] {
			t.Errorf("%s: two letters to %s", id, l.To)
		}
		units[l.To] = true
		for _, i := range l.Items {
			if seen[i.Application.ID] || !want[i.Application.ID] || l.To != cmp.Or(i.Supervising, i.Unit) {
				t.Errorf("%s: %s stands in the letter to %s (twice: %t, wanted: %t)", id, i.Person.Name, l.To, seen[i.Application.ID], want[i.Application.ID])
			}
			seen[i.Application.ID] = true
		}
	}
	for _, a := range d.Register.Find(registration.Query{}) {
		if want[a.Application.ID] && !seen[a.Application.ID] {
			t.Errorf("%s: %s (%s) is in no letter", id, a.Person.Name, a.Application.Status)
		}
	}
}

func TestEverybodyOwingIsInExactlyOneLetterAndNobodyElse(t *testing.T) {
	spring := demotest.County(t, demotest.Small(100))
	whole := demotest.County(t, demo.Size{People: 80, Units: 12, Seed: 7, WholeSeason: true})
	for _, at := range []struct {
		county string
		now    time.Time
		owe    bool
	}{
		{spring, demotest.Season, true},
		{spring, time.Date(2026, 9, 30, 17, 0, 0, 0, time.UTC), true},
		{whole, time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC), false},
		{whole, time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC), false},
	} {
		d := demotest.Open(t, office.Place{Folder: at.county, Now: func() time.Time { return at.now }})
		owing, refused := byHand(t, d)
		if (len(owing) > 3) != at.owe || len(refused) == 0 {
			t.Fatalf("%s: %d owe, %d are refused: nothing to see", at.now, len(owing), len(refused))
		}
		writtenOnce(t, d, "reminder", owing)
		writtenOnce(t, d, "rejection", refused)
		writtenOnce(t, d, "correction", sentBack(t, d, refused))
		must(t, d, d.Office.Close())
	}
}

func TestLettersAreRightAfterEveryStepOfAnySeason(t *testing.T) {
	seasontest.Few(t, 4)
	county := demotest.County(t, seasontest.Whole)
	rapid.Check(t, func(r *rapid.T) {
		s := seasontest.Begin(t, county)
		r.Repeat(s.Actions(func() {
			owing, refused := byHand(r, s.Desk)
			writtenOnce(r, s.Desk, "reminder", owing)
			writtenOnce(r, s.Desk, "rejection", refused)
			writtenOnce(r, s.Desk, "correction", sentBack(r, s.Desk, refused))
			passed := map[data.ApplicationID]bool{}
			for _, a := range onDisk(r, s.Desk) {
				if seasontest.Passed(s.Office.Policy, a) && !refused[a.Application.ID] {
					passed[a.Application.ID] = true
				}
			}
			writtenOnce(r, s.Desk, "pass-notice", passed)
		}))
	})
}

func TestScopeOfAUnitOrAPersonNarrowsTheLetters(t *testing.T) {
	d := demotest.Desk(t, 100)
	all := lettersOf(t, d, printing.Order{Paper: "reminder"})
	one := all[len(all)-1]
	narrowed := lettersOf(t, d, printing.Order{Paper: "reminder", Query: registration.Query{Unit: one.To}})
	if len(narrowed) != 1 || narrowed[0].To != one.To || len(narrowed[0].Items) != len(one.Items) {
		t.Errorf("%s alone: %d letters", one.To, len(narrowed))
	}
	person := one.Items[0]
	narrowed = lettersOf(t, d, printing.Order{Paper: "reminder", Query: registration.Query{Numbers: []data.IDNumber{person.Person.IDNumber}}})
	if len(narrowed) != 1 || len(narrowed[0].Items) != 1 || narrowed[0].Items[0].Person.Name != person.Person.Name || narrowed[0].To != one.To {
		t.Errorf("%s alone: %+v", person.Person.Name, narrowed)
	}
}

func TestReminderTellsWhatIsOwedByWhenAndOnWhatGround(t *testing.T) {
	folder := demotest.County(t, demotest.Small(100))
	d := demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { return time.Date(2026, 9, 1, 9, 5, 0, 0, time.UTC) }})
	for _, l := range lettersOf(t, d, printing.Order{Paper: "reminder"}) {
		if !strings.Contains(l.Text, "信人技考函〔2026〕1号第二部分第（四）、（五）项，未按时补充上传或补充上传资料不符合申报要求的容缺后补申报人员，视为报名资格审查不通过。") {
			t.Errorf("%s: the letter rests on “%s”", l.To, l.Text)
		}
		if l.Until != data.MustDate(2026, 9, 30) || l.Days != 29 {
			t.Errorf("%s: due %s, %d days left", l.To, l.Until, l.Days)
		}
		for _, i := range l.Items {
			if i.What != "2025年度考核登记表（备案件）" || i.Days != 29 {
				t.Errorf("%s owes “%s”, %d days left", i.Person.Name, i.What, i.Days)
			}
		}
	}
}
