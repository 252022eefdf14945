package tray_test

import (
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
)

// examined is somebody of whom a score is due: approved and paid for.
func examined(t testing.TB, d *registration.Desk) *data.Applicant {
	t.Helper()
	a := d.Register.Find(registration.Query{})[0]
	demotest.Certified(t, d, a, "0816000001")
	now, _ := d.Register.ByID(a.Application.ID)
	return now
}

// payment is a row of somebody who has paid for 三级.
func payment(name, number, reference string) data.WaitingRow {
	return data.WaitingRow{Texts: map[string]string{"name": name, "id_number": number, "amount": "365", "paid_on": "2026-04-08", "reference": reference}}
}

func TestAPaymentMendedInTheTrayEntersAndIsTakenBackWithItsBatch(t *testing.T) {
	d := demotest.Desk(t, 40)
	a := unpaid(t, d)
	stranger := string(data.WithCheckDigit("41152119700101001"))
	wrong := payment(a.Person.Name, stranger, "R1")
	again := payment(a.Person.Name, string(a.Person.IDNumber), "R1")
	again.Texts["amount"] = "三百"
	id := laid(t, d, sheets.Payments, wrong, again)
	tr := open(t, d, id)
	g := tr.Groups()
	if len(g) != 2 || g[0].Title != "登记里没有这个人" || g[1].Title != "缴费对不上" {
		t.Fatalf("the groups are %+v: %+v", g, tr.Row(1).Problems)
	}
	must(t, tr.Mend(ctx, 0, "id_number", string(a.Person.IDNumber)))
	if !tr.Row(0).Ready {
		t.Fatalf("the mended payment is %+v", tr.Row(0).Problems)
	}
	must(t, tr.Mend(ctx, 1, "amount", "365"))
	if r := tr.Row(1); r.Ready || r.Problems[0].Code != "pay-twice" || r.Problems[0].Cell == "" {
		t.Errorf("the same payment a second time is %+v", r)
	}
	entered, err := tr.Enter(ctx, nil)
	must(t, err)
	now, _ := d.Register.ByID(a.Application.ID)
	if entered.Rows != 1 || entered.People != 0 || len(now.Ledger.Payments) != 1 || now.Ledger.Payments[0].Batch != id {
		t.Errorf("entered %+v, paid %+v", entered, now.Ledger.Payments)
	}
	must(t, tr.Drop(ctx, 1, "同一笔"))
	_, err = intake.TakeBack(ctx, d, id, "导错了")
	must(t, err)
	if now, _ := d.Register.ByID(a.Application.ID); now.Ledger.Payments[0].Void == "" {
		t.Error("the payment still counts after its batch was taken back")
	}
}

// unpaid makes somebody approved for 三级 who has not paid.
func unpaid(t testing.TB, d *registration.Desk) *data.Applicant {
	t.Helper()
	for _, a := range d.Register.Find(registration.Query{}) {
		if len(a.Ledger.Payments) == 0 && registration.Amendable(a.Application.Status) {
			approve(t, d, a)
			now, _ := d.Register.ByID(a.Application.ID)
			return now
		}
	}
	t.Fatal("everybody has paid")
	return nil
}

func TestAScoreMendedInTheTrayIsJudgedByTheYearsBooks(t *testing.T) {
	d := demotest.Desk(t, 20)
	a := examined(t, d)
	row := data.WaitingRow{Texts: map[string]string{"name": a.Person.Name, "id_number": string(a.Person.IDNumber), "computer": "78.5分分"}}
	tr := open(t, d, laid(t, d, sheets.Scores, row))
	if g := tr.Groups(); len(g) != 1 || g[0].Title != "成绩不能录" {
		t.Fatalf("the groups are %+v, %+v", g, tr.Row(0).Problems)
	}
	must(t, tr.Mend(ctx, 0, "computer", "78.5"))
	if p := tr.Row(0).Problems; len(p) != 1 || p[0].Code != "score-twice" || tr.Groups()[0].Title != "以前已经录过" {
		t.Errorf("the score on record is told as %+v", p)
	}
}

func TestAUnitsLineMendedInTheTrayEntersTheRegister(t *testing.T) {
	d := demotest.Desk(t, 20)
	above := d.AllUnits()[0]
	id := laid(t, d, sheets.Units, data.WaitingRow{Texts: map[string]string{"short": "新办", "supervising_unit": above.Name}, Problems: []string{"required-missing"}})
	tr := open(t, d, id)
	if g := tr.Groups(); len(g) != 1 || g[0].Title != "缺必填项" {
		t.Fatalf("the groups are %+v", g)
	}
	must(t, tr.Mend(ctx, 0, "unit", "罗山县新设事务中心"))
	entered, err := tr.Enter(ctx, nil)
	must(t, err)
	u, err := d.UnitNamed("罗山县新设事务中心")
	if err != nil || entered.Rows != 1 || entered.People != 0 || u.Short != "新办" {
		t.Errorf("entered %+v: %+v, %v", entered, u, err)
	}
}
