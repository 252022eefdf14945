package printing_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// board is a practice county in which those who apply for level 1 are on the board:
// every third not on record, every third objected to, with private words in what a
// clerk has written.
func board(t *testing.T, people int) (*registration.Desk, []*data.Applicant) {
	t.Helper()
	d := demotest.Desk(t, people)
	kept, err := dossier.New(d)
	if err != nil {
		t.Fatal(err)
	}
	first := unposted(d)
	if len(first) < 3 {
		t.Fatalf("%d apply for level 1", len(first))
	}
	for i, a := range first {
		n := data.PublicNotice{ID: a.Application.ID, From: data.MustDate(2026, 3, 16), To: data.MustDate(2026, 3, 20), Place: "单位公示栏"}
		switch i % 3 {
		case 0:
			continue
		case 1:
			n.Objections, n.Settled = "身份证号"+string(a.Person.IDNumber)+"有误", "已向"+a.Person.Phone+"核实，不成立"
			n.Place = "单位公示栏（联系 " + a.Person.Phone + "）"
		}
		if err := kept.Announce(context.Background(), n); err != nil {
			t.Fatal(err)
		}
	}
	return d, first
}

// unposted are those who apply for level 1 and of whom no 公示 is on record.
func unposted(d *registration.Desk) []*data.Applicant {
	first := d.Register.Find(registration.Query{Level: 1, Statuses: registration.Undecided})
	return slices.DeleteFunc(first, func(a *data.Applicant) bool { return a.Dossier.Notice.Given() })
}

// longNumber is what a telephone or an ID number looks like.
var longNumber = regexp.MustCompile(`[0-9]{7,}`)

func TestPostedPapersHoldNoIDNumberBirthdayOrTelephone(t *testing.T) {
	d, first := board(t, 400)
	everybody := d.Register.Find(registration.Query{})
	for _, order := range []printing.Order{
		{Paper: "public-notice"}, {Paper: "notice-proof"},
		{Paper: "public-notice", Query: registration.Query{Numbers: []data.IDNumber{first[1].Person.IDNumber}}},
		{Paper: "notice-proof", Query: registration.Query{Unit: first[1].Unit}},
	} {
		path, result := printed(t, d, order)
		text := tool(t, "pdftotext", "-layout", path, "-") + tool(t, "pdfinfo", path)
		if n := longNumber.FindString(text); n != "" {
			t.Errorf("%s holds the number %s", order.Paper, n)
		}
		text = data.Squeeze(text)
		for _, a := range everybody {
			p := &a.Person
			for _, private := range []string{string(p.IDNumber), p.Phone, p.Birth.Chinese(), p.Birth.String(), strings.ReplaceAll(p.Birth.String(), "-", ""), p.Birth.MonthOf().Dotted(), p.Birth.MonthOf().String(), p.Address} {
				if private != "" && strings.Contains(text, data.Squeeze(private)) {
					t.Errorf("%s holds %q of %s", order.Paper, private, p.Name)
				}
			}
		}
		if result.Records == 0 || !strings.Contains(text, "高级技师") {
			t.Errorf("%s is about %d people", order.Paper, result.Records)
		}
	}
}

func TestNoticesAndProofsAreAboutThoseTheyHaveToBeAbout(t *testing.T) {
	d, first := board(t, 400)
	notice, onBoard := printed(t, d, printing.Order{Paper: "public-notice"})
	if running := d.Register.Find(registration.Query{Level: 1, Statuses: registration.Running}); onBoard.Records != len(running) {
		t.Errorf("%d people on the board, want the %d who apply for level 1", onBoard.Records, len(running))
	}
	proof, proven := printed(t, d, printing.Order{Paper: "notice-proof"})
	want := 0
	for _, a := range d.Register.Find(registration.Query{Level: 1, Statuses: registration.Running}) {
		if a.Dossier.Notice.Given() {
			want++
		}
	}
	if proven.Records != want || want == 0 {
		t.Errorf("the hanging of %d people is proven, want %d", proven.Records, want)
	}
	texts := map[string]string{}
	for id, path := range map[string]string{"notice": notice, "proof": proof} {
		texts[id] = data.Squeeze(tool(t, "pdftotext", "-raw", path, "-"))
	}
	for id, words := range map[string][]string{
		"notice": {"公示时间：2026年3月16日至3月20日（5天）", "公示时间：2026年月日至月日。", "豫人社办〔2024〕19号和信人技考函〔2026〕1号三（二）要求"},
		"proof":  {"2026年3月16日至3月20日", "在单位公示栏公示了", "公示期间未收到异议。", "公示期间收到异议，已调查处理完毕。"},
	} {
		for _, want := range words {
			if !strings.Contains(texts[id], data.Squeeze(want)) {
				t.Errorf("the %s does not say %s", id, want)
			}
		}
	}
	for i, a := range first {
		if !strings.Contains(texts["notice"], a.Person.Name) || i%3 != 0 && !strings.Contains(texts["proof"], a.Person.Name) {
			t.Errorf("%s is missing", a.Person.Name)
		}
	}
	recorded(t, d, "notice-proof", proven.Records)
}

