package intake_test

import (
	"os"
	"slices"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

func batchOf(t testing.TB, d *registration.Desk, id data.BatchID) data.Batch {
	t.Helper()
	all, err := d.Imports(ctx)
	at := slices.IndexFunc(all, func(b data.Batch) bool { return b.ID == id })
	if err != nil || at < 0 {
		t.Fatal("no batch", id, err)
	}
	return all[at]
}

func answersOf(t testing.TB, d *registration.Desk, id data.BatchID) (answers map[int]data.TrayAnswer) {
	t.Helper()
	if err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		answers, err = r.TrayAnswers(id)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return answers
}

// keptContent is a sender's file as long as it is kept.
func keptContent(t testing.TB, d *registration.Desk, sha256 string) (content []byte) {
	t.Helper()
	if err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		f, _, err := r.SentFile(sha256)
		content = f.Content
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return content
}

func head(t testing.TB, d *registration.Desk) (head store.Head) {
	t.Helper()
	if err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		head, err = r.Head()
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return head
}

func TestTheSameFileTwiceChangesNothingAndSaysSo(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	first := take(t, d, intake.Options{}, samples+"08-mixed.xlsx")
	before := head(t, d)
	for _, dry := range []bool{true, false} {
		again := take(t, d, intake.Options{DryRun: dry}, samples+"08-mixed.xlsx")
		if again.Batch != "" || again.Files[0].Before != d.Office.Today() || again.Files[0].InTray != 14 || again.Before() != 14 {
			t.Errorf("dry %v: batch %q, before %v, %d in the tray, %d entered", dry, again.Batch, again.Files[0].Before, again.Files[0].InTray, again.Before())
		}
		if units := take(t, d, intake.Options{DryRun: dry}, samples+"units.xlsx"); units.Batch != "" || units.Files[0].Before.IsZero() || units.Files[0].Sheets[0].Diff.Any() {
			t.Errorf("dry %v: the unit register once more: %+v", dry, units)
		}
	}
	if now := head(t, d); now != before || lastBatch(t, d).ID != first.Batch {
		t.Errorf("the history went from %v to %v", before, now)
	}
}

func TestABatchTellsHowItsSheetsWereReadAndWhereItsCellsAre(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	b := batchOf(t, d, take(t, d, intake.Options{}, samples+"08-mixed.xlsx").Batch)
	if len(b.Sheets) != 1 || b.Sheets[0].Accepted != 14 || b.Sheets[0].Layout == "" || len(b.Sheets[0].Columns) == 0 || b.Sheets[0].HeaderRow == 0 {
		t.Errorf("its sheets: %+v", b.Sheets)
	}
	if w := b.Tray[0]; w.Cells["name"] == "" || w.Cells["id_number"] == "" {
		t.Errorf("its first row: %+v", w)
	}
}

func TestTheSendersFileIsKeptWhileRowsWait(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	clean := batchOf(t, d, take(t, d, intake.Options{}, samples+"01-clean.xlsx").Batch)
	if keptContent(t, d, clean.Files[0].SHA256) != nil {
		t.Error("a file is kept of which nothing waits")
	}
	mixed := batchOf(t, d, take(t, d, intake.Options{}, samples+"08-mixed.xlsx").Batch)
	original, err := os.ReadFile(samples + "08-mixed.xlsx")
	if err != nil || string(keptContent(t, d, mixed.Files[0].SHA256)) != string(original) {
		t.Error("the file is not kept as it was sent", err)
	}
	takeBack(t, d, mixed.ID)
	if keptContent(t, d, mixed.Files[0].SHA256) != nil {
		t.Error("the file is kept of a batch that was taken back")
	}
	if b := batchOf(t, d, mixed.ID); b.Waiting != 0 || b.Void == "" {
		t.Errorf("rows of it wait: %d, %q", b.Waiting, b.Void)
	}
}

func TestARowThatIsStillWrongInALaterSheetWaitsOnceWithItsAnswers(t *testing.T) {
	d := demotest.Desk(t, 20)
	wrong := func(unit, level string) []string {
		return []string{rosterHeads, "李小芳,4.11521E+17," + unit + ",保育员," + level + ",,,", "王小芳,," + unit + ",保育员,三级,,,"}
	}
	first := take(t, d, intake.Options{}, sent(t, "名册.csv", wrong("某单位", "七级")...))
	answered := data.TrayAnswer{ID: data.TrayRow(first.Batch, 0), Batch: first.Batch, Texts: map[string]string{"unit": d.AllUnits()[0].Name, "level": "三级"}, By: "李娟"}
	if _, err := d.Office.Store.Update(ctx, data.OpTray, "", func(tx *store.Tx) error { return tx.PutTrayAnswer(answered) }); err != nil {
		t.Fatal(err)
	}
	second := take(t, d, intake.Options{}, sent(t, "名册（改）.csv", wrong("某单位", "八级")...))
	if before, now := batchOf(t, d, first.Batch), batchOf(t, d, second.Batch); before.Waiting != 0 || now.Waiting != 2 {
		t.Errorf("%d rows wait in the first tray and %d in the second; want them in the second alone", before.Waiting, now.Waiting)
	}
	if answer := answersOf(t, d, second.Batch)[0]; answer.Texts["unit"] != d.AllUnits()[0].Name || answer.Texts["level"] != "" || answer.By != "李娟" {
		t.Errorf("the unit was answered, and the sender has written another level: %+v", answer)
	}
	if answer := answersOf(t, d, first.Batch)[1]; answer.State != data.TrayDropped || answer.Why == "" {
		t.Errorf("how the second row was settled: %+v", answer)
	}
}

func TestAMendedSheetBringsTheMendedRowsAndSettlesTheirTray(t *testing.T) {
	d := demotest.Desk(t, 20)
	second, third := data.WithCheckDigit("41152119860101002"), data.WithCheckDigit("41152119870101002")
	bad := take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads,
		row(d, "张小芳", stranger, ",,"),
		row(d, "李小芳", "4.11521E+17", ",,"),
		row(d, "王小芳", "", ",,"),
		"赵小芳,"+string(third)+",某个没有的单位,保育员,三级,,,",
		"钱小芳,,,保育员,三级,,,"))
	if b := lastBatch(t, d); b.Accepted != 1 || b.Waiting != 4 {
		t.Fatalf("%+v", b)
	}
	fourth, fifth := data.WithCheckDigit("41152119880101002"), data.WithCheckDigit("41152119890101002")
	mended := take(t, d, intake.Options{}, sent(t, "名册（改）.csv", rosterHeads,
		row(d, "张小芳", stranger, ",,"),
		row(d, "李小芳", second, ",,"),
		row(d, "王小芳", fifth, ",,"),
		row(d, "赵小芳", third, ",,"),
		row(d, "钱小芳", fourth, ",,")))
	if accepted, _ := mended.Counts(); accepted != 4 || mended.Settled != 3 || d.Register.Len() != 25 {
		t.Errorf("%d entered, %d settled, %d are registered", accepted, mended.Settled, d.Register.Len())
	}
	b := batchOf(t, d, bad.Batch)
	if b.Waiting != 1 || b.Tray[3].Texts["name"] != "钱小芳" {
		t.Errorf("what has neither number nor unit waits on: %d, %+v", b.Waiting, b.Tray[3])
	}
	a, _ := d.Register.ByNumber(second)
	if answer := answersOf(t, d, b.ID)[0]; answer.State != data.TrayDropped || answer.Why != "改好的表里已经进入" || answer.Application != a.Application.ID || answer.By == "" {
		t.Errorf("how it was settled: %+v", answer)
	}
}

func TestNamesakesAreNotSettledByOneOfThem(t *testing.T) {
	d := demotest.Desk(t, 20)
	bad := take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads, row(d, "张小芳", "4.11521E+17", ",,"), row(d, "张小芳", "4.11522E+17", ",,")))
	take(t, d, intake.Options{}, sent(t, "一人.csv", rosterHeads, row(d, "张小芳", stranger, ",,")))
	if b := batchOf(t, d, bad.Batch); b.Waiting != 2 {
		t.Errorf("%d of two of one name wait; who came nobody knows", b.Waiting)
	}
	other := data.WithCheckDigit("41152119860101002")
	take(t, d, intake.Options{}, sent(t, "两人.csv", rosterHeads, row(d, "张小芳", other, ",,"), row(d, "张小芳", data.WithCheckDigit("41152119870101002"), ",,")))
	if b := batchOf(t, d, bad.Batch); b.Waiting != 0 {
		t.Errorf("%d wait though both came", b.Waiting)
	}
}

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
