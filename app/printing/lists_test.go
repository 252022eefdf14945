package printing_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/spotcheck"
	"gongkao/data"
)

// december is a county whose certificates were handed out.
func december(t *testing.T, people int) *registration.Desk {
	t.Helper()
	now := time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC)
	size := demo.Size{People: people, Units: 12, Seed: 7, WholeSeason: true}
	return demotest.Open(t, office.Place{Folder: demotest.County(t, size), Now: func() time.Time { return now }})
}

// codes are those of the warnings.
func codes(r printing.Result) (all []string) {
	for _, w := range r.Warnings {
		all = append(all, w.Code)
	}
	return all
}

func TestTheRegisterOfCertificatesHasEveryCertificateThatCountsOnce(t *testing.T) {
	d := december(t, 120)
	path, result := printed(t, d, printing.Order{Paper: "certificates"})
	text, n := textOf(t, path), 0
	for _, a := range d.Register.Find(registration.Query{}) {
		c, ok := results.CertificateOf(a)
		if !ok {
			if strings.Contains(text, a.Person.Name) && len(d.Register.Find(registration.Query{Text: a.Person.Name})) == 1 {
				t.Errorf("%s has no certificate and is on it", a.Person.Name)
			}
			continue
		}
		n++
		name, _, _ := strings.Cut(a.Person.Name, "·") // a long one is broken there
		if strings.Count(text, c.Number) != 1 || !strings.Contains(text, name) {
			t.Errorf("%s of %s stands %d times", c.Number, a.Person.Name, strings.Count(text, c.Number))
		}
	}
	if result.Records != n || n == 0 || slices.Contains(codes(result), "nobody-yet") {
		t.Errorf("%d of %d on it, %v", result.Records, n, codes(result))
	}
}

