package intake_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/data/store"
)

// everybody is who is registered, as sheets and papers see him.
func everybody(d *registration.Desk) map[data.IDNumber]map[string]string {
	all := map[data.IDNumber]map[string]string{}
	for _, a := range d.Register.Find(registration.Query{}) {
		texts := map[string]string{"status": string(a.Application.Status)}
		for _, f := range data.Fields {
			texts[f.Key] = f.Get(a)
		}
		all[a.Person.IDNumber] = texts
	}
	return all
}

func amend(t testing.TB, d *registration.Desk, a *data.Applicant, key, text string) {
	t.Helper()
	if _, err := d.Amend(ctx, a.Application.ID, map[string]string{key: text}, ""); err != nil {
		t.Fatal(err)
	}
}

func takeBack(t testing.TB, d *registration.Desk, batch data.BatchID) intake.Taken {
	t.Helper()
	taken, err := intake.TakeBack(ctx, d, batch, "导错了表")
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func TestWhoWasTouchedSinceStaysAndTheRestAreGone(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	batch := take(t, d, intake.Options{}, samples+"01-clean.xlsx").Batch
	before := everybody(d)
	people := d.Register.Find(registration.Query{})
	amend(t, d, people[3], "phone", "13800001111")
	amend(t, d, people[7], "education", "大专")

	taken := takeBack(t, d, batch)
	if want := []data.IDNumber{people[3].Person.IDNumber, people[7].Person.IDNumber}; taken.Removed != 28 || !slices.Equal(taken.Kept, want) || taken.Stay[0].Why != "修改信息" {
		t.Errorf("taken back: %+v", taken)
	}
	if d.Register.Len() != 2 {
		t.Errorf("%d are registered; want the two who were touched", d.Register.Len())
	}
	events, err := d.Timeline(ctx, people[3].Application.ID)
	if err != nil || events[0].Words != "所在的一批导入已撤销，此人因已办过修改信息而保留" || events[0].Why != "导错了表" {
		t.Errorf("his timeline: %+v, %v", events[0], err)
	}

	again := take(t, d, intake.Options{}, samples+"01-clean.xlsx")
	if accepted, waiting := again.Counts(); accepted != 28 || waiting != 2 || d.Register.Len() != 30 {
		t.Errorf("imported again: %d enter, %d do not, %d are registered", accepted, waiting, d.Register.Len())
	}
	for number, texts := range everybody(d) {
		if number != people[3].Person.IDNumber && number != people[7].Person.IDNumber {
			if diff := cmp.Diff(before[number], texts); diff != "" {
				t.Fatalf("%s came back otherwise: %s", number, diff)
			}
		}
	}
	events, err = d.Timeline(ctx, people[0].Application.ID)
	var words []string
	for _, e := range events {
		words = append(words, e.Words)
	}
	if got := strings.Join(words, " ← "); err != nil || got != "由导入登记 ← 所在的一批导入已撤销 ← 由导入登记" {
		t.Errorf("the timeline of somebody who came twice: %s, %v", got, err)
	}
	if taken := takeBack(t, d, again.Batch); taken.Removed != 28 || d.Register.Len() != 2 {
		t.Errorf("taken back once more: %+v, %d are registered", taken, d.Register.Len())
	}
}

const rosterHeads = "姓名,身份证号,单位,申报工种,申报等级,联系电话,文化程度,现岗位"

// row is a row of rosterHeads about an invented person.
func row(d *registration.Desk, name string, number data.IDNumber, rest string) string {
	return name + "," + string(number) + "," + d.AllUnits()[1].Name + ",保育员,三级," + rest
}

var stranger = data.WithCheckDigit("41152119850101002")

func TestWhatWasUndoneFillsNoGapOfTheMendedSheet(t *testing.T) {
	d := demotest.Desk(t, 20)
	batch := take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads, row(d, "张小芳", stranger, "13800001111,大专,厨师"))).Batch
	takeBack(t, d, batch)
	if _, there := d.Register.ByNumber(stranger); there || d.Register.Len() != 20 {
		t.Error("she is still registered")
	}
	take(t, d, intake.Options{}, sent(t, "名册.csv", rosterHeads, row(d, "张小芳", stranger, ",,")))
	a, there := d.Register.ByNumber(stranger)
	if !there || a.Person.Phone+a.Person.Education+a.Application.Post != "" {
		t.Errorf("she came in as %+v", a)
	}
}

func TestWhoWasKnownBeforeStandsAsBefore(t *testing.T) {
	folder := demotest.County(t, demotest.Small(20))
	d := demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { return time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC) }})
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	carried := d.Register.Find(registration.Query{})[0]
	if carried.Application.Status != data.Carried {
		t.Fatalf("nobody came over: %+v", carried.Application)
	}
	before := everybody(d)
	sheet := sent(t, "名册.csv", rosterHeads, row(d, carried.Person.Name, carried.Person.IDNumber, "13900002222,研究生,厨师"))
	batch := take(t, d, intake.Options{}, sheet).Batch
	if a, _ := d.Register.ByNumber(carried.Person.IDNumber); a.Application.Status != data.Submitted || a.Person.Phone != "13900002222" {
		t.Fatalf("he did not apply: %+v", a)
	}
	if taken := takeBack(t, d, batch); taken.Removed != 1 {
		t.Errorf("taken back: %+v", taken)
	}
	if diff := cmp.Diff(before, everybody(d)); diff != "" {
		t.Error(diff)
	}
	if report, err := d.Office.Store.Verify(ctx); err != nil || !report.OK {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEveryRecordThatNamesSomebodyKeepsHim(t *testing.T) {
	d := demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx")
	batch := take(t, d, intake.Options{}, samples+"01-clean.xlsx").Batch
	people := d.Register.Find(registration.Query{})
	id := func(i int) data.ApplicationID { return people[i].Application.ID }
	_, err := d.Office.Store.Update(ctx, data.OpPractice, "", func(tx *store.Tx) error {
		for _, err := range []error{
			tx.PutPrint(data.Print{ID: "print", At: tx.Now(), Paper: "roster", Records: []data.ApplicationID{id(0)}}),
			tx.PutPayment(data.Payment{ID: "pay", Application: id(1), Step: 1, Fen: 100, Paid: data.MustDate(2026, 4, 1)}),
			tx.PutScore(data.Score{ID: "score", Application: id(2), Subject: "subject-computer", Points: 700}),
			tx.PutReview(data.Review{ID: id(3), Ticks: map[string]data.Tick{"identity": {Note: "看过"}}}),
			tx.PutCustody(data.Custody{ID: "slip", At: tx.Now(), Items: []data.CustodyItem{{Application: id(4), Slot: "id-card", Pieces: 1}}}),
			tx.PutSpotCheck(data.SpotCheck{ID: "check", Year: 2026, Population: []data.SpotPerson{{Application: id(5)}}}),
			tx.PutViolation(data.Violation{ID: "ban", Person: people[6].Person.ID, Found: data.MustDate(2026, 4, 1), Until: data.MustDate(2027, 4, 1)}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	drafts, err := registration.OpenDrafts(ctx, d.Office)
	if err != nil {
		t.Fatal(err)
	}
	if err := drafts.Keep(ctx, id(7), map[string]string{"phone": "138"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	if taken := takeBack(t, d, batch); taken.Removed != 22 || len(taken.Kept) != 8 {
		t.Errorf("taken back: %+v", taken)
	}
	for i := range 8 {
		if _, there := d.Register.ByID(id(i)); !there {
			t.Errorf("the record that names person %d did not keep him", i)
		}
	}
}
