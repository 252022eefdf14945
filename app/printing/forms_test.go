package printing_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/data/store"
)

var bg = context.Background()

func jobOf(t *testing.T, d *registration.Desk, order printing.Order) paper.Job {
	t.Helper()
	job, err := printing.JobOf(bg, d, order)
	if err != nil {
		t.Fatalf("%+v: %v", order, err)
	}
	return job
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sheetOf is the review sheet of one person.
func sheetOf(t *testing.T, d *registration.Desk, a *data.Applicant) *paper.Review {
	t.Helper()
	job := jobOf(t, d, printing.Order{Paper: "review-sheet", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}, Statuses: []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported}}})
	return job.Entries[0].Review
}

// reviewable finds somebody whom nothing keeps from being approved, with or without
// something owed.
func reviewable(t *testing.T, d *registration.Desk, committed bool) *data.Applicant {
	t.Helper()
	for _, a := range d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}) {
		if v := d.Judge(a); a.Application.Commitment == committed && len(a.Dossier.Commitments) > 0 == committed && v.Outcome != "fail" {
			return a
		}
	}
	t.Fatal("nobody can be approved")
	return nil
}

// conclude ticks everything and concludes.
func conclude(t *testing.T, d *registration.Desk, a *data.Applicant, decision review.Decision, reasons ...string) {
	t.Helper()
	k, err := review.Begin(bg, d, a.Application.ID)
	check(t, err)
	for key := k.Next(""); key != ""; key = k.Next(key) {
		check(t, k.Tick(bg, key, data.Agrees, ""))
	}
	_, err = k.Conclude(bg, review.Ruling{Decision: decision, Reasons: reasons})
	check(t, err)
}

func TestReviewSheetOfAnOpenCaseTicksNothingAndNamesNobody(t *testing.T) {
	d := demotest.Desk(t, 60)
	a := reviewable(t, d, false)
	sheet := sheetOf(t, d, a)
	if sheet.Outcome != "" || sheet.By != "" || len(sheet.Reasons) > 0 || len(sheet.Clauses) < 8 {
		t.Errorf("an open case: %+v", sheet)
	}
	for _, c := range sheet.Clauses {
		if c.By != "" || c.Title == "" || c.Source == "" || c.Finding == "" {
			t.Errorf("clause %+v", c)
		}
	}
	k, err := review.Begin(bg, d, a.Application.ID)
	check(t, err)
	check(t, k.Tick(bg, "identity-id-number", data.Objects, "号码与身份证不符"))
	c := sheetOf(t, d, a).Clauses[0]
	if c.Finding != "不符" || c.Remark != "不符：号码与身份证不符" || c.By != d.Office.Clerk || c.At.IsZero() || !c.Confirmed {
		t.Errorf("the clause objected to: %+v", c)
	}
}

func TestReviewSheetTicksWhatWasDecided(t *testing.T) {
	d := demotest.Desk(t, 60)
	plain, owing := reviewable(t, d, false), reviewable(t, d, true)
	conclude(t, d, plain, review.Approve)
	conclude(t, d, owing, review.Approve)
	if s := sheetOf(t, d, plain); s.Outcome != paper.Passed || s.By != d.Office.Clerk || len(s.Reasons) > 0 {
		t.Errorf("approved: %+v", s)
	}
	s := sheetOf(t, d, owing)
	if s.Outcome != paper.Conditional || !strings.Contains(strings.Join(s.Reasons, "；"), "2026年9月30日前补交") || !strings.Contains(strings.Join(s.Reasons, "；"), "视为报名资格审查不通过（信人技考函〔2026〕1号 二（五））") {
		t.Errorf("approved with something owed: %s %q", s.Outcome, s.Reasons)
	}
	if !slices.ContainsFunc(s.Clauses, func(c paper.Clause) bool { return c.Finding == "容缺\n9月30日前补" }) {
		t.Errorf("no clause says what is owed by when: %+v", s.Clauses)
	}
	other := reviewable(t, d, false)
	conclude(t, d, other, review.Return, "材料不齐")
	if s := sheetOf(t, d, other); s.Outcome != paper.SentBack || !slices.Equal(s.Reasons, []string{"材料不齐"}) {
		t.Errorf("returned: %+v", s)
	}
}

// What was said stands, whatever the record says since.
func TestReviewSheetOfADecisionKeepsWhatStoodThen(t *testing.T) {
	d := demotest.Desk(t, 60)
	a := reviewable(t, d, false)
	conclude(t, d, a, review.Approve)
	before := sheetOf(t, d, a)
	now, _ := d.Register.ByID(a.Application.ID)
	changed := *now
	changed.Person.Education, changed.Person.CurrentLevel, changed.Person.WorkStart = "小学", 5, data.Month{Year: 2025, Month: 1}
	put(t, d, &changed)
	order := printing.Order{Paper: "review-sheet", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}}
	printed(t, d, order)
	after := sheetOf(t, d, a)
	if len(before.Clauses) != len(after.Clauses) {
		t.Fatalf("%d clauses, then %d", len(before.Clauses), len(after.Clauses))
	}
	for i := range before.Clauses {
		if before.Clauses[i] != after.Clauses[i] {
			t.Errorf("clause %d: %+v, then %+v", i+1, before.Clauses[i], after.Clauses[i])
		}
	}
	prints, err := d.Prints(bg)
	check(t, err)
	of, err := printing.Changed(d, prints)
	check(t, err)
	if len(of[a.Application.ID]) > 0 {
		t.Error("a sheet just printed is said to have changed")
	}
	changed.Person.Name = "改了名"
	put(t, d, &changed)
	if of, err = printing.Changed(d, prints); err != nil || len(of[a.Application.ID]) != 1 {
		t.Errorf("another name since: %v, %v", of, err)
	}
}

