package printing_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/tray"
	"gongkao/data"
	"gongkao/data/store"
)

const sheetSamples = "../sheets/testdata/samples/"

// imported is a county into which a unit's sheet came with rows that wait.
func imported(t *testing.T, sheet string) (*registration.Desk, data.BatchID) {
	t.Helper()
	d := demotest.Desk(t, 20)
	for _, path := range []string{"units.xlsx", sheet} {
		result, err := intake.Take(context.Background(), d, []string{sheetSamples + path}, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if path == sheet {
			return d, result.Batch
		}
	}
	return nil, ""
}

// notesOf are the letters of an order, which are about nobody on record.
func notesOf(t *testing.T, d *registration.Desk, order printing.Order) []paper.Letter {
	t.Helper()
	letters, people, err := printing.LettersOf(context.Background(), d, order)
	if err != nil || len(people) > 0 {
		t.Fatalf("%v, about %v", err, people)
	}
	return letters
}

func TestAUnitIsToldWhatIsWrongInItsSheet(t *testing.T) {
	d, _ := imported(t, "08-mixed.xlsx")
	letters := notesOf(t, d, printing.Order{Paper: "import-note"})
	places, last := 0, letters[len(letters)-1]
	for _, l := range letters {
		places += len(l.Items)
		if !strings.Contains(l.Text, "《08-mixed.xlsx》中的工作表“花名册”") || l.From != d.Office.Profile.Name || !l.Until.IsZero() {
			t.Errorf("to %s: %+v", l.To, l)
		}
		for _, item := range l.Items {
			if item.Spot.Row == 0 || item.What == "" || item.Spot.Advice == "" {
				t.Errorf("to %s: %+v", l.To, item)
			}
			if regexp.MustCompile(`[0-9]{13}`).MatchString(item.Spot.Written + item.What + item.Spot.Advice) {
				t.Errorf("an ID number is written out: %+v", item)
			}
		}
	}
	if last.To != "报送单位" || places < 14 || len(letters) < 3 {
		t.Errorf("%d letters, %d places, the last to %s", len(letters), places, last.To)
	}
	under := notesOf(t, d, printing.Order{Paper: "import-note", Query: registration.Query{Unit: letters[0].To}, Until: d.Office.Today()})
	for _, l := range under {
		if u, err := d.UnitNamed(l.To); err != nil || l.To != letters[0].To && printing.UnitName(d, u.Supervising) != letters[0].To || l.Until != d.Office.Today() {
			t.Errorf("among those to %s is one to %s by %s (%v)", letters[0].To, l.To, l.Until, err)
		}
	}
	if len(under) == 0 || len(under) == len(letters) {
		t.Errorf("%d of %d letters are to one unit", len(under), len(letters))
	}
}

func TestANoteOnAnImportIsAboutItsUnitAndNobodyOnRecord(t *testing.T) {
	d, _ := imported(t, "08-mixed.xlsx")
	papers := papersOf(t, d)
	letters := notesOf(t, d, printing.Order{Paper: "import-note"})
	result, err := printing.Print(context.Background(), d, papers, printing.Order{Paper: "import-note"}, func([]byte) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	var prints []data.Print
	err = d.Office.Store.View(context.Background(), func(r *store.Reader) (err error) {
		prints, err = r.Prints()
		return err
	})
	if err != nil || len(prints) == 0 {
		t.Fatal(prints, err)
	}
	act := prints[len(prints)-1]
	if len(act.Records) != 0 || len(act.Codes) != len(letters) || len(act.About) != len(letters) || act.About[0].Unit == "" || act.About[0].People != 0 || result.Records == 0 {
		t.Errorf("on record is %+v of %+v", act, result)
	}
	for i := range act.Codes {
		sheet := act.Sheets()[i]
		now, err := printing.Anew(context.Background(), d, papers, sheet)
		if err != nil || len(now.Codes) != len(letters) || now.Codes[i] != act.Codes[i] {
			t.Errorf("the same note again: %+v, %v", now, err)
		}
	}
}

func TestWhatIsDroppedOrMendedIsNoLongerTold(t *testing.T) {
	d, batch := imported(t, "06-gb18030.csv")
	if n := len(notesOf(t, d, printing.Order{Paper: "import-note"})); n != 1 {
		t.Fatalf("%d letters", n)
	}
	tr, err := tray.Open(context.Background(), d, batch)
	if err == nil {
		err = tr.SendBack(context.Background(), 0, "请单位核对")
	}
	if err != nil {
		t.Fatal(err)
	}
	if l := notesOf(t, d, printing.Order{Paper: "import-note"}); len(l) != 1 || len(l[0].Items) != 1 || !strings.HasSuffix(l[0].Items[0].What, "退回说明：请单位核对") {
		t.Errorf("of a row sent back: %+v", l)
	}
	if _, err := tr.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := tr.Drop(context.Background(), 0, "别处已报"); err != nil {
		t.Fatal(err)
	}
	_, err = printing.Print(context.Background(), d, papersOf(t, d), printing.Order{Paper: "import-note"}, func([]byte) error { return nil })
	if refusal, ok := data.AsRefusal(err); !ok || refusal.Code != "nobody" || refusal.Message != "没有要退回单位改的行" {
		t.Errorf("with nothing to tell: %v", err)
	}
}
