package tray_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/app/tray"
	"gongkao/data"
)

// judges are the packages that say what is wrong with a row.
var judges = []string{"../sheets", "../units", "../fees", "../results", "../textbooks", "../../data"}

// codeShape finds the codes of problems: of notes and refusals, and of the tables of them.
var codeShape = regexp.MustCompile(`(?:note\(|Refuse\(|Note\{|Code:\s*|idNotes\[|Problems = \[\]string\{|^\s*)"([a-z]+(?:-[a-z]+)+)"(?:[,:}]|\))`)

// elsewhere are refusals of those packages that no row of a sheet can meet: of
// screens that issue, hand out, void or reopen, of whole files and sheets.
var elsewhere = regexp.MustCompile(`^(cert-|slip-|order-|archive-|evaluation-|file-|reason-|note-|no-header$|header-twice$|collector-missing$|twice-chosen$|not-found$)`)

func TestEveryProblemHasItsGroup(t *testing.T) {
	codes := map[string]bool{}
	for _, folder := range judges {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() && path != folder || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				if e != nil && e.IsDir() && path != folder {
					return fs.SkipDir
				}
				return err
			}
			text, err := os.ReadFile(path)
			for _, line := range strings.Split(string(text), "\n") {
				for _, m := range codeShape.FindAllStringSubmatch(line, -1) {
					codes[m[1]] = true
				}
			}
			return err
		})
		must(t, err)
	}
	for _, code := range []string{"pay-stranger", "pay-ambiguous", "score-name", "book-stranger"} { // made of a prefix by registration.Finder
		codes[code] = true
	}
	if len(codes) < 40 || !codes["id-mangled"] || !codes["unit-similar"] || !codes["pay-not-due"] || !codes["score-differs"] {
		t.Fatalf("only %d codes were found: %v", len(codes), codes)
	}
	for code := range codes {
		if tray.FamilyTitle(code) == "其他问题" && !elsewhere.MatchString(code) {
			t.Errorf("%s has no group", code)
		}
	}
}

func TestGroupsStandInTheOrderInWhichTheyAreAnswered(t *testing.T) {
	d := demotest.Desk(t, 20)
	u := d.AllUnits()[1]
	tr := open(t, d, laid(t, d, "people",
		person(d, 901, map[string]string{"name": "张□"}, "name-bad"),
		person(d, 903, map[string]string{"trade": ""}, "required-missing"),
		person(d, 905, map[string]string{"birth": "1976-02-03"}, "id-birth-differs"),
		person(d, 907, map[string]string{"id_number": "411521197502039999"}, "id-checksum"),
		person(d, 909, map[string]string{"unit": spelled(u)}, "unit-similar"),
		person(d, 911, map[string]string{"id_number": "4.11521E+17"}, "id-mangled"),
		person(d, 913, map[string]string{"unit": "查无此单位"}, "unit-unknown"),
		person(d, 915, map[string]string{"path": "自荐", "phone": "1"}, "path-unknown")))
	var got []string
	for _, g := range tr.Groups() {
		got = append(got, fmt.Sprintf("%s/%s %d %v", g.Title, g.Advice, g.Ask, g.Block))
	}
	want := []string{"身份证号被 Excel 弄坏/只能单位重报 5 true", "单位名称相近/每种写法答一次 1 false", "身份证号校验不符/对照原件改 0 true", "缺必填项/问清补上 0 true",
		"等级或途径看不懂/从列出的里选 3 false", "出生日期和身份证号不符/对照身份证改 0 true", "姓名里有打不出的字/对照身份证补全 0 true", "单位库里没有/选一个，或先登记新单位 1 false"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the groups are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheMorningPageCountsWhatTheTraysHold(t *testing.T) {
	d := demotest.Desk(t, 20)
	bad := map[string]string{"level": "甲"}
	older := laid(t, d, "people", person(d, 901, bad, "level-unknown"), person(d, 903, bad, "level-unknown"), person(d, 905, bad, "level-unknown"))
	newer := laid(t, d, "people", person(d, 907, bad, "level-unknown"))
	tr := open(t, d, older)
	must(t, tr.SendBack(ctx, 0, ""))
	must(t, tr.Mend(ctx, 1, "level", "三级"))
	waits, err := tray.Waiting(ctx, d)
	must(t, err)
	if len(waits) != 2 || waits[0].Batch.ID != newer || waits[0].Open != 1 || waits[1].Open != 2 || waits[1].Ready != 1 || waits[1].Batch.Waiting != 2 {
		t.Errorf("waiting are %+v", waits)
	}
	if n := counted(t, d); n != 3 {
		t.Errorf("the morning page counts %d rows", n)
	}
	_, err = tr.Enter(ctx, nil)
	must(t, err)
	if n := counted(t, d); n != 2 {
		t.Errorf("after one has entered the morning page counts %d rows", n)
	}
}

func counted(t testing.TB, d *registration.Desk) int {
	t.Helper()
	page, err := today.Morning(ctx, d, d.Office.Today())
	must(t, err)
	return page.Count("import-tray")
}

func TestTheSenderIsToldOfWhatHeHasToMend(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := open(t, d, laid(t, d, "people",
		person(d, 901, map[string]string{"id_number": "4.11521E+17", "trade": "没有的工种"}, "id-mangled"),
		person(d, 903, map[string]string{"level": "甲"}, "level-unknown"),
		person(d, 905, map[string]string{"level": "甲"}, "level-unknown")))
	must(t, tr.SendBack(ctx, 0, "请单位重报身份证号"))
	must(t, tr.Mend(ctx, 1, "level", "三级"))
	must(t, tr.Mend(ctx, 2, "level", "乙")) // half an answer is not the sender's
	var told []string
	all := open(t, d, tr.Batch().ID).Told()
	if !strings.Contains(all[0].Text, "请单位重报身份证号") {
		t.Errorf("why it was sent back is not told: %s", all[0].Text)
	}
	for _, m := range all {
		told = append(told, fmt.Sprintf("%s%d %v %s", m.Cell, m.Row, m.Warning, data.FirstRunes(m.Text, 6)))
	}
	want := "E1717 false 身份证号被表\nE1717 true 工种目录里没\nE1919 false 没有“甲”这"
	if strings.Join(told, "\n") != want {
		t.Errorf("told is\n%s\nwant\n%s", strings.Join(told, "\n"), want)
	}
}

func TestInitialsOfPinyinFindUnitsAndTrades(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := open(t, d, laid(t, d, "people", person(d, 901, map[string]string{"level": "甲"}, "level-unknown")))
	u := d.AllUnits()[4]
	initials := registration.Initials(u.Name)[0]
	if offers := tr.OffersFor(0, "unit", initials); len(offers) == 0 || offers[0].Text != u.Name {
		t.Errorf("%s offers %+v", initials, offers)
	}
	if offers := tr.OffersFor(0, "trade", "qcwx"); len(offers) == 0 || !strings.Contains(offers[0].Text, "汽车") {
		t.Errorf("qcwx offers %+v", offers)
	}
	if offers := tr.Offers(0, "level"); len(offers) != 5 || offers[3].Text != "四级" || offers[3].Why != "中级工" {
		t.Errorf("levels offered: %+v", offers)
	}
	if offers := tr.OffersFor(0, "level", "高级"); len(offers) != 2 {
		t.Errorf("高级 offers %+v", offers)
	}
}
