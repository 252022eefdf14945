package export_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/export"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/tray"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// waiting puts an import of two rows that wait into the county: one lacks its
// level, the other is of a unit that nobody knows.
func waiting(t testing.TB, d *registration.Desk) (id data.BatchID) {
	t.Helper()
	unit := d.AllUnits()[0].Name
	rows := []data.WaitingRow{
		{File: "花名册.xlsx", Sheet: "Sheet1", Row: 5, Problems: []string{"required-missing"}, Cells: map[string]string{"level": "F5"},
			Texts: map[string]string{"name": "=蔡文秀", "id_number": string(data.WithCheckDigit("41152119750203001")), "unit": unit, "trade": "护理员"}},
		{File: "花名册.xlsx", Sheet: "Sheet1", Row: 6, Problems: []string{"unit-unknown"}, Cells: map[string]string{"unit": "C6"},
			Texts: map[string]string{"name": "王敏", "id_number": string(data.WithCheckDigit("41152119750203002")), "unit": "谁也不认识的单位", "trade": "护理员", "level": "三级"}},
	}
	_, err := d.Office.Store.Update(ctx, data.OpImport, "", func(tx *store.Tx) error {
		id = data.BatchID(tx.NewID())
		return tx.PutBatch(data.Batch{ID: id, Kind: sheets.People, At: tx.Now(), Waiting: len(rows), Tray: rows})
	})
	must(t, err)
	return id
}

func TestWhatWaitsTellsWhatBecameOfIt(t *testing.T) {
	d := demotest.Desk(t, 20)
	if _, err := export.Tray(ctx, d, "", ""); !data.HasCode(err, "nothing-waits") {
		t.Errorf("an office without imports: %v", err)
	}
	id := waiting(t, d)
	table, err := export.Tray(ctx, d, "", "")
	must(t, err)
	cell := func(row int, key string) string { return table.Rows[row][table.ColumnByKey(key)].(string) }
	if len(table.Rows) != 2 || cell(0, "cell") != "F5" || cell(0, "field") != "申报等级" || cell(1, "written") != "谁也不认识的单位" || cell(1, "state") != "待处理" {
		t.Fatalf("%v", table.Rows)
	}
	opened, err := tray.Open(ctx, d, id)
	must(t, err)
	must(t, opened.SendBack(ctx, 1, "请单位查实"))
	must(t, opened.Mend(ctx, 0, "level", "三级"))
	table, err = export.Tray(ctx, d, id, "")
	must(t, err)
	if cell(0, "state") != "已改好，可录入" || cell(0, "problem") != "" || cell(1, "state") != "已退回单位：请单位查实" {
		t.Errorf("%v", table.Rows)
	}
	table, err = export.Tray(ctx, d, id, d.AllUnits()[0].Name)
	if err != nil || len(table.Rows) != 1 || cell(0, "name") != "=蔡文秀" {
		t.Errorf("of its unit: %v, %v", table.Rows, err)
	}
	must(t, opened.Drop(ctx, 0, "不报了"))
	if _, err = export.Tray(ctx, d, id, d.AllUnits()[0].Name); !data.HasCode(err, "nothing-waits") {
		t.Errorf("dropped: %v", err)
	}
}

func TestATableIsGivenOutThoughNothingCanBeRemembered(t *testing.T) {
	d := demotest.Desk(t, 20)
	folder := t.TempDir()
	template, out := filepath.Join(folder, "模板.xlsx"), filepath.Join(folder, "名册.xlsx")
	roster := export.Roster(d, d.Register.Find(registration.Query{}))
	_, err := export.Save(ctx, d, roster, export.Order{Out: template})
	must(t, err)
	d.Office.Store.Shut(data.Refuse("year-closed", "", "2026 年度已经结束", "要办理，请回到 2027 年度"))
	done, err := export.Save(ctx, d, roster, export.Order{Out: out, Template: template, Columns: map[string]string{"d": "-"}})
	if err != nil || done.Rows != 20 || !strings.Contains(strings.Join(done.Notes, ""), "没有记住") {
		t.Errorf("%+v, %v", done, err)
	}
}
