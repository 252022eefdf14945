package eligibility

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
)

func readPolicyText(t testing.TB) string {
	t.Helper()
	src, err := fs.ReadFile(assets.Files, "policy/2026.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestTheListHasEveryRuleAPolicyMayHold(t *testing.T) {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.id)
	}
	slices.Sort(ids)
	if want := policy.RuleIDs(); !slices.Equal(ids, want) {
		t.Errorf("rules %v\npolicy %v", ids, want)
	}
	p := loadPolicy(t)
	for _, id := range ids {
		if !slices.ContainsFunc(p.RuleRows, func(r *policy.Rule) bool { return r.ID == id }) {
			t.Errorf("the year's file has no row of %s, so it is never asked", id)
		}
	}
}

// TestEveryRuleHasACase: a rule whose finding no case shows could be broken
// unseen.
func TestEveryRuleHasACase(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(src)
	}
	for _, r := range rules {
		if !strings.Contains(all.String(), " "+r.id+" [") {
			t.Errorf("no case shows %s", r.id)
		}
	}
}

func TestALevelThatIsNotAssessedThisYearIsNotAdmitted(t *testing.T) {
	sound, err := os.ReadFile("testdata/sound.facts")
	if err != nil {
		t.Fatal(err)
	}
	q := questionFrom(t, string(sound))
	q.Policy.Assessment.Levels = []data.Level{5, 4}
	v := Judge(q)
	if v.Outcome != Fail || len(v.Findings) != 1 || v.Findings[0].Clause != "一（二）" || !strings.Contains(v.Findings[0].Message, "本年度不开展三级考核") {
		t.Error(verdictText(v))
	}
}

func TestAPolicyThatAsksForAnUnknownEducationSaysSo(t *testing.T) {
	sound, err := os.ReadFile("testdata/sound.facts")
	if err != nil {
		t.Fatal(err)
	}
	q := questionFrom(t, string(sound), "level: 二级\ncurrent_level: 三级\npolicy: education = \"高中\" => education = \"高小\"\n")
	if v := Judge(q); v.Outcome != Warn || !strings.Contains(v.Findings[0].Message, "“高小”不在文化程度表内") {
		t.Error(verdictText(v))
	}
}

// BenchmarkJudge judges 100,000 people of the kinds in testdata: the register
// does so whenever the policy changes.
func BenchmarkJudge(b *testing.B) {
	p, c := loadPolicy(b), loadCodes(b)
	top, promised := crowd(1, data.Promotion), crowd(2, data.Promotion)
	top.Dossier.Notice = &data.PublicNotice{From: data.MustDate(2026, 3, 15), To: data.MustDate(2026, 3, 25), Proof: true}
	promised.Dossier.Commitments = []data.Commitment{{Years: []int{2025}, Consent: true, Made: data.MustDate(2026, 3, 20), Due: data.MustDate(2026, 9, 30)}}
	promised.Dossier.Violations = []data.Violation{{Found: data.MustDate(2022, 5, 1), Until: data.MustDate(2024, 4, 30)}}
	people := []data.Applicant{crowd(5, data.FirstTime), crowd(4, data.Promotion), crowd(3, data.Promotion), crowd(3, data.ByYears), promised, top}
	day := data.MustDate(2026, 4, 1)
	b.ReportAllocs()
	for b.Loop() {
		for i := range 100_000 {
			Judge(Question{Applicant: &people[i%len(people)], Policy: p, Codes: c, AsOf: day})
		}
	}
}

// crowd makes somebody with a finding or two.
func crowd(l data.Level, path data.Path) data.Applicant {
	a := data.Applicant{Unit: "罗山县水利局", Supervising: "罗山县水利局"}
	a.Person = data.Person{
		Sex: data.Female, Category: data.F55, Birth: data.MustDate(1980, 5, 12), Education: "初中", WorkStart: data.Month{Year: 2009, Month: 3},
		CurrentLevel: l + 1, CurrentTrade: "电工", CurrentCertDate: data.Month{Year: 2022, Month: 6}, AppointedLevel: l + 1,
		Appraisals: map[int]data.Appraisal{2023: data.Qualified, 2024: data.Excellent, 2025: data.Unrecorded},
	}
	a.Person.IDNumber = numberFor(a.Person.Birth, a.Person.Sex)
	a.Application = data.Application{Level: l, Path: path, Trade: "电工", StaffKind: "正式工作人员", Status: data.Submitted}
	return a
}
