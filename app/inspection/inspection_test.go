package inspection_test

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/inspection"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/data/store"
)

var bg = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func of(t *testing.T, d *registration.Desk, id data.ApplicationID) inspection.File {
	t.Helper()
	f, err := inspection.Of(bg, d, id)
	must(t, err)
	return f
}

// waiting finds somebody who waits for review and has something for the clerk to
// look at.
func waiting(t *testing.T, d *registration.Desk) data.ApplicationID {
	t.Helper()
	for _, id := range review.Queue(d, "") {
		if a, _ := d.Register.ByID(id); d.Judge(a).Outcome == eligibility.Warn {
			return id
		}
	}
	t.Fatal("nobody waits")
	return ""
}

// agree ticks all clauses.
func agree(t *testing.T, d *registration.Desk, id data.ApplicationID) *review.Case {
	t.Helper()
	k, err := review.Begin(bg, d, id)
	must(t, err)
	for key := k.Next(""); key != ""; key = k.Next(key) {
		must(t, k.Tick(bg, key, data.Agrees, "见原件"))
	}
	return k
}

// lay puts one record of each kind into the dossier, and some of a neighbour's.
func lay(t *testing.T, d *registration.Desk, id, neighbour data.ApplicationID) {
	t.Helper()
	a, _ := d.Register.ByID(id)
	_, err := d.Office.Store.Update(bg, data.OpDocument, "", func(tx *store.Tx) error {
		day := data.MustDate(2026, 4, 1)
		for _, err := range []error{
			tx.PutDocument(data.Document{ID: data.DocumentID(id) + "/certificate", Application: id, Slot: "certificate", State: data.DocumentSeen, By: "李卫东", At: tx.Now()}),
			tx.PutDocument(data.Document{ID: data.DocumentID(neighbour) + "/certificate", Application: neighbour, Slot: "certificate", State: data.DocumentCopy, By: "李卫东", At: tx.Now()}),
			tx.PutCommitment(data.Commitment{ID: "c1", Application: id, Years: []int{2025}, Made: day, Due: day.AddDays(1), By: "李卫东"}),
			tx.PutNotice(data.PublicNotice{ID: id, From: day, To: day.AddDays(7), Place: "公示栏", By: "李卫东"}),
			tx.PutViolation(data.Violation{ID: "v1", Person: a.Person.ID, Found: data.MustDate(2020, 1, 2), Until: data.MustDate(2022, 1, 1), What: "材料不实", By: "李卫东"}),
			tx.PutCustody(data.Custody{ID: "s1", At: tx.Now(), Unit: a.Application.Unit, Hand: "张三", By: "李卫东", Items: []data.CustodyItem{{Application: id, Slot: "appraisal-2025", Pieces: 2}, {Application: neighbour, Slot: "certificate", Pieces: 1}}}),
			tx.PutCustody(data.Custody{ID: "s2", At: tx.Now(), Hand: "张三", By: "李卫东", Items: []data.CustodyItem{{Application: neighbour, Slot: "certificate", Pieces: 1}}}),
			tx.PutPrint(data.Print{ID: "p1", At: tx.Now(), By: "李卫东", Paper: "roster", Scope: "全县", Code: "ABCD", Pages: 3, Records: []data.ApplicationID{id, neighbour}}),
			tx.PutReview(data.Review{ID: id, Remarks: []data.Remark{{Text: "来过电话", By: "李卫东", At: tx.Now()}}, Keyed: []data.Keying{{Field: "trade", First: "汽车驾驶员", Second: "汽车驾驶", By: "李卫东", At: tx.Now()}}}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	must(t, err)
	_, err = d.Renew(bg, id)
	must(t, err)
}

func TestTheFileTellsAllThatIsOnRecordOfAPersonAndNothingOfOthers(t *testing.T) {
	d := demotest.Desk(t, 60)
	id := waiting(t, d)
	neighbour := d.Register.Find(registration.Query{Statuses: spotcheck.Usual})[0]
	lay(t, d, id, neighbour.Application.ID)
	_, err := d.Amend(bg, id, map[string]string{"phone": "13900001111"}, "本人来电")
	must(t, err)
	f := of(t, d, id)
	a, _ := d.Register.ByID(id)
	if f.Name != a.Person.Name || f.IDNumber != a.Person.IDNumber || f.Unit != a.Unit || f.Year != 2026 || f.Status != data.Submitted || !f.Practice {
		t.Errorf("whose file: %+v", f)
	}
	if len(f.Form) != len(data.Fields) || !slices.Contains(f.Form, inspection.Value{Key: "phone", Label: "联系电话", Text: "13900001111"}) {
		t.Errorf("form: %v", f.Form)
	}
	switch {
	case len(f.Documents) != 1 || f.Documents[0].Name != "等级证书" || f.Documents[0].StateName != "见原件":
		t.Errorf("documents: %+v", f.Documents)
	case len(f.Commitments) != 1 || !f.Commitments[0].Open || f.Commitments[0].Lapsed != f.AsOf.After(data.MustDate(2026, 4, 2)):
		t.Errorf("commitments: %+v", f.Commitments)
	case f.Notice == nil || f.Notice.Place != "公示栏":
		t.Errorf("notice: %+v", f.Notice)
	case len(f.Violations) != 1 || f.Violations[0].Bans:
		t.Errorf("violations: %+v", f.Violations)
	case len(f.Custody) != 1 || f.Custody[0].Unit != a.Unit || len(f.Custody[0].Items) != 1 || f.Custody[0].Items[0].Name != "2025 年度考核登记表":
		t.Errorf("custody: %+v", f.Custody)
	case len(f.Prints) != 1 || f.Prints[0].Paper != "roster" || f.Prints[0].Records != 2:
		t.Errorf("prints: %+v", f.Prints)
	case len(f.Remarks) != 1 || len(f.Keyings) != 1 || f.Keyings[0].Label != "申报工种":
		t.Errorf("remarks %+v, keyings %+v", f.Remarks, f.Keyings)
	}
	amended := func(e inspection.Event) bool {
		return e.Op == data.OpAmend && e.Why == "本人来电" && len(e.Changes) == 1 && e.Changes[0].Label == "联系电话"
	}
	if !slices.ContainsFunc(f.Timeline, amended) || !slices.ContainsFunc(f.Timeline, func(e inspection.Event) bool { return e.Paper == "roster" }) {
		t.Errorf("timeline: %+v", f.Timeline)
	}
	text, err := json.Marshal(f)
	must(t, err)
	for _, others := range []string{neighbour.Person.Name, string(neighbour.Person.IDNumber), string(neighbour.Application.ID)} {
		if bytes.Contains(text, []byte(others)) {
			t.Errorf("the file names somebody else: %s", others)
		}
	}
}

func TestADecisionIsToldWithItsTicksFindingsAndPolicy(t *testing.T) {
	d := demotest.Desk(t, 60)
	id := waiting(t, d)
	_, err := agree(t, d, id).Conclude(bg, review.Ruling{Decision: review.Approve})
	must(t, err)
	f := of(t, d, id)
	last := f.Decisions[len(f.Decisions)-1]
	if f.Status != data.Approved || last.To != data.Approved || last.By != d.Office.Clerk || last.PolicyHash != d.Office.Policy.Hash || !last.PolicyKept || len(last.Findings) == 0 {
		t.Errorf("decision: %+v", last)
	}
	a, _ := d.Register.ByID(id)
	_, clauses := eligibility.Explain(eligibility.Question{Applicant: a, Policy: d.Office.Policy, Codes: d.Office.Codes, AsOf: d.Office.Today()})
	if len(f.Verdict.Clauses) != len(clauses) || len(f.Ticks) != len(clauses) || f.Verdict.Outcome != eligibility.Warn {
		t.Fatalf("%d clauses and %d ticks of %d", len(f.Verdict.Clauses), len(f.Ticks), len(clauses))
	}
	for i, c := range f.Verdict.Clauses {
		tick, said := f.TickOn(c.Key)
		if !said || tick.MarkName != "相符" || tick.Note != "见原件" || tick.Stale || tick.Gone || c.Title != clauses[i].Title || c.Source == "" || len(c.Trace.Used) != len(clauses[i].Trace.Used) {
			t.Errorf("clause %s: %+v, ticked %+v", c.Key, c, tick)
		}
	}
	must(t, review.Reopen(bg, d, id, "证书编号录错"))
	_, err = d.Amend(bg, id, map[string]string{"current_cert_date": "2001-01", "path": "exceptional"}, "")
	must(t, err)
	f = of(t, d, id)
	stale := func(t inspection.Tick) bool { return t.Stale || t.Gone }
	if f.Reopened != "证书编号录错" || !slices.ContainsFunc(f.Ticks, stale) || len(f.Ticks) != len(clauses) {
		t.Errorf("after the correction: %q, %+v", f.Reopened, f.Ticks)
	}
}

func TestASecondReviewerDoesNotLearnTheFirstsConclusionFromTheFile(t *testing.T) {
	place := office.Place{Folder: demotest.County(t, demotest.Small(60)), Now: func() time.Time { return time.Date(2026, 4, 10, 9, 0, 0, 0, time.UTC) }}
	first, err := office.Open(bg, place)
	must(t, err)
	d, err := registration.NewDesk(bg, first)
	must(t, err)
	must(t, first.AddUser(bg, "李卫东", "第二位的口令"))
	must(t, review.SetOptions(bg, d, data.ReviewOptions{Second: data.SecondAll}))
	id := waiting(t, d)
	_, err = agree(t, d, id).Conclude(bg, review.Ruling{Decision: review.Reject, Reasons: []string{"材料不实"}})
	must(t, err)
	if own := of(t, d, id); len(own.Proposals) != 1 || own.Proposals[0].Decision != "reject" || len(own.Ticks) == 0 {
		t.Errorf("the first reviewer sees %+v", own.Proposals)
	}
	must(t, first.Close())
	place.Passphrase = "第二位的口令"
	other := demotest.Open(t, place)
	blind := of(t, other, id)
	if len(blind.Proposals) != 1 || blind.Proposals[0].Decision != "" || blind.Proposals[0].By != "" || len(blind.Ticks) != 0 {
		t.Errorf("the second reviewer sees %+v, %+v", blind.Proposals, blind.Ticks)
	}
	text, err := json.Marshal(blind)
	must(t, err)
	if strings.Contains(string(text), "材料不实") {
		t.Error("the first reviewer's reason is in the file")
	}
}

func TestASpotCheckStandsInTheFileLookedAtOrNot(t *testing.T) {
	d := demotest.Desk(t, 60)
	check, err := spotcheck.Draw(bg, d, spotcheck.Plan{Size: 1, Seed: 9})
	must(t, err)
	id := check.Sample[0].Application
	if f := of(t, d, id); len(f.Spots) != 1 || f.Spots[0].Seed != 9 || f.Spots[0].Sound || f.Spots[0].Found != "" {
		t.Errorf("before anybody looked: %+v", f.Spots)
	}
	must(t, spotcheck.Find(bg, d, check.ID, data.SpotFinding{Application: id, Found: "缺页"}))
	if f := of(t, d, id); len(f.Spots) != 1 || f.Spots[0].Found != "缺页" || f.Spots[0].By != d.Office.Clerk || f.Spots[0].At.IsZero() {
		t.Errorf("after: %+v", f.Spots)
	}
}

func TestTheChainIsThatOfTheWholeDataFile(t *testing.T) {
	d := demotest.Desk(t, 60)
	f := of(t, d, waiting(t, d))
	report, err := d.Office.Store.Verify(bg)
	must(t, err)
	if !f.Chain.OK || f.Chain.Head != report.Head || f.Chain.Entries != report.AuditEntries || f.Chain.Entries == 0 || len(f.Chain.Problems) != 0 {
		t.Errorf("chain %+v, verify %+v", f.Chain, report)
	}
}

func TestEveryKeyOfTheDocumentIsInSnakeCaseAndNoListIsNull(t *testing.T) {
	d := demotest.Desk(t, 60)
	text, err := json.Marshal(of(t, d, waiting(t, d)))
	must(t, err)
	var document map[string]any
	must(t, json.Unmarshal(text, &document))
	snake := regexp.MustCompile(`^[a-z0-9]+([_-][a-z0-9]+)*$`)
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, inner := range v {
				if !snake.MatchString(key) {
					t.Errorf("%s: key %q", at, key)
				}
				walk(at+"."+key, inner)
			}
		case []any:
			for _, inner := range v {
				walk(at+"[]", inner)
			}
		case nil:
			if at != ".notice" {
				t.Errorf("%s is null", at)
			}
		}
	}
	walk("", document)
}

func TestSomebodyWhoIsNotRegisteredHasNoFile(t *testing.T) {
	_, err := inspection.Of(bg, demotest.Desk(t, 20), "nobody")
	if !data.HasCode(err, "not-found") {
		t.Errorf("got %v", err)
	}
}
