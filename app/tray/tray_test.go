package tray_test

import (
	"context"
	"fmt"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/tray"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

// laid puts an import with rows that wait into the county.
func laid(t testing.TB, d *registration.Desk, kind string, rows ...data.WaitingRow) data.BatchID {
	t.Helper()
	var id data.BatchID
	_, err := d.Office.Store.Update(ctx, data.OpImport, "", func(tx *store.Tx) error {
		id = data.BatchID(tx.NewID())
		for i := range rows {
			rows[i].File, rows[i].Sheet, rows[i].Row = "花名册.xlsx", "Sheet1", 17+i
			rows[i].Cells = map[string]string{}
			for key := range rows[i].Texts {
				rows[i].Cells[key] = fmt.Sprintf("E%d", 17+i)
			}
		}
		return tx.PutBatch(data.Batch{ID: id, Kind: kind, At: tx.Now(), Waiting: len(rows), Tray: rows})
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func open(t testing.TB, d *registration.Desk, id data.BatchID) *tray.Tray {
	t.Helper()
	tr, err := tray.Open(ctx, d, id)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// person is a row of somebody new in the first unit of the county, the nth.
func person(d *registration.Desk, n int, with map[string]string, problems ...string) data.WaitingRow {
	texts := map[string]string{"name": "蔡文秀", "id_number": string(data.WithCheckDigit(fmt.Sprintf("41152119750203%03d", n))), "unit": d.AllUnits()[0].Name,
		"trade": "汽车维修工", "level": "三级"}
	for key, text := range with {
		texts[key] = text
		if text == "" {
			delete(texts, key)
		}
	}
	return data.WaitingRow{Texts: texts, Problems: problems}
}

func TestAMendedRowEntersWithTheBatchItCameWith(t *testing.T) {
	d := demotest.Desk(t, 20)
	id := laid(t, d, "people", person(d, 901, map[string]string{"level": "三甲", "name": "刘𬱖"}, "level-unknown"))
	tr := open(t, d, id)
	if g := tr.Groups(); len(g) != 1 || g[0].Ask != tray.AskChoice || tr.Row(0).Ready {
		t.Fatalf("groups %+v, row %+v", g, tr.Row(0))
	}
	must(t, tr.Mend(ctx, 0, "level", "三级"))
	if !tr.Row(0).Ready {
		t.Fatalf("the mended row is %+v", tr.Row(0))
	}
	before := d.Register.Len()
	entered, err := tr.Enter(ctx, nil)
	must(t, err)
	if entered.People != 1 || entered.Rows != 1 || d.Register.Len() != before+1 {
		t.Errorf("entered %+v, register %d", entered, d.Register.Len())
	}
	a, found := d.Register.ByNumber(data.WithCheckDigit("41152119750203901"))
	if !found || a.Application.Batch != id || a.Application.Status != data.Submitted || a.Person.Name != "刘𬱖" {
		t.Errorf("came in as %+v", a)
	}
	if b := open(t, d, id).Batch(); b.Waiting != 0 || len(b.Tray) != 1 {
		t.Errorf("the batch is %+v", b)
	}
}

// rewrite writes an import as another version would have.
func rewrite(t testing.TB, d *registration.Desk, b data.Batch) {
	t.Helper()
	_, err := d.Office.Store.Update(ctx, data.OpImport, "", func(tx *store.Tx) error { return tx.PutBatch(b) })
	must(t, err)
}

// approve approves somebody for 三级.
func approve(t testing.TB, d *registration.Desk, a *data.Applicant) {
	t.Helper()
	app := a.Application
	app.Status, app.Level = data.Approved, 3
	_, err := d.Office.Store.Update(ctx, data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(app) })
	must(t, err)
	must(t, d.Reload(ctx))
}
