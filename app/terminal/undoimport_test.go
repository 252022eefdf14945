package terminal

import (
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
