package intake_test

import (
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

func TestASheetIsReadAgainAsTheClerkSays(t *testing.T) {
	d := demotest.Desk(t, 20)
	second := data.WithCheckDigit("41152119860101002")
	heads := "姓名,身份证号,单位,申报工种,拟定档次,电话一,备用"
	path := sent(t, "名册.csv", heads,
		"张小芳,"+string(stranger)+","+d.AllUnits()[1].Name+",保育员,三级,13800001111,",
		"李小芳,"+string(second)+","+d.AllUnits()[1].Name+",保育员,三级,13800002222,")
	first := take(t, d, intake.Options{}, path)
	if accepted, waiting := first.Counts(); accepted != 0 || waiting != 2 {
		t.Fatalf("%d entered, %d wait", accepted, waiting)
	}
	b := batchOf(t, d, first.Batch)
	_, err := d.Office.Store.Update(ctx, data.OpTray, "", func(tx *store.Tx) error {
		return tx.PutTrayAnswer(data.TrayAnswer{ID: "answer", Batch: b.ID, Row: 1, At: tx.Now(), Texts: map[string]string{"name": "李小方"}})
	})
	if err != nil {
		t.Fatal(err)
	}
	layout := data.SheetLayout{ID: b.Sheets[0].Layout, File: "名册.csv", Columns: map[string]string{"E": "level", "F": "phone"}}
	if _, err := intake.Again(ctx, d, "没有", layout, intake.Options{}); !data.HasCode(err, "batch-unknown") {
		t.Errorf("an unknown batch: %v", err)
	}
	looked, err := intake.Again(ctx, d, b.ID, layout, intake.Options{DryRun: true})
	if accepted, _ := looked.Counts(); err != nil || accepted != 2 || d.Register.Len() != 20 {
		t.Errorf("a look: %d could enter, %d are registered, %v", accepted, d.Register.Len(), err)
	}
	again, err := intake.Again(ctx, d, b.ID, layout, intake.Options{})
	if accepted, waiting := again.Counts(); err != nil || accepted != 2 || waiting != 0 || d.Register.Len() != 22 {
		t.Errorf("%d entered, %d wait, %d are registered, %v", accepted, waiting, d.Register.Len(), err)
	}
	if a, _ := d.Register.ByNumber(stranger); a.Person.Phone != "13800001111" || a.Application.Batch != again.Batch {
		t.Errorf("she came in as %+v", a)
	}
	if old := batchOf(t, d, b.ID); old.Void == "" || old.Waiting != 0 || keptContent(t, d, old.Files[0].SHA256) != nil {
		t.Errorf("the batch read wrongly stands: %+v", old)
	}
	next := sent(t, "下一张.csv", heads, "王小芳,"+string(data.WithCheckDigit("41152119870101002"))+","+d.AllUnits()[1].Name+",保育员,三级,13800003333,")
	if accepted, _ := take(t, d, intake.Options{}, next).Counts(); accepted != 1 {
		t.Error("the next sheet with this head is not read as was said")
	}
}

func TestWhatWasAnsweredGoesAlongWhenASheetIsReadAgain(t *testing.T) {
	d := demotest.Desk(t, 20)
	first := take(t, d, intake.Options{}, sent(t, "名册.csv", "姓名,身份证号,单位,申报工种,申报等级,电话一",
		row(d, "张小芳", stranger, "")[:len(row(d, "张小芳", stranger, ""))-1]+",13800001111",
		"李小芳,4.11521E+17,"+d.AllUnits()[1].Name+",保育员,三级,13800002222"))
	b := batchOf(t, d, first.Batch)
	if b.Accepted != 1 || b.Waiting != 1 {
		t.Fatalf("%+v", b)
	}
	_, err := d.Office.Store.Update(ctx, data.OpTray, "", func(tx *store.Tx) error {
		b.Waiting = 0
		if err := tx.PutBatch(b); err != nil {
			return err
		}
		return tx.PutTrayAnswer(data.TrayAnswer{ID: "answer", Batch: b.ID, Row: 0, At: tx.Now(), State: data.TraySentBack, Why: "身份证号不全", Texts: map[string]string{"name": "李小方"}})
	})
	if err != nil {
		t.Fatal(err)
	}
	again, err := intake.Again(ctx, d, b.ID, data.SheetLayout{ID: b.Sheets[0].Layout, Columns: map[string]string{"F": "phone"}}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	now := batchOf(t, d, again.Batch)
	if answer := answersOf(t, d, now.ID)[0]; now.Waiting != 0 || len(now.Tray) != 1 || answer.State != data.TraySentBack || answer.Texts["name"] != "李小方" {
		t.Errorf("%d wait, answered %+v", now.Waiting, answer)
	}
	if a, _ := d.Register.ByNumber(stranger); a.Person.Phone != "13800001111" {
		t.Errorf("she came in with the phone %q", a.Person.Phone)
	}
}

func TestAFileThatIsNotKeptIsNotReadAgain(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	b := batchOf(t, d, take(t, d, intake.Options{}, samples+"01-clean.xlsx").Batch)
	before := head(t, d)
	_, err := intake.Again(ctx, d, b.ID, data.SheetLayout{ID: b.Sheets[0].Layout}, intake.Options{})
	if !data.HasCode(err, "file-gone") || head(t, d) != before || d.Register.Len() != 30 {
		t.Errorf("%v, %d are registered", err, d.Register.Len())
	}
	if err := intake.KeepLayout(ctx, d, data.SheetLayout{}); !data.HasCode(err, "layout-unknown") {
		t.Errorf("a layout of no head: %v", err)
	}
}

func TestPaymentsAreReadAgainAndStandOnce(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	a := d.Register.Find(registration.Query{})[0]
	first := take(t, d, intake.Options{}, sent(t, "缴费.csv", "姓名,身份证号,缴费金额,缴费时间,凭据",
		a.Person.Name+","+string(a.Person.IDNumber)+",365.00,2026-04-20,K1", "陌生人,"+string(stranger)+",365.00,2026-04-20,K2"))
	b := batchOf(t, d, first.Batch)
	again, err := intake.Again(ctx, d, b.ID, data.SheetLayout{ID: b.Sheets[0].Layout, Columns: map[string]string{"E": "reference"}}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n, fen := paid(d); n != 1 || fen != 36500 || len(again.Batches) != 1 || batchOf(t, d, b.ID).Void == "" {
		t.Errorf("%d payments of %v count, batches %+v", n, fen, again.Batches)
	}
	if now := batchOf(t, d, again.Batch); now.Waiting != 1 || now.Tray[0].Texts["reference"] != "K2" {
		t.Errorf("what waits: %+v", now.Tray)
	}
	renewed, _ := d.Register.ByID(a.Application.ID)
	if p := renewed.Ledger.Payments; p[len(p)-1].Reference != "K1" {
		t.Errorf("the payment came in as %+v", p[len(p)-1])
	}
}

func TestWhoWasTouchedStaysWhenTheirSheetIsReadAgain(t *testing.T) {
	d := demotest.Desk(t, 20)
	second := data.WithCheckDigit("41152119860101002")
	first := take(t, d, intake.Options{}, sent(t, "名册.csv", "姓名,身份证号,单位,申报工种,申报等级,电话一",
		row(d, "张小芳", stranger, "13800001111"), row(d, "李小芳", second, "13800002222"), row(d, "王小芳", "4.11521E+17", "13800003333")))
	b := batchOf(t, d, first.Batch)
	touched, _ := d.Register.ByNumber(stranger)
	amend(t, d, touched, "education", "大专")
	again, err := intake.Again(ctx, d, b.ID, data.SheetLayout{ID: b.Sheets[0].Layout, Columns: map[string]string{"F": "phone"}}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stays, _ := d.Register.ByNumber(stranger)
	other, _ := d.Register.ByNumber(second)
	if stays.Application.Batch != b.ID || stays.Person.Phone != "" || other.Application.Batch != again.Batch || other.Person.Phone != "13800002222" {
		t.Errorf("who stayed: %+v; who came again: %+v", stays.Person, other.Person)
	}
	if accepted, waiting := again.Counts(); accepted != 1 || waiting != 2 || again.Before() != 1 {
		t.Errorf("%d entered, %d do not, %d of them are in", accepted, waiting, again.Before())
	}
}
