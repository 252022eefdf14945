package eligibility

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gongkao/app/policy"
	"gongkao/data"
)

// severityOf orders verdicts: pass, warn, fail.
var severityOf = map[Outcome]int{Pass: 0, Warn: 1, Fail: 2}

// anybody draws an applicant with every kind of gap and contradiction.
func anybody(t *rapid.T) *data.Applicant {
	month := func(name string) data.Month {
		if rapid.IntRange(0, 5).Draw(t, name+" missing") == 0 {
			return data.Month{}
		}
		return data.Month{Year: 1980}.Add(rapid.IntRange(1, 47*12).Draw(t, name))
	}
	a := &data.Applicant{Unit: rapid.SampledFrom([]string{"罗山县水利局", ""}).Draw(t, "unit")}
	a.Supervising = rapid.SampledFrom([]string{"罗山县水利局", ""}).Draw(t, "supervising")
	p := &a.Person
	p.Sex = rapid.SampledFrom([]data.Sex{data.Male, data.Female, ""}).Draw(t, "sex")
	p.Category = rapid.SampledFrom([]data.Category{data.M60, data.F55, data.F50, "", "f45"}).Draw(t, "category")
	p.Birth = data.MustDate(1960, 1, 1).AddDays(rapid.IntRange(0, 45*365).Draw(t, "birth"))
	p.IDNumber = numberFor(p.Birth, p.Sex)
	if rapid.IntRange(0, 5).Draw(t, "number bad") == 0 {
		p.IDNumber = data.IDNumber(rapid.StringMatching(`[0-9X]{0,19}`).Draw(t, "number"))
	}
	p.Education = rapid.SampledFrom([]string{"小学", "初中", "高中", "中专", "本科", "私塾", ""}).Draw(t, "education")
	p.WorkStart, p.CurrentCertDate = month("work start"), month("certificate")
	p.CurrentLevel = data.Level(rapid.IntRange(0, 5).Draw(t, "current level"))
	p.AppointedLevel = data.Level(rapid.IntRange(0, 5).Draw(t, "appointed level"))
	trades := rapid.SampledFrom([]string{"汽车驾驶员", "驾驶员", "农艺工", "剪纸工", ""})
	p.CurrentTrade, a.Application.Trade = trades.Draw(t, "current trade"), trades.Draw(t, "trade")
	grades := rapid.SampledFrom([]data.Appraisal{data.Excellent, data.Qualified, data.Basic, data.Unqualified, data.NoGrade, data.Unrecorded})
	p.Appraisals = rapid.MapOf(rapid.IntRange(2019, 2026), grades).Draw(t, "appraisals")
	a.Application.StaffKind = rapid.SampledFrom([]string{"正式工作人员", "退休人员", ""}).Draw(t, "staff kind")
	a.Application.Level = data.Level(rapid.IntRange(0, 5).Draw(t, "level"))
	a.Application.Path = rapid.SampledFrom(append(data.Paths(), "")).Draw(t, "path")
	a.Application.Honours = rapid.SampledFrom([]string{"", "省劳动模范"}).Draw(t, "honours")
	a.Application.Commitment = rapid.Bool().Draw(t, "commitment")
	a.Application.Consent = rapid.Bool().Draw(t, "consent")
	a.Application.Status = rapid.SampledFrom([]data.Status{data.Draft, data.Submitted, data.Approved}).Draw(t, "status")
	a.Dossier = anyDossier(t)
	return a
}

