package firstrun_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/firstrun"
	"gongkao/views/wording"
)

var ctx = context.Background()

const samples = "../../app/sheets/testdata/samples/"

func begun(t *testing.T) *firstrun.Model {
	t.Helper()
	folder := t.TempDir()
	return firstrun.New(office.Place{Folder: filepath.Join(folder, "本县")}, office.Place{Folder: filepath.Join(folder, "演练")})
}

// founded answers everything up to the recovery code.
func founded(t *testing.T) (*firstrun.Model, string) {
	t.Helper()
	m := begun(t)
	m.Next()
	m.Type(firstrun.CountyField, "罗山县")
	m.Type(firstrun.ClerkField, "王秀兰")
	m.Next()
	m.Type(firstrun.FirstField, "灵山大道的桂花")
	m.Type(firstrun.SecondField, "灵山大道的桂花")
	if ok, why := m.MayGoOn(); !ok {
		t.Fatal(why)
	}
	f, err := m.Found()(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Desk.Office.Close() })
	if err := m.Show(f, bytes.NewReader([]byte{5, 5, 2})); err != nil {
		t.Fatal(err)
	}
	return m, f.Code
}

func TestTheOfficesNameIsProposedFromTheCounty(t *testing.T) {
	m := begun(t)
	m.Next()
	if ok, why := m.MayGoOn(); ok || why != "先填好“县（区）”" {
		t.Errorf("empty: %t %s", ok, why)
	}
	m.Type(firstrun.CountyField, "罗山县")
	if got := m.Text(firstrun.OfficeField); got != "罗山县工考管理机构" {
		t.Errorf("proposed %s", got)
	}
	m.Type(firstrun.OfficeField, "罗山县人社局")
	m.Type(firstrun.CountyField, "光山县")
	if got := m.Text(firstrun.OfficeField); got != "罗山县人社局" {
		t.Errorf("his own name became %s", got)
	}
}

func TestTwoPassphrasesMustBeTheSame(t *testing.T) {
	m := begun(t)
	m.Next()
	m.Type(firstrun.CountyField, "罗山县")
	m.Type(firstrun.ClerkField, "王秀兰")
	m.Next()
	m.Type(firstrun.FirstField, "灵山大道的桂花")
	m.Type(firstrun.SecondField, "灵山大道的梅花")
	if ok, _ := m.MayGoOn(); ok || m.Fields()[1].Mark != wording.Block {
		t.Errorf("went on with two: %+v", m.Fields()[1])
	}
}

func TestNobodyGoesOnWhoHasNotCopiedTwoGroups(t *testing.T) {
	m, code := founded(t)
	groups := strings.Split(code, "-")
	if len(m.Groups()) != 7 || m.Copies()[0].Label != "第 3 组" || m.Copies()[1].Label != "第 6 组" {
		t.Fatalf("the page shows %v, asks %+v", m.Groups(), m.Copies())
	}
	m.TypeCopy(0, strings.ToLower(groups[2]))
	m.TypeCopy(1, groups[5][:4])
	if c := m.Copies(); c[0].Mark != wording.Pass || c[1].Sentence != "还差 1 个字，不分大小写" {
		t.Errorf("half copied: %+v", c)
	}
	if ok, why := m.MayGoOn(); ok || why != "抄对两组才能往下走" {
		t.Errorf("went on: %t %s", ok, why)
	}
	m.TypeCopy(1, "0"+groups[5][1:])
	if c := m.Copies()[1]; c.Mark != wording.Block || !strings.HasPrefix(c.Sentence, "第 1 个字不对") {
		t.Errorf("copied wrongly: %+v", c)
	}
	m.TypeCopy(1, groups[5])
	m.Next()
	if m.Step() != firstrun.Units || m.Groups() != nil || m.Back() {
		t.Errorf("step %d, groups %v", m.Step(), m.Groups())
	}
}

func TestTheProgramStaysOpenUntilTheCodeIsCopied(t *testing.T) {
	m, code := founded(t)
	if err := m.MayLeave(); !data.HasCode(err, "recovery-open") {
		t.Errorf("left without the code: %v", err)
	}
	groups := strings.Split(code, "-")
	m.TypeCopy(0, groups[2])
	m.TypeCopy(1, groups[5])
	if err := m.MayLeave(); err != nil {
		t.Error(err)
	}
}

func TestThePageBeforeForgetsPassphrases(t *testing.T) {
	m := begun(t)
	m.Pick(firstrun.FromBackup)
	m.Next()
	m.Type(firstrun.FirstField, "灵山大道的桂花")
	if !m.Back() || m.Step() != firstrun.Choose || m.Text(firstrun.FirstField) != "" || m.Back() {
		t.Errorf("step %d, passphrase %q", m.Step(), m.Text(firstrun.FirstField))
	}
}

func TestTheRecoverySheetIsAPDFThatPracticeDoesNotNeed(t *testing.T) {
	m, _ := founded(t)
	pdf, err := m.RecoverySheet()
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || !strings.HasPrefix(m.Printed(), "已打印 1 份") {
		t.Errorf("%d bytes, %v", len(pdf), err)
	}
}

func TestUnitsAreTakenInOnTheLastPage(t *testing.T) {
	m, _ := founded(t)
	done, err := m.TakeUnits([]string{samples + "units.xlsx"})(ctx)
	if err != nil || done.What != "已导入 62 个单位" || len(m.Desk().AllUnits()) != 62 {
		t.Errorf("%+v, %v", done, err)
	}
	if _, err := m.TakeUnits([]string{samples + "01-clean.xlsx"})(ctx); !data.HasCode(err, "not-units") || m.Desk().Register.Len() != 0 {
		t.Errorf("a roster was taken for a register of units: %v, %d people", err, m.Desk().Register.Len())
	}
	if _, err := m.TakeUnits([]string{"model_test.go"})(ctx); err == nil {
		t.Error("a file that is no sheet was taken")
	} else if _, ok := data.AsRefusal(err); !ok {
		t.Errorf("a file that is no sheet is a fault: %v", err)
	}
}

func TestThePracticeCountyOpensAndOpensAgain(t *testing.T) {
	m := begun(t)
	m.Pick(firstrun.PracticeCounty)
	for range 2 {
		desk, err := m.Practise()(ctx)
		if err != nil || !desk.Office.Profile.Practice || desk.Register.Len() != 300 {
			t.Fatalf("%v", err)
		}
		if err := desk.Office.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestABackupIsBroughtBackWithItsPassphrase(t *testing.T) {
	old, _ := founded(t)
	stick := filepath.Join(t.TempDir(), "gongkao.db")
	if _, err := keeping.Backup(ctx, old.Desk().Office.Store, stick); err != nil {
		t.Fatal(err)
	}
	m := begun(t)
	m.Pick(firstrun.FromBackup)
	m.Next()
	if words, open := m.Steps(); m.Step() != firstrun.Backup || words[open] != "从备份恢复" {
		t.Errorf("step %d of %v", open, words)
	}
	if ok, _ := m.MayGoOn(); ok {
		t.Error("went on without a file")
	}
	m.Type(firstrun.BackupField, stick)
	m.Type(firstrun.FirstField, "灵山大道的桂花")
	desk, err := m.Restore()(ctx)
	if err != nil || desk.Office.Profile.County != "罗山县" {
		t.Fatalf("%v", err)
	}
	desk.Office.Close()
}
