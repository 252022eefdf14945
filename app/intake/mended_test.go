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