// anyDossier draws promises, a notice and violations, half of the time none.
func anyDossier(t *rapid.T) (d data.Dossier) {
	if rapid.Bool().Draw(t, "no dossier") {
		return d
	}
	day := func(name string) data.Date {
		if rapid.IntRange(0, 3).Draw(t, name+" missing") == 0 {
			return data.Date{}
		}
		return data.MustDate(2024, 1, 1).AddDays(rapid.IntRange(0, 4*365).Draw(t, name))
	}
	for range rapid.IntRange(0, 2).Draw(t, "promises") {
		d.Commitments = append(d.Commitments, data.Commitment{
			Years:   rapid.SampledFrom([][]int{nil, {2025}, {2024, 2025}}).Draw(t, "years"),
			Slots:   rapid.SampledFrom([][]string{nil, {"appraisal"}, {"education"}, {"appraisal-2025", "certificate"}}).Draw(t, "slots"),
			Consent: rapid.Bool().Draw(t, "unit consent"), Made: data.MustDate(2026, 3, 20), Due: day("due"), Fulfilled: day("fulfilled"), Withdrawn: day("withdrawn"),
		})
	}
	if rapid.Bool().Draw(t, "noticed") {
		from := data.MustDate(2026, 3, 1).AddDays(rapid.IntRange(0, 60).Draw(t, "from"))
		d.Notice = &data.PublicNotice{From: from, To: from.AddDays(rapid.IntRange(0, 10).Draw(t, "days")), Proof: rapid.Bool().Draw(t, "proof"),
			Objections: rapid.SampledFrom([]string{"", "工龄不实"}).Draw(t, "objections"), Settled: rapid.SampledFrom([]string{"", "查无此事"}).Draw(t, "settled")}
	}
	for range rapid.IntRange(0, 2).Draw(t, "violations") {
		d.Violations = append(d.Violations, data.Violation{Found: day("found"), Until: day("until"), What: "填报虚假工龄", Withdrawn: day("taken back")})
	}
	return d
}

// TestAPromiseTheUnitAgreesToNeverMakesAVerdictWorseBeforeItIsDue is the same of
// a record: it speaks of every year that is missing.
func TestAPromiseTheUnitAgreesToNeverMakesAVerdictWorseBeforeItIsDue(t *testing.T) {
	p, c := loadPolicy(t, signOff), loadCodes(t)
	due, _ := p.Deadline("commitment-due")
	rapid.Check(t, func(t *rapid.T) {
		a := anybody(t)
		a.Application.Commitment, a.Dossier.Commitments = false, nil
		q := Question{Applicant: a, Policy: p, Codes: c, AsOf: anyDay(t)}
		if q.AsOf.After(due.To) {
			q.AsOf = due.To
		}
		without := Judge(q)
		a.Dossier.Commitments = []data.Commitment{{Years: []int{2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026}, Consent: true, Made: data.MustDate(2026, 3, 20), Due: due.To}}
		with := Judge(q)
		if severityOf[with.Outcome] > severityOf[without.Outcome] {
			t.Errorf("without a promise %s, with it\n%s", without.Outcome, verdictText(with))
		}
	})
}

// TestWithAPromiseOpenTheVerdictFailsFromTheDayAfterItIsDue and not before, for
// everybody who is admitted on the day.
func TestWithAPromiseOpenTheVerdictFailsFromTheDayAfterItIsDue(t *testing.T) {
	p, c := loadPolicy(t), loadCodes(t)
	due, _ := p.Deadline("commitment-due")
	rapid.Check(t, func(t *rapid.T) {
		a := anybody(t)
		a.Person.Appraisals = map[int]data.Appraisal{2025: data.Unrecorded}
		a.Application.Commitment, a.Dossier.Commitments = rapid.Bool().Draw(t, "by sheet"), nil
		if !a.Application.Commitment {
			a.Dossier.Commitments = []data.Commitment{{Years: []int{2025}, Consent: true, Made: data.MustDate(2026, 3, 20), Due: due.To}}
		}
		lapsed := func(day data.Date) bool {
			v := Judge(Question{Applicant: a, Policy: p, Codes: c, AsOf: day})
			return slices.ContainsFunc(v.Findings, func(f Finding) bool { return f.Rule == "commitment-lapsed" && f.Severity == Block })
		}
		if lapsed(due.To) || !lapsed(due.To.AddDays(1)) {
			t.Errorf("lapsed on the day %t, the day after %t", lapsed(due.To), lapsed(due.To.AddDays(1)))
		}
	})
}

func anyDay(t *rapid.T) data.Date {
	return data.MustDate(2026, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
}

func TestConsentNeverMakesAVerdictWorse(t *testing.T) {
	p, c := loadPolicy(t), loadCodes(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anybody(t)
		q := Question{Applicant: a, Policy: p, Codes: c, AsOf: anyDay(t)}
		a.Application.Consent = false
		without := Judge(q)
		a.Application.Consent = true
		with := Judge(q)
		if severityOf[with.Outcome] > severityOf[without.Outcome] {
			t.Errorf("without consent %s, with it\n%s", without.Outcome, verdictText(with))
		}
	})
}

