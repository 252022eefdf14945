package paper

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gongkao/assets"
	"gongkao/data"
)

func TestAllPapersOfTheOfficeLoad(t *testing.T) {
	want := []string{"administrator-form", "archive", "certificates", "commitment", "correction", "custody-slip", "import-note", "notice-proof", "pass-notice", "payment-slip", "public-notice", "registration", "rejection",
		"reminder", "review-sheet", "roster", "spot-check", "statistics", "summary", "textbooks", "unit-change"}
	if diff := cmp.Diff(want, papersOf(t).IDs()); diff != "" {
		t.Error(diff)
	}
}

// A mistake in a definition is told with its place, so that whoever edits one
// finds it.
func TestMistakeInADefinitionNamesItsPlace(t *testing.T) {
	good := `name = "试"
kind = "TRY"
per = "entry"
[[page]]
text = [{ x = 20, y = 20, w = 50, h = 8, text = "{name}" }]
`
	mistaken(t, good, []mistake{
		{"unknown key", "h = 8", "h = 8, hight = 9", `第 5 行：没有“page.text.hight”这个键`},
		{"unknown value", "{name}", "{nmae}", `第 5 行：page.text.text：没有 {nmae} 这个值`},
		{"unclosed brace", "{name}", "{name", `第 5 行：page.text.text：没有 {name} 这个值`},
		{"unknown type", `text = "{name}"`, `text = "{name}", type = "huge"`, `第 5 行：第 1 页，框“{name}”：没有“huge”这种字`},
		{"box off the sheet", "x = 20", "x = 200", `第 5 行：第 1 页，框“{name}”：超出了页边`},
		{"unknown alignment", "h = 8", `h = 8, align = "centre"`, `第 5 行：第 1 页，框“{name}”：没有这种 align、valign 或 fit`},
		{"wrong subject", "{name}", "{admin.name}", `第 5 行：第 1 页：{admin.name} 在 per = entry 的表上没有可问的人`},
		{"no kind", `"TRY"`, `""`, "三个大写字母的 kind"},
		{"broken TOML", "per =", "per", `第 3 行：expected '.' or '=', but got '"' instead`},
	})
}

// signIn is a paper that somebody adds.
const signIn = `name = "签到表"
kind = "TRY"
per = "entry"
left = 22.0
right = 18.0
[[page]]
text = [{ x = 22, y = 20, w = 50, h = 8, text = "{name}签到" }]
sign = [{ x = 22, y = 60, label = "签名：", at = 40, rule = 30, type = "hand" }]
`

func TestMistakeInATableOfHandworkNamesItsColumn(t *testing.T) {
	good := `name = "试"
kind = "TRY"
per = "job"
left = 22.0
right = 18.0
[[page]]
[table]
each = "entries"
x = 22
y = 35
bottom = 250
last = 250
head = 10
row = 11
by-hand = 17
[[table.column]]
head = "签名"
w = 32
text = ""
hand = "signature"
[[table.column]]
head = "结果"
w = 22
text = ""
tick = [{ text = "属实", ticked = "finding.sound" }, { text = "有问题", ticked = "finding.wrong" }]
`
	mistaken(t, good, []mistake{
		{"unknown handwriting", `"signature"`, `"scribble"`, `行：表，列“签名”：hand = "scribble" 不是 signature、date、words 之一`},
		{"no room to sign", "w = 32", "w = 25", `表，列“签名”：hand = "signature" 至少要 26 × 8 毫米`},
		{"row too low for the boxes", "row = 11", "row = 10", `表，列“结果”：2 个选框要 10.6 毫米高的行`},
		{"box without words", `text = "属实", `, "", `表，列“结果”：tick 要有 text 和 ticked`},
		{"box ticked by nothing known", "finding.sound", "finding.smooth", `第 25 行：table.column.tick.ticked：没有 finding.smooth 这个值`},
		{"words beside the boxes", "w = 22\ntext = \"\"", "w = 22\ntext = \"{name}\"", `表，列“结果”：有选框的列不能再写 text`},
		{"more rows than a page", "by-hand = 17", "by-hand = 19", `表：by-hand = 19 行一页放不下`},
		{"a band over none", "by-hand", "over = { by = \"{order.group}\", h = 7, text = \"\" }\nby-hand", "表的 over：下面要有 band"},
		{"a band without height", "by-hand", "band = { by = \"{unit}\", text = \"\" }\nby-hand", `表的 band：要有 by 和 h`},
		{"a list in a head", "[[page]]", "[[page]]\n[[page.grid.row]]\neach = \"career\"\n", `第 1 页，第 1 行格：each = "career" 不是已有的列表，或缺 strip`},
	})
}

func TestNewPaperIsAFolderAndNothingInGo(t *testing.T) {
	p, err := Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(signIn)}})
	if err != nil {
		t.Fatal(err)
	}
	sheet, _, _, err := p.layOut(jobFor("try", liuDi()))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(sheet.Text(), "刘𬱖签到") {
		t.Error(sheet.Text())
	}
}

func TestEveryValueOfTheTableIsAnswered(t *testing.T) {
	entry, admin, table := liuDi(), administrator(), everyFigure()
	entry.Fee = Fee{Step: 1, Fen: 38000, Later: 13000, Collector: "省工考管理机构"}
	entry = promised(entry, 5)
	entry.Certificate, entry.Archive, entry.Spotted = certificate(1, true), archive(1), &Spotted{Place: 12, Finding: data.SpotFinding{Sound: true, Found: "工种不符"}}
	lower := slip(5, Fee{})
	records := []record{{entry: &entry}, {entry: &lower}, {line: &table.Lines[0]}}
	job := jobFor("roster", entry)
	job.Order, job.Spot = byTrade, drawn(2)
	v := &view{job: &job, paper: papersOf(t).papers["roster"], entry: &entry, admin: &admin, table: &table, line: &table.Lines[0], code: "K7Q42M9X", total: tallyOf(records),
		counted: tallyOf(records), number: 1, page: 1, pages: 2}
	letter := notice(3)
	letter.Number, letter.To, letter.Days, letter.Clause, letter.Text = "罗工考催〔2026〕3号", "罗山县农业农村局", 5, "三（二）", "经审核。"
	letter.Items[0].What, letter.Items[0].Clause, letter.Items[0].Until = "2025年度考核登记表", "二（四）", letter.Until
	letter.Items[0].Spot = SheetSpot{Row: 17, Cell: "E17", Written: "罗山县 第二初级中学", Advice: "请写单位全称"}
	v.letter, v.about = &letter, &letter.Items[0]
	slip, change := custody(3), merger()
	entry.Review = examined(4)
	v.slip, v.change = &slip, &change
	v.item = listItem{year: 2025, grade: "优秀", step: entry.Person.Career[0], clause: entry.Review.Clauses[3], number: 1, original: slip.Originals[0]}
	empty := map[string]bool{"consent": true, "entry.age_this_year": true, "letter.attached": true, "promise.inline": true, "review.passed": true, "person.long_name": true, "review.returned": true,
		"review.rejected": true, "change.is_new": true, "change.is_renamed": true}
	for name, value := range values {
		if (value(v) == "") != empty[name] {
			t.Errorf("{%s} is %q", name, value(v))
		}
	}
}

func houseFile(t *testing.T) *fstest.MapFile {
	t.Helper()
	text, err := assets.Files.ReadFile("papers/house.toml")
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: text}
}

func file(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
