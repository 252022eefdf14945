package tray_test

import (
	"context"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/tray"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
)

// spelled is how a sender writes the unit who means it.
func spelled(u data.Unit) string { return u.Name + "本部" }

func TestOneAnswerServesEveryRowThatSpellsAUnitSoAndTheNextSheet(t *testing.T) {
	d := demotest.Desk(t, 20)
	u := d.AllUnits()[1]
	id := laid(t, d, "people",
		person(d, 901, map[string]string{"unit": spelled(u)}, "unit-similar"),
		person(d, 903, map[string]string{"unit": spelled(u)}, "unit-similar"),
		person(d, 905, map[string]string{"unit": "查无此单位"}, "unit-unknown"))
	tr := open(t, d, id)
	if g := tr.Groups(); len(g) != 2 || g[0].Title != "单位名称相近" || g[0].Advice != "每种写法答一次" || len(g[0].Rows) != 2 {
		t.Fatalf("the groups are %+v", g)
	}
	offers := tr.Offers(0, "unit")
	if len(offers) == 0 || offers[0].Text != u.Name || offers[0].Why == "" {
		t.Errorf("offered are %+v, want %s first, with a reason", offers, u.Name)
	}
	rows, err := tr.MendAlike(ctx, 0, "unit", u.Name)
	must(t, err)
	if rows != 2 || !tr.Row(0).Ready || !tr.Row(1).Ready || tr.Row(2).Ready {
		t.Errorf("%d rows were served; the rows are %v %v %v", rows, tr.Row(0).Ready, tr.Row(1).Ready, tr.Row(2).Ready)
	}
	if g := tr.Groups(); len(g[0].Rows) != 2 {
		t.Errorf("rows that are ready left their group: %+v", g)
	}
	if match := d.Units().Match(spelled(u)); match.Kind != units.Exact || match.Unit.ID != u.ID {
		t.Errorf("the spelling is %+v for the next sheet", match)
	}
	what, err := tr.Undo(ctx)
	must(t, err)
	if !strings.Contains(what, "2 行") || tr.Row(0).Ready || len(tr.Row(0).Mended) != 0 || d.Units().Match(spelled(u)).Kind == units.Exact {
		t.Errorf("after undoing %q the row is %+v", what, tr.Row(0))
	}
	if _, err := tr.Undo(ctx); !data.HasCode(err, "nothing-to-undo") {
		t.Errorf("a second undo: %v", err)
	}
}

func TestANewUnitFreesTheRowsThatNameIt(t *testing.T) {
	d := demotest.Desk(t, 20)
	const name = "罗山县新设事务中心"
	tr := open(t, d, laid(t, d, "people", person(d, 901, map[string]string{"unit": name}, "unit-unknown")))
	if err := tr.NewUnit(ctx, data.Unit{Name: name}, unitbook.Basis{}); !data.HasCode(err, "basis-missing") {
		t.Errorf("a unit without a basis: %v", err)
	}
	must(t, tr.NewUnit(ctx, data.Unit{Name: name}, unitbook.Basis{Document: "罗编〔2026〕3号"}))
	if !tr.Row(0).Ready || tr.Groups()[0].Title != "单位库里没有" {
		t.Errorf("the row is %+v", tr.Row(0))
	}
}

func TestAUnitsNameIsNeverRememberedForAnother(t *testing.T) {
	d := demotest.Desk(t, 20)
	u, other := d.AllUnits()[1], d.AllUnits()[2]
	tr := open(t, d, laid(t, d, "people", person(d, 901, map[string]string{"unit": " " + other.Name[:6] + " " + other.Name[6:]}, "unit-similar")))
	_, err := tr.MendAlike(ctx, 0, "unit", u.Name)
	must(t, err)
	if match := d.Units().Match(other.Name); match.Unit.ID != other.ID || !tr.Row(0).Ready {
		t.Errorf("%s now means %s", other.Name, match.Unit.Name)
	}
}

func TestAMonthIsAnsweredForTheWholeColumn(t *testing.T) {
	d := demotest.Desk(t, 20)
	doubtful := map[string]string{"work_start": "2001.1"}
	rows := []data.WaitingRow{
		person(d, 901, doubtful, "date-ambiguous"),
		person(d, 903, map[string]string{"work_start": "1999.1", "level": "甲"}, "date-ambiguous", "level-unknown"),
		person(d, 905, map[string]string{"current_cert_date": "2003.1"}, "date-ambiguous"),
	}
	rows[0].Numbers, rows[1].Numbers, rows[2].Numbers = []string{"work_start"}, []string{"work_start"}, []string{"current_cert_date"}
	tr := open(t, d, laid(t, d, "people", rows...))
	g := tr.Groups()
	if len(g) != 2 || g[0].Ask != tray.AskMonth || g[0].Field != "work_start" || g[0].Column != "E" || g[1].Field != "current_cert_date" {
		t.Fatalf("the groups are %+v", g)
	}
	n, err := tr.Month(ctx, 0, 10)
	must(t, err)
	if n != 2 || tr.Row(0).Mended["work_start"] != "2001-10" || !tr.Row(0).Ready || tr.Row(1).Mended["work_start"] != "1999-10" || tr.Row(1).Ready || tr.Row(2).Ready {
		t.Errorf("%d rows were answered: %+v %+v %+v", n, tr.Row(0), tr.Row(1), tr.Row(2))
	}
	n, err = tr.Month(ctx, 0, 1) // thought better of it, before they enter
	must(t, err)
	if tr.Row(0).Mended["work_start"] != "2001-01" {
		t.Errorf("%d rows answered anew: %+v", n, tr.Row(0))
	}
	must(t, tr.Mend(ctx, 2, "current_cert_date", "2003.1")) // typed as it stands it is January
	if tr.Row(2).Ready {
		t.Errorf("what was written is no answer: %+v", tr.Row(2))
	}
	must(t, tr.Mend(ctx, 2, "current_cert_date", "2003-10"))
	if !tr.Row(2).Ready {
		t.Errorf("answered by itself: %+v", tr.Row(2))
	}
}