func TestACommitmentNeverMakesAVerdictWorseBeforeItIsDue(t *testing.T) {
	p, c := loadPolicy(t, signOff), loadCodes(t)
	due, _ := p.Deadline("commitment-due")
	rapid.Check(t, func(t *rapid.T) {
		a := anybody(t)
		q := Question{Applicant: a, Policy: p, Codes: c, AsOf: anyDay(t)}
		if q.AsOf.After(due.To) {
			q.AsOf = due.To
		}
		a.Application.Commitment = false
		without := Judge(q)
		a.Application.Commitment = true
		with := Judge(q)
		if severityOf[with.Outcome] > severityOf[without.Outcome] {
			t.Errorf("without a commitment %s, with it\n%s", without.Outcome, verdictText(with))
		}
	})
}

// TestSigningARowOffNeverMakesAVerdictMilder signs the rows off one by one: the
// findings stay, and some of them block where they warned.
func TestSigningARowOffNeverMakesAVerdictMilder(t *testing.T) {
	open, c := loadPolicy(t), loadCodes(t)
	src := readPolicyText(t)
	rows := strings.Count(src, unsigned)
	if rows < 20 {
		t.Fatalf("only %d rows are left to sign", rows)
	}
	policies := make([]*policy.Policy, rows)
	for i := range policies {
		parts := strings.SplitN(src, unsigned, i+2)
		policies[i] = policyOf(t, strings.Join(parts[:i+1], unsigned)+signed+parts[i+1])
	}
	rapid.Check(t, func(t *rapid.T) {
		a, day := anybody(t), anyDay(t)
		before := Judge(Question{Applicant: a, Policy: open, Codes: c, AsOf: day})
		after := Judge(Question{Applicant: a, Policy: rapid.SampledFrom(policies).Draw(t, "signed row"), Codes: c, AsOf: day})
		if severityOf[after.Outcome] < severityOf[before.Outcome] || len(after.Findings) != len(before.Findings) {
			t.Fatalf("before\n%safter\n%s", verdictText(before), verdictText(after))
		}
		for i, f := range after.Findings {
			was := before.Findings[i]
			if f.Severity != was.Severity && !(f.Confirmed && !was.Confirmed && was.Severity == Warning && f.Severity == Block) {
				t.Errorf("%s goes from %s to %s", f.Rule, was.Severity, f.Severity)
			}
		}
	})
}

// TestAVerdictFollowsFromItsFindings: asked twice it is the same, the question
// is left as it was, and only confirmed rows block.
func TestAVerdictFollowsFromItsFindings(t *testing.T) {
	p, c := loadPolicy(t), loadCodes(t)
	rapid.Check(t, func(t *rapid.T) {
		q := Question{Applicant: anybody(t), Policy: p, Codes: c, AsOf: anyDay(t)}
		before, _ := json.Marshal(q.Applicant)
		v := Judge(q)
		after, _ := json.Marshal(q.Applicant)
		if string(before) != string(after) {
			t.Errorf("the applicant was changed from %s to %s", before, after)
		}
		if diff := cmp.Diff(v, Judge(q)); diff != "" {
			t.Errorf("asked twice: %s", diff)
		}
		want := Pass
		for _, f := range v.Findings {
			if f.Severity == Block {
				want = Fail
				if !f.Confirmed {
					t.Errorf("an unconfirmed row blocks: %+v", f)
				}
			} else if f.Severity == Warning && want == Pass {
				want = Warn
			}
			if f.Message == "" || !strings.Contains(f.Message, "；") && f.Severity != Info || strings.HasSuffix(f.Message, "。") || f.Source == "" || f.Clause == "" {
				t.Errorf("a finding must say what is wrong and what to do: %+v", f)
			}
			if f.Field != "" && data.FieldByKey(f.Field) == nil {
				t.Errorf("%s points to a field %q that does not exist", f.Rule, f.Field)
			}
		}
		if v.Outcome != want {
			t.Errorf("outcome %s of\n%s", v.Outcome, verdictText(v))
		}
	})
}