func TestSlipShowsWhatWasReceivedAndTicksWhatIsBack(t *testing.T) {
	d := demotest.Desk(t, 60)
	kept, err := dossier.New(d)
	check(t, err)
	slips, err := kept.Slips(bg)
	check(t, err)
	var a *data.Applicant
	for _, one := range d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}) {
		named := slices.ContainsFunc(slips, func(c data.Custody) bool {
			return slices.ContainsFunc(c.Items, func(i data.CustodyItem) bool { return i.Application == one.Application.ID })
		})
		if n := len(kept.Of(one)); !named && (a == nil || n > len(kept.Of(a))) {
			a = one
		}
	}
	slip := data.Custody{Unit: a.Application.Unit, Hand: "周海燕"}
	years := 0
	for _, h := range kept.Of(a) {
		slip.Items = append(slip.Items, data.CustodyItem{Application: a.Application.ID, Slot: h.Key, Pieces: 1})
		if strings.HasPrefix(h.Key, "appraisal-") {
			years++
		}
	}
	if years < 2 {
		t.Fatalf("%s brings %d appraisals", a.Person.Name, years)
	}
	got, err := kept.Receive(bg, slip)
	check(t, err)
	back := slip
	back.Items = slices.Clone(slip.Items[:1])
	for _, item := range slip.Items {
		if strings.HasPrefix(item.Slot, "appraisal-") {
			back.Items = append(back.Items, item)
			break
		}
	}
	_, err = kept.GiveBack(bg, back)
	check(t, err)
	order := printing.Order{Paper: "custody-slip", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}}
	job := jobOf(t, d, order)
	s := job.Slips[len(job.Slips)-1]
	if s.Hand != "周海燕" || len(s.Originals) != len(slip.Items)-years+1 || !s.Originals[0].Back || !strings.HasPrefix(s.Number, "2026-0") {
		t.Errorf("the slip: %+v", s)
	}
	yearly := slices.IndexFunc(s.Originals, func(o paper.Original) bool { return strings.HasSuffix(o.Name, "考核登记表") })
	if o := s.Originals[yearly]; o.Pieces != years || o.Back || o.Note != "已退 1 份" || !strings.Contains(o.Name, "—2025 年度") {
		t.Errorf("the appraisals: %+v", o)
	}
	path, _ := printed(t, d, order)
	if text := textOf(t, path); strings.Count(text, data.Squeeze(s.Number)) < 2 || !strings.Contains(text, "交件人周海燕") {
		t.Errorf("the sheet says %s", text)
	}
	n := len(job.Slips)
	check(t, kept.Void(bg, lastBack(t, kept), "登记错了"))
	check(t, kept.Void(bg, got.ID, "登记错了"))
	if job, err := printing.JobOf(bg, d, order); err == nil && len(job.Slips) != n-1 {
		t.Error("a void slip is printed")
	}
}

func lastBack(t *testing.T, kept *dossier.Dossiers) data.CustodyID {
	t.Helper()
	all, err := kept.Slips(bg)
	check(t, err)
	return all[len(all)-1].ID
}

func TestChangeOfAUnitIsFoundByOldAndNewNameAndAnotherUnitGetsAnEmptyForm(t *testing.T) {
	d := demotest.Desk(t, 60)
	if _, err := printing.JobOf(bg, d, printing.Order{Paper: "unit-change"}); !data.HasCode(err, "nobody") || !strings.Contains(err.Error(), "今年还没有单位变更") {
		t.Errorf("no change yet: %v", err)
	}
	u, other := d.AllUnits()[3], d.AllUnits()[4]
	change, err := unitbook.Rename(bg, d, u.ID, "罗山县新名称服务中心", unitbook.Basis{Document: "罗编〔2026〕3号"})
	check(t, err)
	for _, name := range []string{u.Name, "罗山县新名称服务中心", ""} {
		job := jobOf(t, d, printing.Order{Paper: "unit-change", Query: registration.Query{Unit: name}})
		if len(job.Changes) != 1 || job.Changes[0].Kind != data.UnitRenamed || job.Changes[0].Old != u.Name || job.Changes[0].Supervising == "" {
			t.Errorf("by %q: %+v", name, job.Changes)
		}
	}
	job := jobOf(t, d, printing.Order{Paper: "unit-change", Query: registration.Query{Unit: other.Name}})
	if c := job.Changes[0]; len(job.Changes) != 1 || c.Kind != "" || c.Old != other.Name || c.New != "" || c.Supervising == "" {
		t.Errorf("another unit: %+v", job.Changes)
	}
	check(t, unitbook.TakeBack(bg, d, change.ID, "文件还没有下发"))
	job = jobOf(t, d, printing.Order{Paper: "unit-change", Query: registration.Query{Unit: u.Name}})
	if job.Changes[0].Kind != "" {
		t.Errorf("a change taken back is printed: %+v", job.Changes)
	}
}

// put writes a person as he is to be from now on.
func put(t *testing.T, d *registration.Desk, a *data.Applicant) {
	t.Helper()
	_, err := d.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error { return tx.PutPerson(a.Person) })
	check(t, err)
	_, err = d.Renew(bg, a.Application.ID)
	check(t, err)
}
