package record_test

import (
	"strings"
	"testing"

	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/views/record"
	"gongkao/views/wording"
)

func TestTheVerdictChangesAsTheFormIsFilled(t *testing.T) {
	d := practice(t, t.TempDir())
	m := record.New(d, draftsOf(t, d), record.Carried{})
	if got := m.Panel().Title; got != "填到申报等级后给结论" {
		t.Errorf("empty, the panel says %s", got)
	}
	for _, c := range [][2]string{{"id_number", "411503198109010027"}, {"name", "刘𬱖"}, {"retirement_category", "50"}, {"unit", d.AllUnits()[3].Name},
		{"work_start", "199809"}, {"current_level", "4"}, {"current_trade", "保育员"}, {"current_cert_date", "2023.6"}, {"level", "3"}, {"trade", "保育员"}, {"path", "1"}} {
		leave(t, m, c[0], c[1])
	}
	p := m.Panel()
	if p.Mark != wording.Warn || len(p.Lines) == 0 || p.Lines[0].Title != "取得四级满 5 年" || p.Lines[0].Key != "current_cert_date" || len(p.Lines[0].Sum) == 0 {
		t.Fatalf("with three years in the level the panel says %+v", p)
	}
	if s := m.State("current_cert_date"); s.Mark != wording.Warn || s.Note == "" || !strings.Contains(s.Hint, "要求 5 年") {
		t.Errorf("beside the field: %+v", s)
	}
	left := leave(t, m, "current_cert_date", "2019年6月")
	if m.Panel().Mark != wording.Pass || !strings.Contains(left.What, "变为符合") {
		t.Errorf("mended: %q, panel %+v", left.What, m.Panel())
	}
}

func TestARuleThatCouldNotBeAskedIsNotCalledMet(t *testing.T) {
	d := practice(t, t.TempDir())
	for name, never := range map[string]string{"胡玉珍": "未到退休年龄", "郭建军": "取得", "张国栋": "本年到龄"} {
		found := d.Register.Find(registration.Query{Text: name})
		m, err := record.Open(d, draftsOf(t, d), found[0].Application.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, met := range m.Panel().Met {
			if strings.Contains(met.Title, never) {
				t.Errorf("%s is said to meet %s", name, never)
			}
		}
	}
}

func TestEveryRuleOfTheYearHasItsWords(t *testing.T) {
	d := practice(t, t.TempDir())
	for _, a := range d.Register.Find(registration.Query{}) {
		m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range m.Panel().Lines {
			if l.Title == "其他" || l.Fact == "" || l.Source == "" {
				t.Errorf("%s: %+v", a.Person.Name, l)
			}
		}
	}
}

func TestAFieldThatWasNotStoredIsTheFirstThingTheRulesSay(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	met := len(m.Panel().Met)
	leave(t, m, "id_number", "411503198109010020")
	p := m.Panel()
	if p.Mark != wording.Block || p.Lines[0].Key != "id_number" || p.Lines[0].Fact != "末位校验不符" || len(p.Lines[0].Steps) != 1 || len(p.Met) != met-1 {
		t.Errorf("the panel says %+v", p)
	}
}

func TestTheRulesSayWhatANewPersonLacks(t *testing.T) {
	d := practice(t, t.TempDir())
	m := record.New(d, draftsOf(t, d), record.Carried{})
	if p := m.Panel(); !strings.Contains(p.Lacks, "身份证号") {
		t.Errorf("empty: %+v", p)
	}
	if p := somebody(t, d, "").Panel(); p.Lacks != "" {
		t.Errorf("somebody registered lacks %q", p.Lacks)
	}
}

func TestANameThatIsPassedByIsMarked(t *testing.T) {
	d := practice(t, t.TempDir())
	m := record.New(d, draftsOf(t, d), record.Carried{})
	if s := m.State("name"); s.Mark != 0 {
		t.Errorf("before: %+v", s)
	}
	leave(t, m, "name", "")
	if s := m.State("name"); s.Mark != wording.Warn || s.Note != "要填" || m.NextFinding("phone") == "" {
		t.Errorf("passed by: %+v", s)
	}
}

func TestTheHeadlineAgreesWithTheVerdict(t *testing.T) {
	d := practice(t, t.TempDir())
	seen := map[wording.Mark]int{}
	for _, a := range d.Register.Find(registration.Query{}) {
		m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
		if err != nil {
			t.Fatal(err)
		}
		v := eligibility.Judge(eligibility.Question{Applicant: a, Policy: d.Office.Policy, Codes: d.Office.Codes, AsOf: d.Office.Today()})
		want := map[eligibility.Outcome]wording.Mark{eligibility.Pass: wording.Pass, eligibility.Warn: wording.Warn, eligibility.Fail: wording.Block}[v.Outcome]
		p := m.Panel()
		if p.Mark != want {
			t.Errorf("%s: the verdict is %s, the panel says %s", a.Person.Name, v.Outcome, p.Title)
		}
		seen[want]++
		for _, l := range p.Lines {
			for _, met := range p.Met {
				if met.Title == l.Title && l.Mark >= wording.Warn {
					t.Errorf("%s: %s is both wrong and met", a.Person.Name, met.Title)
				}
			}
		}
	}
	if len(seen) < 3 {
		t.Errorf("the county has only %v", seen)
	}
}

func TestTooFewYearsAreSetAsASumWithTheFirstYear(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	for _, c := range [][2]string{{"level", "3"}, {"path", "1"}, {"current_level", "4"}, {"current_trade", m.Text("trade")}, {"current_cert_date", "2023.6"}} {
		leave(t, m, c[0], c[1])
	}
	for _, l := range m.Panel().Lines {
		if l.Title != "取得四级满 5 年" {
			continue
		}
		results := 0
		for _, line := range l.Sum {
			if line.Result {
				results++
			}
		}
		if results != 1 || l.First != "2028 年可以申报三级（高级工）" || l.Confirmed || l.Word != "要核对" || l.Standing() != "待核对，只提醒" {
			t.Errorf("%+v", l)
		}
		return
	}
	t.Errorf("nothing is said of the years: %+v", m.Panel().Lines)
}
