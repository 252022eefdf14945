package printing_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/demo/seasontest"
	"gongkao/app/fees"
	"gongkao/app/fees/account"
	"gongkao/app/office"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/statistics"
	"gongkao/app/textbooks"
	"gongkao/data"
)

func must[T any](t seasontest.Asked, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// same wants what a package or a paper says to be what the people come to.
func same[T comparable](t seasontest.Asked, where string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %+v, from the people up %+v", where, got, want)
	}
}

// agree holds the sums of all packages and the tables of all papers that count
// against the people.
func agree(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	everybody := d.Register.Find(registration.Query{})
	same(t, "people on record", len(everybody), by.All.People)
	agreeOnMoney(t, d, everybody, by)
	agreeOnBooks(t, d, by)
	agreeOnCounts(t, d, by)
	n := results.Count(d.Office.Policy, everybody)
	same(t, "results", [5]int{n.People, n.Pending, n.Passed, n.Failed, n.Absent}, [5]int{by.All.Approved, by.All.Pending, by.All.Passed, by.All.Failed, by.All.Absent})
	same(t, "certificates in force", n.Issued-n.Revoked, by.All.Certificates)
}

func agreeOnMoney(t seasontest.Asked, d *registration.Desk, everybody []*data.Applicant, by seasontest.County) {
	t.Helper()
	p, today := d.Office.Policy, d.Office.Today()
	money := func(s seasontest.Sums) [2]data.Fen { return [2]data.Fen{s.Due, s.Paid} }
	sum := fees.Sum(p, everybody, today)
	same(t, "fees", [2]data.Fen{sum.Due, sum.Paid}, money(by.All))
	same(t, "fees by unit", added(fees.ByUnit(p, everybody, today)), money(by.All))
	same(t, "fees by supervising unit", added(fees.BySupervising(p, everybody, today)), money(by.All))
	same(t, "fees by level", added(fees.ByLevel(p, everybody, today)), money(by.All))
	var days data.Fen
	for _, day := range fees.ByDay(everybody) {
		days += day.Paid
	}
	same(t, "fees by day", days, by.All.Paid)
}

func added[K int | string | data.Level](lines []account.Line[K]) (sum [2]data.Fen) {
	for _, l := range lines {
		sum[0], sum[1] = sum[0]+l.Due, sum[1]+l.Paid
	}
	return sum
}

func agreeOnBooks(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	type ordered struct {
		copies int
		amount data.Fen
	}
	want := ordered{by.All.Copies + by.Own.Copies, by.All.Amount + by.Own.Amount}
	l, err := textbooks.Load(context.Background(), d)
	must(t, l, err)
	county := l.County()
	same(t, "textbooks", ordered{county.Copies, county.Due}, want)
	same(t, "money of textbooks", county.Paid, by.Handed)
	for _, column := range []textbooks.By{textbooks.ByUnit, textbooks.ByTrade, textbooks.ByLevel, textbooks.ByBook} {
		totals, err := l.Totals(column)
		var sum ordered
		for _, one := range must(t, totals, err) {
			sum = ordered{sum.copies + one.Copies, sum.amount + one.Amount}
		}
		same(t, "textbooks by "+string(column), sum, want)
	}
	if want.copies == 0 {
		return
	}
	tables, err := printing.TablesOf(context.Background(), d, printing.Order{Paper: "textbooks"})
	must(t, tables, err)
	var sum ordered
	for i, table := range tables {
		var form ordered
		for _, line := range table.Lines {
			form = ordered{form.copies + line.Copies, form.amount + line.Amount}
		}
		if table.Title == "全县合计" {
			same(t, "the county's order form", form, want)
			continue
		}
		sum = ordered{sum.copies + form.copies, sum.amount + form.amount}
		same(t, "the county's form is the last", i < len(tables)-1 || len(tables) == 1, true)
	}
	same(t, "order forms", sum, want)
}

// counted is what statistics and the summary say.
func counted(s seasontest.Sums) statistics.Count {
	return statistics.Count{People: s.People, Approved: s.Approved, Passed: s.Certificates, Copies: s.Copies, Due: s.Due, Paid: s.Paid}
}

