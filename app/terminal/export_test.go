package terminal

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkao/app/sheets/grid"
)

// sheetOf reads the only sheet of a file that was exported, its cells joined.
func sheetOf(t *testing.T, path string) (lines []string) {
	t.Helper()
	book, err := grid.Read(path)
	if err != nil || len(book.Sheets) != 1 {
		t.Fatalf("%s: %+v, %v", path, book, err)
	}
	for _, row := range book.Sheets[0].Rows {
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, cell.Text)
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return lines
}

func TestTheSummaryIsGivenOutWithTheFiguresOfTheStatistics(t *testing.T) {
	d := practice(t)
	out := filepath.Join(t.TempDir(), "汇总.xlsx")
	var done exported
	d.read(&done, "export", "summary", "--out", out)
	lines := sheetOf(t, out)
	if done.Rows < 5 || len(lines) != done.Rows+5 || !strings.HasPrefix(lines[2], "序号|申报单位|主管部门|五级|四级|三级|二级|一级|合计|应缴考核费|已缴考核费|容缺|原件在管") {
		t.Fatalf("%+v: %d lines, heads %s", done, len(lines), lines[2])
	}
	var people []person
	d.read(&people, "list")
	running := 0
	for _, p := range people {
		if slices.Contains([]string{"draft", "submitted", "returned", "approved", "reported"}, p.Status) {
			running++
		}
	}
	if total := strings.Split(lines[len(lines)-2], "|"); total[1] != "合计" || total[8] != strconv.Itoa(running) {
		t.Errorf("the sum is %v, %d are running", total, running)
	}
}

func TestATableGoesIntoATemplateThatIsSaidOnce(t *testing.T) {
	d := practice(t)
	folder := t.TempDir()
	template, out := filepath.Join(folder, "模板.xlsx"), filepath.Join(folder, "名册.xlsx")
	d.must("export", "roster", "--out", template)
	var done exported
	d.read(&done, "export", "roster", "--template", template, "--out", out)
	if lines := sheetOf(t, out); done.Rows == 0 || len(lines) < done.Rows+3 {
		t.Errorf("%+v in %d lines", done, len(lines))
	}
	d.refuses("export", "roster", "--template", template, "--out", template)
	d.refuses("export", "roster", "--template", filepath.Join(folder, "没有.xlsx"), "--out", out)
	d.refuses("export", "roster", "--out", filepath.Join(folder, "名册.csv"))

	// The summary's own look has no name and no ID number: no head for a roster.
	d.must("export", "summary", "--out", template)
	if said := d.refuses("export", "roster", "--template", template, "--out", out); !strings.Contains(said, "没有找到表头") {
		t.Error(said)
	}
	said := d.must("export", "roster", "--template", template, "--out", out, "--head-row", "3", "--column", "B=姓名,C=unit,D=level")
	if !strings.Contains(said, "已记住这个模板的栏目") || !strings.Contains(said, "“四级”") {
		t.Error(said)
	}
	first := sheetOf(t, out)
	if again := d.must("export", "roster", "--template", template, "--out", out); strings.Contains(again, "已记住") {
		t.Error(again)
	}
	if second := sheetOf(t, out); !slices.Equal(first, second) {
		t.Error("what was said of the template was not remembered")
	}
	d.refuses("export", "roster", "--template", template, "--out", out, "--column", "B=nobody")
	if err := os.WriteFile(template, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := d.refuses("export", "roster", "--template", template, "--out", out); !strings.Contains(said, "另存为 .xlsx") {
		t.Error(said)
	}
}

func TestWhatWaitsIsGivenOutProblemByProblem(t *testing.T) {
	d := practice(t)
	folder := t.TempDir()
	roster, out := filepath.Join(folder, "花名册.csv"), filepath.Join(folder, "待处理.xlsx")
	d.refuses("export", "tray", "--out", out)
	rows := "姓名,身份证号,工作单位,申报工种,申报等级\n=张伟,411521197501011234,没有这个单位,护理员,九级\n"
	if err := os.WriteFile(roster, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	d.run("import", roster)
	var done exported
	d.read(&done, "export", "tray", "--out", out)
	lines := sheetOf(t, out)
	if done.Rows < 3 || lines[2] != "序号|姓名|单位|文件|工作表|行|单元格|栏目|写的是|问题|怎么办|办理" {
		t.Fatalf("%+v, heads %s", done, lines[2])
	}
	found := slices.IndexFunc(lines, func(l string) bool {
		return strings.Contains(l, "|没有这个单位|花名册.csv|") && strings.Contains(l, "|申报等级|九级|没有“九级”这个等级|") && strings.HasSuffix(l, "|待处理")
	})
	if found < 0 {
		t.Errorf("lines %q", lines)
	}
	d.refuses("export", "tray", "--out", out, "--batch", "没有")
	var people []person
	d.read(&people, "list")
	d.refuses("export", "tray", "--out", out, "--unit", people[0].Unit)
}

func TestOptionsOfAnExportThatMeanNothingTogetherAreWrongUsage(t *testing.T) {
	d := practice(t)
	for _, args := range [][]string{{"roster", "--head-row", "3"}, {"roster", "--batch", "x"}, {"tray", "--level", "3"}, {"textbooks", "--level", "3"}, {"nothing"}} {
		if code, _, _ := d.run(append([]string{"export", "--out", "x.xlsx"}, args...)...); code != Usage {
			t.Errorf("%v: exit %d", args, code)
		}
	}
}
