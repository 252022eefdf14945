package applicants_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/applicants"
)

// sheet writes a roster of three, two of whom cannot enter, or of the same
// mended.
func sheet(t testing.TB, d *registration.Desk, mended bool) string {
	t.Helper()
	unit := d.AllUnits()[0].Name
	number, other := "411521197806140027", "罗山县新设站"
	if mended {
		number, other = "411521197806140028", unit
	}
	rows := []string{
		"姓名,身份证号,单位,申报工种,申报等级,申报途径",
		"张小芳,411521198501010024," + unit + ",保育员,三级,晋级",
		"刘𬱖," + number + "," + unit + ",保育员,三级,晋级",
		"李建国,41152119720305151X," + other + ",保育员,三级,晋级",
	}
	path := filepath.Join(t.TempDir(), "实验小学.csv")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func imported(t testing.TB, d *registration.Desk, path string, opts intake.Options) applicants.Imported {
	t.Helper()
	r, err := intake.Take(ctx, d, []string{path}, opts)
	if err != nil {
		t.Fatal(err)
	}
	told, err := applicants.Tell(r)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

func figures(i applicants.Imported) (all string) {
	for _, f := range i.Figures() {
		all += f.Word + f.Number + " "
	}
	return strings.TrimSpace(all)
}

func TestRowsThatWaitAreToldWithWhatToDo(t *testing.T) {
	d := small(t)
	i := imported(t, d, sheet(t, d, false), intake.Options{})
	if got := figures(i); got != "读到3 已进入1 待处理2" {
		t.Errorf("the figures say %s: %+v", got, i.Lines)
	}
	if l := i.Lines[0]; l.Place != "第 3 行" || l.Cell != "B3" || l.Name != "刘𬱖" || l.Trouble == "" || l.Todo == "" || l.Entered {
		t.Errorf("the first line says %+v", l)
	}
	letter := i.Letter()
	if !strings.HasPrefix(letter, "“实验小学.csv”有 2 处要改") || !strings.Contains(letter, "1. 第 3 行 B3 刘𬱖：身份证号末位校验不符。") || strings.Contains(letter, "411521197806140027") {
		t.Errorf("the letter says %s", letter)
	}
	if done := i.Done(); done.What != "“实验小学.csv”读到 3 行：进入 1 人，2 行待处理" {
		t.Errorf("said %s", done.What)
	}
}

func TestTheMendedFileBringsInOnlyWhatWasMissing(t *testing.T) {
	d := small(t)
	before := d.Register.Len()
	imported(t, d, sheet(t, d, false), intake.Options{})
	i := imported(t, d, sheet(t, d, true), intake.Options{})
	if got := figures(i); got != "读到3 已进入2 早已登记1 待处理0" || d.Register.Len() != before+3 {
		t.Errorf("the figures say %s, %d are registered; want %d: %+v", got, d.Register.Len(), before+3, i.Lines)
	}
	again := imported(t, d, sheet(t, d, true), intake.Options{})
	if got := figures(again); got != "读到3 已进入0 早已登记3 待处理0" || len(again.Lines) != 0 || d.Register.Len() != before+3 {
		t.Errorf("once more: %s, %+v", got, again.Lines)
	}
	batches, err := d.Imports(ctx)
	if last := batches[len(batches)-1]; err != nil || last.Waiting != 0 || len(last.Tray) != 0 {
		t.Errorf("who is registered waits in the tray: %+v, %v", last, err)
	}
}

func TestUnknownUnitsAreOfferedToBeMade(t *testing.T) {
	d := small(t)
	path := sheet(t, d, false)
	i := imported(t, d, path, intake.Options{})
	label, words, ok := i.Create()
	if !ok || label != "新建 1 个单位，再导入" || !strings.Contains(words[0], "罗山县新设站") {
		t.Fatalf("offered %s, %v", label, words)
	}
	i = imported(t, d, path, intake.Options{CreateUnits: true})
	if got := figures(i); got != "读到3 已进入1 早已登记1 待处理1" {
		t.Errorf("with the unit: %s", got)
	}
	if _, _, ok := i.Create(); ok {
		t.Error("the unit is offered again")
	}
}

func TestAFileThatIsNoRosterIsRefused(t *testing.T) {
	d := small(t)
	path := filepath.Join(t.TempDir(), "通知.csv")
	if err := os.WriteFile(path, []byte("关于做好2026年工作的通知\n各单位：\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := intake.Take(ctx, d, []string{path}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := applicants.Tell(r); !data.HasCode(err, "no-header") {
		t.Errorf("refused with %v", err)
	}
}

func TestAUnitSheetIsToldAsUnits(t *testing.T) {
	d := demotest.Desk(t, 0)
	if i := imported(t, d, "../../app/sheets/testdata/samples/units.xlsx", intake.Options{}); i.Units == 0 || !strings.Contains(i.Done().What, "个单位") {
		t.Errorf("a unit sheet: %+v", i)
	}
}
