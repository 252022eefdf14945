package results_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

var everybody = registration.Query{}

// season is an office that does anything in any order.
type season struct {
	stage
	people []data.ApplicationID
	count  int
}

// may lets refusals be; a fault is none.
func (s *season) may(t *rapid.T, err error) {
	if _, refusal := data.AsRefusal(err); err != nil && !refusal {
		t.Fatal(err)
	}
}

func (s *season) someone(t *rapid.T) *data.Applicant {
	a, _ := s.Register.ByID(rapid.SampledFrom(s.people).Draw(t, "who"))
	return a
}

func (s *season) several(t *rapid.T) []data.ApplicationID {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(s.people), 1, 3, rapid.ID).Draw(t, "whom")
}

func (s *season) entry(t *rapid.T) results.Entry {
	return results.Entry{Application: s.someone(t).Application.ID, Subject: rapid.SampledFrom(append(policy.SubjectIDs(), "", "")).Draw(t, "subject"),
		Mark: rapid.SampledFrom([]string{"59.9", "60", "78.5", "100", "缺考", "101", "-1", "12.25", ""}).Draw(t, "mark")}
}

func (s *season) scores(t *rapid.T) {
	_, err := s.Score(bg, s.entry(t))
	s.may(t, err)
}

func (s *season) corrects(t *rapid.T) { s.may(t, s.Correct(bg, s.entry(t), "复核")) }

func (s *season) admits(t *rapid.T) { s.may(t, s.Admit(bg, s.several(t))) }

func (s *season) issues(t *rapid.T) {
	var list []results.Numbered
	for _, id := range s.several(t) {
		s.count++
		list = append(list, results.Numbered{Application: id, Number: fmt.Sprint("豫", s.count-rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "again"))})
	}
	s.may(t, s.Issue(bg, issued, list))
}

func (s *season) collects(t *rapid.T) { s.may(t, s.Collect(bg, s.several(t), handed, "张会计")) }

func (s *season) voids(t *rapid.T) {
	s.may(t, s.VoidCertificate(bg, s.someone(t).Application.ID, "写错"))
}

func (s *season) files(t *rapid.T) {
	a := s.someone(t)
	items, _ := s.ArchiveOf(a)
	some := keysOf(items)[rapid.IntRange(0, 1).Draw(t, "without"):]
	s.may(t, s.File(bg, []results.Filing{{Application: a.Application.ID, Items: some, Box: "1", Close: rapid.Bool().Draw(t, "close")}}))
}

func (s *season) undoes(t *rapid.T) {
	a := s.someone(t)
	events, err := s.Timeline(bg, a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if e.Kind == registration.EventResult && e.CanUndo() {
			_, err := s.Undo(bg, a.Application.ID, e)
			s.may(t, err)
			return
		}
	}
}

func (s *season) imports(t *rapid.T) {
	a := s.someone(t)
	sheet := results.NewSheet(s.Desk)
	sheet.Sort([]sheets.LedgerRow{line(2, "id_number", number(a), "score", "66.5"), line(3, "id_number", number(a), "score", "77")})
	s.count++
	batch := data.BatchID(fmt.Sprintf("0199-%d", s.count))
	s.batch(t, sheet, batch)
	if rapid.Bool().Draw(t, "and back") {
		s.takeBack(t, batch)
	}
}

func (s *season) moves(t *rapid.T) {
	s.status(t, s.someone(t), rapid.SampledFrom([]data.Status{data.Approved, data.Approved, data.Reported, data.Cancelled}).Draw(t, "status"))
}

