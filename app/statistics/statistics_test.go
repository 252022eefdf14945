package statistics_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gongkao/app/policy"
	"gongkao/app/statistics"
	"gongkao/assets"
	"gongkao/data"
)

func policy2026(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := policy.Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// season invents n people who are all at another point of the year.
func season(r *rand.Rand, n int) []*data.Applicant {
	statuses := []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported, data.Withdrawn, data.Cancelled, data.Lapsed, data.Carried}
	trades := []string{"农艺工", "保管工", "汽车驾驶员", ""}
	people := make([]*data.Applicant, n)
	for i := range people {
		a := &data.Applicant{Unit: fmt.Sprintf("单位 %d", r.IntN(1+n/100)), Supervising: fmt.Sprintf("局 %d", r.IntN(5))}
		a.Person.Sex = []data.Sex{data.Male, data.Female, ""}[r.IntN(3)]
		if r.IntN(9) > 0 {
			a.Person.Birth = data.MustDate(1960+r.IntN(50), 1+r.IntN(12), 1)
		}
		a.Application = data.Application{Year: 2026, Status: statuses[r.IntN(len(statuses))], Level: data.Level(r.IntN(6)), Trade: trades[r.IntN(4)], Path: append(data.Paths(), "")[r.IntN(5)]}
		for range r.IntN(3) {
			a.Ledger.Payments = append(a.Ledger.Payments, data.Payment{Fen: data.Fen(r.IntN(50000)), Void: []string{"", "记错了"}[r.IntN(2)]})
			a.Ledger.Orders = append(a.Ledger.Orders, data.BookOrder{Copies: r.IntN(5), Price: 4600, Void: []string{"", "不要了"}[r.IntN(2)]})
		}
		if r.IntN(4) == 0 {
			a.Ledger.Evaluation = &data.Evaluation{Entered: data.MustDate(2026, 10, 9)}
			a.Ledger.Certificates = []data.Certificate{{Number: "1"}}
		}
		people[i] = a
	}
	return people
}

// sum counts by hand what everybody comes to.
func sum(p *policy.Policy, people []*data.Applicant) (c statistics.Count) {
	for _, a := range people {
		if statistics.Applied(a) {
			c = c.Plus(statistics.CountOf(p, a))
		}
	}
	return c
}

func TestEveryTotalIsTheSumOfThePeople(t *testing.T) {
	p := policy2026(t)
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		people, before := season(r, rapid.IntRange(0, 200).Draw(t, "people")), season(r, 30)
		by := rapid.SliceOfNDistinct(rapid.SampledFrom(statistics.Keys()), 0, len(statistics.Dimensions), rapid.ID[string]).Draw(t, "by")
		table, err := statistics.Of(statistics.Question{By: by, People: people, Before: before, Policy: p})
		if err != nil {
			t.Fatal(err)
		}
		want := sum(p, people)
		for _, a := range before {
			if statistics.Applied(a) {
				want.Before++
			}
		}
		var rows, lines statistics.Count
		for _, row := range table.Rows {
			rows = rows.Plus(row.Count)
		}
		for _, l := range table.Lines() {
			if !l.Sum {
				lines = lines.Plus(l.Count)
			}
		}
		if table.Total != want || rows != want || lines != want {
			t.Errorf("by %v: total %+v, rows %+v, lines %+v, people %+v", by, table.Total, rows, lines, want)
		}
	})
}

func TestMoneyIsDueFromApprovalAndTwiceInTheEvaluation(t *testing.T) {
	p := policy2026(t)
	for _, c := range []struct {
		level    data.Level
		status   data.Status
		admitted bool
		want     data.Fen
	}{
		{5, data.Approved, false, 27500}, {4, data.Reported, false, 32000}, {3, data.Submitted, false, 0}, {2, data.Rejected, false, 0},
		{1, data.Approved, false, 38000}, {1, data.Approved, true, 51000}, {0, data.Approved, false, 0}, {1, data.Lapsed, true, 0},
	} {
		a := &data.Applicant{Application: data.Application{Level: c.level, Status: c.status}}
		if c.admitted {
			a.Ledger.Evaluation = &data.Evaluation{Entered: data.MustDate(2026, 10, 9)}
		}
		if got := statistics.CountOf(p, a).Due; got != c.want {
			t.Errorf("%+v: %s due", c, got)
		}
	}
}

func TestRowsStandInTheOrderOfTheOfficesLists(t *testing.T) {
	at := func(level data.Level, unit string, birth int) *data.Applicant {
		return &data.Applicant{Unit: unit, Person: data.Person{Birth: data.MustDate(birth, 12, 31)}, Application: data.Application{Level: level, Status: data.Draft}}
	}
	people := []*data.Applicant{at(1, "乙", 1996), at(0, "丙", 1995), at(5, "甲", 1970), at(5, "乙", 1965), at(3, "乙", 1991)}
	for by, want := range map[string]string{
		"level": "五级 2，三级 1，一级 1，未填 1", "unit": "乙 3，甲 1，丙 1", "age": "30岁及以下 1，31至35岁 2，56岁及以上 2", "unit,level": "乙 五级 1，乙 三级 1，乙 一级 1，甲 五级 1，丙 未填 1",
	} {
		table, err := statistics.Of(statistics.Question{By: strings.Split(by, ","), People: people, Policy: policy2026(t), Order: map[string][]string{"unit": {"乙", "甲"}}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range table.Rows {
			var words []string
			for _, v := range row.Values {
				words = append(words, v.Label)
			}
			got = append(got, fmt.Sprintf("%s %d", strings.Join(words, " "), row.People))
		}
		if strings.Join(got, "，") != want {
			t.Errorf("by %s: %s\nwant %s", by, strings.Join(got, "，"), want)
		}
	}
}

func TestWhoDidNotApplyIsNotCounted(t *testing.T) {
	people := []*data.Applicant{{Application: data.Application{Status: data.Carried}}, {Application: data.Application{Status: data.Withdrawn}}, {Application: data.Application{Status: data.Lapsed}}}
	table, err := statistics.Of(statistics.Question{By: []string{"status"}, People: people})
	if err != nil || table.Total.People != 1 || len(table.Rows) != 1 || table.Year {
		t.Errorf("%+v, %v", table, err)
	}
}

func TestAnUnknownDimensionIsRefusedWithTheListOfAll(t *testing.T) {
	_, err := statistics.Of(statistics.Question{By: []string{"level", "weight"}})
	if r, ok := data.AsRefusal(err); !ok || r.Code != "dimension-unknown" || !strings.Contains(r.Hint, "supervising_unit") {
		t.Errorf("%v", err)
	}
	if _, err := statistics.Of(statistics.Question{By: []string{"level", "level"}}); !data.HasCode(err, "dimension-twice") {
		t.Errorf("%v", err)
	}
}

// The figure promised: 100,000 people in less than 200 ms.
func BenchmarkHundredThousand(b *testing.B) {
	q := statistics.Question{By: []string{"level", "trade", "unit"}, People: season(rand.New(rand.NewPCG(1, 2)), 100_000), Policy: policy2026(b)}
	for b.Loop() {
		if _, err := statistics.Of(q); err != nil {
			b.Fatal(err)
		}
	}
}
