package intake_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

// till is a ledger of this test's own: whoever is registered has paid, once for
// each reference.
type till struct {
	desk *registration.Desk
	rows []data.Payment
}

// keep lets tills keep the payments of a test, and scores too.
func keep(t testing.TB) {
	t.Helper()
	for _, kind := range []string{sheets.Payments, sheets.Scores} {
		t.Cleanup(intake.KeepWith(kind, func(d *registration.Desk) (intake.Ledger, error) { return &till{desk: d}, nil }))
	}
}

func (l *till) Sort(rows []sheets.LedgerRow) [][]sheets.Problem {
	finder := registration.NewFinder(l.desk, "pay")
	found := make([][]sheets.Problem, len(rows))
	for i := range rows {
		row := &rows[i]
		a, err := finder.Whose(registration.MentionIn(row.Texts))
		if err != nil {
			found[i] = append(found[i], row.Refused("id_number", err))
			continue
		}
		if l.has(a, row.Texts["reference"]) {
			found[i] = append(found[i], row.Problem("reference", "pay-twice", "这一笔已经登记", "不用再录"))
			continue
		}
		fen, _ := sheets.ReadAmount(row.Texts["amount"])
		l.rows = append(l.rows, data.Payment{Application: a.Application.ID, Step: 1, Fen: fen, Paid: data.MustDate(2026, 4, 20), Reference: row.Texts["reference"]})
	}
	return found
}

func (l *till) has(a *data.Applicant, reference string) bool {
	for _, p := range a.Ledger.Payments {
		if p.Reference == reference && p.Void == "" {
			return true
		}
	}
	return false
}

func (l *till) Put(tx *store.Tx, batch data.BatchID) (touched []data.ApplicationID, err error) {
	for _, p := range l.rows {
		p.ID, p.Batch, p.By, p.At = data.PaymentID(tx.NewID()), batch, "王建国", tx.Now()
		if err := tx.PutPayment(p); err != nil {
			return nil, err
		}
		touched = append(touched, p.Application)
	}
	return touched, nil
}

func (l *till) TakeBack(tx *store.Tx, batch data.BatchID, why string) (touched []data.ApplicationID, err error) {
	for _, a := range l.desk.Register.Find(registration.Query{}) {
		for _, p := range a.Ledger.Payments {
			if p.Batch != batch {
				continue
			}
			p.Void = why
			if err := tx.PutPayment(p); err != nil {
				return nil, err
			}
			touched = append(touched, p.Application)
		}
	}
	return touched, nil
}

const payHeads = "姓名,身份证号,缴费金额,缴费时间,流水号"

