package paper

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
	"gongkao/data"
)

func printed(t testing.TB, job Job) ([]byte, *Printed) {
	t.Helper()
	var b bytes.Buffer
	p, err := papersOf(t).Print(&b, job)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), p
}

func TestSameJobAndClockGiveTheSameBytes(t *testing.T) {
	entries := crowd(12)
	for i := range entries {
		entries[i].Photo = photograph(250, 350, uint8(20*i))
	}
	first, _ := printed(t, jobFor("registration", entries...))
	for range 5 {
		if again, _ := printed(t, jobFor("registration", entries...)); !bytes.Equal(first, again) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestHashFollowsTheValuesAndNotTheClock(t *testing.T) {
	entry := liuDi()
	_, before := printed(t, jobFor("registration", entry))
	later := jobFor("registration", entry)
	later.Now, later.By, later.AuditHead = clock.AddDate(0, 0, 3), "李文娟", "91c45d207be8a6f3"
	if _, p := printed(t, later); p.Hash != before.Hash {
		t.Error("printing the same record later gives another hash")
	}
	changed := liuDi()
	changed.Person.Phone = "13900000418"
	if _, p := printed(t, jobFor("registration", changed)); p.Hash == before.Hash {
		t.Error("a changed telephone gives the same hash")
	}
	step := liuDi()
	step.Person.Career[2].As = "保管工"
	if _, p := printed(t, jobFor("registration", step)); p.Hash == before.Hash {
		t.Error("a changed line of the career gives the same hash")
	}
	photo := liuDi()
	photo.Photo = photograph(250, 350, 10)
	if _, p := printed(t, jobFor("registration", photo)); p.Hash == before.Hash {
		t.Error("a changed photo gives the same hash")
	}
}

func TestUnknownPaperAndEmptyScopeAreRefused(t *testing.T) {
	for code, job := range map[string]Job{"paper-unknown": jobFor("horoscope", liuDi()), "nobody": jobFor("roster")} {
		var b bytes.Buffer
		if _, err := papersOf(t).Print(&b, job); !data.HasCode(err, code) || b.Len() > 0 {
			t.Errorf("want a refusal %s, got %v and %d bytes", code, err, b.Len())
		}
	}
}

func TestFormsOfABatchCountTheirOwnPagesAndFillWholeSheets(t *testing.T) {
	file, p := printed(t, jobFor("registration", liuDi(), worst(), liuDi()))
	pages, err := pdftest.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var feet []string
	for _, page := range pages {
		for _, r := range page {
			if strings.HasPrefix(r.Text, "第 ") {
				feet = append(feet, wordsOf(r.Text))
			}
		}
	}
	want := []string{"第1页共2页", "第2页共2页", "第1页共4页", "第2页共4页", "第3页共4页", "第4页共4页", "第1页共2页", "第2页共2页"}
	if strings.Join(feet, " ") != strings.Join(want, " ") {
		t.Errorf("feet %v", feet)
	}
	if p.Pages != 8 || p.Records != 3 || len(p.Sheets) != 3 || p.Sheets[1].Pages != 4 {
		t.Errorf("report %+v", p)
	}
}

// Nothing typed may be missing from the paper, however long it was.
func TestContinuationLosesNothing(t *testing.T) {
	e := worst()
	file, _ := printed(t, jobFor("registration", e))
	all := wordsOf(textOf(t, file))
	for _, want := range []string{e.Person.Name, e.Unit, e.Application.Honours} {
		if !strings.Contains(all, wordsOf(want)) {
			t.Errorf("%.30s… is not there in full", want)
		}
	}
	if n := strings.Count(all, "农学专业学生"); n != 3 {
		t.Errorf("the career's first step stands %d times, want 3", n)
	}
	for y := 2012; y < 2026; y++ {
		if !strings.Contains(all, data.Month{Year: y, Month: 1}.String()[:4]+"年") {
			t.Errorf("the appraisal of %d is missing", y)
		}
	}
}

func TestAdministratorFormSaysWhatTheNoticeSays(t *testing.T) {
	job := jobFor("administrator-form")
	job.Administrators = []AdministratorEntry{{}}
	file1, _ := printed(t, job)
	got, _, _ := strings.Cut(wordsOf(textOf(t, file1)), "信阳市机关事业单位工勤技能岗位等级考核网上报名管理人员信息登记表政策年度")
	want := wordsOf(strings.ReplaceAll(file(t, "notice-form.txt"), "- 备注", "备注"))
	if got = inOrderOfReading(got, want); got != want {
		t.Errorf("form  %s\nnotice %s", got, want)
	}
}

// inOrderOfReading checks letter by letter when only the order of blocks
// differs: the notice's text has the line above the table before the table.
func inOrderOfReading(got, want string) string {
	for _, block := range []string{"附件", "信阳市机关事业单位工勤技能岗位等级考核网上报名管理人员信息登记表", "单位：(人事部门盖章)填表人：填表日期：年月日", "单位名称姓名性别工作部门职务办公电话手机号码"} {
		if !strings.Contains(got, block) || !strings.HasPrefix(want, block) {
			return got
		}
		got = strings.Replace(got, block, "", 1)
		want = strings.TrimPrefix(want, block)
	}
	if got == want {
		return strings.Join([]string{"附件", "信阳市机关事业单位工勤技能岗位等级考核网上报名管理人员信息登记表", "单位：(人事部门盖章)填表人：填表日期：年月日", "单位名称姓名性别工作部门职务办公电话手机号码", want}, "")
	}
	return got
}

func textOf(t *testing.T, file []byte) string {
	t.Helper()
	pages, err := pdftest.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, page := range pages {
		for _, r := range page {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestTextOfManyPagesLosesNothing(t *testing.T) {
	e := liuDi()
	e.Application.Honours = ""
	for i := range 900 {
		e.Application.Honours += string(rune(0x4E00 + i))
		e.Application.Honours += "，技术革新；"
	}
	file, p := printed(t, jobFor("registration", e))
	all := textOf(t, file)
	for i := range 900 {
		if c := string(rune(0x4E00+i)) + "，"; !strings.Contains(all, c) {
			t.Fatalf("%s is missing on %d pages", c, p.Pages)
		}
	}
	if n := strings.Count(all, "技术革新"); n < 850 { // a few are broken over two lines
		t.Errorf("技术革新 stands %d times", n)
	}
}

// noticeText is the founding notice.
func noticeText(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../policy/testdata/notice-2026.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
