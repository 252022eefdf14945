package terminal

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// desk is a data folder and the command line on it.
type desk struct {
	t      *testing.T
	folder string
	env    map[string]string
	now    time.Time
}

// newDesk is a command line on an empty data folder, on a fixed day.
func newDesk(t *testing.T) *desk {
	return &desk{t, filepath.Join(t.TempDir(), "县 #1"), map[string]string{"GONGKAO_PASSPHRASE": "试验用的口令"}, time.Date(2026, 4, 9, 16, 5, 0, 0, time.UTC)}
}

// practice is a command line on a small practice county.
func practice(t *testing.T) *desk {
	d := newDesk(t)
	d.env = nil
	d.must("demo", "--people", "60", "--units", "12", "--seed", "7")
	return d
}

// run runs a command and returns its exit code and both streams.
func (d *desk) run(args ...string) (code int, out, errs string) {
	d.t.Helper()
	var stdout, stderr bytes.Buffer
	code = Run(context.Background(), append([]string{"--data", d.folder}, args...), Machine{
		Out: &stdout, Err: &stderr, Getenv: func(key string) string { return d.env[key] }, Now: func() time.Time { return d.now },
	})
	return code, stdout.String(), stderr.String()
}

// must runs a command that has to succeed, and returns its output.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	code, out, errs := d.run(args...)
	if code != Done {
		d.t.Fatalf("gongkao %s: exit %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

// read runs a command with --json into v.
func (d *desk) read(v any, args ...string) {
	d.t.Helper()
	out := d.must(append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), v); err != nil {
		d.t.Fatalf("gongkao %s: %v in\n%s", strings.Join(args, " "), err, out)
	}
}

// refuses runs a command that must be refused in two Chinese sentences, and
// returns them.
func (d *desk) refuses(args ...string) string {
	d.t.Helper()
	code, out, errs := d.run(args...)
	if code != Refused || strings.Count(errs, "。") < 2 || out != "" {
		d.t.Errorf("gongkao %s: exit %d, %q, %q; want a refusal with the next step", strings.Join(args, " "), code, out, errs)
	}
	return errs
}

type person struct {
	IDNumber string `json:"id_number"`
	Name     string `json:"name"`
	Unit     string `json:"unit"`
	Level    int    `json:"level"`
	Status   string `json:"status"`
}

func TestRetireAndIDNeedNoOffice(t *testing.T) {
	d := newDesk(t)
	var retire struct {
		RetirementMonth string `json:"retirement_month"`
		DelayMonths     int    `json:"delay_months"`
	}
	if d.read(&retire, "retire", "--birth", "1975-10", "--category", "f50"); retire.RetirementMonth != "2026-03" || retire.DelayMonths != 5 {
		t.Errorf("retire: %+v", retire)
	}
	var id struct {
		Valid    bool     `json:"valid"`
		Sex      string   `json:"sex"`
		Problems []string `json:"problems"`
	}
	if d.read(&id, "id", "411503198109010027"); !id.Valid || id.Sex != "女" {
		t.Errorf("id: %+v", id)
	}
	if d.read(&id, "id", "411502190002290011"); id.Valid || strings.Join(id.Problems, " ") != "id-birth" {
		t.Errorf("id with an impossible date: %+v", id)
	}
	if _, err := os.Stat(d.folder); err == nil {
		t.Error("a question that needs no data folder made one")
	}
}

func TestASeasonFromTheUnitsSheetToTheRoster(t *testing.T) {
	d := newDesk(t)
	samples := filepath.Join("..", "sheets", "testdata", "samples")
	d.must("import", filepath.Join(samples, "units.xlsx"))
	var imported struct {
		Batch string `json:"batch"`
		Files []struct {
			Sheets []struct {
				Kind              string `json:"kind"`
				Accepted, Waiting int
			} `json:"sheets"`
		} `json:"files"`
	}
	d.read(&imported, "import", filepath.Join(samples, "01-clean.xlsx"))
	if s := imported.Files[0].Sheets[0]; s.Accepted != 30 || s.Waiting != 0 || s.Kind != "people" || imported.Batch == "" {
		t.Fatalf("import: %+v", imported)
	}
	var people []person
	if d.read(&people, "list"); len(people) != 30 {
		t.Fatalf("%d people after an import of 30", len(people))
	}
	var decided struct{ Status string }
	if d.read(&decided, "review", "--id", people[0].IDNumber, "--decision", "return", "--reason", "materials-missing"); decided.Status != "returned" {
		t.Errorf("review: %+v", decided)
	}
	var printed struct{ Pages, Records int }
	if d.read(&printed, "print", "roster", "--unit", "罗山县人民医院", "--out", filepath.Join(t.TempDir(), "名册.pdf")); printed.Records != 7 || printed.Pages != 1 {
		t.Errorf("print: %+v", printed)
	}
	var exported struct{ Rows int }
	if d.read(&exported, "export", "roster", "--out", filepath.Join(t.TempDir(), "名册.xlsx")); exported.Rows != 30 {
		t.Errorf("export: %+v", exported)
	}
	var report struct {
		OK       bool     `json:"ok"`
		People   int      `json:"people"`
		Problems []string `json:"problems"`
	}
	if d.read(&report, "verify"); !report.OK || report.People != 30 || len(report.Problems) != 0 {
		t.Errorf("verify: %+v", report)
	}
}

func TestTheSameFileTwiceBringsNobodyInTwice(t *testing.T) {
	d := newDesk(t)
	samples := filepath.Join("..", "sheets", "testdata", "samples")
	d.must("import", filepath.Join(samples, "units.xlsx"))
	d.must("import", filepath.Join(samples, "01-clean.xlsx"))
	out := d.must("import", filepath.Join(samples, "01-clean.xlsx"), "--json")
	if strings.Count(out, "id-duplicate-register") != 30 {
		t.Errorf("the second import did not say that all 30 are registered:\n%s", out)
	}
	var people []person
	if d.read(&people, "list"); len(people) != 30 {
		t.Errorf("%d people after the same file twice", len(people))
	}
}

func TestTheSameSeedGivesTheSameCountyAndPaper(t *testing.T) {
	var lists, papers [2]string
	for i := range lists {
		d := practice(t)
		lists[i] = d.must("list", "--json")
		out := filepath.Join(t.TempDir(), "名册.pdf")
		d.must("print", "roster", "--out", out)
		first := slurp(t, out)
		d.must("print", "roster", "--out", out)
		if slurp(t, out) != first {
			t.Error("printing the same roster again gave other bytes")
		}
		d.must("print", "registration", "--out", out)
		papers[i] = first + slurp(t, out)
	}
	if lists[0] != lists[1] {
		t.Error("the same seed gave two lists")
	}
	if papers[0] != papers[1] {
		t.Error("the same seed and clock gave different PDF bytes")
	}
}

func TestABackupBringsEverythingBack(t *testing.T) {
	d := practice(t)
	before := d.must("list", "--json")
	copied := filepath.Join(t.TempDir(), "备份.gongkao")
	d.must("backup", "--out", copied)
	var people []person
	d.read(&people, "list", "--status", "submitted")
	d.must("review", "--id", people[0].IDNumber, "--decision", "withdraw", "--reason", "本人要求")
	if d.must("list", "--json") == before {
		t.Fatal("the withdrawal changed nothing")
	}
	d.must("restore", copied)
	if d.must("list", "--json") != before {
		t.Error("after the restore the list is not what it was at the backup")
	}
	d.must("verify")
}

func TestBadInputGetsTheNextStepAndChangesNothing(t *testing.T) {
	d := practice(t)
	before := d.must("list", "--json")
	text := filepath.Join(t.TempDir(), "文本.xlsx")
	if err := os.WriteFile(text, []byte("不是表格"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"demo"}, {"check", "--id", "411503198109010027"}, {"review", "--id", "411503198109010027", "--decision", "approve"}, {"restore", text}, {"restore", text + ".gone"},
		{"backup", "--out", filepath.Join(t.TempDir(), "没有", "这个", "文件夹")}, {"print", "roster", "--unit", "没有这个单位", "--out", text}, {"print", "no-such-paper", "--out", text},
		{"check", "--as-of", "昨天"}, {"export", "roster", "--out", filepath.Join(t.TempDir(), "没有", "x.xlsx")},
	} {
		d.refuses(args...)
	}
	for _, args := range [][]string{{"list", "--level", "9"}, {"list", "--status", "happy"}, {"frobnicate"}, {"print"}, {}} {
		if code, _, errs := d.run(args...); code != Usage || !strings.Contains(errs, "请") {
			t.Errorf("gongkao %v: exit %d, %q; want wrong usage with the next step", args, code, errs)
		}
	}
	if d.must("list", "--json") != before {
		t.Error("refused commands changed the list")
	}
}

func TestAnOfficeOfItsOwnNeedsItsPassphrase(t *testing.T) {
	d := newDesk(t)
	_, _, errs := d.run("office", "--name", "罗山县工考管理机构", "--clerk", "王建国")
	if !strings.Contains(errs, "恢复码") {
		t.Errorf("a new office did not show its recovery code: %q", errs)
	}
	d.env["GONGKAO_PASSPHRASE"] = "别的口令"
	if errs := d.refuses("list"); !strings.Contains(errs, "口令") {
		t.Errorf("wrong passphrase: %q", errs)
	}
	d.env = nil
	d.refuses("list")
}

func TestTheRecoveryCodeOpensAnOfficeWhosePassphraseIsForgotten(t *testing.T) {
	d := newDesk(t)
	_, _, errs := d.run("office")
	code := strings.TrimSpace(errs[strings.LastIndex(errs, "：")+len("："):])
	d.env["GONGKAO_PASSPHRASE"] = "新的口令"
	slip := "8" + code[1:]
	if code[0] == '8' {
		slip = "9" + code[1:]
	}
	d.refuses("recover", "--code", slip)
	d.refuses("list")
	d.must("recover", "--code", strings.ToLower(code))
	d.must("list")
	d.env["GONGKAO_PASSPHRASE"] = "试验用的口令"
	d.refuses("list")
}

func slurp(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAMistypedFolderIsRefusedAndNotFilled(t *testing.T) {
	d := newDesk(t)
	for _, args := range [][]string{{"list"}, {"verify"}, {"backup", "--out", filepath.Join(t.TempDir(), "备份")}, {"check"}} {
		d.refuses(args...)
	}
	if _, err := os.Stat(d.folder); err == nil {
		t.Error("the refused commands made the folder")
	}
}

func TestInventedPeopleDoNotReplaceARealOffice(t *testing.T) {
	copied := filepath.Join(t.TempDir(), "演练备份")
	practice(t).must("backup", "--out", copied)
	d := newDesk(t)
	d.must("office")
	d.refuses("restore", copied)
	d.must("verify")
}