func agreeOnCounts(t seasontest.Asked, d *registration.Desk, by seasontest.County) {
	t.Helper()
	for _, dimensions := range [][]string{nil, {"level"}, {"trade"}, {"unit"}, {"supervising_unit", "level"}, {"level", "trade", "unit"}} {
		table, err := statistics.Of(statistics.Ask(d, dimensions))
		must(t, table, err)
		var sum statistics.Count
		for _, row := range table.Rows {
			sum = sum.Plus(row.Count)
			if len(dimensions) == 1 && dimensions[0] == "level" {
				same(t, "statistics of a level", row.Count, counted(by.Levels[data.Level(row.Values[0].Code.(int))]))
			}
		}
		same(t, fmt.Sprint("statistics by ", dimensions), sum, counted(by.Applied))
		same(t, fmt.Sprint("total of statistics by ", dimensions), table.Total, counted(by.Applied))
	}
	for id, want := range map[string]seasontest.Sums{"summary": by.Running, "statistics": by.Applied} {
		if want.People == 0 {
			continue
		}
		tables, err := printing.TablesOf(context.Background(), d, printing.Order{Paper: id})
		must(t, tables, err)
		var got seasontest.Sums
		levels := 0
		for _, line := range tables[0].Lines {
			got.People, got.Approved, got.Due, got.Paid = got.People+line.People, got.Approved+line.Approved, got.Due+line.Due, got.Paid+line.Paid
			for _, n := range line.Levels {
				levels += n
			}
		}
		same(t, "the table of "+id, got, seasontest.Sums{People: want.People, Approved: want.Approved, Due: want.Due, Paid: want.Paid})
		if id == "summary" {
			same(t, "levels of the summary", levels, want.People)
		}
	}
}

func TestRosterSummaryOrderFormAndEveryTotalAreTheSumOfThePeople(t *testing.T) {
	for _, season := range []demo.Size{demotest.Small(120), {People: 120, Units: 12, Seed: 7, WholeSeason: true}} {
		now := demotest.Season
		if season.WholeSeason {
			now = time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC)
		}
		d := demotest.Open(t, office.Place{Folder: demotest.County(t, season), Now: func() time.Time { return now }})
		by := seasontest.ByHand(t, d)
		if by.All.Due == 0 || by.All.Paid == 0 || by.Own.Copies == 0 || by.All.Copies == 0 || season.WholeSeason && by.All.Passed*by.All.Failed*by.All.Absent*by.All.Certificates == 0 {
			t.Fatalf("the county has nothing to be summed: %+v", by)
		}
		agree(t, d, by)
		_, roster := printed(t, d, printing.Order{Paper: "roster"})
		same(t, "people on the roster", roster.Records, by.Running.People)
		path, _ := printed(t, d, printing.Order{Paper: "summary"})
		line := totalLine(t, path)
		same(t, "people, due and paid on the printed summary", strings.Join(line[5:8], " "), fmt.Sprint(by.Running.People, " ", yuan(by.Running.Due), " ", yuan(by.Running.Paid)))
		path, _ = printed(t, d, printing.Order{Paper: "textbooks"})
		amount := by.All.Amount + by.Own.Amount
		line = totalLine(t, path)
		same(t, "the printed order form", strings.Join(line, " "), fmt.Sprint(by.All.Copies+by.Own.Copies, " — ", amount))
		if text := textOf(t, path); !strings.HasSuffix(before(text, "联系人、电话"), data.Squeeze(amount.Capital())) {
			t.Errorf("the last order form does not say %s", amount.Capital())
		}
	}
}

// before is what stands before the last place of a word.
func before(text, word string) string { return text[:max(0, strings.LastIndex(text, word))] }

func yuan(f data.Fen) string { return strings.TrimSuffix(f.String(), ".00") }

// sumRow begins the last row of a table: 合　计. Blanks tell it from a column's head.
var sumRow = regexp.MustCompile(`合[\s　]+计\s`)

// totalLine are the figures behind the last row of sums of a printed table.
func totalLine(t *testing.T, path string) []string {
	t.Helper()
	var found []string
	for _, line := range strings.Split(tool(t, "pdftotext", "-layout", path, "-"), "\n") {
		if at := sumRow.FindStringIndex(line); at != nil {
			found = strings.Fields(line[at[1]:])
		}
	}
	if len(found) == 0 {
		t.Fatalf("%s has no row of sums", path)
	}
	return found
}

func TestEveryTotalIsTheSumOfThePeopleAfterEveryStepOfAnySeason(t *testing.T) {
	seasontest.Few(t, 8)
	county := demotest.County(t, seasontest.Whole)
	rapid.Check(t, func(r *rapid.T) {
		s := seasontest.Begin(t, county)
		r.Repeat(s.Actions(func() { agree(r, s.Desk, seasontest.ByHand(t, s.Desk)) }))
	})
}
