package printing_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/statistics"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// season gives a practice county money and books: everybody approved pays his
// fee, one entry is void; books are ordered by a person and by a unit as a whole.
func season(t *testing.T) *registration.Desk {
	t.Helper()
	d := demotest.Desk(t, 60)
	people := d.Register.Find(registration.Query{})
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error {
		book := data.Book{ID: data.BookID(tx.NewID()), Year: 2026, Trade: "农艺工", Level: 3, Title: "农艺工", Price: 4600}
		if err := tx.PutBook(book); err != nil {
			return err
		}
		for i, a := range people {
			a.Application.Status = []data.Status{data.Approved, data.Reported, data.Submitted, data.Cancelled}[i%4]
			a.Application.Trade = "农艺工"
			if err := tx.PutApplication(a.Application); err != nil {
				return err
			}
			pay := data.Payment{ID: data.PaymentID(tx.NewID()), Application: a.Application.ID, Step: 1, Fen: data.Fen(27500 + i), Paid: data.MustDate(2026, 4, 20)}
			if i%5 == 0 {
				pay.Void = "重复"
			}
			if err := tx.PutPayment(pay); err != nil {
				return err
			}
			order := data.BookOrder{ID: data.BookOrderID(tx.NewID()), Year: 2026, Unit: a.Application.Unit, Application: a.Application.ID, Book: book.ID, Copies: 1 + i%3, Price: book.Price}
			if i%7 == 0 {
				order.Application = "" // the unit's own
			}
			if i%2 == 0 {
				if err := tx.PutBookOrder(order); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
	return d
}

func textOf(t *testing.T, path string) string {
	t.Helper()
	if out := tool(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Errorf("qpdf --check: %s", out)
	}
	return data.Squeeze(tool(t, "pdftotext", "-layout", path, "-"))
}

func TestSummaryAndStatisticsComeToTheSumOfTheRoster(t *testing.T) {
	d := season(t)
	var running, applied statistics.Count
	for _, a := range d.Register.Find(registration.Query{}) {
		c := statistics.CountOf(d.Office.Policy, a)
		applied = applied.Plus(c)
		if a.Application.Status != data.Cancelled {
			running = running.Plus(c)
		}
	}
	_, roster := printed(t, d, printing.Order{Paper: "roster"})
	path, result := printed(t, d, printing.Order{Paper: "summary"})
	text := textOf(t, path)
	if result.Records != running.People || roster.Records != running.People {
		t.Errorf("%d on the summary, %d on the roster, %d in the running", result.Records, roster.Records, running.People)
	}
	for _, want := range []string{running.Due.String()[:len(running.Due.String())-3], running.Paid.String(), fmt.Sprintf("另有不通过、取消、失效%d人", applied.People-running.People)} {
		if !strings.Contains(text, data.Squeeze(want)) {
			t.Errorf("the summary lacks %s", want)
		}
	}
	path, result = printed(t, d, printing.Order{Paper: "statistics", By: []string{"level"}})
	if text = textOf(t, path); result.Records != applied.People || !strings.Contains(text, applied.Paid.String()) {
		t.Errorf("%d in the statistics, %d applied; want %s paid", result.Records, applied.People, applied.Paid)
	}
}

func TestOrderFormsComeToAllOrdersAndOneAUnitToItsOwn(t *testing.T) {
	d := season(t)
	var sum data.Fen
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		all, err := r.BookOrders(2026)
		for _, o := range all {
			sum += o.Amount()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	path, result := printed(t, d, printing.Order{Paper: "textbooks"})
	text := textOf(t, path)
	if !strings.Contains(text, sum.Capital()) || !strings.Contains(text, sum.String()) {
		t.Errorf("the sum %s is not on the forms", sum)
	}
	n, err := printing.Forms(context.Background(), d, printing.Order{Paper: "textbooks"})
	if err != nil || n != result.Records || n < 3 {
		t.Errorf("%d forms counted, %d printed, %v", n, result.Records, err)
	}
	unit := d.Register.Find(registration.Query{})[0].Supervising
	path, result = printed(t, d, printing.Order{Paper: "textbooks", Query: registration.Query{Unit: unit}})
	if text := textOf(t, path); result.Records != 1 || strings.Contains(text, "全县合计") || !strings.Contains(text, data.Squeeze("主管部门："+unit)) {
		t.Errorf("the form of %s: %d records", unit, result.Records)
	}
}

func TestSlipsAreForThoseWhoseReviewIsPassed(t *testing.T) {
	d := season(t)
	path, result := printed(t, d, printing.Order{Paper: "payment-slip"})
	if result.Records != 30 || result.Pages != 30 {
		t.Errorf("%d slips on %d pages, want 30", result.Records, result.Pages)
	}
	if text := textOf(t, path); strings.Count(text, "一律不予退费") != 30 {
		t.Error("not every slip has the notice's sentence")
	}
}

func TestAnEmptyScopeOfMoneyOrBooksIsRefused(t *testing.T) {
	d := demotest.Desk(t, 5)
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"textbooks": "没有教材征订", "payment-slip": "没有审查通过的人", "summary": "没有人符合", "statistics": "没有人符合"} {
		order := printing.Order{Paper: id, Query: registration.Query{Text: "谁也不叫这个名字"}}
		_, _, err := printing.Preview(context.Background(), d, papers, order)
		if !data.HasCode(err, "nobody") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", id, err)
		}
	}
}