// recorded wants the last print of a paper to name its people, each with a sum.
func recorded(t *testing.T, d *registration.Desk, id string, people int) {
	t.Helper()
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		prints, err := r.Prints()
		if err != nil {
			return err
		}
		last := prints[len(prints)-1]
		if last.Paper != id || len(last.Records) != people || len(last.Sums) != people {
			t.Errorf("the act of %s names %d people with %d sums, want %d", last.Paper, len(last.Records), len(last.Sums), people)
		}
		changed, err := printing.Changed(d, prints)
		for id, papers := range changed {
			t.Errorf("%s has changed on %v", id, papers)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestProofOfWhatIsNotOverIsRefused(t *testing.T) {
	d := demotest.Desk(t, 120)
	kept, err := dossier.New(d)
	if err != nil {
		t.Fatal(err)
	}
	a := unposted(d)[0]
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	today := d.Office.Today()
	for _, to := range []data.Date{{}, today, today.AddDays(-1)} {
		if err := kept.Announce(context.Background(), data.PublicNotice{ID: a.Application.ID, From: today.AddDays(-4), To: to, Place: "单位公示栏"}); err != nil {
			t.Fatal(err)
		}
		_, result, err := printing.Preview(context.Background(), d, papers, printing.Order{Paper: "notice-proof", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}})
		if over := !to.IsZero() && today.After(to); over != (err == nil && result.Records == 1) || !over && !data.HasCode(err, "nobody") {
			t.Errorf("until %s: %v, %d people", to, err, result.Records)
		}
	}
}

func TestCommitmentSaysWhatIsOnRecordElseWhatTheSheetSays(t *testing.T) {
	d := demotest.Desk(t, 200)
	kept, err := dossier.New(d)
	if err != nil {
		t.Fatal(err)
	}
	said := func(a *data.Applicant) string {
		path, result := printed(t, d, printing.Order{Paper: "commitment", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}})
		if result.Records != 1 || len(result.Warnings) > 0 {
			t.Errorf("%s: %+v", a.Person.Name, result)
		}
		return data.Squeeze(tool(t, "pdftotext", "-raw", path, "-"))
	}
	var onRecord, byTheSheet *data.Applicant
	for _, a := range d.Register.Find(registration.Query{Statuses: registration.Undecided}) {
		switch {
		case len(a.Dossier.Commitments) > 0:
			onRecord = a
		case a.Application.Commitment:
			byTheSheet = a
		}
	}
	c := onRecord.Dossier.Commitments[0]
	c.Reason, c.Due = "因档案移交，尚未备案。", data.MustDate(2026, 9, 15)
	if _, err := kept.Commit(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	for name, one := range map[string]struct {
		who  *data.Applicant
		want []string
	}{
		"on record":    {onRecord, []string{"因档案移交，尚未备案，申报时暂不能提交下列材料：2025年度考核登记表（备案件）1份。", "于2026年9月15日前补充上传"}},
		"by the sheet": {byTheSheet, []string{"因年度考核结果未经组织人事部门备案，申报时", "2025年度考核登记表（备案件）1份", "于2026年9月30日前补充上传"}},
	} {
		text := said(one.who)
		for _, want := range append(one.want, one.who.Person.Name, string(one.who.Person.IDNumber), "按信人技考函〔2026〕1号二（五）的规定视为报名资格审查不通过") {
			if !strings.Contains(text, data.Squeeze(want)) {
				t.Errorf("%s: %s is missing in\n%s", name, want, text)
			}
		}
	}
	_, all := printed(t, d, printing.Order{Paper: "commitment"})
	want := 0
	for _, a := range d.Register.Find(registration.Query{Statuses: registration.Running}) {
		if d.Has(a, registration.Committed) {
			want++
		}
	}
	if all.Records != want || want < 3 {
		t.Errorf("%d commitments, want %d", all.Records, want)
	}
	recorded(t, d, "commitment", want)
}

func TestPlaceWithANumberIsLeftToBeWritten(t *testing.T) {
	for place, want := range map[string]string{
		"单位公示栏": "单位公示栏", "办公楼203室门口": "办公楼203室门口", "": "",
		"公示栏，电话13800000418": "", "公示栏 0376-760 0418": "", "公示栏（４１１５０２１９７００１０１００１６）": "", "公示栏 411502 19700101 001X": "",
	} {
		if got := printing.Postable(place); got != want {
			t.Errorf("%q: %q, want %q", place, got, want)
		}
	}
}

func TestBatchOfNoticesIsAFileAUnitAndNamesThePeople(t *testing.T) {
	d := demotest.Desk(t, 120)
	_, report, err := batch(t, d, printing.Order{Paper: "public-notice"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	people, units, others := 0, map[string]bool{}, 0
	for _, a := range d.Register.Find(registration.Query{Level: 1, Statuses: registration.Running}) {
		people++
		units[a.Unit] = true
	}
	if report.People() != people || len(report.Files) != len(units) {
		t.Errorf("%d people in %d files, want %d in %d", report.People(), len(report.Files), people, len(units))
	}
	for _, f := range report.Files {
		for _, l := range f.Lines {
			if l.Unit != f.Unit || l.Name == "" || l.Code == "" {
				t.Errorf("%s: %+v", f.Unit, l)
			}
		}
	}
	for _, s := range report.Skipped {
		if s.Why == "不需要公示" {
			others++
		}
	}
	if running := len(d.Register.Find(registration.Query{Statuses: registration.Running})); others != running-people {
		t.Errorf("%d are said to need no 公示, want %d", others, running-people)
	}
}
