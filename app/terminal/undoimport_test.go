package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOnlyBatchesOfLedgersAreTakenBack(t *testing.T) {
	d := newDesk(t)
	samples := filepath.Join("..", "sheets", "testdata", "samples")
	d.must("import", filepath.Join(samples, "units.xlsx"))
	var imported struct {
		Batch   string `json:"batch"`
		Batches []struct {
			ID, Kind          string
			Accepted, Waiting int
		} `json:"batches"`
	}
	d.read(&imported, "import", filepath.Join(samples, "01-clean.xlsx"))
	if len(imported.Batches) != 1 || imported.Batches[0].ID != imported.Batch || imported.Batches[0].Kind != "people" || imported.Batches[0].Accepted != 30 {
		t.Errorf("batches: %+v", imported)
	}
	if said := d.refuses("undo-import", imported.Batch); !strings.Contains(said, "还不能整批撤销") {
		t.Errorf("said %s", said)
	}
	if said := d.refuses("undo-import", "没有这一批"); !strings.Contains(said, "没有找到这一批") {
		t.Errorf("said %s", said)
	}
	if words := d.must("import", filepath.Join(samples, "01-clean.xlsx")); !strings.Contains(words, "已经导入过") || !strings.Contains(words, "花名册：可录入 0 行") || !strings.Contains(words, "其中 30 行以前已经录入") {
		t.Errorf("said %s", words)
	}
}

func TestScoresOfASheetEnterAndAreTakenBack(t *testing.T) {
	d := practice(t)
	var people []person
	d.read(&people, "list", "--status", "approved")
	lines := []string{"2026年人机对话考试成绩", "准考证号,姓名,身份证号,人机对话成绩"}
	for _, p := range people {
		if p.Level != 1 {
			lines = append(lines, "001,"+p.Name+","+p.IDNumber+",78.5")
		}
	}
	sheet := filepath.Join(t.TempDir(), "成绩.csv")
	if err := os.WriteFile(sheet, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	var imported struct {
		Batch string `json:"batch"`
		Files []struct {
			Sheets []struct {
				Kind              string
				Accepted, Waiting int
			}
		}
	}
	d.read(&imported, "import", sheet)
	want := len(lines) - 2
	if s := imported.Files[0].Sheets[0]; s.Kind != "scores" || s.Accepted != want || want == 0 || s.Waiting != 0 {
		t.Fatalf("imported %+v; want %d", s, want)
	}
	var taken struct {
		Kind    string
		Removed int
		Kept    []string
	}
	d.read(&taken, "undo-import", imported.Batch, "--reason", "成绩单有误")
	if taken.Kind != "scores" || taken.Removed != want || taken.Kept == nil {
		t.Errorf("taken back %+v; want %d", taken, want)
	}
	if said := d.refuses("undo-import", imported.Batch); !strings.Contains(said, "已经撤销：成绩单有误") {
		t.Errorf("said %s", said)
	}
}
