package tray_test

import (
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/tray"
	"gongkao/data"
)

func TestWhenTheFirstOfTwoGoesTheSecondIsFree(t *testing.T) {
	d := demotest.Desk(t, 20)
	id := laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown"), person(d, 901, nil, "id-duplicate-sheet"))
	tr := open(t, d, id)
	if r := tr.Row(1); r.Ready || r.Problems[0].Code != "id-duplicate-sheet" || !strings.Contains(r.Problems[0].Message, "第 17 行") || r.Problems[0].Cell != "E18" {
		t.Fatalf("the second row is %+v", r)
	}
	b, found := tr.Beside(1)
	if !found || b.Row != 0 || b.Registered != "" || b.There != "第 17 行" {
		t.Errorf("beside the second stands %+v", b)
	}
	must(t, tr.SendBack(ctx, 0, ""))
	if !tr.Row(1).Ready {
		t.Errorf("after the first was sent back the second is %+v", tr.Row(1))
	}
	if what, err := tr.Undo(ctx); err != nil || tr.Row(1).Ready || !strings.Contains(what, "退给单位") {
		t.Errorf("after undoing %q (%v) the second is %+v", what, err, tr.Row(1))
	}
	must(t, tr.Drop(ctx, 1, ""))
	if r := tr.Row(1); r.State != data.TrayDropped || !strings.Contains(r.Why, "保留第 17 行") || !strings.Contains(r.Why, "不录第 18 行") {
		t.Errorf("the decision reads %q", r.Why)
	}
	must(t, tr.Mend(ctx, 0, "level", "三级"))
	if f := tr.Figures(); f != (tray.Figures{Read: 2, Open: 1, Ready: 1, Dropped: 1}) {
		t.Errorf("the figures are %+v", f)
	}
}

func TestAPersonWhoWaitsInAnEarlierImportIsToldAndFreedThere(t *testing.T) {
	d := demotest.Desk(t, 20)
	first := open(t, d, laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown")))
	second := open(t, d, laid(t, d, "people", person(d, 901, nil, "id-duplicate-sheet")))
	if second.Row(0).Ready {
		t.Error("a person who waits elsewhere would enter")
	}
	must(t, first.SendBack(ctx, 0, "请核对"))
	must(t, second.Renew(ctx))
	if !second.Row(0).Ready {
		t.Errorf("after the first was sent back: %+v", second.Row(0))
	}
}

func TestARegisteredPersonIsKeptOrAmendedAndBothSidesAreRecorded(t *testing.T) {
	d := demotest.Desk(t, 20)
	var a *data.Applicant
	for _, someone := range d.Register.Find(registration.Query{}) {
		if registration.Amendable(someone.Application.Status) {
			a = someone
		}
	}
	twin := map[string]string{"id_number": string(a.Person.IDNumber), "name": a.Person.Name, "phone": "13912345678", "unit": d.AllUnits()[3].Name}
	tr := open(t, d, laid(t, d, "people", person(d, 901, twin, "id-duplicate-register"), person(d, 901, twin, "id-duplicate-register")))
	b, found := tr.Beside(0)
	if !found || b.Registered != a.Application.ID || !b.Amendable {
		t.Fatalf("beside stands %+v", b)
	}
	differs := map[string]bool{}
	for _, s := range b.Fields {
		differs[s.Key] = s.Differs
	}
	if differs["id_number"] || differs["name"] || !differs["phone"] {
		t.Errorf("what differs is %v", differs)
	}
	must(t, tr.Drop(ctx, 1, ""))
	if why := tr.Row(1).Why; !strings.Contains(why, "保留已登记，"+a.Application.Status.String()) || !strings.Contains(why, a.Unit) {
		t.Errorf("the decision reads %q", why)
	}
	must(t, tr.Amend(ctx, 0, []string{"phone"}))
	now, _ := d.Register.ByID(a.Application.ID)
	if now.Person.Phone != "13912345678" || now.Unit != a.Unit || tr.Row(0).State != data.TrayDropped {
		t.Errorf("the registered one is %+v, the row %+v", now.Person, tr.Row(0))
	}
	if _, err := tr.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if now, _ := d.Register.ByID(a.Application.ID); now.Person.Phone != a.Person.Phone || tr.Row(0).State != data.TrayOpen {
		t.Errorf("after undoing the registered one has %s", now.Person.Phone)
	}
}

func TestADecisionWithoutAReasonIsRefused(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := open(t, d, laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown")))
	if err := tr.Drop(ctx, 0, " "); !data.HasCode(err, "reason-missing") {
		t.Errorf("dropped without a reason: %v", err)
	}
}

func TestPeopleFromTheTrayAreTakenBackWithTheirBatch(t *testing.T) {
	d := demotest.Desk(t, 20)
	id := laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown"))
	tr := open(t, d, id)
	must(t, tr.Mend(ctx, 0, "level", "三级"))
	_, err := tr.Enter(ctx, nil)
	must(t, err)
	a, _ := d.Register.ByNumber(data.WithCheckDigit("41152119750203901"))
	events, err := d.Timeline(ctx, a.Application.ID)
	must(t, err)
	var told []string
	for _, e := range events {
		told = append(told, e.By+" "+e.Words)
	}
	if all := strings.Join(told, "\n"); !strings.Contains(all, "由导入第 17 行改好后登记") || !strings.Contains(all, d.Office.Clerk+" 导入第 17 行：申报等级由甲改为三级") {
		t.Errorf("the timeline tells\n%s", all)
	}
	if _, err := intake.TakeBack(ctx, d, id, "导错了"); err != nil {
		t.Fatal(err)
	}
	if a, known := d.Register.ByNumber(data.WithCheckDigit("41152119750203901")); known && !a.Application.Vacant() {
		t.Errorf("still registered: %+v", a.Application)
	}
	if err := tr.Mend(ctx, 0, "level", "四级"); err == nil {
		t.Error("a row of a batch that was taken back was mended")
	}
	if _, err := tray.Open(ctx, d, id); !data.HasCode(err, "batch-void") {
		t.Errorf("opening it: %v", err)
	}
}
