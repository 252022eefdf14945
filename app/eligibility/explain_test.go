package eligibility

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gongkao/app/policy"
	"gongkao/data"
)

// sound makes the question of testdata/sound.facts with other facts on top.
func sound(t *testing.T, facts string) Question {
	t.Helper()
	src, err := os.ReadFile("testdata/sound.facts")
	if err != nil {
		t.Fatal(err)
	}
	return questionFrom(t, string(src), facts)
}

func clauseOf(t *testing.T, q Question, key string) Clause {
	t.Helper()
	_, clauses := Explain(q)
	i := slices.IndexFunc(clauses, func(c Clause) bool { return c.Key == key })
	if i < 0 {
		t.Fatalf("no clause %s", key)
	}
	return clauses[i]
}

// TestExplainWritesOutWhatItLookedAt shows all clauses of several people as a
// colleague would read them; -update rewrites the file.
func TestExplainWritesOutWhatItLookedAt(t *testing.T) {
	const golden = "testdata/explain.golden"
	var b strings.Builder
	for _, c := range []struct{ what, facts string }{
		{"三级晋级，都符合", ""},
		{"三级晋级，差一年八个月", "current_cert_date: 2023-05"},
		{"女，二级晋级，初中，容缺", "sex: 女\nretirement_category: 55\nbirth: 1976-05-12\nlevel: 二级\ncurrent_level: 三级\neducation: 初中\n" +
			"appraisals: 2023合格 2024优秀 2025未备案\npromise: years=2025 consent=yes made=2026-03-20 due=2026-09-30"},
		{"一级晋级，公示、考核、年限都差", "level: 一级\ncurrent_level: 二级\nappointed_level: 三级\nwork_start: 2004-03\ncurrent_cert_date: 2023-05\nnotice: from=2026-03-16 to=2026-03-22 objections=工龄不实"},
		{"本年到龄，受过处理，越级", "birth: 1966-07-12\ncurrent_level: 五级\nviolation: found=2025-06-10 until=2027-06-09 what=填报虚假工龄"},
	} {
		v, clauses := Explain(sound(t, c.facts))
		fmt.Fprintf(&b, "== %s：%s\n", c.what, outcomeNames[v.Outcome])
		for _, clause := range clauses {
			b.WriteString(clauseText(clause))
		}
		b.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(readText(t, golden), b.String()); diff != "" {
		t.Error(diff)
	}
}

func clauseText(c Clause) string {
	var b strings.Builder
	sign := signs[c.Severity]
	if sign == "" {
		sign = "✓"
	}
	fmt.Fprintf(&b, "%s %s　　%s　　%s %s %v\n", sign, c.Title, c.Fact, c.Key, c.Row.Status, c.Look)
	for _, u := range c.Trace.Used {
		fmt.Fprintf(&b, "      %s：%s（%s）\n", u.Field, u.Text, u.From)
	}
	for _, l := range c.Trace.Sum {
		mark := " "
		if l.Result {
			mark = "="
		}
		fmt.Fprintf(&b, "    %s %s　%s\n", mark, l.Label, l.Figure)
	}
	for _, m := range c.Trace.Missing {
		fmt.Fprintf(&b, "    缺 %s\n", m)
	}
	if c.Trace.First != nil {
		fmt.Fprintf(&b, "    最早 %d 年 %s\n", c.Trace.First.Year, c.Trace.First.Level)
	}
	for _, f := range c.Findings {
		fmt.Fprintf(&b, "    → %s\n", f.Message)
	}
	return b.String()
}

func TestTheSumOfYearsIsWrittenLineByLine(t *testing.T) {
	c := clauseOf(t, sound(t, "current_cert_date: 2021-06"), "years-in-level")
	want := []data.Line{{Label: "取得四级", Figure: "2021-06"}, {Label: "算到", Figure: "2026-09-30"}, {Label: "满", Figure: "5 年 3 个月", Result: true}, {Label: "要求", Figure: "5 年"}}
	if diff := cmp.Diff(want, c.Trace.Sum); diff != "" {
		t.Error(diff)
	}
	if c.Title != "取得四级满 5 年" || c.Fact != "5 年 3 个月" || c.Severity != "" || !slices.Equal(c.Look, []string{"certificate"}) {
		t.Errorf("%+v", c)
	}
}

// TestTheFirstPossibleYearIsTheFirst: in that year the rows that count years
// are all met, and in no year before.
func TestTheFirstPossibleYearIsTheFirst(t *testing.T) {
	c := loadCodes(t)
	var policies []*policy.Policy
	for _, counting := range []policy.Counting{policy.FullYears, policy.CalendarDifference, policy.InclusiveYears} {
		policies = append(policies, loadPolicy(t, `counting = "full-years" => counting = "`+string(counting)+`"`))
	}
	rapid.Check(t, func(t *rapid.T) {
		a := anybody(t)
		a.Person.Category, a.Person.Sex, a.Person.Birth = data.M60, data.Male, data.MustDate(2000, 1, 1)
		a.Person.IDNumber = numberFor(a.Person.Birth, a.Person.Sex)
		p := rapid.SampledFrom(policies).Draw(t, "policy")
		q := Question{Applicant: a, Policy: p, Codes: c, AsOf: anyDay(t)}
		_, clauses := Explain(q)
		for _, clause := range clauses {
			if first := clause.Trace.First; first != nil {
				if first.Year <= p.Year || first.Level != a.Application.Level || !strings.Contains(clause.Findings[0].Message, fmt.Sprintf("最早 %d 年可申报%s", first.Year, first.Level)) {
					t.Errorf("%+v: %+v", first, clause.Findings)
				}
				if !enough(q, first.Year) || enough(q, first.Year-1) {
					t.Errorf("%d is not the first year of %s", first.Year, clauseText(clause))
				}
			}
		}
	})
}

// enough reports whether all rows that ask for at least so many years are met
// when they are counted to the same day of another year.
func enough(q Question, year int) bool {
	for _, row := range q.Policy.Rules(q.Applicant.Application.Level, q.Applicant.Application.Path) {
		from, _ := countFrom(q.Applicant, row)
		if row.Years == 0 || from.IsZero() {
			continue
		}
		then := *row
		then.AsOf.Year += year - q.Policy.Year
		if plainYears(&then, from) < row.Years {
			return false
		}
	}
	return true
}

// TestExplainAndJudgeSayTheSame: findings are the same but for the trace, each
// stands in exactly one clause, keys are unique, and every title and fact is
// there.
func TestExplainAndJudgeSayTheSame(t *testing.T) {
	p, c := loadPolicy(t, "days = 0 => days = 7"), loadCodes(t)
	rapid.Check(t, func(t *rapid.T) {
		q := Question{Applicant: anybody(t), Policy: p, Codes: c, AsOf: anyDay(t)}
		plain := Judge(q)
		v, clauses := Explain(q)
		q.Traced = true
		if diff := cmp.Diff(v, Judge(q)); diff != "" {
			t.Errorf("Judge with traces: %s", diff)
		}
		var inClauses []Finding
		keys := map[string]bool{}
		for _, clause := range clauses {
			if keys[clause.Key] || clause.Title == "" || clause.Fact == "" || !strings.HasPrefix(clause.Key, clause.Rule) {
				t.Errorf("key %q, title %q, fact %q", clause.Key, clause.Title, clause.Fact)
			}
			keys[clause.Key] = true
			inClauses = append(inClauses, clause.Findings...)
		}
		if diff := cmp.Diff(v.Findings, inClauses); diff != "" {
			t.Errorf("clauses: %s", diff)
		}
		for i := range v.Findings {
			if v.Findings[i].Trace == nil {
				t.Errorf("%s has no trace", v.Findings[i].Rule)
			}
			v.Findings[i].Trace = nil
		}
		if diff := cmp.Diff(plain, v); diff != "" {
			t.Errorf("Judge and Explain: %s", diff)
		}
	})
}

func TestWhatMustBeBroughtIsNamed(t *testing.T) {
	for _, c := range []struct{ facts, key, want string }{
		{"birth: 1966-07-12", "object-age-this-year", "本人的书面决定，单位的同意意见"},
		{"current_cert_date:", "years-in-level", "四级证书（看取得时间）"},
		{"current_trade: 驾驶员", "years-in-level", "公车改革转岗的依据"},
		{"level: 二级\ncurrent_level: 三级\neducation: 小学", "education", "高中以上的毕业证"},
		{"level: 二级\ncurrent_level: 三级\nappraisals: 2023合格 2024合格", "appraisals", "2025 年度考核登记表，或容缺承诺书"},
		{"level: 一级\ncurrent_level: 二级", "public-notice", "单位盖章的公示证明"},
		{"level: 一级\ncurrent_level: 二级\nappointed_level: 三级", "appointed", "聘在二级岗位的聘用文件"},
		{"sex: 女", "object-retirement-category", "原法定退休年龄（由单位核实）"},
	} {
		if got := strings.Join(clauseOf(t, sound(t, c.facts), c.key).Trace.Missing, "，"); got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
}

// TestTheClausesOfACleanReviewAreFew: each is a keystroke, and twelve are to do.
func TestTheClausesOfACleanReviewAreFew(t *testing.T) {
	for _, facts := range []string{"", "path: 年限", "level: 二级\ncurrent_level: 三级", "sex: 女\nretirement_category: 55\nlevel: 二级\ncurrent_level: 三级"} {
		if v, clauses := Explain(sound(t, facts)); v.Outcome != Pass || len(clauses) > 11 {
			t.Errorf("%q: %s, %d clauses", facts, v.Outcome, len(clauses))
		}
	}
}

func TestEveryRowHasATitle(t *testing.T) {
	for _, r := range loadPolicy(t).RuleRows {
		if title := Title(r); title == "" || title == r.ID {
			t.Errorf("%s is called %q", r.ID, title)
		}
	}
}

// BenchmarkExplain explains one person, as the panel does on leaving a field.
func BenchmarkExplain(b *testing.B) {
	p, c := loadPolicy(b), loadCodes(b)
	a := crowd(1, data.Promotion)
	b.ReportAllocs()
	for b.Loop() {
		Explain(Question{Applicant: &a, Policy: p, Codes: c, AsOf: data.MustDate(2026, 4, 1)})
	}
}