func TestACertificateWhoseRecordIsVoidIsNotHandedOut(t *testing.T) {
	d := december(t, 120)
	_, before := printed(t, d, printing.Order{Paper: "certificates"})
	at := slices.IndexFunc(d.Register.Find(registration.Query{}), func(a *data.Applicant) bool { _, ok := results.CertificateOf(a); return ok })
	who := d.Register.Find(registration.Query{})[at]
	books, err := results.New(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := books.VoidCertificate(context.Background(), who.Application.ID, "编号写错"); err != nil {
		t.Fatal(err)
	}
	if _, after := printed(t, d, printing.Order{Paper: "certificates"}); after.Records != before.Records-1 {
		t.Errorf("%d on it, %d before", after.Records, before.Records)
	}
}

func TestCollectingAfterPrintingDoesNotMakeTheSignedRegisterStale(t *testing.T) {
	ctx := context.Background()
	d := december(t, 60)
	var who *data.Applicant
	for _, a := range d.Register.Find(registration.Query{}) {
		if c, ok := results.CertificateOf(a); ok && c.Collected.IsZero() {
			who = a
		}
	}
	if who == nil {
		t.Fatal("everybody has collected")
	}
	printed(t, d, printing.Order{Paper: "certificates"})
	books, err := results.New(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := books.Collect(ctx, []data.ApplicationID{who.Application.ID}, d.Office.Today(), "周海燕"); err != nil {
		t.Fatal(err)
	}
	if changed := changedSince(t, d)[who.Application.ID]; len(changed) > 0 {
		t.Errorf("%v are said to have changed", changed)
	}
	path, _ := printed(t, d, printing.Order{Paper: "certificates", Query: registration.Query{Numbers: []data.IDNumber{who.Person.IDNumber}}})
	if text := textOf(t, path); !strings.Contains(text, "已领：周海燕") || !strings.Contains(text, "2026-12-08") || !strings.Contains(text, "此前已领1本") {
		t.Errorf("printed again, the register says %s", text)
	}
	if err := books.VoidCertificate(ctx, who.Application.ID, "编号写错"); err != nil {
		t.Fatal(err)
	}
	if changed := changedSince(t, d)[who.Application.ID]; !slices.Contains(changed, "certificates") {
		t.Errorf("another number is no change: %v", changed)
	}
}

func changedSince(t *testing.T, d *registration.Desk) map[data.ApplicationID][]string {
	t.Helper()
	prints, err := d.Prints(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	changed, err := printing.Changed(d, prints)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

func TestTheArchiveListNamesWhatIsMissing(t *testing.T) {
	d := december(t, 60)
	books, err := results.New(d)
	if err != nil {
		t.Fatal(err)
	}
	var who *data.Applicant
	for _, a := range d.Register.Find(registration.Query{}) {
		if _, ok := results.CertificateOf(a); ok && len(books.All(a)) > 3 {
			who = a
		}
	}
	if err := books.File(context.Background(), []results.Filing{{Application: who.Application.ID, Items: books.All(who)[:2], Box: "2026-09"}}); err != nil {
		t.Fatal(err)
	}
	who, _ = d.Register.ByID(who.Application.ID)
	path, result := printed(t, d, printing.Order{Paper: "archive", Query: registration.Query{Numbers: []data.IDNumber{who.Person.IDNumber}}})
	text := textOf(t, path)
	all := books.All(who)
	want := []string{fmt.Sprintf("2/%d缺%d件", len(all), len(all)-2), "2026-09"}
	for _, key := range all[2:] {
		want = append(want, books.List.Name(key))
	}
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s is not there: %s", w, text)
		}
	}
	if result.Records != 1 || strings.Contains(text, "齐全") {
		t.Errorf("%d people: %s", result.Records, text)
	}
}

func TestBeforeAnybodyHasACertificateAnEmptySheetIsPrintedAndRecorded(t *testing.T) {
	d := demotest.Desk(t, 40)
	for _, id := range []string{"certificates", "archive"} {
		path, result := printed(t, d, printing.Order{Paper: id, Query: registration.Query{Unit: d.AllUnits()[0].Name}})
		if result.Pages != 1 || result.Records != 0 || !slices.Equal(codes(result), []string{"nobody-yet"}) || !strings.Contains(textOf(t, path), data.Squeeze(d.AllUnits()[0].Name)) {
			t.Errorf("%s: %+v", id, result)
		}
		_, _, err := printing.Preview(context.Background(), d, papersOf(t, d), printing.Order{Paper: id, Changed: true})
		if !data.HasCode(err, "nobody") {
			t.Errorf("%s only of who has changed: %v", id, err)
		}
	}
	if prints, err := d.Prints(context.Background()); err != nil || len(prints) != 2 || len(prints[0].Records) != 0 {
		t.Errorf("on record: %+v, %v", prints, err)
	}
}

func TestASpotChecksSheetHasItsSampleAndNothingElse(t *testing.T) {
	ctx := context.Background()
	d := december(t, 120)
	_, _, err := printing.Preview(ctx, d, papersOf(t, d), printing.Order{Paper: "spot-check"})
	if refusal, ok := data.AsRefusal(err); !ok || refusal.Code != "nobody" || refusal.Hint == "" {
		t.Fatalf("before anything is drawn: %v", err)
	}
	var drawn []data.SpotCheck
	for _, size := range []int{14, 5} {
		check, err := spotcheck.Draw(ctx, d, spotcheck.Plan{Size: size, Seed: 20260417, Strata: []string{"level"}})
		if err != nil {
			t.Fatal(err)
		}
		drawn = append(drawn, check)
	}
	first := drawn[0]
	if err := spotcheck.Find(ctx, d, first.ID, data.SpotFinding{Application: first.Sample[3].Application, Found: "工种与岗位不符"}); err != nil {
		t.Fatal(err)
	}
	_, latest := printed(t, d, printing.Order{Paper: "spot-check"})
	path, result := printed(t, d, printing.Order{Paper: "spot-check", Check: first.ID})
	text := textOf(t, path)
	sum := spotcheck.Checksum(first)
	want := []string{fmt.Sprintf("%d人", len(first.Population)), fmt.Sprint(first.Seed), sum[:4] + sum[4:8] + sum[8:], "按等级分层", "工种与岗位不符", "抽查14人"}
	for _, f := range first.Sample {
		a, _ := d.Register.ByID(f.Application)
		name, _, _ := strings.Cut(a.Person.Name, "·") // a long one is broken there
		if want = append(want, name); strings.Contains(text, string(a.Person.IDNumber)) {
			t.Errorf("the sheet shows the ID number of %s", a.Person.Name)
		}
	}
	for _, w := range want {
		if !strings.Contains(text, data.Squeeze(w)) {
			t.Errorf("%s is not on the sheet", w)
		}
	}
	if latest.Records != 5 || result.Records != 14 || result.Pages != 2 || len(result.Warnings) > 0 {
		t.Errorf("%d and %d people, %+v", latest.Records, result.Records, result)
	}
	if changed := changedSince(t, d); len(changed) > 0 {
		t.Errorf("just printed and already changed: %v", changed)
	}
	for code, order := range map[string]printing.Order{
		"check-whole":        {Paper: "spot-check", Query: registration.Query{Level: 3}},
		"spot-check-unknown": {Paper: "spot-check", Check: "none"},
		"check-unknown":      {Paper: "roster", Check: first.ID},
		"by-unknown":         {Paper: "summary", By: []string{"level"}},
	} {
		if _, _, err := printing.Preview(ctx, d, papersOf(t, d), order); !data.HasCode(err, code) {
			t.Errorf("%+v: want %s, got %v", order, code, err)
		}
	}
	if _, err := (printing.Batch{Order: printing.Order{Paper: "spot-check"}, Folder: t.TempDir()}).Print(ctx, d, papersOf(t, d)); !data.HasCode(err, "check-whole") {
		t.Errorf("a file for each unit: %v", err)
	}
}

func TestRostersOfAnyOrderHaveTheSamePeopleAndAnotherBandForEach(t *testing.T) {
	d := demotest.Desk(t, 60)
	path, usual := printed(t, d, printing.Order{Paper: "roster"})
	byUnit, again := printed(t, d, printing.Order{Paper: "roster", By: []string{"unit"}})
	if again.Records != usual.Records || textOf(t, path) != textOf(t, byUnit) || strings.Contains(textOf(t, path), "（按") {
		t.Error("by unit is not the usual roster")
	}
	for by, group := range map[string]func(*data.Applicant) string{
		"level": func(a *data.Applicant) string { return a.Application.Level.Full() },
		"trade": func(a *data.Applicant) string { return a.Application.Trade },
	} {
		path, result := printed(t, d, printing.Order{Paper: "roster", By: []string{by}})
		text, count := textOf(t, path), map[string]int{}
		for _, a := range d.Register.Find(registration.Query{Statuses: registration.Running}) {
			count[group(a)]++
			if !strings.Contains(text, string(a.Person.IDNumber)) {
				t.Errorf("by %s, %s is not on it", by, a.Person.Name)
			}
		}
		for name, n := range count {
			if !strings.Contains(text, fmt.Sprintf("%s共%d人", data.Squeeze(name), n)) {
				t.Errorf("by %s, the band %s 共 %d 人 is missing", by, name, n)
			}
		}
		if result.Records != usual.Records {
			t.Errorf("by %s, %d of %d", by, result.Records, usual.Records)
		}
		if _, _, err := printing.Preview(context.Background(), d, papersOf(t, d), printing.Order{Paper: "roster", By: []string{by, "unit"}}); !data.HasCode(err, "by-unknown") {
			t.Errorf("by two things: %v", err)
		}
	}
}
