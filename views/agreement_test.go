package views_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/demo/seasontest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/fees"
	"gongkao/views/results"
	"gongkao/views/statistics"
	"gongkao/views/textbooks"
	"gongkao/views/wording"
)

// says wants words of a screen.
func says(t seasontest.Asked, where, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s says %s, from the people up it is %s", where, got, want)
	}
}

func TestTheScreensOfTheYearsBooksSayWhatThePeopleComeTo(t *testing.T) {
	d := demotest.Open(t, office.Place{
		Folder: demotest.County(t, demo.Size{People: 120, Units: 12, Seed: 7, WholeSeason: true}),
		Now:    func() time.Time { return time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC) },
	})
	agree(t, d, seasontest.ByHand(t, d))
}

func agree(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	for _, say := range []func(seasontest.Asked, *registration.Desk, seasontest.County){feesSay, textbooksSay, resultsSay, statisticsSay} {
		say(t, d, by)
	}
}

func TestTheScreensSayItAfterEveryStepOfAnySeason(t *testing.T) {
	seasontest.Few(t, 3)
	county := demotest.County(t, seasontest.Whole)
	rapid.Check(t, func(r *rapid.T) {
		s := seasontest.Begin(t, county)
		r.Repeat(s.Actions(func() { agree(r, s.Desk, seasontest.ByHand(t, s.Desk)) }))
	})
}

func feesSay(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	m := fees.New(d)
	if err := m.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	lines := m.Sum()
	says(t, "应缴", lines[0].People+" "+lines[0].Money, wording.Count(by.All.Approved)+" "+by.All.Due.String())
	says(t, "已缴", lines[1].Money, by.All.Paid.String())
	for _, cut := range []fees.Cut{fees.ByLevel, fees.ByUnit, fees.ByDay} {
		var due, paid data.Fen
		for _, part := range m.Parts(cut) {
			due, paid = due+part.Due, paid+part.Paid
		}
		if cut == fees.ByDay { // a day has no dues
			due = by.All.Due
		}
		says(t, "a cut of the fees", due.String()+" "+paid.String(), by.All.Due.String()+" "+by.All.Paid.String())
	}
}

func textbooksSay(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	m := textbooks.New(d)
	if err := m.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	copies, amount := by.All.Copies+by.Own.Copies, by.All.Amount+by.Own.Amount
	money, _ := m.Money()
	says(t, "教材应缴", money[0][1], amount.String())
	says(t, "教材已缴", money[1][1], by.Handed.String())
	says(t, "应发", m.Books()[0][1], wording.Count(copies))
	figures, capitals := m.Total()
	says(t, "教材合计", figures+capitals, amount.String()+" 元"+amount.Capital())
	lines := 0
	for row := range m.Units() {
		if m.Show(row); row > 0 {
			for _, line := range m.Lines() {
				lines += number(t, line.Copies)
			}
		}
	}
	says(t, "the units' order forms", wording.Count(lines), wording.Count(copies))
}

// number reads what wording.Count wrote.
func number(t seasontest.Asked, words string) (n int) {
	t.Helper()
	for _, r := range strings.ReplaceAll(words, ",", "") {
		if r < '0' || r > '9' {
			t.Fatalf("%q is no number", words)
		}
		n = n*10 + int(r-'0')
	}
	return n
}

func resultsSay(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	m, err := results.New(d)
	if err != nil {
		t.Fatal(err)
	}
	m.Refresh()
	got := map[string]string{}
	scored, certified := m.Sums()
	for _, s := range append(scored, certified...) {
		got[s.Label] = s.Figure
	}
	for label, n := range map[string]int{"应考": by.All.Approved, "合格": by.All.Passed, "不合格": by.All.Failed, "缺考": by.All.Absent} {
		says(t, label, got[label], wording.Count(n))
	}
	if n := number(t, got["证书 已发"]); n < by.All.Certificates {
		t.Errorf("%d certificates are issued, %d of them in force", n, by.All.Certificates)
	}
}

func statisticsSay(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	m := statistics.New(d)
	for _, cut := range [][]string{{"level"}, {"trade"}, {"unit", "level"}, {"supervising_unit", "status"}} {
		m.SetBy(cut)
		if err := m.Count(); err != nil {
			t.Fatal(err)
		}
		people, copies := 0, 0
		for row := range m.Len() {
			if line := m.Line(row); !line.Sum {
				people, copies = people+number(t, line.People), copies+number(t, line.Copies)
			}
		}
		says(t, "the lines of the statistics", wording.Count(people)+" "+wording.Count(copies), wording.Count(by.Applied.People)+" "+wording.Count(by.Applied.Copies))
		sum := m.Total()
		says(t, "the statistics", strings.Join([]string{sum.People, sum.Approved, sum.Copies, sum.Due, sum.Paid}, " "), strings.Join([]string{
			wording.Count(by.Applied.People), wording.Count(by.Applied.Approved), wording.Count(by.Applied.Copies), by.Applied.Due.String(), by.Applied.Paid.String()}, " "))
	}
}