func TestATrayOfAnOlderVersionStillAsksForTheMonth(t *testing.T) {
	d := demotest.Desk(t, 20)
	row := person(d, 901, map[string]string{"work_start": "2001.1"}, "date-ambiguous")
	id := laid(t, d, "people", row)
	old := open(t, d, id).Batch()
	old.Tray[0].Cells, old.Tray[0].Numbers = nil, nil
	rewrite(t, d, old)
	tr := open(t, d, id)
	if r := tr.Row(0); r.Ready || r.Problems[0].Code != "date-ambiguous" || r.Problems[0].Cell != "" || r.Number != 17 {
		t.Fatalf("the row is %+v", r)
	}
	_, err := tr.Month(ctx, 0, 1)
	must(t, err)
	if !tr.Row(0).Ready {
		t.Errorf("the row is %+v", tr.Row(0))
	}
}

func TestWhatWasTypedIsThereAfterReopening(t *testing.T) {
	folder := demotest.County(t, demotest.Small(20))
	place := office.Place{Folder: folder}
	var id data.BatchID
	t.Run("before", func(t *testing.T) {
		d := demotest.Open(t, place)
		id = laid(t, d, "people", person(d, 901, map[string]string{"level": ""}, "required-missing"))
		tr := open(t, d, id)
		must(t, tr.Mend(ctx, 0, "level", "三级"))
		must(t, tr.Mend(ctx, 0, "name", "古丽巴哈尔·"+strings.Repeat("阿", 44)))
	})
	d := demotest.Open(t, place)
	tr := open(t, d, id)
	if r := tr.Row(0); !r.Ready || r.Mended["level"] != "三级" || len([]rune(r.Name)) != 50 || r.By != d.Office.Clerk || r.At.IsZero() {
		t.Errorf("the row is %+v", r)
	}
	entered, err := tr.Enter(ctx, nil)
	must(t, err)
	if entered.People != 1 {
		t.Errorf("entered %+v", entered)
	}
}

func TestARowThatAnotherDeskHasSettledIsNotMended(t *testing.T) {
	d := demotest.Desk(t, 20)
	id := laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown"), person(d, 903, map[string]string{"level": "甲"}, "level-unknown"))
	one, two := open(t, d, id), open(t, d, id)
	must(t, one.Mend(ctx, 0, "level", "三级"))
	must(t, two.Mend(ctx, 0, "phone", "13800000000"))
	if r := two.Row(0); r.Mended["level"] != "三级" || r.Mended["phone"] == "" {
		t.Errorf("the second answer has lost the first: %+v", r)
	}
	must(t, one.SendBack(ctx, 1, ""))
	if err := two.Mend(ctx, 1, "level", "四级"); !data.HasCode(err, "tray-settled") {
		t.Errorf("mending a row that was sent back: %v", err)
	}
	if r := two.Row(1); r.State != data.TraySentBack || !strings.Contains(r.Why, "等级") {
		t.Errorf("the second desk still sees %+v", r)
	}
	must(t, two.Reopen(ctx, 1))
	must(t, one.Renew(ctx))
	must(t, one.Mend(ctx, 1, "level", "四级"))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := one.Enter(cancelled, nil); err == nil {
		t.Error("entered though it was cancelled")
	}
	if e, err := one.Enter(ctx, nil); err != nil || e.People != 2 {
		t.Errorf("entered %+v, %v", e, err)
	}
	if _, err := two.Enter(ctx, nil); !data.HasCode(err, "tray-settled") && !data.HasCode(err, "tray-nothing") {
		t.Errorf("entering twice: %v", err)
	}
}

func TestWhatIsWrongOfOnePersonIsMendedOfHimAloneAndByAWordThatMeansSomething(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := open(t, d, laid(t, d, "people",
		person(d, 901, map[string]string{"sex": "女"}, "id-sex"),
		person(d, 903, map[string]string{"sex": "女"}, "id-sex")))
	if tray.Alike("sex") || !tray.Alike("unit") {
		t.Error("one answer serves all who are written alike: of units, not of people's sex")
	}
	must(t, tr.Mend(ctx, 0, "sex", "王"))
	if _, good, _ := tr.Try(0, "sex", "王"); good || tr.Row(0).Ready {
		t.Errorf("王 is taken for a sex: %+v", tr.Row(0).Problems)
	}
	must(t, tr.Mend(ctx, 0, "sex", "男"))
	if !tr.Row(0).Ready || tr.Row(1).Ready {
		t.Errorf("the first is %+v, the second %+v", tr.Row(0), tr.Row(1))
	}
}