// recount works out a result a second time, from what lies in the file.
func recount(a *data.Applicant, l data.Ledger) results.Outcome {
	if a.Application.Status != data.Approved && a.Application.Status != data.Reported {
		return results.Pending
	}
	subjects := []string{policy.SubjectComputer}
	if a.Application.Level == 1 {
		subjects = []string{policy.SubjectTheory, policy.SubjectEvaluation}
	}
	for _, subject := range subjects {
		at := slices.IndexFunc(l.Scores, func(s data.Score) bool { return s.Subject == subject && s.Void == "" })
		switch {
		case at < 0:
			return results.Pending
		case l.Scores[at].Absent:
			return results.Absent
		case l.Scores[at].Points < 600:
			return results.Failed
		}
	}
	return results.Passed
}

// known are the people of the season as the register has them.
func (s *season) known() (people []*data.Applicant) {
	for _, id := range s.people {
		a, _ := s.Register.ByID(id)
		people = append(people, a)
	}
	return people
}

// agrees holds the register, the results and the sums against the file.
func (s *season) agrees(t *rapid.T) {
	people := s.known()
	numbers, counted := map[string]bool{}, map[results.Outcome]int{}
	err := s.Office.Store.View(bg, func(r *store.Reader) error {
		for _, a := range people {
			l, err := r.Ledger(a.Application.ID)
			if err != nil {
				return err
			}
			got, want := results.Of(s.Office.Policy, a), recount(a, l)
			if got.Outcome != want {
				t.Fatalf("%s: %s, counted again %s", a.Person.Name, got.Outcome, want)
			}
			if got.Sits {
				counted[want]++
			}
			for _, subject := range policy.SubjectIDs() {
				if n := len(slices.DeleteFunc(slices.Clone(l.Scores), func(s data.Score) bool { return s.Subject != subject || s.Void != "" })); n > 1 {
					t.Fatalf("%s has %d scores of %s that count", a.Person.Name, n, subject)
				}
			}
			if c, _, ok := results.Issued(a); ok {
				if numbers[c.Number] || got.Sits && got.Outcome != results.Passed {
					t.Fatalf("%s: certificate %s with %s", a.Person.Name, c.Number, got.Outcome)
				}
				numbers[c.Number] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	n := results.Count(s.Office.Policy, people)
	byOutcome := map[results.Outcome]int{results.Pending: n.Pending, results.Passed: n.Passed, results.Failed: n.Failed, results.Absent: n.Absent}
	sum := 0
	for _, o := range results.Outcomes() {
		if sum += byOutcome[o]; byOutcome[o] != counted[o] {
			t.Fatalf("%s: %d, counted again %d", o, byOutcome[o], counted[o])
		}
	}
	if sum != n.People || n.Issued != len(numbers) || len(results.PassList(s.Desk, people)) != n.Passed {
		t.Fatalf("the sums do not add up: %+v", n)
	}
}

func TestWhateverIsDoneResultsAgreeWithARecountAndSumsWithThePeople(t *testing.T) {
	s := &season{stage: newStage(t, 30)}
	for _, l := range []data.Level{1, 3, 4} {
		s.people = append(s.people, s.of(t, l, 0).Application.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		t.Repeat(map[string]func(*rapid.T){
			"": s.agrees, "score": s.scores, "score again": s.scores, "correct": s.corrects, "admit": s.admits, "issue": s.issues, "collect": s.collects,
			"void": s.voids, "file": s.files, "undo": s.undoes, "import": s.imports, "move": s.moves,
		})
	})
}

// BenchmarkCount100000 works out the results of 100,000 people and sums them.
func BenchmarkCount100000(b *testing.B) {
	s := newStage(b, 40)
	known := s.Register.Find(everybody)
	people := make([]*data.Applicant, 100_000)
	for i := range people {
		a := *known[i%len(known)]
		a.Ledger.Scores = []data.Score{{Subject: policy.SubjectComputer, Points: data.Points(i % 1000)}, {Subject: policy.SubjectTheory, Points: data.Points(i % 1000)}}
		people[i] = &a
	}
	for b.Loop() {
		if n := results.Count(s.Office.Policy, people); n.People != len(people) {
			b.Fatal(n)
		}
	}
}
