package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestABatchOfPeopleIsTakenBackAndWhoWasTouchedStays(t *testing.T) {
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
	clean := filepath.Join(samples, "01-clean.xlsx")
	d.read(&imported, "import", clean)
	if len(imported.Batches) != 1 || imported.Batches[0].ID != imported.Batch || imported.Batches[0].Kind != "people" || imported.Batches[0].Accepted != 30 {
		t.Errorf("batches: %+v", imported)
	}
	if words := d.must("import", clean); !strings.Contains(words, "已经导入过") || !strings.Contains(words, "花名册：可录入 0 行") || !strings.Contains(words, "其中 30 行以前已经录入") || strings.Contains(words, "批次") {
		t.Errorf("said %s", words)
	}
	var people []person
	d.read(&people, "list")
	d.must("review", "--id", people[0].IDNumber, "--decision", "return", "--reason", "materials")
	if said := d.refuses("undo-import", "没有这一批"); !strings.Contains(said, "没有找到这一批") {
		t.Errorf("said %s", said)
	}
	words := d.must("undo-import", imported.Batch)
	if !strings.Contains(words, "29 人不再登记，1 人后来办过事，保留\n    "+people[0].Name+" "+people[0].IDNumber+"（资格审查）") {
		t.Errorf("said %s", words)
	}
	d.read(&people, "list")
	if len(people) != 1 {
		t.Errorf("%d are listed", len(people))
	}
	if said := d.refuses("undo-import", imported.Batch); !strings.Contains(said, "已经撤销：导错了表") {
		t.Errorf("said %s", said)
	}
	d.read(&imported, "import", clean)
	var taken struct {
		Removed int
		Kept    []string
	}
	d.read(&taken, "undo-import", imported.Batch)
	if taken.Removed != 29 || taken.Kept == nil || len(taken.Kept) != 0 {
		t.Errorf("taken back %+v", taken)
	}
}

func TestAUnitSheetSaysWhatItChangesBeforeItDoes(t *testing.T) {
	d := newDesk(t)
	d.must("import", filepath.Join("..", "sheets", "testdata", "samples", "units.xlsx"))
	sheet := filepath.Join(t.TempDir(), "单位册.csv")
	if err := os.WriteFile(sheet, []byte("单位全称,曾用名,并入单位\n罗山县新设中心,,\n罗山县公路事业发展中心,,罗山县交通运输局\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	words := d.must("import", sheet, "--dry-run")
	if !strings.Contains(words, "新增 罗山县新设中心\n    撤并 罗山县公路事业发展中心 并入 罗山县交通运输局") || !strings.Contains(words, "试读") {
		t.Errorf("said %s", words)
	}
	var imported struct {
		Batch string
		Files []struct {
			Sheets []struct {
				Units struct {
					New    []string
					Merged []struct{ Unit, Into string }
				}
			}
		}
	}
	d.read(&imported, "import", sheet)
	if u := imported.Files[0].Sheets[0].Units; len(u.New) != 1 || len(u.Merged) != 1 || u.Merged[0].Into != "罗山县交通运输局" {
		t.Errorf("told %+v", u)
	}
	if words := d.must("undo-import", imported.Batch); !strings.Contains(words, "罗山县新设中心（新建的单位不能删") {
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