// sent writes a sheet as an old program of a bank does, in GB18030.
func sent(t testing.TB, name string, lines ...string) string {
	t.Helper()
	content, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(strings.Join(lines, "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// payments writes a sheet of the first two people's payments and a stranger's.
func payments(t testing.TB, d *registration.Desk) string {
	t.Helper()
	lines := []string{"2026年缴费明细", payHeads}
	for i, a := range d.Register.Find(registration.Query{})[:2] {
		lines = append(lines, fmt.Sprintf("%s,%s,365.00,2026-04-20 13:05:22,A%d", a.Person.Name, a.Person.IDNumber, i))
	}
	stranger := data.WithCheckDigit("41152119700101001")
	return sent(t, "缴费.csv", append(lines, "陌生人,"+string(stranger)+",365.00,2026-04-20,A9", "合计,,1095.00")...)
}

// paid counts what sheets have brought: people of the practice county have paid
// before.
func paid(d *registration.Desk) (n int, fen data.Fen) {
	for _, a := range d.Register.Find(registration.Query{}) {
		for _, p := range a.Ledger.Payments {
			if p.Void == "" && p.Batch != "" {
				n, fen = n+1, fen+p.Fen
			}
		}
	}
	return n, fen
}

func lastBatch(t *testing.T, d *registration.Desk) data.Batch {
	t.Helper()
	batches, err := d.Imports(ctx)
	if err != nil || len(batches) == 0 {
		t.Fatal(batches, err)
	}
	return batches[len(batches)-1]
}

func TestPaymentsEnterAndStrangersWait(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	result := take(t, d, intake.Options{}, payments(t, d))
	if accepted, waiting := result.Counts(); accepted != 2 || waiting != 1 || result.Files[0].Sheets[0].Skipped != 2 {
		t.Errorf("%d accepted, %d waiting: %+v", accepted, waiting, result.Files[0].Sheets[0].Problems)
	}
	if n, fen := paid(d); n != 2 || fen != 73000 {
		t.Errorf("%d payments of %v are seen in the register; want 2 of 730.00", n, fen)
	}
	b := lastBatch(t, d)
	if b.ID != result.Batch || b.Kind != sheets.Payments || b.Accepted != 2 || b.Waiting != 1 || b.Tray[0].Texts["name"] != "陌生人" || strings.Join(b.Tray[0].Problems, " ") != "pay-stranger" {
		t.Errorf("the batch is %+v", b)
	}
	if len(result.Batches) != 1 || result.Batches[0] != (intake.Batch{ID: b.ID, Kind: sheets.Payments, Accepted: 2, Waiting: 1}) {
		t.Errorf("told as %+v", result.Batches)
	}
}

func TestADryRunOfPaymentsJudgesAndEntersNothing(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	result := take(t, d, intake.Options{DryRun: true}, payments(t, d))
	accepted, waiting := result.Counts()
	if n, _ := paid(d); accepted != 2 || waiting != 1 || n != 0 || result.Batch != "" {
		t.Errorf("%d accepted, %d waiting, %d paid, batch %q", accepted, waiting, n, result.Batch)
	}
	if batches, err := d.Imports(ctx); err != nil || len(batches) != 0 {
		t.Errorf("batches %v, %v", batches, err)
	}
	if backups, err := os.ReadDir(d.Office.BackupFolder()); err == nil && len(backups) != 0 {
		t.Errorf("backups %v", backups)
	}
}

func TestTheSamePaymentsTwiceEnterOnceAndItIsSaid(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	path := payments(t, d)
	first := take(t, d, intake.Options{}, path)
	if !first.Files[0].Before.IsZero() {
		t.Error("a new file is said to have come before")
	}
	again := take(t, d, intake.Options{}, path)
	if n, _ := paid(d); n != 2 || again.Files[0].Before != d.Office.Today() {
		t.Errorf("%d payments, the file came before on %v", n, again.Files[0].Before)
	}
	if b := lastBatch(t, d); b.ID != first.Batch || len(again.Batches) != 0 || again.Files[0].InTray != 1 {
		t.Errorf("a second tray for what waits already: %+v, %+v", again.Batches, b)
	}
}

func TestAFileThatBringsNothingNewLeavesNoBatch(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	a := d.Register.Find(registration.Query{})[0]
	path := sent(t, "缴费.csv", payHeads, fmt.Sprintf("%s,%s,365,2026-04-20,A1", a.Person.Name, a.Person.IDNumber))
	take(t, d, intake.Options{}, path)
	if again := take(t, d, intake.Options{}, path); again.Batch != "" || len(again.Batches) != 0 {
		t.Errorf("the second time left %+v", again.Batches)
	}
}

func TestSeveralKindsInOneImportEnterTogetherOrNotAtAll(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	a := d.Register.Find(registration.Query{})[3]
	number := string(data.WithCheckDigit("41152119850101002"))
	roster := sent(t, "名册.csv", "姓名,身份证号,单位,申报工种,申报等级", "张小芳,"+number+","+d.AllUnits()[0].Name+",保育员,三级")
	scores := sent(t, "成绩.csv", "姓名,身份证号,科目,成绩", a.Person.Name+","+string(a.Person.IDNumber)+",理论考试,78.5")
	paths := []string{payments(t, d), roster, scores}

	stopped, cancel := context.WithCancel(ctx)
	_, err := intake.Take(stopped, d, paths, intake.Options{Progress: func(done, total int) {
		if done == 3 { // the person and both payments are written, the scores are not
			cancel()
		}
		if total != 4 {
			t.Errorf("told of %d rows; want 4", total)
		}
	}})
	if err := d.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	if n, _ := paid(d); !errors.Is(err, context.Canceled) || n != 0 || d.Register.Len() != 20 {
		t.Fatalf("%v; %d payments and %d people of a cancelled import", err, n, d.Register.Len())
	}

	result := take(t, d, intake.Options{}, paths...)
	var kinds []string
	for _, b := range result.Batches {
		kinds = append(kinds, fmt.Sprintf("%s %d %d", b.Kind, b.Accepted, b.Waiting))
	}
	if got := strings.Join(kinds, ", "); got != "people 1 0, payments 2 1, scores 1 0" || result.Batch != result.Batches[0].ID {
		t.Errorf("batches %s", got)
	}
	if n, _ := paid(d); n != 3 || d.Register.Len() != 21 {
		t.Errorf("%d rows, %d people", n, d.Register.Len())
	}
}

func TestABatchIsTakenBackWithItsReason(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	path := payments(t, d)
	batch := take(t, d, intake.Options{}, path).Batch
	taken, err := intake.TakeBack(ctx, d, batch, " 导错了表 ")
	if err != nil || taken.Removed != 2 || taken.Kept == nil || len(taken.Kept) != 0 || taken.Kind != sheets.Payments {
		t.Errorf("taken back: %+v, %v", taken, err)
	}
	if n, _ := paid(d); n != 0 || lastBatch(t, d).Void != "导错了表" {
		t.Errorf("%d payments still count, the batch says %q", n, lastBatch(t, d).Void)
	}
	for _, a := range d.Register.Find(registration.Query{})[:2] {
		p := a.Ledger.Payments
		if last := p[len(p)-1]; last.Batch != batch || last.Void != "整批撤销：导错了表" {
			t.Errorf("the entry stays to be read: %+v", last)
		}
	}
	if again := take(t, d, intake.Options{}, path); !again.Files[0].Before.IsZero() {
		t.Error("what was taken back is said to have come before")
	}
	if n, _ := paid(d); n != 2 {
		t.Errorf("%d payments after the file came again; want 2", n)
	}
}

func TestWhatCannotBeTakenBackIsRefused(t *testing.T) {
	keep(t)
	d := demotest.Desk(t, 20)
	batch := take(t, d, intake.Options{}, payments(t, d)).Batch
	for _, c := range []struct {
		batch     data.BatchID
		why, code string
	}{{"没有", "错", "batch-unknown"}, {batch, " ", "reason-missing"}, {batch, "错", ""}, {batch, "错", "batch-void"}} {
		if _, err := intake.TakeBack(ctx, d, c.batch, c.why); (err != nil || c.code != "") && !data.HasCode(err, c.code) {
			t.Errorf("taking %s back: %v; want %q", c.batch, err, c.code)
		}
	}
	if n, _ := paid(d); n != 0 {
		t.Errorf("%d payments", n)
	}
}
